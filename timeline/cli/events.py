"""``timeline events``: a list of events."""

from typing import Annotated

import typer

from timeline.cli.options import (
    AsOfOption,
    CountryOption,
    DatabaseOption,
    FormatOption,
    LimitOption,
    SearchOption,
    SinceOption,
    UntilOption,
    asking,
)
from timeline.cli.printing import print_table, tell, tell_undated
from timeline.records import EventKind
from timeline.render import Format, table_of

COLUMNS = ("event", "kind", "date", "place", "country", "participants", "articles", "id")


def events(  # noqa: PLR0913 - an option each
    *,
    since: SinceOption = None,
    until: UntilOption = None,
    country: CountryOption = None,
    kind: Annotated[EventKind | None, typer.Option("--kind", help="Only this kind.")] = None,
    search: SearchOption = None,
    limit: LimitOption = None,
    as_of: AsOfOption = None,
    db: DatabaseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List events in time.

    Example: timeline events --since 2025-01-01 --country china --kind summit
    """
    from timeline.queries.articles import count_undated  # noqa: PLC0415 - slow to import
    from timeline.queries.event_names import suggest_events  # noqa: PLC0415
    from timeline.queries.events import list_events  # noqa: PLC0415
    from timeline.queries.filters import Filter  # noqa: PLC0415
    from timeline.queries.names import find_country_code  # noqa: PLC0415

    code = find_country_code(country) if country else None
    wanted = Filter(since, until, code, kind, search, limit, as_of)
    with asking(db) as session:
        rows = list_events(session, wanted)
        undated = count_undated(session) if as_of else 0
        near = suggest_events(session, search) if search and not rows else []
    tell_undated(undated)
    if not rows:
        tell(wanted.nothing_found("event", near))
    print_table(table_of(rows, COLUMNS), form)
