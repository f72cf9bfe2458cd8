"""Rows to text: a table for people, and the formats that programs read.

Every format has the same columns in the same order; dates are ISO, ids short, decimals plain. The
table is coloured and folded on a terminal, and neither coloured nor cut in a pipe. What comes from an
article cannot steer a terminal: control characters are shown as a replacement sign.
"""

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO
from uuid import UUID

from timeline.identity import short_id
from timeline.records import Status

if TYPE_CHECKING:
    from rich.table import Table as RichTable

Cell = str | int | float | bool | Decimal | date | UUID | None | Sequence[str]
Json = Cell | Sequence["Json"] | Mapping[str, "Json"]


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"

    @property
    def for_people(self) -> bool:
        """Whether people read it, not programs."""
        return self in (Format.TABLE, Format.MARKDOWN)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; the title is shown to people alone."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    title: str = ""

    def records(self) -> list[dict[str, Json]]:
        """Return the rows as mappings from column to cell."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Note:
    """Words of an article below a table: what they prove, the quote, and where it stands."""

    heading: str
    quote: str
    origin: str


@dataclass(frozen=True, slots=True)
class Page:
    """One thing whole.

    Attributes:
        title: what it is, for people.
        facts: its own fields.
        tables: what hangs on it; to programs each is a field named by its title.
        notes: the quotes, for people.
        records: the quotes as rows, for programs; csv and tsv print them alone.
    """

    title: str
    facts: tuple[tuple[str, Cell], ...]
    tables: tuple[Table, ...]
    notes: tuple[Note, ...]
    records: Table


Block = Table | Note


def table_of(rows: Iterable[object], columns: Sequence[str], title: str = "") -> Table:
    """Return a table of the attributes of ``rows`` that ``columns`` names."""
    cells = [tuple(getattr(row, column) for column in columns) for row in rows]
    return Table(tuple(columns), cells, title)


def write_table(table: Table, form: Format, out: TextIO) -> None:
    """Print rows; without any, programs get an empty list or the columns' names, people nothing."""
    match form:
        case Format.JSON:
            rows = ",\n".join(" " + json_text(record) for record in table.records())
            out.write(f"[\n{rows}\n]\n" if rows else "[]\n")
        case Format.JSONL:
            out.writelines(json_text(record) + "\n" for record in table.records())
        case Format.CSV | Format.TSV:
            _write_separated(table, form, out)
        case _ if table.rows:
            _write_blocks([table], form, out)


def write_page(page: Page, form: Format, out: TextIO) -> None:
    """Print one thing whole: one object to programs (csv and tsv: its records), all of it to people."""
    if form in (Format.CSV, Format.TSV):
        _write_separated(page.records, form, out)
    elif form.for_people:
        facts = [(_heading(name), value) for name, value in page.facts if not _is_empty(value)]
        blocks: list[Block] = [Table(("", ""), facts, page.title)] if facts else []
        blocks += [table for table in page.tables if table.rows]
        blocks += page.notes
        _write_blocks(blocks, form, out)
    else:
        whole: dict[str, Json] = {_key(name): value for name, value in page.facts}
        for table in (*page.tables, page.records):
            whole[_key(table.title)] = table.records()
        out.write(json_text(whole) + "\n")


def json_text(value: Json) -> str:
    """Write a value as JSON on one line; a decimal keeps all its digits."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{_quoted(k)}: {json_text(v)}" for k, v in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(json_text(each) for each in value) + "]"
        case Decimal():
            return format(value, "f")
        case None | bool() | int() | float():
            return json.dumps(value)
        case _:
            return _quoted(_text(value))


# C0 and C1 controls, the marks that turn the direction of text around, and the line separators.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """Return text as it may be shown on a terminal, in one line."""
    folded = " ".join(text.split()) if _CONTROL.search(text) else text
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", folded)


def _quoted(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return _CONTROL.sub(lambda sign: f"\\u{ord(sign[0]):04x}", escaped)


def _key(title: str) -> str:
    return title.lower().replace(" ", "_")


def _text(cell: Json) -> str:
    """Return a cell as programs read it."""
    match cell:
        case bool():
            return str(cell).lower()
        case Decimal():
            return format(cell, "f")
        case UUID():
            return short_id(cell)
        case list() | tuple():
            return "; ".join(_text(each) for each in cell)
        case _:
            return "" if cell is None else str(cell)


def _shown(cell: Cell) -> str:
    """Return a cell as people read it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return harmless(_text(cell))


def _write_separated(table: Table, form: Format, out: TextIO) -> None:
    # RFC 4180 for csv; tsv quotes the same way where a cell holds a tab or a line break.
    if form is Format.CSV:
        writer = csv.writer(out)
    else:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    show = harmless if out.isatty() else str
    writer.writerow(table.columns)
    writer.writerows([show(_text(cell)) for cell in row] for row in table.rows)


