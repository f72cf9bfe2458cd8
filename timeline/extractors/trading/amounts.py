"""Find numbers with a unit of their own: amounts of money and percentages.

Numbers of a list or range take the unit that follows the last ("200, 161 and 252 percent",
"$5-6 billion"). Units are data: patterns/trade_units.jsonl.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from timeline.extractors.patterns import read_patterns
from timeline.extractors.trading.numerals import DIGITS, SPOKEN, WORDS, value_of

PERCENT = "percent"

_PER = re.compile(
    r"\s*(?:/|(?:a|per|each|every)\s+)(?:day|barrel|bbl|tonne|ton|kg|kilo|kilogram|kilogramme|"
    r"pound|mmbtu|head|person|capita|bushel|unit|cow|week|ounce|gallon|litre|liter|share|hour|b)\b"
    r"|\s*(?:daily|percentage|tonnes|tons|barrels|bpd|cubic|basis)\b",
    re.IGNORECASE,
)
_WIDTH = 40  # characters between a number and the one whose unit it takes


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        value: the number in full, as told ("$2.4bn" is 2400000000); a multiple as percent of growth.
        unit: ``percent`` or an ISO 4217 code.
        approximate: True behind about, nearly, more than and their like, and in a range.
        signed: True where the value is a change with its sign ("doubled", "nine-fold", "+5%").
        fraction: True for "a third" and its like.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    approximate: bool = False
    signed: bool = False
    fraction: bool = False

    @property
    def is_percent(self) -> bool:
        """Say whether it counts in percent."""
        return self.unit == PERCENT


@dataclass(frozen=True, slots=True)
class _Bare:
    """A number as it stands: with a scale and a unit, or waiting for those of the next."""

    start: int
    end: int
    value: Decimal
    before: str | None
    scale: Decimal | None
    after: str | None

    @property
    def unit(self) -> str | None:
        return self.after if self.after == PERCENT else self.before or self.after


def find_amounts(text: str) -> list[Quantity]:
    """Return the amounts and percentages of a text; none for tonnes, prices or daily averages."""
    bare = [_read(match) for match in _number_pattern().finditer(text)]
    shared = _share_units(text, bare)
    ranged = _ranges(text, shared)
    return [
        Quantity(
            start=number.start,
            end=number.end,
            value=number.value
            * (number.scale or 1)
            * (-1 if _sign(text, number) in {"-", "−"} else 1),
            unit=number.unit,
            approximate=index in ranged,
            signed=number.unit == PERCENT and _sign(text, number) != "",
        )
        for index, number in enumerate(shared)
        if number.unit and not _PER.match(text, number.end)
    ]


def _sign(text: str, number: _Bare) -> str:
    """Return the sign before a number; a dash or the hyphen of a range is none."""
    at = number.start - 1
    lone = at <= 0 or text[at - 1] in " (\n:="
    return text[at] if at >= 0 and lone and text[at] in "+-−" else ""


@cache
@cache
def _units() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {"before": {}, "after": {}, "scale": {}}
    for line in read_patterns("trade_units"):
        tables[line["kind"]][line["term"]] = line["unit"]
    for code in {*tables["before"].values(), *tables["after"].values()}:
        if code.isupper():
            tables["before"][code] = tables["after"][code.lower()] = code
    return tables


@cache
@cache
def _number_pattern() -> re.Pattern[str]:
    def either(kind: str) -> str:
        terms = sorted(_units()[kind], key=len, reverse=True)
        return "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in terms)

    # The currency before a number keeps its case ("R5 billion"), everything else does not.
    return re.compile(
        rf"(?<![\w.])(?:(?P<before>(?-i:{either('before')}))\s?)?"
        rf"(?<![\d][.,])(?P<number>{SPOKEN}|{DIGITS}|(?:{WORDS})(?=[\s-]))"
        rf"(?:[\s-]?(?P<scale>{either('scale')})(?![\w]))?"
        rf"(?:(?:\s+of\s+)?[\s-]?(?P<after>{either('after')})(?![\w]))?",
        re.IGNORECASE,
    )


def _read(match: re.Match[str]) -> _Bare:
    before, scale, after = match["before"], match["scale"], match["after"]
    units = _units()
    return _Bare(
        start=match.start(),
        end=match.end(),
        value=value_of(match["number"]),
        before=units["before"][before] if before else None,
        scale=Decimal(units["scale"][re.sub(r"\s+", " ", scale.lower())]) if scale else None,
        after=units["after"][re.sub(r"\s+", " ", after.lower())] if after else None,
    )


def _share_units(text: str, numbers: list[_Bare]) -> list[_Bare]:
    """Give numbers without unit that of the next one in their list or range, or of the last."""
    shared = list(numbers)
    joint = re.compile(r"\s*(?:-|–|—|to|and|or|,|, and)\s*", re.IGNORECASE)
    for index in range(len(shared) - 2, -1, -1):
        here, following = shared[index], shared[index + 1]
        if not joint.fullmatch(text, here.end, following.start):
            continue
        in_year = re.search(r"\d{4}-$", text[max(here.start - 5, 0) : here.start])
        if (
            here.unit is None
            and here.scale is None
            and following.after
            and not (_is_year(here) or in_year)
        ):
            shared[index] = replace(here, after=following.after, scale=following.scale)
        elif here.before and here.scale is None and not here.after and following.scale:
            shared[index] = replace(here, scale=following.scale)
    for index, number in enumerate(shared[1:], start=1):
        last = shared[index - 1]
        near = text[last.end : number.start]
        if (
            not number.unit
            and last.before
            and number.scale
            and re.search(r"\b(?:to|and|or)\s+$|^-$", near)
            and len(near) <= _WIDTH
            and "." not in near
        ):
            shared[index] = replace(number, before=last.before)
    return shared


def _is_year(number: _Bare) -> bool:
    return number.end - number.start == len("2023") and 1900 <= number.value <= 2099


def _ranges(text: str, numbers: list[_Bare]) -> set[int]:
    """Return which numbers are an end of a range ("35-40 per cent", "between 5% and 6%")."""
    ends: set[int] = set()
    for index, (here, following) in enumerate(pairwise(numbers)):
        joint = text[here.end : following.start].strip().lower()
        before = text[max(here.start - 12, 0) : here.start].lower()
        from_to = joint == "to" and re.search(r"\bfrom\s+$", before)
        between = joint == "and" and re.search(r"\bbetween\s+$", before)
        linked = (joint in {"-", "–", "—", "to"} and not from_to) or between
        if linked and here.unit == following.unit and here.value < following.value:
            ends |= {index, index + 1}
    return ends
