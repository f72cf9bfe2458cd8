"""JSON Lines, an article a line; also a file that is one JSON object, or an array of them."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from timeline.errors import ImportFailedError
from timeline.importers.base import Importer, Input, ReadOptions, too_large, unread
from timeline.importers.content import describe_binary, is_json, sample_text
from timeline.importers.encoding import declared_encoding, decode, mend
from timeline.importers.fields import FIELDS, document_of
from timeline.importers.streams import SAMPLE_BYTES, stream_of
from timeline.records import Document, Unread

# What opens an object and is closed on the same line, is followed by a line that opens another, or
# fills the sample, is a line of JSON Lines, broken or not; an object else goes over several lines.
_OBJECT_LINE = re.compile(r"\{(?:[^\n]*\}[ \t\r]*(?:\n|$)|[^\n]*(?:\n\s*\{|$))")


class JsonLinesImporter:
    """Reads articles written as JSON objects with the keys of FIELDS; other keys are ignored."""

    name = "JSON Lines"

    def identify(self, given: Input) -> bool:
        """Say whether the sample begins as JSON objects do, or most of its lines."""
        return is_json(given.sample) and not describe_binary(given.sample)

    def read(self, given: Input, options: ReadOptions) -> Iterator[Document | Unread]:
        """Read the articles; a line that cannot be read does not stop those behind it."""
        empty = True
        for each in _items(given, options) if _is_whole(given) else _lines(given, options):
            empty = False
            yield each
        if empty:
            raise ImportFailedError("empty", "it holds no articles: nothing to import")


IMPORTER: Importer = JsonLinesImporter()


def _is_whole(given: Input) -> bool:
    text = sample_text(given.sample).lstrip()
    return text.startswith("[") or (text.startswith("{") and not _OBJECT_LINE.match(text))


def _items(given: Input, options: ReadOptions) -> Iterator[Document | Unread]:
    value = _parse(decode(given.read_whole(options.max_bytes)))
    if not isinstance(value, list):
        yield _article(given.name, value, options)
        return
    for number, item in enumerate(value, start=1):
        yield _article(f"{given.name}#{number}", item, options)


def _lines(given: Input, options: ReadOptions) -> Iterator[Document | Unread]:
    for number, line in enumerate(_bounded_lines(given, options.max_bytes), start=1):
        name = f"{given.name}:{number}"
        if line is None:
            yield unread(name, too_large("the line", options.max_bytes))
        elif line.strip():
            try:
                value = _parse(decode(line))
            except ImportFailedError as error:
                yield unread(name, error)
            else:
                yield _article(name, value, options)


def _article(name: str, value: object, options: ReadOptions) -> Document | Unread:
    try:
        if not isinstance(value, dict):
            what = "not an article: write an object with the key text"
            raise ImportFailedError("bad-row", what)
        fields = {key: value.get(key) for key in FIELDS}
        mended = {
            key: mend(each) if isinstance(each, str) else each for key, each in fields.items()
        }
        return document_of(mended, options)
    except ImportFailedError as error:
        return unread(name, error)


def _bounded_lines(given: Input, limit: int) -> Iterator[bytes | None]:
    """Return the lines as UTF-8 or in a narrow encoding, None for each that is over the limit."""
    stream = _narrow(given)
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
        else:
            while line and not line.endswith(b"\n"):
                line = stream.readline(SAMPLE_BYTES)
            yield None


def _narrow(given: Input) -> BinaryIO:
    """Return the stream, in UTF-8 if it was in UTF-16 or UTF-32, whose line breaks are no bytes."""
    codec = declared_encoding(given.sample)
    if codec is None or codec == "utf-8-sig":
        return given.stream
    decoder = codecs.getincrementaldecoder(codec)("replace")

    def chunks() -> Iterator[bytes]:
        while chunk := given.stream.read(SAMPLE_BYTES):
            yield decoder.decode(chunk).encode()
        yield decoder.decode(b"", final=True).encode()

    return stream_of(chunks())


def _parse(text: str) -> object:
    """Read one JSON value; NaN and Infinity, which tables of numbers leave behind, are null.

    Raises:
        ImportFailedError: it is no JSON, or names a field of an article twice.
    """
    try:
        return json.loads(
            text, strict=False, parse_constant=lambda _: None, object_pairs_hook=_unique
        )
    except RecursionError:
        raise ImportFailedError("bad-json", "no JSON that can be read: nested too deeply") from None
    except json.JSONDecodeError as error:
        what = f"no JSON ({error.msg}, line {error.lineno} column {error.colno})"
        raise ImportFailedError("bad-json", what) from None
    except ValueError:
        raise ImportFailedError("bad-json", "no JSON that can be read: a number too long") from None


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in FIELDS and found.setdefault(key, value) != value:
            raise ImportFailedError("bad-row", f'"{key}" stands twice: keep the right one')
        found[key] = value
    return found
