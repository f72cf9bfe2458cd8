"""Dates in EDTF as they are stored: which days they cover, and whether a text is one at all.

Understood of EDTF (Library of Congress, levels 0 and 1): a day, month or year, a season, the
qualifiers ``~``, ``?`` and ``%`` behind a date, and intervals whose ends may be open (``..``) or
unknown (empty); added for trade periods is the quarter, ``2023-Q2``. That much is two short
expressions here: the ``edtf`` package reads the whole standard, but guesses the bounds.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from timeline.errors import TimelineError

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

_DATE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])))?[~?%]?", re.ASCII)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # the first month, by the seasons of the north
_LAST_MONTH = 12
_SHOWN = 40  # characters of a wrong date in its message

_OTHER_YEAR = re.compile(r"\s*(?:-\d{4}|Y?-?\d{5,6})(?:-.*)?\s*", re.ASCII)

_DAY_FIRST = re.compile(
    r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([a-z]+)\.?,?[\s-]+(\d{4})",
    re.ASCII,
)
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(
    r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))(?:[t ]\d\d:\d\d.*)?", re.ASCII
)


def bounds(edtf: str) -> tuple[date, date]:
    """Return the first and the last day that an EDTF date covers.

    A qualifier does not widen them: ``2025-09~`` covers September 2025. An open or unknown end is
    the first or last day that a date can be; a season is that of the north, and winter
    (``2024-24``) ends in February of the next year.

    Raises:
        TimelineError: it is no date in the part of EDTF that is understood, or no day that exists.
    """
    head, slash, tail = edtf.partition("/")
    if not slash:
        return _covered(head, edtf)
    if head in {"", ".."} and tail in {"", ".."}:
        raise _no_date(edtf, "an interval needs one end")
    first = date.min if head in {"", ".."} else _covered(head, edtf)[0]
    last = date.max if tail in {"", ".."} else _covered(tail, edtf)[1]
    if last < first:
        raise _no_date(edtf, "it ends before it begins")
    return first, last


def is_edtf(text: str) -> bool:
    """Say whether ``bounds`` understands a text."""
    try:
        bounds(text)
    except TimelineError:
        return False
    return True


def overlap(a: str, b: str) -> tuple[date, date] | None:
    """Return the first and last day that two EDTF dates share, or None."""
    (first_a, last_a), (first_b, last_b) = bounds(a), bounds(b)
    first, last = max(first_a, first_b), min(last_a, last_b)
    return (first, last) if first <= last else None


def overlaps(a: str, b: str) -> bool:
    """Say whether two EDTF dates share a day."""
    return overlap(a, b) is not None


def format_interval(first: date, last: date) -> str:
    """Write the days from ``first`` to ``last`` as the shortest EDTF that covers just them.

    Raises:
        TimelineError: ``last`` lies before ``first``.
    """
    if last < first:
        raise _no_date(f"{first}/{last}", "it ends before it begins")
    if first == last:
        return first.isoformat()
    precision = 10
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        whole_years = first.month == 1 and last.month == _LAST_MONTH
        precision = 4 if whole_years else 7
    head, tail = first.isoformat()[:precision], last.isoformat()[:precision]
    return head if head == tail else f"{head}/{tail}"


def parse_day(text: str) -> date:
    """Read a day as people type it: ``2025-09-03``, ``2025/9/3``, ``3 September 2025``.

    A time of day behind an ISO date is left out. ``03/09/2025`` is refused, as it is two dates.

    Raises:
        TimelineError: it is no such day.
    """
    plain = text.strip().lower()
    if match := _YEAR_FIRST.fullmatch(plain):
        year, month, day = match[1], int(match[3] or match[5]), match[4] or match[6]
    elif match := _DAY_FIRST.fullmatch(plain):
        year, month, day = match[3], month_number(match[2]), match[1]
    elif match := _MONTH_FIRST.fullmatch(plain):
        year, month, day = match[3], month_number(match[1]), match[2]
    else:
        raise _no_date(text, "write it as 2025-09-03")
    return _day(int(year), month, int(day), text)


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's English name or abbreviation in any case, 0 for another word."""
    name = word.lower().rstrip(".")
    if name.isalpha() and len(name) >= len("jan"):
        for number, month in enumerate(MONTHS, start=1):
            if month.startswith(name):
                return number
    return 0


def _covered(part: str, whole: str) -> tuple[date, date]:
    match = _DATE.fullmatch(part)
    if not match:
        raise _no_date(whole, "write it as 2025-09-03, 2025-09, 2025 or 2025-08-31/2025-09-01")
    year, month, day, quarter = (int(group) if group else None for group in match.groups())
    year = year or 0
    if day is not None:
        only = _day(year, month or 0, day, whole)
        return only, only
    if quarter:
        return _months(year, 3 * quarter - 2, 3, whole)
    if month is None:
        return _months(year, 1, 12, whole)
    if month in _SEASONS:
        return _months(year, _SEASONS[month], 3, whole)
    return _months(year, month, 1, whole)


def _months(year: int, month: int, count: int, whole: str) -> tuple[date, date]:
    """Return the first and last day of ``count`` months from ``month`` on."""
    first = _day(year, month, 1, whole)
    years, last_month = divmod(month + count - 2, 12)
    if year + years > date.max.year:
        raise _no_date(whole, "it ends after the year 9999")
    length = monthrange(year + years, last_month + 1)[1]
    return first, date(year + years, last_month + 1, 1) + timedelta(days=length - 1)


def _day(year: int, month: int, day: int, whole: str) -> date:
    if not year:
        raise _no_date(whole, "years run from 1 to 9999")
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_date(whole, "there is no such day") from None


def _no_date(text: str, reason: str) -> TimelineError:
    if _OTHER_YEAR.fullmatch(text):
        reason = "years run from 1 to 9999"
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return TimelineError(f"{shown!r} is no date: {reason}")
