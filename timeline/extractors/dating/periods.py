"""Find the periods that trade figures are of, also those told by other periods and by years."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from timeline.extractors.dating import days, parts, years
from timeline.extractors.dating.calendar import add_months, month_edtf, moved, year_edtf
from timeline.extractors.dating.grammar import Grammar, Rule, Setting
from timeline.extractors.dating.spans import (
    FISCAL,
    OF_YEAR,
    fiscal_edtf,
    months_edtf,
    year_of,
    years_later,
)
from timeline.extractors.dating.words import (
    AND,
    NUMBER,
    SP,
    TO,
    number,
)
from timeline.records import DateMention

_YEAR_LENGTH = 12


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
_SAME = r"(?i:same|corresponding|comparable|equivalent|similar|like)"
_PERIOD = r"(?i:period|months?|quarter|half|time)\b"
_AGO = rf"(?i:(?:an?|one){SP}year{SP}(?:ago|earlier|before|prior|previously))\b"
_PREVIOUS = r"(?i:previous|preceding|prior)"

_RULES = (
    days.DECADE,
    *parts.PARTS,
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
    *parts.MONTHS,
    # Years.
    Rule(rf"(?:(?i:from){SP})?(?P<core>{_FIRST_YEAR}{TO}{_LAST_YEAR})(?![-/]\d)", _read_years),
    Rule(rf"(?i:between){SP}(?P<core>{_FIRST_YEAR}{AND}{_LAST_YEAR})", _read_years),
    *years.RULES,
)

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
        for found in _grammar().find(setting)
        if not _LIMITS.search(text, max(0, found.start - len("until  the ")), found.start)
    )


def _told_by_last_year(text: str) -> date | None:
    found = _TOLD_LAST_YEAR.search(text)
    year = int(found["year"]) + 2 if found else None
    return date(year, _YEAR_LENGTH, 31) if year else None


def _only_year(text: str) -> int | None:
    named = set(_YEARS_NAMED.findall(text))
    return int(named.pop()) if len(named) == 1 else None


@cache
def _grammar() -> Grammar:
    """Compile the rules once, at the first use: it takes some tenths of a second."""
    return Grammar(_RULES)
