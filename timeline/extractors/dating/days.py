"""Dates that the text writes out: days, spans of days, and months."""

import re
from datetime import date

from timeline.edtf_dates import format_interval, month_number
from timeline.extractors.dating.calendar import (
    month_edtf,
    nearest_date,
)
from timeline.extractors.dating.grammar import Rule, Setting, direction
from timeline.extractors.dating.words import (
    AND,
    DAY,
    MONTH,
    ON_WEEKDAY,
    PART_OF_DAY,
    PLAIN_MONTH,
    SP,
    TO,
    YEAR,
    behind,
    day_number,
    weekday_number,
)

_WEEKDAY = rf"(?:(?P<weekday>{ON_WEEKDAY}){SP}(?i:(?:on|the){SP})?)?"
_OTHER_WEEKDAY = rf"(?:{ON_WEEKDAY}{SP})?"
_YEAR = rf"(?:,?{SP}(?i:of{SP})?(?P<year>{YEAR}))?"
_FROM = rf"(?:(?i:from|between){SP}(?i:the{SP})?)?"
_BETWEEN = rf"(?i:between){SP}(?i:the{SP})?"
_OF = rf"(?:{SP}(?i:of))?{SP}|[-–]"
_BY_YEAR = rf",?{SP}(?i:(?:of{SP})?(?P<by>this|last|next)){SP}(?i:year)\b"

# A later date, joined by "and" or a comma, whose year is meant for the earlier one as well.
_JOINED = re.compile(
    rf"(?:,|{SP}(?:and|or|to|then)\b)(?!.{{0,60}}?\b(?:since|after|before|than|last|ago)\b)"
    rf".{{0,60}}?\b(?:{MONTH}{SP}{DAY},?{SP}|{DAY}{SP}{MONTH},?{SP})(?P<year>{YEAR})"
)
_STOP = re.compile(r"[.;:](?=\s|$)|\n\s*\n")


