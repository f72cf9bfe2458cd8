"""Dates that the text counts from its own day or from a date before: "tomorrow", "a week later"."""

import re
from datetime import date, timedelta

from timeline.extractors.dating.calendar import (
    add_months,
    month_edtf,
    moved,
    resolve_weekday,
    shifted,
    weekday_by_word,
    year_edtf,
)
from timeline.extractors.dating.grammar import Rule, Setting, direction
from timeline.extractors.dating.tense import Direction
from timeline.extractors.dating.words import (
    NUMBER,
    PART_OF_DAY,
    SP,
    TO,
    WEEKDAY,
    number,
    weekday_number,
)

_SATURDAY = 5

_STEPS = {"last": -1, "previous": -1, "this": 0, "current": 0, "same": 0, "next": 1, "coming": 1}
_STEPS |= {"following": 1, "that": 0, "before": -1, "after": 1, "past": -1}


def _read_near_day(match: re.Match[str], setting: Setting) -> str | None:
    if setting.published is None:
        return None
    steps = {"yesterday": -1, "last night": -1, "tomorrow": 1}
    steps |= {"the day after tomorrow": 2, "the day before yesterday": -2}
    words = " ".join(match["near"].lower().split())
    return (setting.published + timedelta(days=steps.get(words, 0))).isoformat()


def _read_unit(match: re.Match[str], setting: Setting) -> str | None:
    """Read "this month", "next year's", "early last week", "the end of the month"."""
    if setting.published is None:
        return None
    step = _STEPS[(match.groupdict().get("step") or "this").lower()]
    return shifted(match["unit"].lower(), step, setting.published)


def _read_weekend(match: re.Match[str], setting: Setting) -> str | None:
    """Read "over the weekend": the one before in the past tense, else the one to come."""
    if setting.published is None:
        return None
    gone = (
        direction(match, setting) is not Direction.FUTURE
        and setting.published.weekday() < _SATURDAY
    )
    return shifted("weekend", -gone, setting.published)


def _read_from_previous(match: re.Match[str], setting: Setting) -> str | None:
    """Read "the following day", "the year before", "that month": counted from the date before."""
    unit, step = match["unit"].lower(), _STEPS[match["step"].lower()]
    if setting.previous is not None:
        return moved(unit, step, setting.previous)
    if setting.published is not None and match["step"].lower() in {"previous", "before"}:
        return shifted(unit, step, setting.published)
    return None


def _weekday_meant(match: re.Match[str], setting: Setting) -> date | None:
    if setting.published is None:
        return None
    weekday = weekday_number(match["weekday"])
    groups = match.groupdict()
    if groups.get("of_week"):
        monday = setting.published - timedelta(days=setting.published.weekday())
        return monday + timedelta(days=7 * _STEPS[groups["of_week"].lower()] + weekday)
    if groups.get("step"):
        return weekday_by_word(groups["step"].lower(), weekday, setting.published)
    tense = direction(match, setting)
    return resolve_weekday(weekday, setting.published, tense)


def _read_weekday(match: re.Match[str], setting: Setting) -> str | None:
    day = _weekday_meant(match, setting)
    return day.isoformat() if day else None


def _read_weekdays(match: re.Match[str], setting: Setting) -> str | None:
    first = _weekday_meant(match, setting)
    if first is None:
        return None
    length = (weekday_number(match["last_weekday"]) - first.weekday()) % 7
    return f"{first.isoformat()}/{(first + timedelta(days=length)).isoformat()}"


def _read_count(match: re.Match[str], setting: Setting) -> str | None:
    """Read "two weeks ago", "in a couple of weeks' time", "three days later"."""
    unit, words = match["unit"].lower(), match["count"].lower()
    exact = re.fullmatch(NUMBER, words) is not None
    count = number(words) if exact else 2 if words.startswith("a couple") else 3
    where = match["where"].lower()
    if where in {"later", "earlier"}:
        return _counted_on(unit, count if where == "later" else -count, setting) if exact else None
    if setting.published is None:
        return None
    if where == "ago":
        count = -count
    return _about(unit, count, exact, setting.published)


def _counted_on(unit: str, count: int, setting: Setting) -> str | None:
    """Count from the date before, or from the publication where there is none."""
    if setting.previous is None:
        return None if setting.published is None else _about(unit, count, True, setting.published)
    if unit == "week":
        return moved("day", 7 * count, setting.previous) + "~"
    return moved(unit, count, setting.previous)


def _about(unit: str, count: int, exact: bool, day: date) -> str:
    """Return the day so far away, or only about the day or the month that it lies in."""
    if unit in {"day", "week"}:
        days = day + timedelta(days=count * (7 if unit == "week" else 1))
        if unit == "day" and exact:
            return days.isoformat()
        return (days.isoformat() if exact else month_edtf(days.year, days.month)) + "~"
    if unit == "month":
        return month_edtf(*add_months(day.year, day.month, count)) + "~"
    return year_edtf(day.year + count) + "~"