def _write_blocks(told: Sequence[Block], form: Format, out: TextIO) -> None:
    blocks = [_without_empty(block) if isinstance(block, Table) else block for block in told]
    if form is Format.MARKDOWN:
        out.write("\n".join(_markdown(block) for block in blocks))
    elif out.isatty():
        _write_rich(blocks, out)
    else:
        out.write("\n".join(_plain(block) for block in blocks))


def _without_empty(table: Table) -> Table:
    """Leave out the columns that are empty in every row: people have only so much width."""
    kept = [
        i for i in range(len(table.columns)) if not all(_is_empty(row[i]) for row in table.rows)
    ]
    rows = [tuple(row[i] for i in kept) for row in table.rows]
    return Table(tuple(table.columns[i] for i in kept), rows, table.title)


def _is_empty(cell: Cell) -> bool:
    return cell is None or cell in ("", ())


def _heading(column: str) -> str:
    return column.replace("_", " ")


def _plain(block: Block) -> str:
    if isinstance(block, Note):
        heading, quote, origin = _note_lines(block)
        return f"{heading}\n  {quote}\n  {origin}\n"
    named = any(block.columns)
    cells = [[_shown(cell) for cell in row] for row in block.rows]
    header = [list(map(_heading, block.columns))] if named else []
    widths = [max(map(_width, column)) for column in zip(*header, *cells, strict=True)]
    rule = [["-" * width for width in widths]] if named else []
    right = _numeric(block)
    lines = [
        "  ".join(
            " " * (width - _width(cell)) + cell if flush else cell + " " * (width - _width(cell))
            for cell, width, flush in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in [*header, *rule, *cells]
    ]
    title = [harmless(block.title)] if block.title else []
    return "\n".join([*title, *lines, ""])


def _width(text: str) -> int:
    """Return how many columns a text takes on a terminal: some signs take two, some none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - slow to import, and seldom needed

    return cell_len(text)


def _numeric(table: Table) -> list[bool]:
    return [
        any(cell is not None for cell in column)
        and all(
            cell is None or (isinstance(cell, int | float | Decimal) and not isinstance(cell, bool))
            for cell in column
        )
        for column in zip(*table.rows, strict=True)
    ]


def _note_lines(note: Note) -> tuple[str, str, str]:
    return harmless(note.heading), f"“{harmless(note.quote)}”", harmless(note.origin)


# What Markdown would take for its own; an underscore inside a word is left alone by all readers.
_MARKED = re.compile(r"[\\|<`*\[\]]")


def _escaped(text: str) -> str:
    return _MARKED.sub(r"\\\g<0>", text)


def _markdown(block: Block) -> str:
    if isinstance(block, Note):
        heading, quote, origin = (_escaped(line) for line in _note_lines(block))
        return f"**{heading}**\n\n> {quote}\n>\n> {origin}\n"
    columns = list(map(_heading, block.columns))
    rules = ["--:" if right else "---" for right in _numeric(block)]
    cells = [[_escaped(_shown(cell)) for cell in row] for row in block.rows]
    lines = ["| " + " | ".join(row) + " |" for row in [columns, rules, *cells]]
    title = [f"## {_escaped(harmless(block.title))}", ""] if block.title else []
    return "\n".join([*title, *lines, ""])


_STYLES = {
    Status.ATTENDED: "bold green",
    Status.CONFIRMED: "green",
    Status.EXPECTED: "cyan",
    Status.TENTATIVE: "yellow",
    Status.INVITED: "yellow",
    Status.DECLINED: "red",
    Status.ABSENT: "red",
}


def _write_rich(blocks: Sequence[Block], out: TextIO) -> None:
    from rich.console import Console  # noqa: PLC0415 - slow to import, and only a terminal needs it
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=out, highlight=False)
    for block in blocks:
        if isinstance(block, Note):
            heading, quote, origin = _note_lines(block)
            console.print(Text(heading, "bold"))
            console.print(Padding(Text(quote), (0, 0, 0, 2)))
            console.print(Padding(Text(origin, "dim", overflow="fold"), (0, 0, 1, 2)))
            continue
        if block.title:
            console.print(Text(harmless(block.title), "bold"))
        console.print(_rich_table(block))


def _rich_table(table: Table) -> "RichTable":
    from rich import box  # noqa: PLC0415 - as above
    from rich.table import Table as RichTable  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    named = any(table.columns)
    drawn = RichTable(box=box.SIMPLE_HEAD if named else None, show_header=named, pad_edge=False)
    for column, right in zip(table.columns, _numeric(table), strict=True):
        drawn.add_column(_heading(column), justify="right" if right else "left", overflow="fold")
    for row in table.rows:
        cells = (
            Text(_shown(cell), _STYLES[cell] if isinstance(cell, Status) else "") for cell in row
        )
        drawn.add_row(*cells)
    return drawn