def _year_meant(match: re.Match[str], setting: Setting) -> int | None:
    """Return the year that is written, or said as "last year", or that a joined date has."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("by"):
        if setting.published is None:
            return None
        steps = {"last": -1, "this": 0, "next": 1}
        return setting.published.year + steps[groups["by"].lower()]
    joined = _JOINED.match(setting.text, match.end())
    if joined and not _STOP.search(joined[0].rstrip(".")):
        return int(joined["year"])
    return None


def _date_meant(month: int, day: int, match: re.Match[str], setting: Setting) -> date | None:
    year = _year_meant(match, setting)
    if year is not None:
        return date(year, month, day)
    if setting.published is None:
        return None
    word = match.groupdict().get("weekday")
    weekday = weekday_number(word) if word else None
    tense = direction(match, setting)
    return nearest_date(month, day, setting.published, tense, weekday)


def _read_iso(match: re.Match[str], _: Setting) -> str:
    return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()


def _read_day(match: re.Match[str], setting: Setting) -> str | None:
    found = _date_meant(month_number(match["month"]), day_number(match["day"]), match, setting)
    return found.isoformat() if found else None


def _read_days(match: re.Match[str], setting: Setting) -> str | None:
    """Read a span of days: in one month, or from one month to another."""
    last_month = month_number(match["month"])
    first_month = month_number(match.groupdict().get("first_month") or match["month"])
    last = _date_meant(last_month, day_number(match["day"]), match, setting)
    if last is None:
        return None
    year = last.year - 1 if first_month > last_month else last.year
    if match.groupdict().get("first_year"):
        year = int(match["first_year"])
    first = date(year, first_month, day_number(match["first_day"]))
    return format_interval(first, last) if first <= last else None


def _read_month(match: re.Match[str], setting: Setting) -> str | None:
    month = month_number(match["month"])
    found = _date_meant(month, 15, match, setting)
    return month_edtf(found.year, month) if found else None


def _read_near_month(match: re.Match[str], setting: Setting) -> str | None:
    """Read "last May", "next May": the nearest before or behind the month of publication."""
    if setting.published is None:
        return None
    month, year = month_number(match["month"]), setting.published.year
    word = match["near"].lower()
    if word == "last":
        year -= month >= setting.published.month
    if word == "next":
        year += month <= setting.published.month
    return month_edtf(year, month)


def _read_months(match: re.Match[str], setting: Setting) -> str | None:
    last_month, first_month = month_number(match["month"]), month_number(match["first_month"])
    last = _date_meant(last_month, 15, match, setting)
    if last is None:
        return None
    year = last.year - 1 if first_month > last_month else last.year
    if match["first_year"]:
        year = int(match["first_year"])
    return f"{month_edtf(year, first_month)}/{month_edtf(last.year, last_month)}"


_PART_OF_MONTH = (
    rf"(?i:early|late|mid[- ]?|(?:the{SP})?(?:start|beginning|middle|end){SP}of)(?:{SP}|(?<=-))"
    rf"(?i:in{SP}|the{SP}month{SP}of{SP})?"
)
# May and March are verbs, and a May may be a person: they need a word that goes before a month.
_IN_A_MONTH = rf"(?=[A-Z]){behind('in|since|until|till|during|throughout')}"
_BY_A_MONTH = (
    rf"(?=[A-Z]){behind('by|for|of|from|before|after|through|than|on|to|the|a|an|its|their')}"
)
_FIRST_DAY = rf"(?P<first_day>{DAY})"
_THE_MONTH = rf"(?P<month>{MONTH})"
_NO_DAY = rf"(?!{SP}{DAY})"
_THE_DAY = rf"(?P<day>{DAY})"


def _month_to_month(before: str, joint: str) -> tuple[Rule, Rule]:
    """Return the rules for spans whose two ends each have a month, month first and day first."""
    first_month = rf"(?P<first_month>{MONTH})"
    first_year = rf"(?:,?{SP}(?P<first_year>{YEAR}))?"
    return (
        Rule(
            rf"{before}(?P<core>{_OTHER_WEEKDAY}{first_month}{SP}(?:the{SP})?{_FIRST_DAY}{first_year}"
            rf"{joint}{_OTHER_WEEKDAY}{_THE_MONTH}{SP}{_THE_DAY}{_YEAR})",
            _read_days,
        ),
        Rule(
            rf"{before}(?P<core>{_OTHER_WEEKDAY}{_FIRST_DAY}(?:{_OF}){first_month}{first_year}"
            rf"{joint}{_OTHER_WEEKDAY}(?:the{SP})?{_THE_DAY}(?:{_OF}){_THE_MONTH}{_YEAR})",
            _read_days,
        ),
    )


DECADE = Rule(r"(?:1[0-9]|20)?\d0['’]?s\b", None)
NO_DATES = (
    DECADE,
    Rule(rf"{_FROM}(?:19|20)\d\d(?:{TO}|/)(?:(?:19|20)\d\d|\d\d)\b(?![-/]\d)", None),
    Rule(rf"{_BETWEEN}(?:19|20)\d\d{AND}(?:19|20)\d\d\b", None),
)
DAYS = (
    Rule(
        r"(?P<year>\d{4})(?P<sep>[-/])(?P<month>0[1-9]|1[0-2])[-/](?P<day>[0-3]\d)(?![\w/-])",
        _read_iso,
    ),
    *_month_to_month(_FROM, TO),
    *_month_to_month(_BETWEEN, AND),
    Rule(
        rf"{_FROM}(?P<core>{_OTHER_WEEKDAY}{_THE_MONTH}{SP}{_FIRST_DAY}{AND}"
        rf"{_OTHER_WEEKDAY}(?:the{SP})?{_THE_DAY}{_YEAR})(?!{SP}{MONTH})",
        _read_days,
    ),
    Rule(
        rf"{_FROM}(?P<core>{_OTHER_WEEKDAY}{_FIRST_DAY}{AND}{_OTHER_WEEKDAY}(?:the{SP})?{_THE_DAY}"
        rf"(?:{_OF}){_THE_MONTH}{_YEAR})",
        _read_days,
    ),
    Rule(rf"(?P<weekday>{ON_WEEKDAY}){SP}\({_THE_MONTH}{SP}{_THE_DAY}{_YEAR}\)", _read_day),
    Rule(rf"{_WEEKDAY}{_THE_DAY}(?:{_OF}){_THE_MONTH}(?:{_YEAR}|{_BY_YEAR})", _read_day),
    Rule(
        rf"{_WEEKDAY}{_THE_MONTH}{SP}(?:the{SP})?{_THE_DAY}(?:{_BY_YEAR}|{_YEAR})(?:{PART_OF_DAY})?",
        _read_day,
    ),
)
MONTHS = (
    Rule(
        rf"(?P<near>(?i:last|next|this)){SP}{_THE_MONTH}{_NO_DAY}(?!,?{SP}{YEAR})", _read_near_month
    ),
    Rule(
        rf"{_FROM}(?P<core>(?P<first_month>{MONTH})(?:,?{SP}(?P<first_year>{YEAR}))?{TO}"
        rf"{_THE_MONTH}{_YEAR})(?!{SP}{DAY})",
        _read_months,
    ),
    Rule(
        rf"(?:{_PART_OF_MONTH})?{_THE_MONTH}(?:{_BY_YEAR}|,?{SP}(?i:of{SP})?(?P<year>{YEAR}))",
        _read_month,
    ),
    Rule(rf"{_PART_OF_MONTH}{_THE_MONTH}{_NO_DAY}", _read_month),
    Rule(rf"{_IN_A_MONTH}{_THE_MONTH}{_NO_DAY}", _read_month),
    Rule(rf"{_BY_A_MONTH}(?P<month>{PLAIN_MONTH}){_NO_DAY}", _read_month),
    Rule(rf"(?P<month>{PLAIN_MONTH})(?!{SP}(?:{DAY}|[A-Z]))", _read_month),
)
