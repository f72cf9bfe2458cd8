"""What the drivers' errors mean to a user, each in one line that says what to do.

An error that is not listed here is none that a user can mend, and is left as it is.
"""

import re
import sqlite3

_LOCKED = "{place} is locked by another program: wait until it has finished, then try again"
_CANNOT_OPEN = "cannot open {place}: check that you may read it and write in its folder"
_CANNOT_WRITE = "cannot write to {place}: check its rights and its folder's, or name another one"

# By SQLite's primary result code, https://www.sqlite.org/rescode.html
_SQLITE = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_PERM: _CANNOT_OPEN,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_READONLY: _CANNOT_WRITE,
    sqlite3.SQLITE_FULL: "no room is left for {place}: make room on its disk, then try again",
    sqlite3.SQLITE_IOERR: "the disk failed while {place} was in use: check the disk",
    sqlite3.SQLITE_CORRUPT: "{place} is damaged: restore a backup of it",
    sqlite3.SQLITE_NOTADB: "{place} is not a database file: name another file",
}

_NO_RIGHTS = "the user has no rights for this in {place}: ask its owner to grant them"
_NO_LOGIN = "the server refuses the user or the password for {place}: check both"
_NO_DATABASE = "the server has no database {place}: create it with createdb, or name another one"
_TOO_MANY = "the server of {place} has no connection left: try again later"
_BROKEN = "the connection to {place} broke: check the server, then try again"

# By SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
_SQLSTATES = {
    "28P01": _NO_LOGIN,
    "28000": _NO_LOGIN,
    "3D000": _NO_DATABASE,
    "42501": _NO_RIGHTS,
    "25006": "{place} is open for reading only: name a database that may be written",
    "53100": "no room is left for {place}: make room on the server's disk, then try again",
    "53300": _TOO_MANY,
    "55P03": _LOCKED,
    "40P01": "another program wrote to {place} at the same time: try again",
    "57P01": _BROKEN,
    "57P02": _BROKEN,
    "57P03": "the server of {place} is starting or stopping: try again in a moment",
}

# A connection that fails has no SQLSTATE, only libpq's words.
_LIBPQ = (
    (r"password|pg_hba\.conf|role .* does not exist|authentication failed", _NO_LOGIN),
    (r"database .* does not exist", _NO_DATABASE),
    (r"permission denied", _NO_RIGHTS),
    (r"too many (clients|connections)|remaining connection slots", _TOO_MANY),
    (r"the database system is", _SQLSTATES["57P03"]),
    (r"server closed the connection|terminating connection|connection .*lost", _BROKEN),
    (
        r"refused|No such file|resolve|translate|timeout|timed out|unreachable|No route",
        "no PostgreSQL server answers at {place}: start it, or check its host and port",
    ),
)


def explain(error: BaseException, place: str) -> str | None:
    """Return the line that tells a user what ``error`` means, or None where no user can mend it.

    Args:
        error: what sqlite3 or psycopg raised.
        place: the database as it may be shown, without a password.
    """
    sentence = None
    if isinstance(error, sqlite3.Error):
        # The low byte of an extended result code is the primary one.
        sentence = _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    elif hasattr(error, "sqlstate"):
        sentence = _of_postgresql(error)
    return sentence.format(place=place, words=_last_line(error)) if sentence else None


def _of_postgresql(error: BaseException) -> str | None:
    import psycopg  # noqa: PLC0415 - slow to import; here it is loaded, as the error is its own

    if not isinstance(error, psycopg.Error):
        return None
    if error.sqlstate is not None:
        return _SQLSTATES.get(error.sqlstate)
    if not isinstance(error, psycopg.OperationalError):
        return None
    for words, sentence in _LIBPQ:
        if re.search(words, str(error), re.IGNORECASE):
            return sentence
    return "cannot use {place}: {words}"


def _last_line(error: BaseException) -> str:
    """Return the line of a message that tells the most: libpq tells first what it tried."""
    return str(error).strip().rpartition("\n")[2]
