"""Files, folders and standard input to documents; add a format as a file and a line in IMPORTERS."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from timeline.errors import ImportFailedError, TimelineError
from timeline.importers import jsonl, text
from timeline.importers.base import Importer, Input, ReadOptions
from timeline.importers.content import binary, markup, opening
from timeline.importers.failures import unread, unreadable
from timeline.importers.folders import files_below
from timeline.importers.streams import SAMPLE_BYTES, STANDARD_INPUT, opened
from timeline.records import Document, Unread

__all__ = ["IMPORTERS", "ReadOptions", "identify", "is_single_text", "read_inputs"]

IMPORTERS: tuple[Importer, ...] = (text, jsonl)


def read_inputs(paths: Sequence[str], options: ReadOptions) -> Iterator[Document | Unread]:
    """Read files, folders and ``-``, standard input, one article after the other.

    What cannot be read is told by an Unread in its place, and the rest is read.

    Raises:
        TimelineError: the options describe a single text, and the paths are not one.
    """
    if options.describe_one and not is_single_text(paths):
        what = "a date, source, URL or title holds for a single text"
        raise TimelineError(f"{what}: import that text alone")
    for path in paths:
        yield from _read_path(path, options)


def is_single_text(paths: Sequence[str]) -> bool:
    """Say whether a date, source, URL or title may be given for what stands at these paths.

    Standard input and what cannot be read count as one text: reading them tells better.
    """
    if len(paths) != 1:
        return False
    if paths[0] == STANDARD_INPUT:
        return True
    try:
        if not Path(paths[0]).is_file():  # a pipe must not be opened to look into it
            return not _is_folder(paths[0])
        with opened(paths[0]) as given:
            return identify(given).single
    except (ImportFailedError, OSError):
        return True


def identify(given: Input) -> Importer:
    """Return the one importer that claims an input by its content.

    Raises:
        ImportFailedError: none does, or several do.
    """
    sample = given.sample
    if len(sample) < SAMPLE_BYTES and not opening(sample):
        raise ImportFailedError("empty", "it is empty")
    claiming = [importer for importer in IMPORTERS if importer.identify(sample)]
    if len(claiming) == 1:
        return claiming[0]
    if claiming:
        names = " and ".join(importer.name for importer in claiming)
        raise ImportFailedError("ambiguous", f"it could be {names}, so it is not read")
    if wrapped := markup(sample):
        raise ImportFailedError("markup", f"it is {wrapped}; save the article as plain text")
    what = binary(sample) or "no text"
    raise ImportFailedError("binary", f"it is {what}; save the article as plain text")


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and Path(path).is_dir()  # pathlib takes "" for the current folder
    except (OSError, ValueError):
        return False


def _read_path(path: str, options: ReadOptions) -> Iterator[Document | Unread]:
    if path == STANDARD_INPUT or not _is_folder(path):
        yield from _read_file(path, options)
        return
    empty = True
    for file in files_below(Path(path)):
        empty = False
        if isinstance(file, Unread):
            yield file
        else:
            yield from _read_file(str(file), options)
    if empty:
        yield unread(path, ImportFailedError("empty-folder", "the folder holds no files"))


def _read_file(path: str, options: ReadOptions) -> Iterator[Document | Unread]:
    try:
        with opened(path) as given:
            yield from _importer(given, options).read(given, options)
    except ImportFailedError as error:
        yield unread(path, error)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL
        yield unreadable(path, error)


def _importer(given: Input, options: ReadOptions) -> Importer:
    importer = identify(given)
    if options.describe_one and not importer.single:
        what = f"a date, source, URL or title holds for a single text, not for {importer.name}"
        raise ImportFailedError("options", what)
    return importer
