"""Tell the occasions of an article apart and describe each: name, kind, date, place."""

import re
from dataclasses import replace

from spacy.tokens import Doc

from timeline.extractors.base import Parsed
from timeline.extractors.gazetteer import Town, find_regions, find_towns
from timeline.extractors.occasions import RANK, Mention, Occasion, find_mentions, gather, text_of
from timeline.records import DateMention, EventMention, Extraction

KEY = "timeline.occasions"


class EventsExtractor:
    """Finds the occasions that an article tells of; those nobody attends are dropped later."""

    name = "events"
    requires = ("dates", "places", "participants")
    assigns = ("events",)

    def __call__(self, parsed: Parsed, found: Extraction) -> Extraction:
        """Return ``found`` with the occasions, and leave their mentions on the parse."""
        doc = parsed.doc
        mentions = find_mentions(doc, find_regions(doc), find_towns(doc))
        if parsed.title is not None:
            title = parsed.title
            heading = find_mentions(title, find_regions(title), find_towns(title))
            mentions = _with_title(title, heading, mentions)
        occasions = gather(mentions)
        doc.user_data[KEY] = occasions
        describe(parsed, occasions, found.dates)
        events = tuple(
            event(doc, occasion, f"e{number}") for number, occasion in enumerate(occasions, 1)
        )
        return replace(found, events=events)


def _with_title(title: Doc, heading: list[Mention], mentions: list[Mention]) -> list[Mention]:
    """Put the headline's mentions last, as they take part in grouping but stand nowhere."""
    for mention in heading:
        mention.in_title = True
        mention.owner = text_of(title, mention)
    return mentions + [m for m in heading if m.strength in {"name", "strong"}]


def describe(parsed: Parsed, occasions: list[Occasion], dates: tuple[DateMention, ...]) -> None:
    """Give each occasion the dates and places that stand by its mentions."""
    doc = parsed.doc
    for date in dates:
        if date.edtf is None:
            continue
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        sentence = span[0].sent
        near = [
            (abs(mention.head - span.start), number)
            for number, occasion in enumerate(occasions)
            for mention in occasion.mentions
            if not mention.in_title and sentence.start <= mention.head < sentence.end
        ]
        if near and not _reporting(span):
            occasions[min(near)[1]].dates.append(date.edtf)


def _reporting(span: object) -> bool:
    return False


def event(doc: Doc, occasion: Occasion, number: str) -> EventMention:
    """Describe an occasion."""
    own = [m for m in occasion.mentions if not m.in_title]
    best = max(
        own or occasion.mentions,
        key=lambda m: (RANK[m.strength], len(m.names), m.end - m.start, -m.start),
        default=None,
    )
    if best is None:
        at = occasion.cues[0]
        start, end = doc[at].idx, doc[at].idx + len(doc[at])
        name = occasion.title or doc[at].text
    else:
        name = occasion.title or (best.owner or "" if best.in_title else text_of(doc, best))
        first = own[0] if own else None
        start = doc[(best if own else best).start].idx if own else 0
        end = doc[best.end - 1].idx + len(doc[best.end - 1]) if own else 0
        del first
    place = occasion.places[0] if occasion.places else None
    if place and place.lower() not in name.lower():
        name = f"{name} in {place}"
    return EventMention(
        id=number,
        name=re.sub(r"\s+", " ", name),
        kind=occasion.kind,
        date=best_date(occasion),
        place=place,
        country=occasion.countries[0] if occasion.countries else None,
        start=start,
        end=end,
    )


def best_date(occasion: Occasion) -> str | None:
    """Return the date that is told most exactly."""
    if not occasion.dates:
        return min(occasion.years, default=None)
    return max(occasion.dates, key=lambda date: (min(len(date.split("/")[0]), 10), "/" in date))
