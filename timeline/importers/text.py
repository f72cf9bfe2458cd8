"""Plain text: one article a file, its first line the title, optional header lines above.

Header lines are ``Key: value`` at the very top, with the keys of ``_HEADER`` in any case, each once;
an empty line after them is left out. Any other first line belongs to the article.

The first line is the title where the file has more than one paragraph, unless it is plainly the
beginning of the text: the first line of a paragraph whose lines were broken at a width, or a full
sentence longer than a headline is. A ``title:`` header, or a title from the caller, leaves all lines to the text.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from timeline.errors import ImportFailedError
from timeline.importers.base import Input, ReadOptions
from timeline.importers.content import binary, looks_like_json, markup
from timeline.importers.encoding import decode, mend
from timeline.importers.fields import language_code, publication_day, require_text
from timeline.importers.streams import read_within
from timeline.records import Document, Unread

name = "plain text"
single = True

_HEADER = re.compile(r"(id|url|source|title|published|language)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_LONGEST_HEADLINE = 150  # characters of a line that may be a headline though it ends as a sentence
_LONGEST_TITLE = 300
_WIDEST_BROKEN_LINE = 100
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")


def identify(sample: bytes) -> bool:
    """Say whether an input is text, and neither JSON nor markup."""
    return not (binary(sample) or markup(sample) or looks_like_json(sample))


def read(opened: Input, options: ReadOptions) -> Iterator[Document | Unread]:
    """Yield the one article of an input.

    Raises:
        ImportFailedError: it cannot be read.
    """
    text = decode(read_within(opened, options.max_bytes))
    if "\0" in text:
        raise ImportFailedError("binary", "there are NUL bytes in it, so it is no text")
    text = mend(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    header, body = _split_header(text)
    title = options.title or header.get("title")
    if not title:
        title, body = _split_title(body)
    yield Document(
        text=require_text(body),
        id=header.get("id") or None,
        url=options.url or header.get("url") or None,
        source=options.source or header.get("source") or None,
        title=title,
        published=_published(header, options),
        language=language_code(header.get("language", "")),
    )


def _published(header: Mapping[str, str], options: ReadOptions) -> date | None:
    return options.published or publication_day(header.get("published", ""))


def _split_header(text: str) -> tuple[dict[str, str], str]:
    """Return the header's values by key, and the text below it without space around."""
    header: dict[str, str] = {}
    start = len(text) - len(text.lstrip())
    while match := _HEADER.match(text, start):
        key, value = match[1].lower(), match[2].strip()
        if key in header or not _is_plausible(key, value):
            break
        header[key] = value
        start = match.end() + 1
    return header, text[start:].strip()


def _is_plausible(key: str, value: str) -> bool:
    """Tell a header from a headline that begins with such a word: "Language: a bridge to peace"."""
    if key == "language":
        return language_code(value) is not None
    if key == "url":
        return " " not in value
    return True


def _split_title(body: str) -> tuple[str | None, str]:
    first, line_break, rest = body.partition("\n")
    rest = rest.strip()
    if not line_break or not rest or _begins_text(first.strip(), body):
        return None, body
    return first.strip(), rest


def _begins_text(first: str, body: str) -> bool:
    """Say whether the first line is no title but the beginning of the text."""
    if len(first) > _LONGEST_TITLE:
        return True
    if len(first) > _LONGEST_HEADLINE and _SENTENCE_END.search(first):
        return True
    return _is_broken_at_width(body.split("\n\n", 1)[0].split("\n"))


def _is_broken_at_width(lines: list[str]) -> bool:
    """Say whether the lines are one paragraph: some go on in lower case where no sentence ended."""
    if any(len(line) > _WIDEST_BROKEN_LINE for line in lines):
        return False
    return any(
        after[:1].islower() and not _SENTENCE_END.search(before)
        for before, after in pairwise(lines)
    )
