"""What an importer is: it says whether an input is of its format, and reads documents from it.

A failure has one of these causes; they are stored, so a word is never given another meaning:

============ ====================================================================
missing      there is nothing at that path
unreadable   the operating system does not let it be read, or it is no regular file
empty-folder a folder without a file to read
empty        no bytes, or white space alone
binary       no text: an image, an archive, a PDF, NUL bytes
markup       text in which the article is wrapped: HTML, XML, RTF
too-large    a text, or a line of JSON Lines, above the limit
encoding     text in an encoding that could not be told
bad-json     a line, or a file, that is no JSON
bad-row      JSON of another shape than an article
bad-date     a publication date that is no day
no-text      an article without a letter or digit in its text
ambiguous    text that several formats claim
options      a date, source, URL or title given for an input that is not a single text
============ ====================================================================
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Protocol

from timeline.records import Document, Unread

DEFAULT_MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller knows better than the input.

    Attributes:
        published: the day of publication of a single text; wins over what the text says.
        source: its publisher; wins likewise.
        url: where it stands; wins likewise.
        title: its headline; wins likewise.
        max_bytes: the greatest text, or line of JSON Lines, that is read.
    """

    published: date | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    max_bytes: int = DEFAULT_MAX_BYTES

    @property
    def describe_one(self) -> bool:
        """Say whether anything is given that can only be true of a single text."""
        return any((self.published, self.source, self.url, self.title))


@dataclass(frozen=True, slots=True)
class Input:
    """An opened input, before its format is known.

    Attributes:
        name: the path as it was given, or ``-``.
        stream: all its bytes, from the first on.
        sample: the first of them, read ahead.
        size: how many bytes there are, or None where that is not known before the end.
    """

    name: str
    stream: BinaryIO
    sample: bytes
    size: int | None


class Importer(Protocol):
    """A format that is read; add one as a module of its own and a line in ``timeline.importers``.

    Attributes:
        name: what the format is called.
        single: whether an input holds one article, so that options may describe it.
    """

    @property
    def name(self) -> str:
        """Name the format."""

    @property
    def single(self) -> bool:
        """Say whether an input of this format is one article."""

    def identify(self, sample: bytes) -> bool:
        """Say whether an input that begins so is of this format; no two formats claim the same."""

    def read(self, opened: Input, options: ReadOptions) -> Iterator[Document | Unread]:
        """Yield the documents of an input, and what could not be read in place of one.

        Raises:
            ImportFailedError: the input as a whole cannot be read.
        """
