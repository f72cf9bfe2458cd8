"""``timeline import``: articles into the database."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import DatabaseOption, FormatOption
from timeline.cli.printing import print_table, tell
from timeline.cli.reading import (
    MaxSizeOption,
    PathsArgument,
    PublishedOption,
    SourceOption,
    UrlOption,
    read,
    watched,
)
from timeline.render import Format, table_of

if TYPE_CHECKING:
    from timeline.ingest.importing import ImportResult
    from timeline.records import Document, Unread

COLUMNS = ("title", "source", "published", "events", "claims", "figures", "id")


def import_(  # noqa: PLR0913 - an option each
    *,
    paths: PathsArgument,
    published: PublishedOption = None,
    source: SourceOption = None,
    url: UrlOption = None,
    max_size: MaxSizeOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be imported, and write nothing.")
    ] = False,
    db: DatabaseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Import articles from files, folders or standard input (-).

    Files are plain text or JSON Lines. Prints what was found in each new article. An article that is stored already changes nothing. What
    cannot be read is told in one line, and the rest is imported.

    Example: timeline import article.txt --published 2025-08-28 --source apnews.com
    """
    inputs = read(paths, published=published, source=source, url=url, max_size=max_size)
    with watched(inputs) as seen:
        result = _try(db, seen) if dry_run else _store(db, seen)
    for failure in result.failures:
        tell(failure.message)
    print_table(table_of(result.articles, COLUMNS), form)
    _tell_summary(result, dry_run=dry_run)
    if result.failures:
        raise typer.Exit(1)


def _store(db: str | None, inputs: "Iterable[Document | Unread]") -> "ImportResult":
    from timeline.database import resolve_url, writing  # noqa: PLC0415 - slow to import
    from timeline.ingest.importing import import_documents  # noqa: PLC0415
    from timeline.migrate import ensure_current  # noqa: PLC0415

    url = resolve_url(db)
    if news := ensure_current(url):
        tell(news)
    return import_documents(partial(writing, url), inputs, _ignore)


def _try(db: str | None, inputs: "Iterable[Document | Unread]") -> "ImportResult":
    from timeline.database import exists, reading, resolve_url  # noqa: PLC0415 - slow to import
    from timeline.ingest.importing import try_documents  # noqa: PLC0415
    from timeline.migrate import current, require_current  # noqa: PLC0415

    url = resolve_url(db)
    if not exists(url) or current(url) is None:
        return try_documents(None, inputs, _ignore)
    require_current(url)
    with reading(url) as session:
        return try_documents(session, inputs, _ignore)


def _ignore(done: int) -> None:
    """Progress is told as inputs are read, not as batches are stored."""


def _tell_summary(result: "ImportResult", *, dry_run: bool) -> None:
    would = "would be imported: " if dry_run else ""
    tell(f"{would}{len(result.articles)} new, {result.known} known, {len(result.failures)} failed")
