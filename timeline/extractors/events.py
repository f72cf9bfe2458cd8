"""Tell the occasions of an article apart and describe each: name, kind, date, place."""

import re
from collections import defaultdict
from dataclasses import replace

from spacy.tokens import Doc, Span

from timeline.extractors.attending.encounters import Encounters, sentences
from timeline.extractors.base import Parsed
from timeline.extractors.cues import find_cues
from timeline.extractors.gazetteer import find_regions, find_towns
from timeline.extractors.grouping import RANK, gather
from timeline.extractors.lists import parts_of
from timeline.extractors.occasions import Mention, Occasion, find_mentions, text_of
from timeline.extractors.statuses import FUTURE
from timeline.extractors.verbs import REPORTING, token_lemma
from timeline.records import DateMention, EventKind, EventMention, Extraction

KEY = "timeline.occasions"
MAX_SENTENCE = 250
DAY = 10


class EventsExtractor:
    """Finds the occasions that an article tells of; those nobody attends are dropped later."""

    name = "events"
    requires = ("dates", "places", "participants")
    assigns = ("events",)

    def __call__(self, parsed: Parsed, found: Extraction) -> Extraction:
        """Return ``found`` with the occasions, and leave their mentions on the parse."""
        doc = parsed.doc
        occasions = gather(_mentions(parsed, found), parsed.document.published)
        _dates(doc, occasions, found.dates)
        _future(doc, occasions)
        doc.user_data[KEY] = occasions
        numbered = enumerate(occasions, 1)
        return replace(found, events=tuple(describe(parsed, o, f"e{n}") for n, o in numbered))


def _mentions(parsed: Parsed, found: Extraction) -> list[Mention]:
    """Return the mentions of the text in order, and behind them those of the headline."""
    doc = parsed.doc
    regions, towns = find_regions(doc), find_towns(doc)
    nouns = find_mentions(doc, regions, towns)
    encounters = Encounters(doc, regions, towns)
    mentions: list[Mention] = []
    at = 0
    for sentence in sentences(doc, parts_of(doc, found.participants), MAX_SENTENCE):
        inside = []
        while at < len(nouns) and nouns[at].head < sentence.span.end:
            inside.append(nouns[at])
            at += 1
        mentions += sorted(encounters.read(sentence, inside), key=lambda m: m.head)
    title = parsed.title
    if title is not None:
        heading = find_mentions(title, find_regions(title), find_towns(title))
        for mention in heading:
            mention.in_title = True
            mention.owner = text_of(title, mention)
        mentions += [m for m in heading if RANK[m.strength] > 1 and m.kind is not EventKind.VISIT]
    return mentions


def _dates(doc: Doc, occasions: list[Occasion], dates: tuple[DateMention, ...]) -> None:
    """Give each date to the occasion that is named nearest to it in the sentence."""
    by_sentence: dict[int, list[tuple[Mention, int]]] = defaultdict(list)
    for number, occasion in enumerate(occasions):
        for mention in occasion.mentions:
            if not mention.in_title:
                by_sentence[doc[mention.head].sent.start].append((mention, number))
    for date in dates:
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if date.edtf is None or span is None or not len(span) or _is_reporting(span):
            continue
        inside = by_sentence.get(span[0].sent.start, [])
        near = [(_distance(mention, span), number) for mention, number in inside]
        if near:
            occasions[min(near)[1]].dates.append(date.edtf)
    for occasion in occasions:
        occasion.date = best_date(occasion)


def _distance(mention: Mention, span: Span) -> int:
    """Measure how far a date stands from a mention; those before a date are nearer than those after."""
    if mention.start <= span.start < mention.end:
        return 0
    return (
        span.start - mention.head if span.start > mention.head else 3 * (mention.head - span.start)
    )


