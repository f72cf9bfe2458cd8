"""Lead descriptions back to the participants that they stand for."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.extractors.gazetteer import Region, by_token
from timeline.extractors.patterns import terms
from timeline.extractors.people import Name, is_office, office_heads
from timeline.extractors.roster import Roster
from timeline.knowledge import countries
from timeline.records import ParticipantKind

WIDEST = 8  # tokens from an adjective to the office that it qualifies
APPOSED = 6
LONGEST_CODE = 4  # "U.S.", "DPRK"
ARTICLES = frozenset({"the", "a", "an", "then", "current", "("})


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for a participant; offsets are tokens.

    Attributes:
        how: name, description, delegation, country, plural, pronoun, group or organization.
    """

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


def person(start: int, end: int, who: Name | Reference, how: str) -> Reference:
    """Make a reference to somebody whom the text names."""
    return Reference(start, end, who.full, ParticipantKind.PERSON, who.country, how)


def countries_described(doc: Doc, regions: Sequence[Region], roster: Roster) -> list[Reference]:
    """Read "the Indian leader", "Uganda's president", "Chinese and Russian leaders", "Iran"."""
    found: list[Reference] = []
    tokens = by_token(regions)
    before: Region | None = None
    for region in regions:
        alias = _is_alias(doc, region, before)
        before = region
        if alias or {region.start, region.end - 1} & roster.inside:
            continue
        office = _office_of(doc, region)
        head = office or _described(doc, region, tokens)
        if head is None:
            if not region.adjective and not _owns(doc, region):
                found.append(_country(doc, region, region.start, region.end, "country"))
            continue
        found += _held(doc, region, head, roster, behind=office is not None)
    return found


def _held(
    doc: Doc, region: Region, head: Token, roster: Roster, *, behind: bool
) -> list[Reference]:
    """Read an office of a country as the person where one is named, else as the country."""
    apposed = _in_apposition(doc, head, roster)
    if behind:
        start, end = head.i, region.end
        while start > 0 and (is_office(doc[start - 1]) or doc[start - 1].lower_ == "the"):
            start -= 1
        if apposed or _in_apposition(doc, doc[region.end - 1], roster):
            return []
    else:
        start, end = _left_edge(doc, region.start), head.i + 1
    indefinite = region.start > 0 and doc[start].lower_ in {"a", "an", "any", "no"}
    who = None if indefinite else roster.holder(region.code, head)
    if who is not None:
        return [person(start, end, who, "description")]
    return [] if apposed else [_country(doc, region, start, end, "delegation")]


def _is_alias(doc: Doc, region: Region, before: Region | None) -> bool:
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


def _country(doc: Doc, region: Region, start: int, end: int, how: str) -> Reference:
    name = doc[region.start : region.end].text
    shouted = name.isupper() and len(name) > LONGEST_CODE
    if region.adjective or shouted or any(word[:1].islower() for word in name.split()):
        name = countries.country_name(region.code)
    return Reference(start, end, name, ParticipantKind.COUNTRY, region.code, how)


def _owns(doc: Doc, region: Region) -> bool:
    """Tell whether a country owns something ("China's parade") or is half of a word."""
    if region.end >= len(doc):
        return False
    following = doc[region.end]
    return following.tag_ == "POS" or (
        following.text == "-" and not doc[region.end - 1].whitespace_
    )


def _left_edge(doc: Doc, start: int) -> int:
    while start > 0 and doc[start - 1].lower_ in ARTICLES:
        start -= 1
    return start


def _described(doc: Doc, region: Region, tokens: dict[int, Region]) -> Token | None:
    """Return the office or delegation that an adjective or a possessor belongs to."""
    at = region.end
    if at >= len(doc):
        return None
    if not region.adjective and doc[at].tag_ != "POS" and not _is_head(doc[at]):
        return None
    if doc[at].tag_ == "POS" or doc[at].text == ")":
        at += 1
    head: Token | None = None
    limit = min(len(doc), at + WIDEST)
    while at < limit and not (doc[at].is_sent_start and at > region.end):
        token = doc[at]
        if token.lower_ in office_heads() | terms("delegations"):
            head = token
        elif head is None and at in tokens and tokens[at].adjective:
            at = tokens[at].end - 1
        elif not is_office(token) and (head is not None or not _leads_on(token)):
            break
        at += 1
    return head


def _is_head(token: Token) -> bool:
    return is_office(token) or token.lower_ in terms("delegations")


def _leads_on(token: Token) -> bool:
    """Tell whether an office may still follow a word."""
    return token.pos_ in {"ADJ", "NOUN"} or token.lower_ in {"and", "&", ",", "-"}


def _in_apposition(doc: Doc, head: Token, roster: Roster) -> bool:
    """Tell whether the person described is named right after or before."""
    reach = APPOSED if head.i + 1 < len(doc) and doc[head.i + 1].lower_ in {"to", "for"} else 3
    if set(range(head.i + 1, head.i + reach)) & roster.opens:
        return True
    near = set(range(head.i - APPOSED, head.i))
    return head.i > 0 and doc[head.i - 1].text == "," and bool(near & roster.closes)


def plain_offices(doc: Doc, roster: Roster) -> list[Reference]:
    """Read "the president", "the premier" as the last one named with that office."""
    found: list[Reference] = []
    for token in doc[1:]:
        if token.lower_ not in office_heads() or token.tag_ not in {"NN", "NNP"}:
            continue
        start = _title_start(doc, token)
        if start is None or {start, token.i} & roster.inside or _goes_on(doc, token, roster):
            continue
        who = roster.with_office(token)
        if who is not None:
            found.append(person(start, token.i + 1, who, "description"))
    return found


def _title_start(doc: Doc, token: Token) -> int | None:
    """Return where "the" stands before an office, None where it does not."""
    start = token.i
    while start > 0 and is_office(doc[start - 1]) and doc[start - 1].lower_ not in {"the", "and"}:
        start -= 1
    return start - 1 if start > 0 and doc[start - 1].lower_ == "the" else None


def _goes_on(doc: Doc, token: Token, roster: Roster) -> bool:
    """Tell whether more than the office says whose it is."""
    if token.i + 1 >= len(doc):
        return False
    return doc[token.i + 1].lower_ in {"of", "'s", "for"} or token.i + 1 in roster.inside
