"""Find all numbers that may be trade figures: amounts, percentages, fractions, multiples."""

import re
from dataclasses import replace
from decimal import Decimal

from timeline.extractors.trading.amounts import Quantity, find_amounts
from timeline.extractors.trading.multiples import find_fractions, find_multiples

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
_WIDTH = 40  # characters looked at before a number for its hedge


def find_quantities(text: str) -> list[Quantity]:
    """Return the numbers with a unit in order; none for tonnes, prices or daily averages."""
    found = [
        replace(quantity, approximate=quantity.approximate or _is_hedged(text, quantity))
        for quantity in [*find_amounts(text), *find_fractions(text), *find_multiples(text)]
    ]
    found.sort(key=lambda quantity: (quantity.start, -quantity.end))
    return _without_repeats(text, found)


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
            r"\s*(?:\(|\[|/|,?\s*(?:equivalent to|or)\b|,(?=\s*(?:about|around|roughly|nearly|some|approximately)\b))\s*(?:or\s|about\s|around\s|some\s|nearly\s|over\s|"
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
