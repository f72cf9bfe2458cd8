"""Printing: answers to standard output, everything else to standard error."""

import sys
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from timeline.identity import short_id
from timeline.render import Format, Note, Page, Table, harmless, table_of, write_page, write_table

if TYPE_CHECKING:
    from timeline.queries.claims import Evidence
    from timeline.queries.trade import FigureRow

EVIDENCE = (
    "event",
    "participant",
    "kind",
    "country",
    "status",
    "observed",
    "role",
    "represented_by",
    "quote",
    "quoted",
    "published",
    "source",
    "title",
    "url",
    "article_id",
    "start",
    "end",
    "rule",
    "confidence",
)
FIGURES = (
    "reporter",
    "partner",
    "flow",
    "measure",
    "value",
    "unit",
    "period",
    "approximate",
    "goods",
    "published",
    "source",
    "id",
)
FIGURE_EVIDENCE = (
    *FIGURES[:-3],
    "quote",
    "quoted",
    "published",
    "source",
    "title",
    "url",
    "article_id",
    "start",
    "end",
    "rule",
    "confidence",
    "id",
)


def tell(message: str) -> None:
    """Print a line to standard error."""
    sys.stderr.write(harmless(message) + "\n")


def tell_undated(count: int) -> None:
    """Say how many articles an answer as of a day had to leave out."""
    if count:
        articles = "1 article has" if count == 1 else f"{count} articles have"
        tell(f"{articles} no date of publication and cannot be placed in time: left out")


def tell_nothing_known(what: str, as_of: date, first_known: date | None) -> None:
    """Say that nothing is known of something up to a day, and since when there is something."""
    since = f"; the first article that says something is of {first_known}" if first_known else ""
    tell(f"nothing is known of {what} up to {as_of}{since}")


def print_table(table: Table, form: Format) -> None:
    """Print rows."""
    write_table(table, form, sys.stdout)


def print_page(page: Page, form: Format) -> None:
    """Print one thing whole."""
    write_page(page, form, sys.stdout)


def print_proved(table: Table, notes: Sequence[Note], records: Table, form: Format) -> None:
    """Print rows with the quotes behind them; programs get a row a quote."""
    if form.for_people:
        print_page(Page("", (), (table,), tuple(notes), records), form)
    else:
        print_table(records, form)


def evidence_table(claims: Sequence["Evidence"]) -> Table:
    """Return claims as rows for programs."""
    return table_of(claims, EVIDENCE, "Claims")


def evidence_notes(claims: Sequence["Evidence"], *, with_event: bool = False) -> list[Note]:
    """Return claims as people read them: one note for all whom the same words speak of."""
    notes = []
    for _, group in groupby(claims, key=_same_words):
        said = list(group)
        names = ", ".join(claim.participant for claim in said)
        notes.append(
            Note(_says(names, said[0], with_event=with_event), said[0].quote, origin(said[0]))
        )
    return notes


def figure_notes(figures: Sequence["FigureRow"]) -> list[Note]:
    """Return trade figures as people read them."""
    return [Note(_states(figure), figure.quote, origin(figure)) for figure in figures]


def origin(row: "Evidence | FigureRow") -> str:
    """Return where a quote stands."""
    parts = [
        f"quoting {row.quoted}" if row.quoted else None,
        str(row.published) if row.published else "undated",
        row.source,
        row.title,
        row.url,
        f"article {short_id(row.article_id)}",
    ]
    return ", ".join(part for part in parts if part)


def _same_words(claim: "Evidence") -> tuple[object, ...]:
    words = (claim.article_id, claim.start, claim.end, claim.quoted, claim.event_id)
    return (*words, claim.status, claim.role, claim.represented_by)


def _says(names: str, claim: "Evidence", *, with_event: bool) -> str:
    role = f" as {claim.role}" if claim.role else ""
    deputy = f", represented by {claim.represented_by}" if claim.represented_by else ""
    event = f" at {claim.event}" if with_event else ""
    return f"{names}{event}: {claim.status}{role}{deputy}"


def _states(figure: "FigureRow") -> str:
    about = "about " if figure.approximate else ""
    goods = f" of {figure.goods}" if figure.goods else ""
    period = f", {figure.period}" if figure.period else ""
    return (
        f"{figure.reporter}, {figure.flow}{goods} with {figure.partner}, {figure.measure}{period}: "
        f"{about}{figure.value:f} {figure.unit}"
    )
