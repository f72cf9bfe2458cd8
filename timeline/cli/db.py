"""``timeline db``: the database itself."""

from typing import Annotated

import typer

from timeline.cli.options import DatabaseOption, FormatOption
from timeline.cli.printing import print_table, tell
from timeline.render import Format, Table, table_of

app = typer.Typer(
    help="Bring the database to another revision of its schema, and check it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command()
def upgrade(
    revision: Annotated[
        str, typer.Argument(metavar="[REVISION]", help="Up to this one; the newest by default.")
    ] = "head",
    db: DatabaseOption = None,
) -> None:
    """Bring the database up to the newest revision, or create it.

    All of it is done, or nothing.

    Example: timeline db upgrade
    """
    from timeline.database import resolve_url, shown  # noqa: PLC0415 - slow to import
    from timeline.migrate import current, moves  # noqa: PLC0415

    url = resolve_url(db)
    moves.upgrade(url, revision)
    tell(f"{shown(url)} is at revision {current(url) or 'none'}")


@app.command(context_settings={"ignore_unknown_options": True})  # -1 is a revision
def downgrade(
    revision: Annotated[
        str, typer.Argument(metavar="REVISION", help="Down to this one; -1: the one before.")
    ],
    db: DatabaseOption = None,
) -> None:
    """Take the database down to an older revision; what only newer ones can hold is lost.

    All of it is done, or nothing.

    Example: timeline db downgrade 0003
    """
    from timeline.database import resolve_url, shown  # noqa: PLC0415 - slow to import
    from timeline.migrate import current, moves  # noqa: PLC0415

    url = resolve_url(db)
    moves.downgrade(url, revision)
    tell(f"{shown(url)} is at revision {current(url) or 'none'}")


@app.command()
def current(db: DatabaseOption = None, form: FormatOption = Format.TABLE) -> None:
    """Print the revision that the database is at, and the newest that the program knows.

    Example: timeline db current
    """
    from timeline import migrate  # noqa: PLC0415 - slow to import
    from timeline.database import resolve_url, shown  # noqa: PLC0415

    url = resolve_url(db)
    row = (shown(url), migrate.current(url) or "none", migrate.revisions()[-1])
    print_table(Table(("database", "revision", "newest"), [row], ""), form)


@app.command()
def history(form: FormatOption = Format.TABLE) -> None:
    """List the revisions that this program knows, the oldest first.

    Example: timeline db history
    """
    from timeline.migrate import moves  # noqa: PLC0415 - slow to import

    print_table(table_of(moves.history(), ("id", "title")), form)


@app.command()
def check(db: DatabaseOption = None) -> None:
    """Compare the database with what the program expects; exit with 1 where it differs.

    Example: timeline db check
    """
    from timeline.database import resolve_url, shown  # noqa: PLC0415 - slow to import
    from timeline.migrate import checks  # noqa: PLC0415

    url = resolve_url(db)
    problems = checks.check(url)
    for problem in problems:
        tell(problem)
    if problems:
        raise typer.Exit(1)
    tell(f"{shown(url)} is sound")
