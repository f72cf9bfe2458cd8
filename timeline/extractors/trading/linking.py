"""Say which phrase a number is a number of, and which country stands beside it as the other side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extractors.trading.amounts import Quantity
from timeline.extractors.trading.parties import WORLD, Party, Style
from timeline.extractors.trading.scene import Frame, Kind, Scene
from timeline.records import Flow

_FORWARD = re.compile(
    r"(?:[\s,–-]*(?:year-on-year|year-over-year|on-year|yoy|annual|yearly|monthly|sharp|steep|big|slight|overall|"
    r"month-on-month|in|of|worth|the|its|their|his|value|total|all|from|jump|rise|increase|growth|surge|gain|"
    r"expansion|leap|fall|decline|drop|decrease|plunge|slump|slide|contraction|dip|reduction|climb|"
    r"year|on|that|country['’]s|nation['’]s|goods|merchandise|last|previous|overseas|spike|"
    r"recovery|rebound|hike|boost|uptick|combined|our|to|annually|nation|each|nearly|about|tonnes|tons|barrels|million|[\d.,]+)\b)*[\s,–-]*",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\s*of\s+(?:all|the|total|its)?\s*(?:[\w-]+\s+){1,4}", re.IGNORECASE)
_APPOSED = re.compile(r"(?:,\s+or|–)\s+$")
_BRACKET = re.compile(r"^\s*(?:\([^()]{0,60}\)|\))")
_INSERTION = re.compile(r"\([^()]*\)|\s(?:--|[—–])\s[^—–]{1,200}?\s(?:--|[—–])\s|\w—[^—]{1,200}—\w")
_COMMA = re.compile(r",\s*(?:the\s+)?$")
_ASIDE = re.compile(
    r"\b(?:amid|due to|because of|despite|on|by|of|after|following|from|thanks to|owing to|under|with|to|over|"
    r"for|in|against|about|at|without|than|into|including|like|face|before|through)\s+(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
_TIGHT = re.compile(
    r"\s*(?:rates?|levels?|hikes?|rise|increase|growth)?\s*(?:of|at|to|by|from|:|\(|worth|totall?ing|is|was|were|"
    r"totall?ed|are)?\s*(?:(?:about|around|nearly|almost|over|up to|more than|some|a|an|the|just|as high as)\s+)*",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$|\bworth\b", re.IGNORECASE)
_PP_AFTER = re.compile(
    r"\s*(?:worth\s+(?:of\s+[\w\s]{0,40}?)?)?(?:of goods\s+)?(?:in\s+goods\s+)?"
    r"(?:(?:went|goes|go|came|comes|come|(?:was|were)\s+(?:exported|shipped|sent|sold|bought|imported))\s+)?(?P<way>in|to|from|with|into)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BEFORE_WAY = re.compile(
    r"(?:^|\b(?:those|that|ones|and|while|but|sales|shipments|goods)\b|[,;:(%–-]|\d)\s*(?:and\s+|while\s+|but\s+)?"
    r"(?:those\s+|that\s+)?(?P<way>to|from|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\s*\)?\s*(?:(?:figure|total|number)\s+(?:was|is|were|stood at|reached)|[(:–—-]|at|with|by|,|took in|takes in|took|bought|valued at|, valued at|accounted for|accounting for|(?:comes?|ranks?|ranked|follows|followed|is|was) (?:in )?"
    r"(?:second|third|fourth|fifth|next)(?: place)?,?(?: with| at)?|imported|received|came (?:in )?(?:second|third|next)"
    r"(?: with| at)?|followed with|rose|fell|grew|(?:rose|fell|grew|increased|decreased|declined|dropped|jumped|surged|"
    r"climbed|slipped|was|were|were up|was up|were down|was down|up|down)(?:\s+by)?)\s*"
    r"(?:(?:about|around|nearly|almost|over|more than|some|a|an|at|just|with|by|roughly|under|below|close to)\s+)*[(+-]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A number with the phrase that it is of.

    Attributes:
        index: which frame of the sentence; -1 for that of an earlier one.
        gap: the words between a number and a phrase behind it; None where the phrase is before.
    """

    index: int
    gap: str | None = None


def link(
    scene: Scene, quantity: Quantity, frames: Sequence[Frame], skipped: set[int]
) -> Link | None:
    """Return the phrase that a number is of, or None where its sentence has none."""
    ahead = next((i for i, frame in enumerate(frames) if frame.head >= quantity.end), None)
    gap = _gap(scene, quantity, frames[ahead]) if ahead is not None else ""
    if ahead is not None and _goes_forward(scene, quantity, frames[ahead], gap):
        return Link(ahead, gap)
    behind = _behind(scene, quantity, frames, skipped)
    if behind is not None:
        return Link(behind)
    if ahead is not None and _belongs_ahead(scene, quantity, frames[ahead]):
        return Link(ahead)
    return None


def _gap(scene: Scene, quantity: Quantity, frame: Frame) -> str:
    """Return the words between a number and the phrase behind it, without a bracket."""
    return _BRACKET.sub("", scene.text[quantity.end : max(frame.start, quantity.end)])


