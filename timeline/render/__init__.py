"""Rows to text: a table for people, and the formats that programs read.

Every format has the same columns in the same order, but people are spared those that are empty. The
table is coloured and folded on a terminal, and neither coloured nor cut in a pipe.
"""

import csv
from collections.abc import Sequence
from enum import StrEnum
from typing import TextIO

from timeline.render.cells import Cell, Json, harmless, json_text, text_of
from timeline.render.markdown import markdown
from timeline.render.plain import plain
from timeline.render.tables import Block, Note, Page, Table, table_of

__all__ = [
    "Cell",
    "Format",
    "Json",
    "Note",
    "Page",
    "Table",
    "harmless",
    "json_text",
    "table_of",
    "write_page",
    "write_table",
]


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
        _write_blocks(page.blocks(), form, out)
    else:
        out.write(json_text(page.record()) + "\n")


def _write_separated(table: Table, form: Format, out: TextIO) -> None:
    # RFC 4180 for csv; tsv quotes the same way where a cell holds a tab or a line break.
    if form is Format.CSV:
        writer = csv.writer(out)
    else:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    show = harmless if out.isatty() else str
    writer.writerow(table.columns)
    writer.writerows([show(text_of(cell)) for cell in row] for row in table.rows)


def _write_blocks(told: Sequence[Block], form: Format, out: TextIO) -> None:
    blocks = [block.without_empty() if isinstance(block, Table) else block for block in told]
    if form is Format.MARKDOWN:
        out.write("\n".join(map(markdown, blocks)))
    elif out.isatty():
        from timeline.render.terminal import write_to_terminal  # noqa: PLC0415 - Rich is slow

        write_to_terminal(blocks, out)
    else:
        out.write("\n".join(map(plain, blocks)))
