"""What narrows a list: one value for all lists, and the conditions that several of them share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement

from timeline.model import Article, Event


@dataclass(frozen=True, slots=True)
class Filter:
    """What rows of a list must fulfil; None asks for nothing.

    Attributes:
        since: the first day.
        until: the last day.
        country: ISO 3166-1 alpha-3.
        kind: the value of the kind of the rows.
        search: words that must all be found.
        limit: the greatest number of rows.
        as_of: only what articles published up to this day say.
    """

    since: date | None = None
    until: date | None = None
    country: str | None = None
    kind: str | None = None
    search: str | None = None
    limit: int | None = None
    as_of: date | None = None

    def nothing_found(self, what: str, near: Sequence[str] = ()) -> str:
        """Return what to say of an empty list: near names, or what to change."""
        if near:
            return f"no {what} is found; did you mean {', '.join(map(repr, near))}?"
        asked = (self.since, self.until, self.country, self.kind, self.search, self.as_of)
        if any(asked):
            return f"no {what} is found that fits all that is asked for: ask for less"
        return f"no {what} is stored yet: timeline import reads articles"


def in_days(wanted: Filter) -> list[ColumnElement[bool]]:
    """Return the conditions by which an event may lie in the days asked for; undated ones do not."""
    conditions = []
    if wanted.since:
        conditions.append(Event.last_day >= wanted.since)
    if wanted.until:
        conditions.append(Event.first_day <= wanted.until)
    return conditions


def published_by(day: date | None) -> list[ColumnElement[bool]]:
    """Return the condition by which an article was published up to a day, where one is given."""
    return [Article.published <= day] if day else []
