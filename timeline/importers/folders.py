"""Folders: the files in them, in the order of their names, found as they are asked for."""

from collections.abc import Iterator
from pathlib import Path

from timeline.importers.failures import unreadable
from timeline.records import Unread

_SQLITE = b"SQLite format 3\0"
_COMPANIONS = ("-wal", "-shm")


def files_below(folder: Path) -> Iterator[Path | Unread]:
    """Yield the files in a folder and in its folders, sorted by name, without hidden ones and databases.

    Links are followed, but no folder is read twice; what cannot be listed is told.
    """
    seen: set[tuple[int, int]] = set()
    waiting = [folder]  # no recursion: folders may be nested deeper than Python calls
    while waiting:
        path = waiting.pop()
        try:
            if path.is_dir():
                waiting += _inside(path, seen)
            elif path.is_file() or not path.exists():
                yield path
            else:
                # Opening a pipe or a device would wait for somebody to write into it.
                yield unreadable(str(path), OSError("it is no regular file"))
        except OSError as error:
            yield unreadable(str(path), error)


def _inside(folder: Path, seen: set[tuple[int, int]]) -> list[Path]:
    """Return what a folder holds, last first; nothing where it was seen before."""
    status = folder.stat()
    identity = status.st_dev, status.st_ino
    if identity in seen:
        return []
    seen.add(identity)
    visible = (path for path in folder.iterdir() if not path.name.startswith("."))
    texts = (path for path in visible if not _is_database(path))
    return sorted(texts, key=lambda path: path.name, reverse=True)


def _is_database(path: Path) -> bool:
    """Say whether a file is an SQLite database, or one of the two that it keeps beside it.

    The database stands by default in the folder of the articles, and is not one of them.
    """
    if path.name.endswith(_COMPANIONS):
        path = path.with_name(path.name[: -len(_COMPANIONS[0])])
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False  # told when it is read
