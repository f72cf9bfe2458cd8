"""Files, folders and standard input to documents; add a format as a file and a line in IMPORTERS."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from pathlib import Path

from timeline.errors import ImportFailedError, TimelineError
from timeline.importers import jsonl, text
from timeline.importers.base import Importer, Input, ReadOptions, unread
from timeline.importers.content import describe_binary, describe_markup
from timeline.importers.folders import files_of
from timeline.importers.streams import STANDARD_INPUT, opened, shown, standard_input, unreadable
from timeline.records import Document, Unread

__all__ = ["IMPORTERS", "Importer", "Input", "ReadOptions", "identify", "read_inputs"]

IMPORTERS: tuple[Importer, ...] = (text.IMPORTER, jsonl.IMPORTER)


def read_inputs(paths: Sequence[str], options: ReadOptions) -> Iterator[Document | Unread]:
    """Read files, folders and ``-``, standard input, one article after the other.

    What cannot be read is told by an Unread in its place, and the rest is read.

    Raises:
        TimelineError: the options describe one text, and there are more.
    """
    found = (each for path in paths for each in _read_path(path, options))
    if options.describes_one_text():
        # Looked at before the first is given out: else it would be stored with a wrong date.
        first = list(islice(found, 2))
        if len(first) > 1:
            what = "a title, date, source or URL holds for a single text, and here are several"
            raise TimelineError(f"{what}: import that text alone")
        yield from first
    yield from found


def identify(given: Input) -> Importer:
    """Return the one importer that claims an input by its content.

    Raises:
        ImportFailedError: none does, or several do.
    """
    if not given.sample:
        raise ImportFailedError("empty", "it is empty: nothing to import")
    claiming = [importer for importer in IMPORTERS if importer.identify(given)]
    if len(claiming) == 1:
        return claiming[0]
    if claiming:
        names = " and ".join(importer.name for importer in claiming)
        raise ImportFailedError("ambiguous", f"it could be {names}: not imported")
    if markup := describe_markup(given.sample):
        raise ImportFailedError("not-text", f"{markup}, not a text: save it as plain text")
    what = describe_binary(given.sample) or "binary data"
    raise ImportFailedError("binary", f"{what}, not a text: save it as plain text")


def _read_path(path: str, options: ReadOptions) -> Iterator[Document | Unread]:
    if path == STANDARD_INPUT:
        yield from _read(STANDARD_INPUT, nullcontext(standard_input()), options)
        return
    if not path:  # pathlib takes it for the current folder
        what = "no such file or folder: check the path"
        yield unread(path, ImportFailedError("missing", what))
        return
    for file in files_of(Path(path)):
        if isinstance(file, Unread):
            yield file
        else:
            yield from _read(shown(file), opened(file), options)


def _read(
    name: str, opening: AbstractContextManager[Input], options: ReadOptions
) -> Iterator[Document | Unread]:
    try:
        with opening as given:
            yield from identify(given).read(given, options)
    except ImportFailedError as error:
        yield unread(name, error)
    except OSError as error:
        yield unread(name, unreadable(error))
