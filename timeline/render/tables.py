"""What is printed: tables, quotes, and pages of both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import compress

from timeline.render.cells import Cell, Json, harmless, is_empty


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; the title is shown to people alone."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    title: str = ""

    def records(self) -> list[dict[str, Json]]:
        """Return the rows as mappings from column to cell."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def headings(self) -> list[str]:
        """Return the columns' names as people read them; none where no column has one."""
        return list(map(heading, self.columns)) if any(self.columns) else []

    def numeric(self) -> list[bool]:
        """Tell of each column whether it holds numbers, which are flush right."""
        return [_is_numeric(column) for column in zip(*self.rows, strict=True)]

    def without_empty(self) -> "Table":
        """Leave out the columns that say nothing, no or 0 in every row: people have little width."""
        return self.only([any(column) for column in zip(*self.rows, strict=True)])

    def only(self, kept: Sequence[bool]) -> "Table":
        """Return the table with the columns for which ``kept`` is true."""
        rows = [tuple(compress(row, kept)) for row in self.rows]
        return Table(tuple(compress(self.columns, kept)), rows, self.title)


@dataclass(frozen=True, slots=True)
class Note:
    """Words of an article below a table: what they prove, the quote, and where it stands."""

    heading: str
    quote: str
    origin: str

    def lines(self) -> tuple[str, str, str]:
        """Return the three as they may be shown on a terminal."""
        return harmless(self.heading), f"“{harmless(self.quote)}”", harmless(self.origin)


Block = Table | Note


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

    def blocks(self) -> list[Block]:
        """Return it as people read it, without what is empty."""
        facts = [(heading(name), value) for name, value in self.facts if not is_empty(value)]
        blocks: list[Block] = [Table(("", ""), facts, self.title)] if facts else []
        blocks += [table for table in self.tables if table.rows]
        blocks += self.notes
        return blocks

    def record(self) -> dict[str, Json]:
        """Return it as one object for programs."""
        whole: dict[str, Json] = dict(self.facts)
        for table in (*self.tables, self.records):
            whole[table.title.lower().replace(" ", "_")] = table.records()
        return whole


def table_of(rows: Iterable[object], columns: Sequence[str], title: str = "") -> Table:
    """Return a table of the attributes of ``rows`` that ``columns`` names."""
    cells = [tuple(getattr(row, column) for column in columns) for row in rows]
    return Table(tuple(columns), cells, title)


def heading(column: str) -> str:
    """Return a column's name as people read it."""
    return column.replace("_", " ")


def _is_numeric(column: Sequence[Cell]) -> bool:
    cells = [cell for cell in column if cell is not None]
    return bool(cells) and all(
        isinstance(cell, int | float | Decimal) and not isinstance(cell, bool) for cell in cells
    )
