"""Tables for a pipe or a file: aligned, without colour, and as wide as they are."""

from timeline.render.cells import harmless, shown
from timeline.render.tables import Block, Note


def plain(block: Block) -> str:
    """Return a block as lines of text."""
    if isinstance(block, Note):
        heading, quote, origin = block.lines()
        return f"{heading}\n  {quote}\n  {origin}\n"
    header = [block.headings()] if any(block.columns) else []
    cells = [[shown(cell) for cell in row] for row in block.rows]
    widths = [max(map(width_of, column)) for column in zip(*header, *cells, strict=True)]
    rule = [["-" * width for width in widths]] if header else []
    right = block.numeric()
    lines = [
        "  ".join(map(_padded, row, widths, right)).rstrip() for row in [*header, *rule, *cells]
    ]
    title = [harmless(block.title)] if block.title else []
    return "\n".join([*title, *lines, ""])


def width_of(text: str) -> int:
    """Return how many columns a text takes on a terminal: some signs take two, some none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - slow to import, and seldom needed

    return cell_len(text)


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - width_of(text))
    return space + text if right else text + space
