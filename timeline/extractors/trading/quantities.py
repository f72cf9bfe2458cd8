"""Find amounts of money, percentages, fractions and multiples in a text.

A number counts only with its unit; numbers of a list or range take the unit that follows the last
("200, 161 and 252 percent", "$5-6 billion"). Units are data: patterns/trade_units.jsonl.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from timeline.extractors.patterns import read_patterns

PERCENT = "percent"

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: at for at, word in enumerate(_SMALL.split(), start=1)}
_NUMBERS |= {word: 10 * at for at, word in enumerate(_TENS.split(), start=2)}
_WORD = "|".join(f"{word}" for word in [*_SMALL.split(), *_TENS.split(), "hundred", "zero"])
_WORDS = rf"(?:{_WORD})(?:[ -](?:{_WORD}|and(?=[ -](?:{_WORD})\b)|point(?=[ -]))){{0,7}}"
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?"
_SPOKEN = rf"\d+-point-(?:\d+|(?:{_WORD})(?:-(?:{_WORD})){{0,3}})|(?:{_WORD})-point-\d+"
_PER = re.compile(
    r"\s*(?:/|(?:a|per|each|every)\s+)(?:day|barrel|bbl|tonne|ton|kg|kilo|kilogram|kilogramme|"
    r"pound|mmbtu|head|person|capita|bushel|unit|cow|week|ounce|gallon|litre|liter|share|hour|b)\b"
    r"|\s*(?:daily|percentage|tonnes|tons|barrels|bpd|cubic|basis)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"(?:about|around|nearly|nearing|some|approximately|approx\.?|roughly|more than|over|almost|"
    r"less than|fewer than|under|below|above|close to|near|up to|at least|as much as|as high as|"
    r"as little as|as low as|as many as|estimated|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|"
    r"topp?(?:s|ed|ing)?|virtually|circa|in excess of|upwards of|north of|pass(?:es|ed|ing)?|"
    r"cross(?:es|ed|ing)?|breach(?:es|ed|ing)?|~|not more than|no less than|around about|just shy of|"
    r"an average of)\s*(?:(?:a|an|the|by|at|just|whopping|record|massive|staggering|estimated)\s+){0,2}$",
    re.IGNORECASE,
)
_AFTER_HEDGE = re.compile(
    r"\s*(?:or (?:so|more|less|thereabouts)|plus\b|\+|-odd\b|give or take)", re.IGNORECASE
)
_PARTS = {
    "half": "50",
    "third": "33.3",
    "quarter": "25",
    "fifth": "20",
    "sixth": "16.7",
    "seventh": "14.3",
    "eighth": "12.5",
    "tenth": "10",
}
_COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_FRACTION = re.compile(
    r"\b(?:(?P<count>a|an|one|two|three|four)[ -](?P<part>third|quarter|fifth|sixth|seventh|eighth|"
    r"tenth)s?(?=\s+(?:of|its|their|the|in|from|to|less|more|lower|higher|year|on|compared|last|over|"
    r"for|while|and|during|by|[A-Z])|\s*[,.;(]|$)"
    r"|(?<!first )(?<!second )(?<!latter )(?<!other )(?P<half>(?<=by )(?:a |one[ -])?half|(?:a |one[ -])?half(?= (?:of|its|their|all|the "
    r"(?:country|total|value)))))(?![- ](?:of the year|year\b))",
    re.IGNORECASE,
)
_MULTIPLES = {
    "doubl": 100,
    "tripl": 200,
    "trebl": 200,
    "quadrupl": 300,
    "quintupl": 400,
    "halv": -50,
}
_MULTIPLE = re.compile(
    rf"\b(?P<stem>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:e|es|ed|ing)\b"
    rf"|\b(?P<fold>{_DIGITS}|{_WORD})[ -]?fold\b"
    rf"|\b(?P<times>{_DIGITS}|{_WORDS})[ -]times\b(?!\s+(?:as|the|that|its|a|per|in)\b)",
    re.IGNORECASE,
)
_RISEN = re.compile(
    r"(?:\b(?:ris|ros|increas|gr[eo]w|jump|surg|soar|climb|expand|up|multipl|leap|leapt|rocket|swell)"
    r"\w*(?:\s+\w+ly)?(?:\s+(?:by|more than|over|nearly|almost|about|some|around|a)){0,3}\s*$)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*(?:more|higher|larger|bigger|greater|up|increase|rise|jump|growth|surge)\b", re.IGNORECASE
)
_WIDTH = 40  # characters looked at before a number for its hedge


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


def find_quantities(text: str) -> list[Quantity]:
    """Return the numbers with a unit in order; none for tonnes, prices or daily averages."""
    found = [
        replace(quantity, approximate=quantity.approximate or _is_hedged(text, quantity))
        for quantity in [*_measured(text), *_fractions(text), *_multiples(text)]
    ]
    found.sort(key=lambda quantity: (quantity.start, -quantity.end))
    return _without_repeats(text, found)


def _measured(text: str) -> list[Quantity]:
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
def _units() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {"before": {}, "after": {}, "scale": {}}
    for line in read_patterns("trade_units"):
        tables[line["kind"]][line["term"]] = line["unit"]
    for code in {*tables["before"].values(), *tables["after"].values()}:
        if code.isupper():
            tables["before"][code] = tables["after"][code.lower()] = code
    return tables


@cache
def _number_pattern() -> re.Pattern[str]:
    def either(kind: str) -> str:
        terms = sorted(_units()[kind], key=len, reverse=True)
        return "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in terms)

    # The currency before a number keeps its case ("R5 billion"), everything else does not.
    return re.compile(
        rf"(?<![\w.])(?:(?P<before>(?-i:{either('before')}))\s?)?"
        rf"(?<![\d][.,])(?P<number>{_SPOKEN}|{_DIGITS}|(?:{_WORDS})(?=[\s-]))"
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
        value=_value(match["number"]),
        before=units["before"][before] if before else None,
        scale=Decimal(units["scale"][re.sub(r"\s+", " ", scale.lower())]) if scale else None,
        after=units["after"][re.sub(r"\s+", " ", after.lower())] if after else None,
    )


def _value(written: str) -> Decimal:
    whole, point, digits = written.lower().partition("-point-")
    if point and (whole.isdigit() or digits.isdigit()):
        return Decimal(f"{_digits(whole)}.{_digits(digits)}")
    if written[0].isdigit():
        thousands = re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", written)
        return Decimal(written.replace(",", "" if thousands or written.count(",") > 1 else "."))
    whole, point, digits = re.sub("[ -]+", " ", written.lower()).partition(" point ")
    value = _word_value(whole)
    if not point:
        return Decimal(value)
    return Decimal(f"{value}." + "".join(str(_word_value(digit)) for digit in digits.split()))


def _digits(spoken: str) -> str:
    """Return "two-five" as digits, one by one."""
    if spoken.isdigit():
        return spoken
    return "".join(str(_word_value(word)) for word in spoken.split("-"))


def _word_value(words: str) -> int:
    value = 0
    for word in words.split():
        value = max(value, 1) * 100 if word == "hundred" else value + _NUMBERS.get(word, 0)
    return value


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
    return number.end - number.start == len("2023") and 1900 <= number.value <= 2099  # noqa: PLR2004


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


def _fractions(text: str) -> list[Quantity]:
    found = []
    for match in _FRACTION.finditer(text):
        part = "half" if match["half"] else match["part"].lower()
        count = _COUNT[(match["count"] or "a").lower()]
        value = min(Decimal(_PARTS[part]) * count, Decimal(100))
        if part == "third" and count == 2:  # noqa: PLR2004 - two thirds are 66.7, not 66.6
            value = Decimal("66.7")
        found.append(Quantity(match.start(), match.end(), value, PERCENT, fraction=True))
    return found


def _multiples(text: str) -> list[Quantity]:
    found = []
    for match in _MULTIPLE.finditer(text):
        if match["stem"]:
            value = Decimal(_MULTIPLES[match["stem"].lower()])
        else:
            risen = _RISEN.search(text[max(match.start() - _WIDTH, 0) : match.start()])
            if match["times"] and not risen and not _MORE.match(text, match.end()):
                continue
            value = (_value(match["fold"] or match["times"]) - 1) * 100
        found.append(Quantity(match.start(), match.end(), value, PERCENT, signed=True))
    return found


def _is_hedged(text: str, quantity: Quantity) -> bool:
    before = text[max(quantity.start - _WIDTH, 0) : quantity.start]
    return bool(_HEDGE.search(before) or _AFTER_HEDGE.match(text, quantity.end))


def _is_near(one: Decimal, other: Decimal) -> bool:
    """Say whether one number is the other one rounded."""
    return abs(one - other) <= abs(one) / 100


def _without_repeats(text: str, found: list[Quantity]) -> list[Quantity]:
    """Drop what overlaps, and the same amount told once more in brackets or behind a slash."""
    kept: list[Quantity] = []
    for quantity in found:
        last = kept[-1] if kept else None
        if last is None:
            kept.append(quantity)
            continue
        between = text[last.end : quantity.start]
        bracketed = re.fullmatch(
            r"\s*(?:\(|\[|/)\s*(?:or\s|about\s|around\s|some\s|nearly\s|over\s|"
            r"approximately\s|roughly\s|more than\s|almost\s|=|~|≈)*\s*",
            between,
            re.IGNORECASE,
        )
        money = not last.is_percent and not quantity.is_percent and last.unit != quantity.unit
        if bracketed and last.fraction and quantity.is_percent:
            kept[-1] = replace(quantity, start=last.start)
            continue
        repeated = bracketed and last.unit == quantity.unit and _is_near(last.value, quantity.value)
        if quantity.start < last.end or (bracketed and money) or repeated:
            continue
        kept.append(quantity)
    return kept
