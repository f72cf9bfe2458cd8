"""Tables and quotes in Markdown."""

import re

from timeline.render.cells import harmless, shown
from timeline.render.tables import Block, Note

# What Markdown would take for its own; an underscore inside a word is left alone by all readers.
_MARKED = re.compile(r"[\\|<`*\[\]]")


def markdown(block: Block) -> str:
    """Return a block in Markdown, ended by a line break."""
    if isinstance(block, Note):
        heading, quote, origin = map(_escaped, block.lines())
        return f"**{heading}**\n\n> {quote}\n>\n> {origin}\n"
    columns = block.headings() or [""] * len(block.columns)
    rules = ["--:" if right else "---" for right in block.numeric()]
    cells = [[_escaped(shown(cell)) for cell in row] for row in block.rows]
    lines = ["| " + " | ".join(row) + " |" for row in [list(map(_escaped, columns)), rules, *cells]]
    title = [f"## {_escaped(harmless(block.title))}", ""] if block.title else []
    return "\n".join([*title, *lines, ""])


def _escaped(text: str) -> str:
    return _MARKED.sub(r"\\\g<0>", text)
