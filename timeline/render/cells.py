"""Single values to text: for programs as they are, for people so that they cannot steer a terminal."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from timeline.identity import short_id

Cell = str | int | float | bool | Decimal | date | UUID | None | Sequence[str]
Json = Cell | Sequence["Json"] | Mapping[str, "Json"]

# C0 and C1 controls, the marks that turn the direction of text around, and the line separators.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """Return text as it may be shown on a terminal, in one line."""
    folded = " ".join(text.split()) if _CONTROL.search(text) else text
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", folded)


def text_of(cell: Json) -> str:
    """Return a cell as programs read it: ids short, dates ISO, decimals plain."""
    match cell:
        case bool():
            return str(cell).lower()
        case Decimal():
            return format(cell, "f")
        case UUID():
            return short_id(cell)
        case list() | tuple():
            return "; ".join(text_of(each) for each in cell)
        case _:
            return "" if cell is None else str(cell)


def shown(cell: Cell) -> str:
    """Return a cell as people read it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return harmless(text_of(cell))


def is_empty(cell: Cell) -> bool:
    """Tell whether there is nothing to show."""
    return cell is None or cell in ("", ())


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
            return _quoted(text_of(value))


def _quoted(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return _CONTROL.sub(lambda sign: f"\\u{ord(sign[0]):04x}", escaped)
