"""Shell completion of names that have spaces in them, which Typer gives to bash as separate words."""

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator

REQUEST = "_TIMELINE_COMPLETE"
_SPECIAL = re.compile(r"[^\w@%+=:,./~-]")


@contextlib.contextmanager
def escaping_for_bash() -> Iterator[None]:
    """Escape what is printed for bash inside, where the word that is completed has no open quote."""
    word = os.environ.get("COMP_WORDS", "").split("\n")[-1]
    if os.environ.get(REQUEST) != "complete_bash" or word.startswith(("'", '"')):
        yield
        return
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            yield
    finally:
        sys.stdout.write(_SPECIAL.sub(_escape, printed.getvalue()))


def _escape(sign: re.Match[str]) -> str:
    return sign[0] if sign[0] == "\n" else "\\" + sign[0]
