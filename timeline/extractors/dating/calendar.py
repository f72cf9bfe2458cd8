"""Which day, week, month or year words mean, counted from the day of publication."""

from datetime import date, timedelta

from timeline.edtf_dates import bounds, format_interval
from timeline.extractors.dating.tense import Direction

_WEEK = 7
_MONTHS = 12
_SPRING = 3  # the month that winter ends before
# A story keeps to the publisher's clock, so that "on Wednesday" told in the past tense may be
# tomorrow there, while nobody calls a day six days back by its bare name.
_AHEAD_IN_THE_PAST = 1
# A date nearer than this is meant whatever the tense says: "the duties announced in July will".
_CLOSE_DAYS = 75


def resolve_weekday(weekday: int, published: date, direction: Direction | None) -> date:
    """Return the day that a bare weekday means (0 is Monday) in a text of ``published``.

    The same weekday is that day; with ``Direction.FUTURE`` it is the next one, else the last one,
    unless that lies six days back: then it is tomorrow.
    """
    ahead = (weekday - published.weekday()) % _WEEK
    if direction is Direction.FUTURE or ahead <= _AHEAD_IN_THE_PAST:
        return published + timedelta(days=ahead)
    return published + timedelta(days=ahead - _WEEK)


def weekday_by_word(word: str, weekday: int, published: date) -> date:
    """Return the day of "this", "next" or "last" and a weekday.

    "Next" is the one in the week from next Monday on, "last" the latest before the publication,
    "this" the one to come, the day of publication included.
    """
    ahead = (weekday - published.weekday()) % _WEEK
    if word == "next":
        return published + timedelta(days=_WEEK - published.weekday() + weekday)
    if word in {"last", "past"}:
        return published + timedelta(days=ahead - _WEEK)
    return published + timedelta(days=ahead)


def nearest_date(
    month: int, day: int, published: date, tense: Direction | None, weekday: int | None = None
) -> date:
    """Return the date of that month and day that a text without a year means.

    It is the one nearest to the publication; a year where the weekday fits is preferred, and
    a tense that says otherwise counts where the nearest one is some months off.

    Raises:
        ValueError: there is no such day in the years around.
    """
    days = [
        found
        for year in range(max(1, published.year - 4), min(9999, published.year + 4) + 1)
        if (found := _existing(year, month, day))
    ]
    fitting = [found for found in days if weekday in {None, found.weekday()}] or days
    nearest = min(fitting, key=lambda found: abs((found - published).days))
    gap = (nearest - published).days
    if abs(gap) <= _CLOSE_DAYS or tense is None or (gap > 0) is (tense is Direction.FUTURE):
        return nearest
    sided = [found for found in fitting if (found > published) is (tense is Direction.FUTURE)]
    return min(sided or [nearest], key=lambda found: abs((found - published).days))


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month that lie ``count`` months later."""
    years, zero_based = divmod(month - 1 + count, _MONTHS)
    return year + years, zero_based + 1


def month_edtf(year: int, month: int) -> str:
    """Write a month in EDTF, checked."""
    return date(year, month, 1).isoformat()[:7]


def year_edtf(year: int) -> str:
    """Write a year in EDTF, checked."""
    return date(year, 1, 1).isoformat()[:4]


def shifted(unit: str, count: int, day: date) -> str:
    """Return the day, week, month, year, weekend or season that lies ``count`` units from ``day``.

    A season is three months, by the north, and only about so.
    """
    if unit == "day":
        return (day + timedelta(days=count)).isoformat()
    if unit in {"week", "weekend"}:
        monday = day + timedelta(days=count * _WEEK - day.weekday())
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return format_interval(first, monday + timedelta(days=6))
    if unit == "month":
        return month_edtf(*add_months(day.year, day.month, count))
    if unit == "year":
        return year_edtf(day.year + count)
    in_winter = unit == "winter" and day.month < _SPRING  # it began in the year before
    return season_edtf(unit, day.year + count - in_winter)


def season_edtf(season: str, year: int) -> str:
    """Write a season's three months as an interval that is only about so."""
    month = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[season]
    return f"{month_edtf(year, month)}~/{month_edtf(*add_months(year, month, 2))}~"


def moved(unit: str, count: int, from_edtf: str) -> str:
    """Return the day, week, month or year that lies ``count`` units from an earlier date.

    Raises:
        ValueError: the earlier date is less exact than the unit.
    """
    first, last = bounds(from_edtf)
    longest = {"day": 14, "week": 14, "month": 31}.get(unit, 366)
    if (last - first).days > longest:
        raise ValueError(from_edtf)
    return shifted(unit, count, last if count > 0 else first)
