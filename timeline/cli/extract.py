"""``timeline extract``: what the reading finds, without a database."""

import sys
from collections.abc import Iterable, Iterator

import typer

from timeline.cli.options import FormatOption
from timeline.cli.printing import print_page, tell
from timeline.cli.reading import (
    MaxSizeOption,
    PathsArgument,
    PublishedOption,
    SourceOption,
    UrlOption,
    read,
    watched,
)
from timeline.records import Document, Extraction, Unread
from timeline.render import Format, Json, Note, Page, Table, json_text, write_table

EVENTS = ("id", "name", "kind", "date", "place", "country")
ATTENDANCE = (
    "event",
    "name",
    "type",
    "country",
    "status",
    "role",
    "evidence",
    "start",
    "end",
    "represented_by",
    "observed",
    "quoted",
    "confidence",
    "rule",
)
TRADE = (
    "reporter",
    "partner",
    "flow",
    "measure",
    "value",
    "unit",
    "period",
    "approximate",
    "goods",
    "evidence",
    "start",
    "end",
    "quoted",
    "confidence",
    "rule",
)


def extract(
    *,
    paths: PathsArgument,
    published: PublishedOption = None,
    source: SourceOption = None,
    url: UrlOption = None,
    max_size: MaxSizeOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print what reading finds, without a database.

    csv and tsv hold the attendance alone.

    Example: timeline extract articles.jsonl --format jsonl
    """
    from timeline.extractors import extract_all  # noqa: PLC0415 - spaCy takes long to import

    failures: list[Unread] = []
    inputs = read(paths, published=published, source=source, url=url, max_size=max_size)
    with watched(inputs) as seen:
        _print(extract_all(_documents(seen, failures)), form)
    if failures:
        raise typer.Exit(1)


def _documents(inputs: Iterable[Document | Unread], failures: list[Unread]) -> Iterator[Document]:
    """Pass documents on; tell what could not be read at once."""
    for each in inputs:
        if isinstance(each, Document):
            yield each
        else:
            failures.append(each)
            tell(each.message)


def _print(found: Iterable[Extraction], form: Format) -> None:
    match form:
        case Format.JSONL:
            for extraction in found:
                sys.stdout.write(json_text(_record(extraction)) + "\n")
                sys.stdout.flush()
        case Format.JSON:
            rows = ",\n ".join(json_text(_record(extraction)) for extraction in found)
            sys.stdout.write(f"[\n {rows}\n]\n" if rows else "[]\n")
        case Format.CSV | Format.TSV:
            table = [(_name(each), *row) for each in found for row in attendance_table(each).rows]
            write_table(Table(("article", *ATTENDANCE), table), form, sys.stdout)
        case _:
            for extraction in found:
                print_page(_page(extraction), form)


def _record(found: Extraction) -> dict[str, Json]:
    return {
        "id": found.document.id,
        "events": events_table(found).records(),
        "attendance": attendance_table(found).records(),
        "trade": trade_table(found).records(),
    }


def _name(found: Extraction) -> str:
    document = found.document
    return document.id or document.title or document.text[:40]


def _page(found: Extraction) -> Page:
    facts = (
        ("source", found.document.source),
        ("published", found.document.published),
        ("events", len(found.events)),
        ("attendance", len(found.attendance)),
        ("trade figures", len(found.trade)),
    )
    attendance, trade = attendance_table(found), trade_table(found)
    notes = (*_notes(found, attendance), *_notes(found, trade))
    tables = (events_table(found), _without_proof(attendance), _without_proof(trade))
    return Page(_name(found), facts, tables, notes, attendance)


def _without_proof(table: Table) -> Table:
    """Return a table up to its column of evidence, which people read below it."""
    width = table.columns.index("evidence")
    return Table(table.columns[:width], [row[:width] for row in table.rows], table.title)


def _notes(found: Extraction, table: Table) -> list[Note]:
    """Return the words behind the rows of a table, once for all rows that they prove."""
    proved: dict[tuple[int, int], list[str]] = {}
    for number, row in enumerate(table.records(), start=1):
        place = (int(str(row["start"])), int(str(row["end"])))
        proved.setdefault(place, []).append(str(number))
    text = found.document.text
    return [
        Note(f"{table.title} {', '.join(rows)}", text[start:end], f"characters {start} to {end}")
        for (start, end), rows in proved.items()
    ]


def events_table(found: Extraction) -> Table:
    """Return the events of an article, in the shape of the annotated articles."""
    rows = [
        (each.id, each.name, each.kind, each.date, each.place, each.country)
        for each in found.events
    ]
    return Table(EVENTS, rows, "Events")


def attendance_table(found: Extraction) -> Table:
    """Return the attendance that an article tells of, in the shape of the annotated articles."""
    text = found.document.text
    rows = [
        (
            each.event,
            each.name,
            each.kind,
            each.country,
            each.status,
            each.role,
            text[each.start : each.end],
            each.start,
            each.end,
            each.represented_by,
            each.observed,
            each.quoted,
            each.confidence,
            each.rule,
        )
        for each in found.attendance
    ]
    return Table(ATTENDANCE, rows, "Attendance")


def trade_table(found: Extraction) -> Table:
    """Return the trade figures that an article states, in the shape of the annotated articles."""
    text = found.document.text
    rows = [
        (
            each.reporter,
            each.partner,
            each.flow,
            each.measure,
            each.value,
            each.unit,
            each.period,
            each.approximate,
            each.goods,
            text[each.start : each.end],
            each.start,
            each.end,
            each.quoted,
            each.confidence,
            each.rule,
        )
        for each in found.trade
    ]
    return Table(TRADE, rows, "Trade figures")