_UNIT = r"(?P<unit>(?i:weekend|week|month|year|summer|winter|spring|autumn|fall))\b"
_COUNTED = r"(?P<unit>(?i:day|week|month|year))(?i:s?)\b['’]?"
_COUNT = rf"(?P<count>(?i:a{SP}couple{SP}of|a{SP}few|several|some)|{NUMBER})"
_PART = (
    rf"(?:(?i:early|earlier|late|later|mid[- ]?|the{SP}(?:start|beginning|middle|end){SP}of)"
    rf"(?:{SP}|(?<=-))(?i:in{SP})?)?"
)
# "The Sunday Telegraph", "Black Friday": names, not days of the week told of.
_NAMED_DAY = (
    rf"(?i:good|black|ash|palm|easter|bloody|cyber|boxing|shrove|maundy|super){SP}{WEEKDAY}"
    rf"|{WEEKDAY}{SP}(?:Times|Telegraph|Mail|Mirror|Express|Post|Star|Review)\b"
)
_OF_WEEK = rf",?{SP}(?i:(?:of{SP})?(?P<of_week>this|last|next){SP}week)\b"
_NAMED_WEEKDAY = rf"(?P<weekday>{WEEKDAY})"
# Not before a noun of its own ("the day before the vote"): that is counted from another event.
_ALONE = (
    rf"(?=[.,;:)!?\"”]|{SP}(?i:in|at|and|with|to|by|that|he|she|they|was|were|when|on|as)\b|\s*$)"
)

NAMES = (Rule(_NAMED_DAY, None),)
RULES = (
    Rule(
        rf"(?P<near>(?i:the{SP}day{SP}after{SP}tomorrow|the{SP}day{SP}before{SP}yesterday|today"
        rf"|tonight|tomorrow|yesterday|this{SP}(?:morning|afternoon|evening)|last{SP}night))\b"
        rf"(?:{PART_OF_DAY}\b)?",
        _read_near_day,
    ),
    Rule(rf"{_NAMED_WEEKDAY}{_OF_WEEK}", _read_weekday),
    Rule(
        rf"(?i:(?P<of_week>this|last|next){SP}week['’]?s?){SP}(?:on{SP})?{_NAMED_WEEKDAY}",
        _read_weekday,
    ),
    Rule(
        rf"(?:(?i:from|between){SP})?(?P<core>{_NAMED_WEEKDAY}{TO}(?P<last_weekday>{WEEKDAY}))",
        _read_weekdays,
    ),
    Rule(
        rf"(?:(?i:the{SP})?(?i:(?P<step>this|last|past|next|coming))(?i:{SP}(?:coming|past))?{SP})?"
        rf"(?i:(?:early|late){SP}(?:on{SP})?)?{_NAMED_WEEKDAY}(?:{PART_OF_DAY}\b)?",
        _read_weekday,
    ),
    Rule(
        rf"{_COUNT}{SP}{_COUNTED}{SP}(?P<where>(?i:ago|later|earlier|from{SP}now|hence))\b",
        _read_count,
    ),
    Rule(rf"(?P<where>(?i:in)){SP}{_COUNT}{SP}{_COUNTED}{SP}(?i:time)\b", _read_count),
    Rule(
        rf"(?i:the{SP})(?i:(?:very{SP})?(?P<step>following|previous|same))"
        rf"{SP}(?P<unit>(?i:day|week|month|year))\b(?!{SP}(?i:period))",
        _read_from_previous,
    ),
    Rule(rf"(?i:the{SP}(?P<step>next){SP}(?P<unit>day))\b", _read_from_previous),
    Rule(rf"(?i:(?P<step>that){SP}(?P<unit>day|week|month|year))\b", _read_from_previous),
    Rule(
        rf"(?i:the{SP}(?P<unit>day|week|month|year){SP}(?P<step>before|after)){_ALONE}",
        _read_from_previous,
    ),
    Rule(
        rf"{_PART}(?i:the{SP})?(?i:(?P<step>this|last|next|coming|current)){SP}{_UNIT}", _read_unit
    ),
    Rule(rf"(?i:over|at|during|on|for){SP}(?P<core>(?i:the{SP}weekend))\b", _read_weekend),
    Rule(
        rf"(?i:early|earlier|late|later|the{SP}(?:start|beginning|middle|end){SP}of){SP}"
        rf"(?i:in{SP})?(?i:the{SP}){_UNIT}(?!{SP}(?i:of|before|after)\b)",
        _read_unit,
    ),
)
