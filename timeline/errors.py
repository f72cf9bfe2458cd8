"""Every error that the program raises on purpose; each says in one line what is wrong and what to do.

TimelineError
├── ImportFailedError        an input could not be read
├── DatabaseError            a database cannot be used
│   ├── NotOurDatabaseError  it holds other tables than ours
│   └── NewerDatabaseError   a later version of the program wrote it
└── QuestionError            a question cannot be answered as asked
    ├── UnknownNameError     no row has that name
    └── AmbiguousNameError   several rows have that name
"""

from collections.abc import Sequence


class TimelineError(Exception):
    """A known failure: the command line prints it in one line and exits with status 1."""


class ImportFailedError(TimelineError):
    """An input that could not be read.

    Attributes:
        cause: a short stable word for the kind of failure, such as ``empty`` or ``binary``.
    """

    def __init__(self, cause: str, message: str) -> None:
        super().__init__(message)
        self.cause = cause


class DatabaseError(TimelineError):
    """A database that cannot be opened, read, written or migrated."""


class NotOurDatabaseError(DatabaseError):
    """A database whose tables are not those of this program."""


class NewerDatabaseError(DatabaseError):
    """A database at a revision that this version of the program does not know."""


class QuestionError(TimelineError):
    """A question that cannot be answered as it was asked."""


class UnknownNameError(QuestionError):
    """A name that no row has.

    Attributes:
        suggestions: near names that exist, best first.
    """

    def __init__(self, message: str, suggestions: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.suggestions = tuple(suggestions)


class AmbiguousNameError(QuestionError):
    """A name that fits several rows.

    Attributes:
        candidates: what it could mean, each told so that it can be typed instead.
    """

    def __init__(self, message: str, candidates: Sequence[str]) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)
