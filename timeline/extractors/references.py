"""Lead descriptions and pronouns back to the participants that they stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.extractors.gazetteer import Region
from timeline.extractors.patterns import terms, words
from timeline.extractors.people import Name, is_office, office_heads
from timeline.knowledge import countries
from timeline.records import ParticipantKind

SINGULAR = words("singular")
PAIR = re.compile(
    r"(?:the )?(?:two|both|pair of) (?:\w+ )?(?:leaders|presidents|men|ministers|sides|premiers|heads)"
)
COUNTS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4}
PLURAL_HEADS = words("plural heads")


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for a participant; offsets are tokens."""

    start: int
    end: int
    name: str
    kind: ParticipantKind
    country: str | None
    how: str

    @property
    def full(self) -> str:
        """Return the name, as a Name calls it."""
        return self.name


def countries_described(
    doc: Doc, regions: Sequence[Region], names: Sequence[Name]
) -> list[Reference]:
    """Read "the Indian leader", "Uganda's president", "Chinese and Russian leaders", "Iran"."""
    named = {at for name in names for at in range(name.left, name.end)}
    found = []
    for at, region in enumerate(regions):
        if region.start in named or region.end - 1 in named:
            continue
        if _alias(doc, region, regions[at - 1] if at else None):
            continue
        office = _office_of(doc, region)
        if office is not None:
            found += _by_office(doc, region, office, names)
            continue
        head = _described(doc, region, regions)
        if head is None:
            if not region.adjective and not _owns(doc, region):
                found.append(_country(doc, region, region.start, region.end, "country"))
            continue
        start = _left_edge(doc, region.start)
        person = _holder(doc, region, head, names)
        if person is not None:
            found.append(
                Reference(
                    start,
                    head.i + 1,
                    person.full,
                    ParticipantKind.PERSON,
                    region.code,
                    "description",
                )
            )
        elif _in_apposition(doc, head, names):
            continue
        else:
            found.append(_country(doc, region, start, head.i + 1, "delegation"))
    return found


def _alias(doc: Doc, region: Region, before: Region | None) -> bool:
    """Tell whether a country is only its short form in brackets ("the United States (US)")."""
    return (
        before is not None
        and before.code == region.code
        and doc[region.start - 1].text == "("
        and region.start - before.end <= 1
    )


def _office_of(doc: Doc, region: Region) -> Token | None:
    """Return the office in "the president of Kenya"."""
    at = region.start - 1
    if at > 0 and doc[at].lower_ == "the":
        at -= 1
    if region.adjective or at < 1 or doc[at].lower_ != "of":
        return None
    office = doc[at - 1]
    return office if office.lower_ in office_heads() else None


def _by_office(doc: Doc, region: Region, office: Token, names: Sequence[Name]) -> list[Reference]:
    """Read "the president of Kenya" as the person where one is named, else as the country."""
    if _in_apposition(doc, office, names) or _in_apposition(doc, doc[region.end - 1], names):
        return []
    start = office.i
    while start > 0 and (is_office(doc[start - 1]) or doc[start - 1].lower_ == "the"):
        start -= 1
    person = _holder(doc, region, office, names)
    if person is None:
        return [_country(doc, region, start, region.end, "delegation")]
    return [
        Reference(
            start, region.end, person.full, ParticipantKind.PERSON, region.code, "description"
        )
    ]


def _country(doc: Doc, region: Region, start: int, end: int, how: str) -> Reference:
    name = doc[region.start : region.end].text
    if region.adjective or not name[:1].isupper() or any(w[:1].islower() for w in name.split()):
        name = countries.country_name(region.code)
    return Reference(start, end, name, ParticipantKind.COUNTRY, region.code, how)


def _owns(doc: Doc, region: Region) -> bool:
    return (region.end < len(doc) and doc[region.end].tag_ == "POS") or (
        region.end < len(doc)
        and doc[region.end].text == "-"
        and not doc[region.end - 1].whitespace_
    )


