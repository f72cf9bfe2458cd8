"""The data files: tab-separated, with their source and licence in comment lines on top."""

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """Yield the fields of each line of a data file."""
    text = (files("timeline.knowledge") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
