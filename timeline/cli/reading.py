"""What ``import`` and ``extract`` share: which inputs are read, with which options, and how it is shown."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import day

if TYPE_CHECKING:
    from timeline.records import Document, Unread

MEGABYTE = 1_000_000

PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")
]
PublishedOption = Annotated[
    date | None,
    typer.Option(
        "--published", parser=day, metavar="DATE", help="Day of publication of a single text."
    ),
]
SourceOption = Annotated[
    str | None, typer.Option("--source", metavar="NAME", help="Publisher of a single text.")
]
UrlOption = Annotated[
    str | None, typer.Option("--url", metavar="URL", help="Where a single text stands.")
]
MaxSizeOption = Annotated[
    int | None,
    typer.Option("--max-size", min=1, metavar="MB", help="Refuse greater files and longer lines."),
]


def read(
    paths: Sequence[str],
    *,
    published: date | None,
    source: str | None,
    url: str | None,
    max_size: int | None,
) -> "Iterator[Document | Unread]":
    """Return what paths hold, read as it is asked for.

    Raises:
        typer.BadParameter: a date, source or URL is given for more than a single text.
    """
    from timeline.importers import (  # noqa: PLC0415 - slow to import
        ReadOptions,
        is_single_text,
        read_inputs,
    )

    given = {"--published": published, "--source": source, "--url": url}
    if any(given.values()) and not is_single_text(paths):
        names = ", ".join(name for name, value in given.items() if value)
        raise typer.BadParameter("it holds for a single text, not for several", param_hint=names)
    options = ReadOptions(published=published, source=source, url=url)
    if max_size:
        options = replace(options, max_bytes=max_size * MEGABYTE)
    return read_inputs(paths, options)


@contextmanager
def watched(inputs: "Iterator[Document | Unread]") -> "Iterator[Iterable[Document | Unread]]":
    """Show on a terminal how many inputs were taken, while they are taken."""
    if not sys.stderr.isatty():
        yield inputs
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.completed} read"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield progress.track(inputs)
