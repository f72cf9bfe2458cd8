"""Inputs as streams of bytes: opened, looked into, and never held whole unless a format needs it."""

import codecs
import io
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from timeline.errors import ImportFailedError
from timeline.importers.base import Input

STANDARD_INPUT = "-"
SAMPLE_BYTES = 1 << 16
CHUNK_BYTES = 1 << 16


class _Chunks(io.RawIOBase):
    """A raw stream of the bytes that an iterator gives."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # io promises a writable buffer
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = chunk
        count = min(len(view), len(self._rest))
        view[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


@contextmanager
def opened(name: str) -> Iterator[Input]:
    """Open a file, or standard input for ``-``, and look at its first bytes.

    Raises:
        OSError: it cannot be opened or read.
        ValueError: the path holds a NUL.
    """
    if name == STANDARD_INPUT:
        if sys.stdin is None:  # so it is where a shell closed it, "<&-"
            raise OSError("standard input is closed")
        yield _look(name, sys.stdin.buffer, None)
        return
    if not name:  # pathlib takes it for the current folder
        raise FileNotFoundError
    path = Path(name)
    with path.open("rb") as stream:
        status = path.stat()
        yield _look(name, stream, status.st_size if stat.S_ISREG(status.st_mode) else None)


def read_within(opened: Input, max_bytes: int) -> bytes:
    """Return all bytes of an input, of which little more than the limit is ever read.

    Raises:
        ImportFailedError: there are more; the cause is ``too-large``.
    """
    if opened.size is not None and opened.size > max_bytes:
        raise too_large(max_bytes)
    data = bytearray()
    for chunk in _chunks_of(opened.stream):  # read() would take the memory of the limit at once
        data += chunk
        if len(data) > max_bytes:
            raise too_large(max_bytes)
    return bytes(data)


def read_lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number from 1, and None in place of one above the limit."""
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) <= max_bytes or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK_BYTES)
        yield number, None


def as_utf8(stream: BinaryIO, encoding: str) -> BinaryIO:
    """Return a stream of the same text in UTF-8; what cannot be decoded becomes U+FFFD."""
    texts = codecs.iterdecode(_chunks_of(stream), encoding, "replace")
    return _buffered(text.encode("utf-8", "replace") for text in texts)


def too_large(max_bytes: int) -> ImportFailedError:
    """Return the failure of an input above the limit."""
    return ImportFailedError(
        "too-large", f"it is larger than {max_bytes:,} bytes; split it or raise the limit"
    )


def _look(name: str, stream: BinaryIO, size: int | None) -> Input:
    """Read ahead, also from a pipe that gives a little at a time and cannot be wound back."""
    sample = bytearray()
    while len(sample) < SAMPLE_BYTES and (chunk := stream.read(SAMPLE_BYTES - len(sample))):
        sample += chunk
    rest = _chunks_of(stream)
    return Input(name, _buffered(chain([bytes(sample)], rest)), bytes(sample), size)


def _chunks_of(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK_BYTES):
        yield chunk


def _buffered(chunks: Iterable[bytes]) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Chunks(chunks), CHUNK_BYTES))
