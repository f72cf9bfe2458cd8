"""The patterns that reading goes by, kept as data: one JSON object a line."""

import json
from functools import cache
from importlib.resources import files


@cache
def read_patterns(name: str) -> tuple[dict[str, str], ...]:
    """Return the lines of ``<name>.jsonl`` in their order, which is the order of precedence."""
    text = files("timeline.extractors.patterns").joinpath(f"{name}.jsonl").read_text("utf-8")
    return tuple(json.loads(line) for line in text.splitlines() if line.strip())


@cache
def terms(name: str, **wanted: str) -> frozenset[str]:
    """Return the ``term`` of every line of ``<name>.jsonl`` that has the wanted values."""
    return frozenset(
        line["term"]
        for line in read_patterns(name)
        if all(line.get(key) == value for key, value in wanted.items())
    )


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of one set of ``words.jsonl``.

    Raises:
        KeyError: there is no set of that name.
    """
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {line["term"]: frozenset(line["words"].split()) for line in read_patterns("words")}
