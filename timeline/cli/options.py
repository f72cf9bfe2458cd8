"""Options and arguments that commands share, and how a database is opened for a question."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.edtf_dates import bounds, parse_day
from timeline.errors import TimelineError
from timeline.render import Format
from timeline.settings import read_settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

COMPLETIONS = 100


def chosen_database(context: typer.Context, given: str | None) -> str | None:
    """Return the database named behind the command, else before it, else by TIMELINE_DB, or None."""
    before: str | None = context.find_root().params.get("db")
    return given or before or read_settings().database


@contextmanager
def asking(database: str | None) -> "Iterator[Session]":
    """Open a session on a database for questions.

    Raises:
        DatabaseError: there is none, it is not ours, or it is of another revision.
    """
    from timeline.database import reading, resolve_url  # noqa: PLC0415 - slow to import
    from timeline.migrate import require_current  # noqa: PLC0415

    url = resolve_url(database)
    require_current(url)
    with reading(url) as session:
        yield session


def day(text: str) -> date:
    try:
        return parse_day(text)
    except TimelineError as error:
        raise typer.BadParameter(str(error)) from None


def _period(text: str) -> str:
    try:
        bounds(text)
    except TimelineError as error:
        raise typer.BadParameter(str(error)) from None
    return text


def _word(text: str) -> str:
    if not any(sign.isalnum() for sign in text):
        raise typer.BadParameter("it is empty: write a name or an id")
    return text


def _completed(module: str, function: str) -> Callable[[typer.Context, str], list[str]]:
    """Return a completion by the names of a database; without a usable one it finds none."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        import importlib  # noqa: PLC0415 - only a shell that completes needs the questions

        find = getattr(importlib.import_module(module), function)
        try:
            with asking(chosen_database(ctx, ctx.params.get("db"))) as session:
                names = find(session, incomplete, COMPLETIONS)
        except TimelineError:
            return []
        # Shells keep what begins as it was typed; names are found whatever the case.
        return [incomplete + name[len(incomplete) :] for name in names]

    return complete


_events = _completed("timeline.queries.event_names", "event_names")
_participants = _completed("timeline.queries.participant_names", "participant_names")
_articles = _completed("timeline.queries.articles", "article_titles")

DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="DATABASE",
        callback=chosen_database,
        help="File or SQLAlchemy URL; else TIMELINE_DB, else timeline.db in this folder.",
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="How to print.", show_default=True)
]
AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=day, metavar="DATE", help="Only what was published up to this day."
    ),
]
SinceOption = Annotated[
    date | None, typer.Option("--since", parser=day, metavar="DATE", help="From this day on.")
]
UntilOption = Annotated[
    date | None, typer.Option("--until", parser=day, metavar="DATE", help="Up to this day.")
]
CountryOption = Annotated[
    str | None, typer.Option("--country", metavar="COUNTRY", help="Name, code or demonym.")
]
SearchOption = Annotated[
    str | None, typer.Option("--search", metavar="WORDS", help="Words that must all be found.")
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", min=1, metavar="N", help="At most so many rows.")
]
EvidenceOption = Annotated[
    bool, typer.Option("--evidence", help="Show the words that say so, and their articles.")
]
PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period", parser=_period, metavar="PERIOD", help="Inside 2023, 2023-08 or 2023-Q2."
    ),
]
EventArgument = Annotated[
    str,
    typer.Argument(
        metavar="EVENT", parser=_word, autocompletion=_events, help="Words of its name, or its id."
    ),
]
ParticipantArgument = Annotated[
    str,
    typer.Argument(
        metavar="PARTICIPANT",
        parser=_word,
        autocompletion=_participants,
        help="Name, surname, country, or id.",
    ),
]
ParticipantsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PARTICIPANT...",
        parser=_word,
        autocompletion=_participants,
        help="Two names or more; quote a name of several words.",
    ),
]
ArticleArgument = Annotated[
    str,
    typer.Argument(
        metavar="ARTICLE",
        parser=_word,
        autocompletion=_articles,
        help="Words of its title, its URL, or its id.",
    ),
]
