"""JSON Lines, an article a line; also a file that is one JSON object, or an array of them.

An article has the keys ``id, url, source, title, published, language, text``, all but ``text``
optional; others are ignored. Its text comes out as it was, but for what ``mend`` does.
"""

import json
import re
from collections.abc import Iterator, Mapping

from timeline.errors import ImportFailedError
from timeline.importers.base import Input, ReadOptions
from timeline.importers.content import looks_like_json, opening
from timeline.importers.encoding import decode, mend, wide_encoding
from timeline.importers.failures import unread
from timeline.importers.fields import language_code, publication_day, require_text
from timeline.importers.streams import as_utf8, read_lines, read_within, too_large
from timeline.records import Document, Unread

name = "JSON Lines"
single = False

_KEYS = ("id", "url", "source", "title", "published", "language", "text")
# An object that is closed on the line that opens it, or is followed by a line that opens another, or
# fills the sample, is a line of JSON Lines, broken or not; any other goes over several lines.
_OBJECT_LINE = re.compile(r"\{(?:[^\n]*\}[ \t\r]*(?:\n|$)|[^\n]*(?:\n\s*\{|$))")


def identify(sample: bytes) -> bool:
    """Say whether an input begins as JSON objects do."""
    return looks_like_json(sample)


def read(opened: Input, options: ReadOptions) -> Iterator[Document | Unread]:
    """Yield an article for each object, and what cannot be read in place of one.

    Raises:
        ImportFailedError: there is none, or a file that is one JSON value cannot be read.
    """
    empty = True
    for each in _items(opened, options) if _is_whole(opened.sample) else _lines(opened, options):
        empty = False
        yield each
    if empty:
        raise ImportFailedError("empty", "there are no articles in it")


def _is_whole(sample: bytes) -> bool:
    start = opening(sample)
    return start.startswith("[") or (start.startswith("{") and not _OBJECT_LINE.match(start))


def _items(opened: Input, options: ReadOptions) -> Iterator[Document | Unread]:
    value = _parse(decode(read_within(opened, options.max_bytes)))
    if not isinstance(value, list):
        yield _document(value)
        return
    for number, item in enumerate(value, start=1):
        try:
            yield _document(item)
        except ImportFailedError as error:
            yield unread(f"{opened.name}#{number}", error)


def _lines(opened: Input, options: ReadOptions) -> Iterator[Document | Unread]:
    encoding = wide_encoding(opened.sample)
    stream = as_utf8(opened.stream, encoding) if encoding else opened.stream
    for number, line in read_lines(stream, options.max_bytes):
        try:
            if line is None:
                raise too_large(options.max_bytes)
            if row := decode(line).strip():
                yield _document(_parse(row))
        except ImportFailedError as error:
            yield unread(f"{opened.name}:{number}", error)


def _parse(text: str) -> object:
    """Read one JSON value; NaN and Infinity, which tables of numbers leave behind, are null.

    Raises:
        ImportFailedError: it is no JSON, or gives a key of an article two values.
    """
    try:
        return json.loads(
            text, strict=False, parse_constant=lambda _: None, object_pairs_hook=_unique
        )
    except RecursionError:
        raise ImportFailedError("bad-json", "its JSON is nested too deeply") from None
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in text.strip() else ""
        what = f"{error.msg}: {line}column {error.colno}"
        raise ImportFailedError("bad-json", f"it is no JSON ({what})") from None
    except ValueError:  # int() refuses more than 4,300 digits
        raise ImportFailedError("bad-json", "a number in its JSON is too long") from None


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in _KEYS and found.get(key, value) != value:
            raise ImportFailedError("bad-row", f'"{key}" is given two values')
        found[key] = value
    return found


def _document(row: object) -> Document:
    if not isinstance(row, dict):
        raise ImportFailedError("bad-row", 'it is no article: write an object with a "text"')
    text = _string(row, "text")
    return Document(
        text=require_text(text or ""),
        id=_identifier(row),
        url=_line(row, "url"),
        source=_line(row, "source"),
        title=_line(row, "title"),
        published=publication_day(_string(row, "published") or ""),
        language=language_code(_string(row, "language") or ""),
    )


def _identifier(row: Mapping[str, object]) -> str | None:
    """Return the caller's own name for the article unchanged; numbers are names too."""
    value = row.get("id")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return _string(row, "id") or None


def _line(row: Mapping[str, object], key: str) -> str | None:
    """Return a value in one line, None where it is missing or blank."""
    return " ".join((_string(row, key) or "").split()) or None


def _string(row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ImportFailedError("bad-row", f'its "{key}" is no text: write it in quotes')
    return mend(value)