def _is_reporting(span: Span) -> bool:
    """Tell whether a date only says when something was said."""
    before = {token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]}
    if before & {"since", "after", "before", "until"}:
        return True
    token = span.root
    for _ in range(2):
        head = token.head
        if token_lemma(head) in REPORTING and token.dep_ in {
            "npadvmod",
            "pobj",
            "prep",
            "tmod",
            "advmod",
        }:
            return not any(child.dep_ == "dobj" for child in head.children)
        if head.lower_ in {"statement", "briefing", "interview", "report", "conference"}:
            return True
        token = head
    return False


def best_date(occasion: Occasion) -> str | None:
    """Return the date that is told most exactly, agreeing with the year that a name carries."""
    dates = occasion.dates
    if occasion.years:
        dates = [d for d in dates if d[:4] in occasion.years]
        if not dates:
            return min(occasion.years)
    if not dates:
        return None
    days = [d for d in dates if "/" not in d and len(d.rstrip("~?%")) == DAY]
    spans = [d for d in dates if "/" in d]
    if spans and (not days or not _is_week(spans[0])):
        return spans[0]
    return days[0] if days else max(dates, key=len)


def _is_week(edtf: str) -> bool:
    """Tell whether an interval only says the week ("next week")."""
    start, end = edtf.split("/")
    if len(start) != DAY or start[:7] != end[:7]:
        return len(start) == DAY
    return int(end[8:10]) - int(start[8:10]) == 6


def _future(doc: Doc, occasions: list[Occasion]) -> None:
    """Mark the occasions that the article speaks of as still to come."""
    for occasion in occasions:
        votes = 0
        for mention in occasion.mentions:
            if mention.in_title:
                continue
            sentence = doc[mention.head].sent
            words = sentence.text.lower()[:2000]
            if FUTURE.search(words) or "upcoming" in words or "scheduled" in words:
                votes += 1
            elif any(
                c.kind in {"attend", "present"} and c.token.tag_ == "VBD"
                for c in find_cues(sentence[:MAX_SENTENCE])
            ):
                votes -= 1
        occasion.future = votes > 0


def describe(parsed: Parsed, occasion: Occasion, number: str) -> EventMention:
    """Describe an occasion in the article's own words."""
    doc = parsed.doc
    own = [m for m in occasion.mentions if not m.in_title]
    anchor = max(own, key=_telling, default=None)
    start = doc[anchor.start].idx if anchor else 0
    end = doc[anchor.end - 1].idx + len(doc[anchor.end - 1]) if anchor else 0
    place = occasion.places[0] if occasion.places else None
    return EventMention(
        id=number,
        name=_name(doc, occasion, anchor, place),
        kind=occasion.kind,
        date=occasion.date,
        place=place,
        country=occasion.countries[0] if occasion.countries else None,
        start=start,
        end=end,
    )


def _telling(mention: Mention) -> tuple[int, int, int, int]:
    return (
        RANK[mention.strength],
        min(len(mention.names), 3),
        -abs(mention.end - mention.start - 4),
        -mention.start,
    )


def _name(doc: Doc, occasion: Occasion, anchor: Mention | None, place: str | None) -> str:
    people = sorted(occasion.people, key=lambda name: doc.text.find(name.split()[-1]))
    if occasion.is_visit:
        return (
            f"{' and '.join(people)}'s visit to {place}"
            if place
            else f"{' and '.join(people)}'s visit"
        )
    if occasion.people:
        word = {EventKind.TALKS: "Talks", EventKind.SUMMIT: "Summit", EventKind.CEREMONY: "Signing"}
        return f"{word.get(occasion.kind, 'Meeting')} of {' and '.join(people)}" + (
            f" in {place}" if place else ""
        )
    titled = next((m for m in occasion.mentions if m.in_title), None)
    name = text_of(doc, anchor) if anchor else (titled.owner or "" if titled else "")
    if titled and titled.owner and anchor and len(anchor.names) < len(titled.names):
        name = titled.owner
    if place and place.lower() not in name.lower():
        name = f"{name} in {place}"
    return re.sub(r"\s+", " ", name)
