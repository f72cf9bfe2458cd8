"""Periods that are parts of a year: halves, quarters, months, and months up to another month."""

import re

from timeline.edtf_dates import month_number
from timeline.extractors.dating.calendar import add_months, month_edtf, year_edtf
from timeline.extractors.dating.grammar import Rule, Setting
from timeline.extractors.dating.spans import (
    IN_YEAR,
    OF_YEAR,
    fiscal_start,
    months_edtf,
    part_of_year,
    year_of,
)
from timeline.extractors.dating.words import (
    AND,
    DAY,
    MONTH,
    NUMBER,
    ORDINAL,
    ORDINALS,
    PLAIN_MONTH,
    SP,
    TO,
    YEAR,
    behind,
    number,
)

_YEAR_LENGTH = 12
_HALF = 6
_QUARTER = 3


def _read_half(match: re.Match[str], setting: Setting) -> str | None:
    word = match["half"].lower()
    return part_of_year(match, setting, 1 if word in {"first", "1"} else 1 + _HALF, _HALF)


def _read_first_months(match: re.Match[str], setting: Setting) -> str | None:
    count = number(match["count"])
    if not 0 < count <= _YEAR_LENGTH:
        return None
    first = 1 if match["which"].lower() == "first" else 1 + _YEAR_LENGTH - count
    return part_of_year(match, setting, first, count)


def _read_quarter(match: re.Match[str], setting: Setting) -> str | None:
    word = match["quarter"].lower()
    quarter = 4 if word in {"last", "final"} else ORDINALS.get(word) or int(word)
    if match["fiscal"]:
        return part_of_year(match, setting, _QUARTER * quarter - 2, _QUARTER)
    year = year_of(match, setting, _QUARTER * quarter)
    return f"{year_edtf(year)}-Q{quarter}" if year else None


def _read_near_quarter(match: re.Match[str], setting: Setting) -> str | None:
    if setting.published is None:
        return None
    step = 0 if match["step"].lower() == "this" else -1
    year, month = add_months(setting.published.year, setting.published.month, _QUARTER * step)
    return f"{year_edtf(year)}-Q{(month + 2) // _QUARTER}"


def _read_ending(match: re.Match[str], setting: Setting) -> str | None:
    """Read "the 12 months to June 2031", "the quarter ended March", "the year to August"."""
    lengths = {"quarter": _QUARTER, "year": _YEAR_LENGTH, "half": _HALF}
    groups = match.groupdict()
    count = number(groups["count"]) if "count" in groups else lengths[groups["unit"].lower()]
    month = month_number(match["month"])
    year = year_of(match, setting, month)
    if not year or not count:
        return None
    return months_edtf(*add_months(year, month, 1 - count), count)


def _read_months(match: re.Match[str], setting: Setting) -> str | None:
    """Read a span of months; the year behind is that of its last month."""
    first, last = month_number(match["first_month"]), month_number(match["month"])
    if match["fiscal"]:
        start = fiscal_start(match["fiscal"], setting.fiscal_start)
        if start is None:
            return None
        return months_edtf(
            start.year + (first < start.month), first, (last - first) % _YEAR_LENGTH + 1
        )
    year = year_of(match, setting, last)
    if not year:
        return None
    first_year = int(match["first_year"]) if match["first_year"] else year - (first > last)
    return months_edtf(first_year, first, (year - first_year) * _YEAR_LENGTH + last - first + 1)


def _read_month(match: re.Match[str], setting: Setting) -> str | None:
    month = month_number(match["month"])
    if match["fiscal"]:
        start = fiscal_start(match["fiscal"], setting.fiscal_start)
        return month_edtf(start.year + (month < start.month), month) if start else None
    year = year_of(match, setting, month)
    return month_edtf(year, month) if year else None


_FIRST_MONTH = rf"(?P<first_month>{MONTH})(?:,?{SP}(?P<first_year>{YEAR}))?"
_THE_MONTH = rf"(?P<month>{MONTH})"
# Where a month that may be a verb or a person is a month.
_IN = behind("in|for|during|of|from|than|with|on|last|this|through|versus")
_NO_DAY = rf"(?!{SP}{DAY})"
_COUNT = rf"(?P<count>{NUMBER})(?:{SP}|-)"
_MONTHS = r"(?i:months?)\b"
_END = (
    rf"{SP}(?i:to|through|until|ending|ended|ends|up{SP}to){SP}"
    rf"(?i:(?:in|on|the{SP}end{SP}of){SP})?(?:{DAY}{SP})?{_THE_MONTH}(?:{SP}{DAY})?{OF_YEAR}"
)

PARTS = (
    # Halves, quarters and months counted from the first.
    Rule(
        rf"(?:(?i:the){SP})?(?P<half>(?i:first|second))(?:{SP}|-)(?i:half)\b{OF_YEAR}", _read_half
    ),
    Rule(rf"H(?P<half>[12])(?=\d\d\b|\b){OF_YEAR}", _read_half),
    Rule(
        rf"(?:(?i:the){SP})?(?P<which>(?i:first)){SP}{_COUNT}{_MONTHS}{OF_YEAR}", _read_first_months
    ),
    Rule(
        rf"(?:(?i:the){SP})?(?P<which>(?i:last|final)){SP}{_COUNT}{_MONTHS}(?={SP}(?i:of)){OF_YEAR}",
        _read_first_months,
    ),
    Rule(
        rf"(?:(?i:the){SP})?(?P<quarter>{ORDINAL})(?:{SP}|-)(?i:quarter)\b{OF_YEAR}",
        _read_quarter,
    ),
    Rule(
        rf"(?:(?i:the){SP})?(?P<quarter>(?i:last|final)){SP}(?i:quarter)(?={SP}(?i:of){SP}){OF_YEAR}",
        _read_quarter,
    ),
    Rule(rf"Q(?P<quarter>[1-4])(?=\d\d\b|\b){OF_YEAR}", _read_quarter),
    Rule(rf"(?P<quarter>[1-4])Q{OF_YEAR}", _read_quarter),
    Rule(r"(?i:(?P<step>this|last)[ \n]quarter)\b", _read_near_quarter),
    Rule(rf"(?:(?i:the){SP})?{_COUNT}{_MONTHS}{_END}", _read_ending),
    Rule(
        rf"(?i:the{SP})?(?:(?i:fiscal|financial){SP})?(?P<unit>(?i:year|quarter|half)){_END}",
        _read_ending,
    ),
)
MONTHS = (
    Rule(rf"(?:(?i:from){SP})?(?P<core>{_FIRST_MONTH}{TO}{_THE_MONTH}{OF_YEAR})", _read_months),
    Rule(
        rf"(?:(?i:between){SP})?(?P<core>{_FIRST_MONTH}{AND}{_THE_MONTH}{OF_YEAR}){_NO_DAY}",
        _read_months,
    ),
    Rule(rf"{_THE_MONTH}{IN_YEAR}", _read_month),
    Rule(rf"(?=[A-Z]){_IN}{_THE_MONTH}{_NO_DAY}{OF_YEAR}", _read_month),
    Rule(rf"(?P<month>{PLAIN_MONTH})(?!{SP}(?:{DAY}|[A-Z])){OF_YEAR}", _read_month),
)
