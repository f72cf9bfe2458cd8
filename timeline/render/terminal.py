"""Tables on a terminal: coloured, and folded to its width. Slow to import, as Rich is."""

from collections.abc import Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from timeline.records import Status
from timeline.render.cells import harmless, shown
from timeline.render.plain import width_of
from timeline.render.tables import Block, Table

STYLES = {
    Status.ATTENDED: "bold green",
    Status.CONFIRMED: "green",
    Status.EXPECTED: "cyan",
    Status.TENTATIVE: "yellow",
    Status.INVITED: "yellow",
    Status.DECLINED: "red",
    Status.ABSENT: "red",
}
SHORT = 12  # columns up to this wide keep their width while the longer ones are folded
FOLDED = 16  # what a longer one is given at least
GAP = 2


def write_to_terminal(blocks: Sequence[Block], out: TextIO) -> None:
    """Print blocks in colour, unless NO_COLOR is set."""
    console = Console(file=out, highlight=False)
    for number, block in enumerate(blocks):
        if number:
            console.print()
        if isinstance(block, Table):
            if block.title:
                console.print(Text(harmless(block.title), "bold"))
            console.print(_drawn(block, console.width))
        else:
            heading, quote, origin = block.lines()
            console.print(Text(heading, "bold"))
            console.print(Padding(Text(quote), (0, 0, 0, 2), expand=False))
            console.print(Padding(Text(origin, "dim", overflow="fold"), (0, 0, 0, 2), expand=False))


def _drawn(table: Table, width: int) -> RichTable:
    headings = table.headings()
    if headings and _least_width(table) > width:
        # Ids are for typing; whoever needs one has a wider terminal, or another format.
        table = table.only([column != "id" for column in table.columns])
        headings = table.headings()
    whole = _least_width(table) <= width
    drawn = RichTable(
        box=box.SIMPLE_HEAD if headings else None,
        show_header=bool(headings),
        show_edge=False,
        padding=(0, GAP - 1 if headings else GAP, 0, 0),
    )
    names = headings or [""] * len(table.columns)
    for name, right, needed in zip(names, table.numeric(), _widths(table), strict=True):
        drawn.add_column(
            name,
            justify="right" if right else "left",
            no_wrap=whole and needed <= SHORT,
            overflow="fold",
        )
    for row in table.rows:
        drawn.add_row(*(Text(shown(cell), _style(cell)) for cell in row))
    return drawn


def _style(cell: object) -> str:
    return STYLES[cell] if isinstance(cell, Status) else ""


def _widths(table: Table) -> list[int]:
    cells = [[shown(cell) for cell in row] for row in table.rows]
    header = [table.headings()] if table.headings() else []
    return [max(map(width_of, column)) for column in zip(*header, *cells, strict=True)]


def _least_width(table: Table) -> int:
    """Return the width below which words would have to be broken."""
    return sum((each if each <= SHORT else min(each, FOLDED)) + GAP for each in _widths(table))
