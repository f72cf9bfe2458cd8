"""``timeline articles``: a list of articles."""

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

COLUMNS = ("published", "source", "title", "events", "claims", "figures", "url", "id")


def articles(  # noqa: PLR0913 - an option each
    *,
    since: SinceOption = None,
    until: UntilOption = None,
    country: CountryOption = None,
    kind: Annotated[
        EventKind | None, typer.Option("--kind", help="Only those that tell of such an event.")
    ] = None,
    search: SearchOption = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Publisher, or part of its name.")
    ] = None,
    limit: LimitOption = None,
    as_of: AsOfOption = None,
    db: DatabaseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List articles by their day of publication.

    Example: timeline articles --since 2025-08-01 --search "parade missiles"
    """
    from timeline.queries.articles import count_undated, list_articles  # noqa: PLC0415 - slow
    from timeline.queries.filters import Filter  # noqa: PLC0415
    from timeline.queries.names import find_country_code  # noqa: PLC0415

    code = find_country_code(country) if country else None
    wanted = Filter(since, until, code, kind, search, limit, as_of)
    with asking(db) as session:
        rows = list_articles(session, wanted, source)
        undated = count_undated(session) if as_of else 0
    tell_undated(undated)
    if not rows:
        tell(wanted.nothing_found("article"))
    print_table(table_of(rows, COLUMNS), form)
