"""Find the periods that trade figures are of: years, halves, quarters, months, financial years."""

import re
from dataclasses import replace
from datetime import date

from timeline.edtf_dates import month_number
from timeline.extractors.dating import days, years
from timeline.extractors.dating.calendar import add_months, month_edtf, moved, year_edtf
from timeline.extractors.dating.grammar import Grammar, Rule, Setting
from timeline.extractors.dating.spans import (
    FISCAL,
    IN_YEAR,
    OF_YEAR,
    fiscal_edtf,
    fiscal_start,
    months_edtf,
    part_of_year,
    year_of,
    years_later,
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
from timeline.records import DateMention

_YEAR_LENGTH = 12
_QUARTER = 3
_HALF = 6
_LATEST = "last"


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
    quarter = 4 if word in {_LATEST, "final"} else ORDINALS.get(word) or int(word)
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


def _read_fiscal(match: re.Match[str], setting: Setting) -> str:
    return fiscal_edtf(match["fiscal"], setting.fiscal_start)


def _read_near_fiscal(match: re.Match[str], setting: Setting) -> str | None:
    if setting.published is None:
        return None
    start = setting.fiscal_start or 1
    year = setting.published.year - (setting.published.month < start)
    year -= match["step"].lower() not in {"this", "current"}
    return months_edtf(year, start, _YEAR_LENGTH)


def _read_to_date(_: re.Match[str], setting: Setting) -> str | None:
    """Read "so far this year": to the month told of before, else to that of publication."""
    if setting.published is None:
        return None
    year, month = setting.published.year, setting.published.month
    told = re.fullmatch(rf"(?:\d{{4}}-\d\d/)?{year:04}-(\d\d)", setting.previous or "")
    return months_edtf(year, 1, int(told[1]) if told else month)


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


def _read_years(match: re.Match[str], _: Setting) -> str:
    return f"{year_edtf(int(match['first']))}/{year_edtf(int(match['last']))}"


def _read_near_year(match: re.Match[str], setting: Setting) -> str | None:
    year = year_of(match, setting, 1)
    return year_edtf(year) if year else None


def _read_near_month(match: re.Match[str], setting: Setting) -> str | None:
    if setting.published is None:
        return None
    step = 0 if match["step"].lower() == "this" else -1
    return month_edtf(*add_months(setting.published.year, setting.published.month, step))


def _read_year_earlier(_: re.Match[str], setting: Setting) -> str | None:
    """Read "a year earlier", "the previous year": the same period as before, a year back."""
    if setting.previous is not None:
        return years_later(setting.previous, -1)
    return year_edtf(setting.published.year - 1) if setting.published else None


def _read_month_earlier(_: re.Match[str], setting: Setting) -> str | None:
    return moved("month", -1, setting.previous) if setting.previous else None


def _read_years_ago(match: re.Match[str], setting: Setting) -> str | None:
    if setting.published is None:
        return None
    return year_edtf(setting.published.year - number(match["count"]))


def _read_same(match: re.Match[str], setting: Setting) -> str | None:
    """Read "the same period": the one told of before, in the year told behind it, if one is."""
    if setting.previous is None:
        return None
    year = year_of(match, setting, 1) if match["year"] or match["by"] else None
    if year is None:
        return setting.previous
    return years_later(setting.previous, year - int(setting.previous[:4]))


_FIRST_YEAR = r"(?P<first>(?:19|20)\d\d)"
_LAST_YEAR = r"(?P<last>(?:19|20)\d\d)\b"
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
_SAME = r"(?i:same|corresponding|comparable|equivalent|similar|like)"
_PERIOD = r"(?i:period|months?|quarter|half|time)\b"
_AGO = rf"(?i:(?:an?|one){SP}year{SP}(?:ago|earlier|before|prior|previously))\b"
_PREVIOUS = r"(?i:previous|preceding|prior)"

_RULES = (
    *days.NO_DATES[:1],
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
    # The same again, and a year or a month before.
    Rule(
        rf"(?:(?i:the){SP})?{_SAME}{SP}{_PERIOD}{SP}(?:(?i:of|in){SP})?"
        rf"(?:{_AGO}|(?i:the{SP})(?:(?i:year{SP}before)|{_PREVIOUS}{SP}(?i:year))\b)",
        _read_year_earlier,
        anchors=False,
    ),
    Rule(
        rf"(?:(?i:the{SP})?{_PREVIOUS}|(?i:last)){SP}(?i:year['’]s){SP}{_SAME}{SP}{_PERIOD}",
        _read_year_earlier,
        anchors=False,
    ),
    Rule(
        rf"(?:(?i:the|a){SP})?(?i:year[- ](?:ago|earlier)){SP}(?:{_PERIOD}|(?i:level))",
        _read_year_earlier,
        anchors=False,
    ),
    Rule(rf"(?i:the|that){SP}{_SAME}{SP}{_PERIOD}{OF_YEAR}", _read_same, anchors=False),
    Rule(
        rf"(?:{_AGO}|(?i:the{SP})(?:(?i:year{SP}before)|{_PREVIOUS}{SP}(?i:year))\b)",
        _read_year_earlier,
        anchors=False,
    ),
    Rule(
        rf"(?i:a{SP}month{SP}(?:ago|earlier|before)|the{SP}month{SP}before|the{SP}previous{SP}month)\b",
        _read_month_earlier,
        anchors=False,
    ),
    Rule(rf"(?P<count>{NUMBER}){SP}(?i:years{SP}ago)\b", _read_years_ago),
    # Years, financial and plain, counted from the publication.
    Rule(rf"(?P<fiscal>{FISCAL})", _read_fiscal),
    Rule(
        rf"(?i:the{SP})?(?P<step>(?i:this|last|current|previous)){SP}(?i:fiscal|financial)"
        rf"(?:{SP}(?i:year))?\b",
        _read_near_fiscal,
    ),
    Rule(
        rf"(?i:so{SP}far{SP}this{SP}year|(?:the{SP})?year[- ]to[- ]date"
        rf"|since{SP}the{SP}(?:start|beginning){SP}of{SP}(?:the|this){SP}year)\b",
        _read_to_date,
    ),
    Rule(
        rf"(?:(?i:the){SP})?(?P<by>(?i:this|last|current)){SP}(?:(?i:calendar){SP})?(?i:year)\b",
        _read_near_year,
    ),
    Rule(rf"(?P<step>(?i:this|last)){SP}(?i:month)\b", _read_near_month),
    # Dates of a day are no periods, and their months neither.
    *(replace(rule, read=None) for rule in days.DAYS),
    # Months.
    Rule(rf"(?:(?i:from){SP})?(?P<core>{_FIRST_MONTH}{TO}{_THE_MONTH}{OF_YEAR})", _read_months),
    Rule(
        rf"(?:(?i:between){SP})?(?P<core>{_FIRST_MONTH}{AND}{_THE_MONTH}{OF_YEAR}){_NO_DAY}",
        _read_months,
    ),
    Rule(rf"{_THE_MONTH}{IN_YEAR}", _read_month),
    Rule(rf"(?=[A-Z]){_IN}{_THE_MONTH}{_NO_DAY}{OF_YEAR}", _read_month),
    Rule(rf"(?P<month>{PLAIN_MONTH})(?!{SP}(?:{DAY}|[A-Z])){OF_YEAR}", _read_month),
    # Years.
    Rule(rf"(?:(?i:from){SP})?(?P<core>{_FIRST_YEAR}{TO}{_LAST_YEAR})(?![-/]\d)", _read_years),
    Rule(rf"(?i:between){SP}(?P<core>{_FIRST_YEAR}{AND}{_LAST_YEAR})", _read_years),
    *years.RULES,
)

_GRAMMAR = Grammar(_RULES)
# What begins or ends then is the period of no figure: "the lowest since May", "to double by 2031".
_LIMITS = re.compile(r"\b(?:since|until|till|by)\s{1,2}(?:the\s)?$", re.IGNORECASE)
# "Last year" is the year behind the one that its growth is told against.
_TOLD_LAST_YEAR = re.compile(
    r"\blast year\b(?:[^.\n]|\.\d){0,160}?\b(?:compared (?:to|with)|from)(?: [^.;,\n]| \d+\.\d){0,40}? "
    r"(?P<year>(?:19|20)\d\d)\b(?! levels)",
    re.IGNORECASE,
)
_YEARS_NAMED = re.compile(r"(?<![\d$€£¥.,-])(?:19|20)\d\d(?![\d%.,]\d|%|-)\b")


def find_periods(
    text: str, published: date | None, fiscal_start_month: int | None = None
) -> tuple[DateMention, ...]:
    """Find the periods that the figures of a text may be of, in order and without overlap.

    A month or a part of a year without its year is the latest one over at publication; words that
    refer back ("the same period", "a year earlier") count from the period told of before them.
    Where no publication date is given, a year that the text itself settles stands for it.
    ``fiscal_start_month`` is the month that the reporter's financial year begins with.
    """
    if published is None:
        published = _told_by_last_year(text)
    setting = Setting(text, published, fiscal_start=fiscal_start_month, only_year=_only_year(text))
    return tuple(
        found
        for found in _GRAMMAR.find(setting)
        if not _LIMITS.search(text, max(0, found.start - len("until  the ")), found.start)
    )


def _told_by_last_year(text: str) -> date | None:
    found = _TOLD_LAST_YEAR.search(text)
    year = int(found["year"]) + 2 if found else None
    return date(year, _YEAR_LENGTH, 31) if year else None


def _only_year(text: str) -> int | None:
    named = set(_YEARS_NAMED.findall(text))
    return int(named.pop()) if len(named) == 1 else None