def _goes_forward(scene: Scene, quantity: Quantity, frame: Frame, gap: str) -> bool:
    """Say whether a number is right before its phrase ("5% of exports", "a $2bn deficit")."""
    if frame.verb and quantity.is_percent and _OF_ALL.fullmatch(gap):
        return True
    apposed = _APPOSED.search(scene.text, scene.sentence.start, quantity.start)
    return bool(_FORWARD.fullmatch(gap) and (apposed or not _turns(gap)))


def _belongs_ahead(scene: Scene, quantity: Quantity, frame: Frame) -> bool:
    """Say whether a number is of a phrase further behind ("goods worth $2bn were exported")."""
    if frame.verb:
        gap = scene.text[quantity.end : frame.head]
        return bool(_PASSIVE.search(gap) or re.match(r"\s*(?:worth|of)\b", gap))
    opening = scene.text[scene.sentence.start : quantity.start]
    between = scene.text[quantity.end : frame.start]
    return (
        frame.kind is not Kind.TRAP
        and re.fullmatch(r"(?:at|with)\s+(?:[\w-]+\s+){0,3}", opening, re.IGNORECASE) is not None
        and re.fullmatch(r",\s*(?:the\s+)?", between) is not None
    )


def _turns(gap: str) -> bool:
    """Say whether a comma parts the number from what follows."""
    return re.search(r",\s", gap) is not None


def _behind(
    scene: Scene, quantity: Quantity, frames: Sequence[Frame], skipped: set[int]
) -> int | None:
    role = None
    for index in range(len(frames) - 1, -1, -1):
        frame = frames[index]
        if frame.head >= quantity.start or index in skipped or _is_aside(scene, frame, quantity):
            continue
        if frame.kind is Kind.TRAP:
            if _traps(scene, frame, quantity):
                return index
        elif frame.kind is Kind.ROLE and frame.partner is None:
            role = index if role is None else role
        else:
            return index
    return role


def _is_aside(scene: Scene, frame: Frame, quantity: Quantity) -> bool:
    """Say whether a phrase stands in brackets or between dashes that close before a number."""
    behind = scene.text[frame.end : frame.end + 1]
    if (
        frame.kind is Kind.ROLE
        and behind == ","
        and _COMMA.search(scene.text, scene.sentence.start, frame.start)
    ):
        return True
    for match in _INSERTION.finditer(scene.text, scene.sentence.start, quantity.start):
        if match.start() < frame.head < match.end():
            return True
    return False


def _traps(scene: Scene, frame: Frame, quantity: Quantity) -> bool:
    """Say whether a number behind a tariff, a price and the like belongs to it."""
    if _TIGHT.fullmatch(scene.text, frame.end, quantity.start):
        return True
    return not _ASIDE.search(
        scene.text, max(frame.start - 30, scene.sentence.start), frame.start
    ) and (
        frame.start - scene.sentence.start == 0
        or not re.search(
            r"\b(?:and|or)\s*$|['’]s\s*$", scene.text[max(frame.start - 6, 0) : frame.start]
        )
    )


def party_beside(scene: Scene, quantity: Quantity, frame: Frame, floor: int) -> Party | None:
    """Return the country that stands right beside a number as the other side of its flow.

    ``floor`` is where the phrase or the number before this one ends.
    """
    following = next(
        (q.start for q in scene.quantities if q.start >= quantity.end), scene.sentence.end
    )
    match = _PP_AFTER.match(scene.text, quantity.end)
    if match and _fits(frame, match["way"].lower()):
        party = next((p for p in scene.parties if p.start == match.end()), None)
        if (
            party
            and party.end <= following
            and party.style is Style.NAME
            and party.code != frame.reporter
        ):
            return party
    for party in reversed(scene.parties):
        if party.end > quantity.start or party.start < floor:
            continue
        if party.code == frame.reporter:
            return None
        way = _BEFORE_WAY.search(scene.text[floor : party.start])
        if way and _fits(frame, way["way"].lower()):
            return party
        named = party.style is Style.NAME or scene.text[party.end : party.end + 7] in {
            " figure",
            " total ",
        }
        near = named and _BESIDE.fullmatch(scene.text, party.end, quantity.start)
        return party if near and not _in_phrase(scene, party, floor) else None
    return None


def _fits(frame: Frame, way: str) -> bool:
    if way == "with":
        return frame.flow is Flow.TOTAL
    if frame.flow is Flow.IMPORT:
        return way == "from"
    return way in {"to", "in", "into"} if frame.flow is Flow.EXPORT else False


def _in_phrase(scene: Scene, party: Party, floor: int) -> bool:
    """Say whether a country stands in an aside of the sentence ("demand from China")."""
    before = scene.text[floor : party.start]
    return bool(
        re.search(
            r"\b(?:in|(?<!followed )by|of|from|to|on|for|over|against|than|at)\s+(?:the\s+)?$",
            before,
            re.IGNORECASE,
        )
    ) or (party.code == WORLD)
