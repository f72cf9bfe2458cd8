"""Find who and what may take part: people, countries, organizations and groups."""

import re
from dataclasses import replace

from spacy.tokens import Doc

from timeline.extractors.base import Parsed
from timeline.extractors.gazetteer import Region, by_token, find_regions
from timeline.extractors.patterns import terms
from timeline.extractors.people import Name, People, content_words
from timeline.extractors.pronouns import plurals, pronouns
from timeline.extractors.references import Reference, countries_described, plain_offices
from timeline.extractors.roster import Roster
from timeline.knowledge import leaders
from timeline.records import Extraction, ParticipantKind, ParticipantMention


class ParticipantsExtractor:
    """Finds every place where somebody who may take part in something is named or meant."""

    name = "participants"
    requires: tuple[str, ...] = ()
    assigns = ("participants",)

    def __call__(self, parsed: Parsed, found: Extraction) -> Extraction:
        """Return ``found`` with the participants of the text, in order."""
        doc = parsed.doc
        regions = find_regions(doc)
        heading = _titled(parsed)
        names = People(doc, by_token(regions)).read(heading)
        _spread_country(names)
        roster = Roster(names, heading)
        described = [
            *countries_described(doc, regions, roster),
            *plain_offices(doc, roster),
        ]
        holders = [r for r in described if r.how in {"description", "delegation"}]
        references = [
            *(_person(name) for name in names),
            *described,
            *plurals(doc, roster),
            *pronouns(doc, sorted([*names, *holders], key=lambda one: one.start)),
        ]
        references += _groups(doc, references)
        references += _organizations(doc, references, by_token(regions))
        mentions = [_mention(doc, reference) for reference in sorted(references, key=_place)]
        return replace(found, participants=tuple(mentions))


def _titled(parsed: Parsed) -> list[str]:
    """Return the full names in the headline, which short forms of the text may stand for."""
    title = parsed.title
    if title is None or all(t.text[0].isupper() for t in title if len(t) > 3):
        return []  # where every word has a capital, nothing tells a name from a verb
    names = People(title, by_token(find_regions(title))).read([])
    return [name.full for name in names if " " in name.full]


def _place(reference: Reference) -> tuple[int, int]:
    return reference.start, reference.end


def _mention(doc: Doc, reference: Reference) -> ParticipantMention:
    last = doc[reference.end - 1]
    return ParticipantMention(
        start=doc[reference.start].idx,
        end=last.idx + len(last),
        name=reference.name,
        kind=reference.kind,
        country=reference.country,
    )


def _person(name: Name) -> Reference:
    return Reference(name.left, name.end, name.full, ParticipantKind.PERSON, name.country, "name")


def _spread_country(names: list[Name]) -> None:
    """Give each person the country that any of their mentions tells, else what is known of them."""
    told: dict[str, str] = {}
    for name in names:
        if name.country:
            told.setdefault(name.full, name.country)
    for name in names:
        name.country = told.get(name.full) or _known(name)


def _known(name: Name) -> str | None:
    found = leaders.find_leaders(name.full) if " " in name.full or name.offices else ()
    return found[0].country if len({leader.country for leader in found}) == 1 else None


def _groups(doc: Doc, taken: list[Reference]) -> list[Reference]:
    """Find counted or vague sets of a kind that can be named ("most Western European nations")."""
    used = {at for reference in taken for at in range(reference.start, reference.end)}
    found = []
    for token in doc:
        if token.lower_ not in terms("groups") or token.i in used:
            continue
        start = token.i
        while start > 0 and doc[start - 1].lower_ in terms("group_adjectives"):
            start -= 1
        if {t.lower_ for t in doc[start : token.i]} <= {"member", "developing"}:
            continue
        while (
            start > 0
            and not doc[start].is_sent_start
            and (
                doc[start - 1].lower_
                in terms("quantifiers") | {"of", "the", "-", "more", "than", "at", "least"}
                or doc[start - 1].like_num
            )
        ):
            start -= 1
        while doc[start].lower_ in {"of", "the", "-", "no"} and start < token.i:
            start += 1
        text = re.sub(r"\s+", " ", doc[start : token.i + 1].text)
        found.append(Reference(start, token.i + 1, text, ParticipantKind.GROUP, None, "group"))
    return found


def _organizations(doc: Doc, taken: list[Reference], regions: dict[int, Region]) -> list[Reference]:
    used = {at for reference in taken for at in range(reference.start, reference.end)}
    found = []
    for entity in doc.ents:
        if entity.label_ != "ORG" or used & set(range(entity.start, entity.end)):
            continue
        if any(at in regions for at in range(entity.start, entity.end)):
            continue
        words = content_words(entity.text)
        if set(words) & (terms("event_nouns") - {"congress", "council", "assembly"}):
            continue
        if entity.end < len(doc) and "POS" in {doc[entity.end].tag_, doc[entity.end - 1].tag_}:
            continue  # the owner of something, such as a firm before its head
        end = entity.end - (doc[entity.end - 1].tag_ == "POS")
        if end <= entity.start:
            continue
        text = re.sub(r"\s+", " ", doc[entity.start : end].text).strip(" '\"")
        found.append(
            Reference(entity.start, end, text, ParticipantKind.ORGANIZATION, None, "organization")
        )
    return found