def _left_edge(doc: Doc, start: int) -> int:
    while start > 0 and doc[start - 1].lower_ in {"the", "a", "an", "then", "current", "("}:
        start -= 1
    return start


def _described(doc: Doc, region: Region, regions: Sequence[Region]) -> Token | None:
    """Return the office or delegation that an adjective or a possessor belongs to."""
    at = region.end
    if not region.adjective:
        if at < len(doc) and doc[at].tag_ == "POS":
            at += 1
        elif not (at < len(doc) and (is_office(doc[at]) or doc[at].lower_ in terms("delegations"))):
            return None
    if at < len(doc) and doc[at].text == ")":
        at += 1
    codes = {i: r for r in regions for i in range(r.start, r.end)}
    limit = min(len(doc), at + 8)
    head: Token | None = None
    while at < limit:
        token = doc[at]
        if token.is_sent_start and at > region.end:
            break
        if token.lower_ in office_heads() or token.lower_ in terms("delegations"):
            head = token
            at += 1
        elif at in codes and codes[at].adjective and head is None:
            at = codes[at].end
        elif (
            is_office(token)
            or (token.pos_ in {"ADJ", "NOUN"} and head is None)
            or (token.lower_ in {"and", "&", ",", "-"} and head is None)
        ):
            at += 1
        else:
            break
    return head


def _in_apposition(doc: Doc, head: Token, names: Sequence[Name]) -> bool:
    """Tell whether the person described is named right after or before."""
    starts = {name.left for name in names} | {name.start for name in names}
    ends = {name.end for name in names}
    return bool(starts & {head.i + 1, head.i + 2}) or bool(
        ends & set(range(head.i - 6, head.i)) and doc[head.i - 1].text == ","
    )


def _holder(doc: Doc, region: Region, head: Token, names: Sequence[Name]) -> Name | None:
    """Return the person of that country whom a singular office means, if the article names one."""
    if head.lower_ not in office_heads():
        return None
    if head.lower_ in {
        "official",
        "representative",
        "delegate",
        "diplomat",
        "envoy",
        "lawmaker",
        "analyst",
    }:
        return None
    start = region.start
    if start > 0 and doc[start - 1].lower_ in {"a", "an", "any", "no"}:
        return None
    same = [name for name in names if name.country == region.code]
    if not same:
        return None
    earlier = [name for name in same if name.start < region.start] or same
    fitting = [name for name in earlier if _offices_agree(head, _all_offices(name, names))]
    return (fitting or [None])[-1] if fitting else None


def _all_offices(name: Name, names: Sequence[Name]) -> frozenset[str]:
    return frozenset(
        office for other in names if other.full == name.full for office in other.offices
    )


SYNONYMS = (
    {
        "leader",
        "president",
        "premier",
        "minister",
        "pm",
        "chancellor",
        "king",
        "ruler",
        "strongman",
        "taoiseach",
        "general",
        "emir",
        "sultan",
        "monarch",
        "prime",
        "dictator",
        "chairman",
        "queen",
        "prince",
    },
    {"pm", "premier", "minister", "prime", "taoiseach"},
    {"monarch", "king", "queen", "emperor"},
)


def _offices_agree(head: Token, offices: frozenset[str]) -> bool:
    word = head.lower_
    if word in offices:
        return True
    if word == "leader":
        return bool(offices & SYNONYMS[0]) and not offices & {
            "foreign",
            "finance",
            "defence",
            "defense",
            "vice",
            "deputy",
        }
    return any(word in group and offices & group for group in SYNONYMS[1:])


