"""The year that a period lies in, and how spans of months are written."""

import re
from datetime import date

from timeline.edtf_dates import bounds
from timeline.extractors.dating.calendar import add_months, month_edtf, year_edtf
from timeline.extractors.dating.grammar import Setting
from timeline.extractors.dating.words import SP, YEAR

_MONTHS = 12
_CENTURY = 2000
_TWO_DIGITS = 100

_FISCAL_YEARS = r"(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)\b(?![-/]\d)"
#: A financial year, with its name in front or as a pair of years.
FISCAL = (
    rf"(?:(?i:the{SP})?(?:FY|(?i:fiscal(?:{SP}year)?|financial{SP}year|FY)){SP}?['’]?"
    rf"(?:{_FISCAL_YEARS}|(?:19|20)\d\d\b|\d\d\b(?![.,%]\d|%))|{_FISCAL_YEARS})"
)
_BY = r"(?i:(?:the[ \n])?(?P<by>this|last|current|previous|preceding|same)[ \n](?:calendar[ \n])?year|the[ \n]year)\b"
#: The year behind a part of it: "of 2031", "last year", "of FY32"; and "32" behind "Q1".
IN_YEAR = (
    rf"(?:,?{SP}(?i:of{SP}|in{SP}|for{SP})?(?:(?P<fiscal>{FISCAL})|(?P<year>{YEAR})|{_BY})(?![’'])"
    r"|(?P<tight>(?:(?<=[QH]\d)|(?<=\d[QH]))\d\d\b))"
)
OF_YEAR = rf"{IN_YEAR}?"


def year_of(match: re.Match[str], setting: Setting, last_month: int) -> int | None:
    """Return the year of a period whose last month is given.

    A period without a year is the latest that was over, or all but over, at publication.
    """
    groups = match.groupdict()
    if groups.get("year"):
        return int(match["year"])
    if groups.get("tight"):
        return _CENTURY + int(match["tight"])
    if groups.get("by"):
        return _year_by_word(match["by"].lower(), setting)
    if setting.published is None:
        return setting.only_year
    return setting.published.year - (last_month > setting.published.month)


def _year_by_word(word: str, setting: Setting) -> int | None:
    before = bounds(setting.previous)[0].year if setting.previous else None
    if word == "same" and before:
        return before
    if word in {"previous", "preceding"} and before:
        return before - 1
    if setting.published is None:
        return None
    return setting.published.year - (word not in {"this", "current", "same"})


def fiscal_start(words: str, start_month: int | None) -> date | None:
    """Return the first day of the financial year that ``FY32`` or ``2031-32`` names.

    It is named by the year that it ends in, unless it begins in January; None where the month
    that it begins with is not known.

    Raises:
        ValueError: the words name several years.
    """
    first, last = _years_named(words)
    if last - first > 1:
        raise ValueError(words)
    if start_month is None:
        return None
    ends_later = start_month > 1 and first == last
    return date(first - ends_later, start_month, 1)


def fiscal_edtf(words: str, start_month: int | None) -> str:
    """Write a financial year, or the plain years where nothing says when it begins."""
    first, last = _years_named(words)
    start = fiscal_start(words, start_month) if last - first <= 1 else None
    if start is not None:
        return months_edtf(start.year, start.month, _MONTHS)
    return year_edtf(first) if first == last else f"{year_edtf(first)}/{year_edtf(last)}"


def _years_named(words: str) -> tuple[int, int]:
    """Return the first and the last year of ``FY32``, ``2031`` or ``2031-32``.

    Raises:
        ValueError: they run backwards, so that they are no years.
    """
    years = [int(digits) for digits in re.findall(r"\d+", words)]
    first, last = (
        year + _CENTURY if year < _TWO_DIGITS else year for year in (years[0], years[-1])
    )
    if last < first:
        raise ValueError(words)
    return first, last


def months_edtf(year: int, month: int, count: int) -> str:
    """Write ``count`` months from one on, a whole year as the year."""
    if count == 1:
        return month_edtf(year, month)
    if (month, count) == (1, _MONTHS):
        return year_edtf(year)
    return f"{month_edtf(year, month)}/{month_edtf(*add_months(year, month, count - 1))}"


def part_of_year(
    match: re.Match[str], setting: Setting, first_month: int, count: int
) -> str | None:
    """Write the months of a year, calendar or financial, that the match tells.

    In a financial year the first month is counted from its own beginning.
    """
    if match["fiscal"]:
        start = fiscal_start(match["fiscal"], setting.fiscal_start)
        if start is None:
            return None
        return months_edtf(*add_months(start.year, start.month, first_month - 1), count)
    year = year_of(match, setting, first_month + count - 1)
    return months_edtf(year, first_month, count) if year else None


def years_later(edtf: str, count: int) -> str:
    """Write the same period of another year."""
    return re.sub(r"\d{4}", lambda year: f"{int(year[0]) + count:04}", edtf)
