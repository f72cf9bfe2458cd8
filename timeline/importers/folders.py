"""Folders: the files in them, in the order of their names, found as they are asked for."""

from collections.abc import Iterator
from pathlib import Path

from timeline.importers.failures import unreadable
from timeline.records import Unread


def files_below(folder: Path, above: tuple[Path, ...] = ()) -> Iterator[Path | Unread]:
    """Yield the files in a folder and in its folders, sorted by name, without hidden ones.

    A link to a folder that it lies in is not followed; a folder that cannot be listed is told.
    """
    try:
        here = folder.resolve()
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        yield unreadable(str(folder), error)
        return
    if here in above:
        return
    for path in paths:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from files_below(path, (*above, here))
        elif path.is_file() or not path.exists():
            yield path
        else:
            # Opening a pipe or a device would wait for somebody to write into it.
            yield unreadable(str(path), OSError("it is no regular file"))