def plain_offices(doc: Doc, names: Sequence[Name], regions: dict[int, Region]) -> list[Reference]:
    """Read "the president", "the premier" as the last one named with that office."""
    found = []
    named = {at for name in names for at in range(name.left, name.end)}
    for token in doc[1:]:
        if (
            token.i in named
            or token.lower_ not in office_heads()
            or token.tag_ not in {"NN", "NNP"}
        ):
            continue
        start = token.i
        while (
            start > 0
            and is_office(doc[start - 1])
            and doc[start - 1].lower_ not in {"the", "and", "of", "for"}
        ):
            start -= 1
        if start == 0 or doc[start - 1].lower_ != "the" or start - 1 in named:
            continue
        if token.i + 1 < len(doc) and (
            doc[token.i + 1].lower_ in {"of", "'s", "for"} or token.i + 1 in named
        ):
            continue
        earlier = [
            name
            for name in names
            if name.start < token.i and _offices_agree(token, _all_offices(name, names))
        ]
        if earlier:
            last = earlier[-1]
            found.append(
                Reference(
                    start - 1,
                    token.i + 1,
                    last.full,
                    ParticipantKind.PERSON,
                    last.country,
                    "description",
                )
            )
    return found


def pronouns(doc: Doc, names: Sequence[Name | Reference]) -> list[Reference]:
    """Read he, she, his and her as the person last spoken of, subjects before others."""
    found = []
    named = {name.end - 1: name for name in names}
    current: Name | Reference | None = None
    for sentence in doc.sents:
        inside: Name | Reference | None = None
        for token in sentence:
            if token.lower_ in SINGULAR:
                who = inside or current or _later(sentence.start, sentence.end, names)
                if who is not None:
                    found.append(
                        Reference(
                            token.i,
                            token.i + 1,
                            who.full,
                            ParticipantKind.PERSON,
                            who.country,
                            "pronoun",
                        )
                    )
            if token.i in named:
                name = named[token.i]
                if inside is None or (_is_subject(token) and not _is_subject(doc[inside.end - 1])):
                    inside = name
        if inside is not None:
            current = _topic(sentence.start, sentence.end, doc, names) or inside
    return found


def _later(start: int, end: int, names: Sequence[Name | Reference]) -> Name | Reference | None:
    return next((name for name in names if start <= name.start < end), None)


def _is_subject(token: Token) -> bool:
    while token.dep_ in {"compound", "flat", "nmod"} and token.head is not token:
        token = token.head
    return token.dep_ in {"nsubj", "nsubjpass"}


def _topic(
    start: int, end: int, doc: Doc, names: Sequence[Name | Reference]
) -> Name | Reference | None:
    inside = [name for name in names if start <= name.start < end]
    subjects = [name for name in inside if _is_subject(doc[name.end - 1])]
    return (subjects or [None])[0] if subjects else None


def plurals(doc: Doc, names: Sequence[Name]) -> list[Reference]:
    """Read "the two leaders", "both men", "the trio" as the people named just before."""
    found = []
    for token in doc:
        count = COUNTS.get(token.lower_)
        if count is None or (token.i == 0 and token.lower_ != "both"):
            continue
        end = token.i + 1
        if token.lower_ in {"two", "both", "three", "four"}:
            while end < len(doc) and end < token.i + 4 and doc[end].lower_ not in PLURAL_HEADS:
                end += 1
            if end >= len(doc) or doc[end].lower_ not in PLURAL_HEADS:
                continue
            end += 1
        if token.lower_ != "both" and doc[token.i - 1].lower_ not in {"the", "these"}:
            continue
        people = _last(names, token.i, count)
        if len(people) == count:
            start = token.i - 1 if doc[token.i - 1].lower_ in {"the", "these"} else token.i
            found += [
                Reference(start, end, who.full, ParticipantKind.PERSON, who.country, "plural")
                for who in people
            ]
    return found


def _last(names: Sequence[Name], before: int, count: int) -> list[Name]:
    people: list[Name] = []
    for name in reversed([name for name in names if name.start < before]):
        if name.full not in {who.full for who in people}:
            people.append(name)
        if len(people) == count:
            break
    return people[::-1]
