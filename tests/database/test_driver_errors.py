"""What goes wrong with a database is told in one line that says what to do."""

import os
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from timeline.database import connect, reading, resolve_url, writing
from timeline.errors import DatabaseError

LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


def run(url: URL, statement: str, *, write: bool) -> None:
    engine = connect(url, write=write, busy_seconds=0.05)
    try:
        with engine.begin() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()


def refusal(url: URL, statement: str = "CREATE TABLE t (n INTEGER)", *, write: bool = True) -> str:
    """Return the line that a user gets."""
    with pytest.raises(DatabaseError) as caught:
        run(url, statement, write=write)
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert refusal(resolve_url(str(tmp_path))) == f"{tmp_path} is a folder: name a file in it"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    line = refusal(resolve_url(str(tmp_path / "none" / "timeline.db")))
    assert line.startswith(f"there is no folder {tmp_path / 'none'}: create it")


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    line = refusal(resolve_url(str(tmp_path / "notes.txt" / "timeline.db")))
    assert line.startswith(f"there is no folder {tmp_path / 'notes.txt'}")


@pytest.fixture
def unwritable_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nobody who runs this may write; root may everywhere but in /proc."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        if not Path("/proc/self").is_dir():
            pytest.skip("root may write everywhere on this system")
        yield Path("/proc")
        return
    tmp_path.chmod(0o500)
    yield tmp_path
    tmp_path.chmod(0o700)


def test_a_folder_that_cannot_be_written(unwritable_folder: Path) -> None:
    path = unwritable_folder / "timeline.db"
    line = refusal(resolve_url(str(path)))
    assert line == f"cannot open {path}: check that you may read it and write in its folder"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    line = refusal(resolve_url(str(tmp_path / ("x" * 300 + ".db"))))
    assert line.endswith("check that you may read it and write in its folder")


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"Notes of the harbour board. " * 40)
    for write in (False, True):
        line = refusal(resolve_url(str(path)), write=write)
        assert line == f"{path} is not a database file: name another file"
    assert path.read_bytes() == b"Notes of the harbour board. " * 40


def test_a_damaged_file(sqlite_url: URL) -> None:
    path = Path(str(sqlite_url.database))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    path.write_bytes(content)
    line = refusal(sqlite_url, "SELECT * FROM article", write=False)
    assert line == f"{path} is damaged: restore a backup of it"


def test_a_locked_database(sqlite_url: URL) -> None:
    with writing(sqlite_url) as session:
        session.execute(text("SELECT 1"))
        line = refusal(sqlite_url)
    assert line.startswith(f"{sqlite_url.database} is locked by another program: wait")


def test_a_reader_does_not_wait_for_a_writer(sqlite_url: URL) -> None:
    with writing(sqlite_url) as session:
        session.execute(text("DELETE FROM source"))
        with reading(sqlite_url) as other:
            assert other.scalars(text("SELECT count(*) FROM source")).one() == 0


def test_a_database_locked_by_another_process(sqlite_url: URL) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", LOCK, str(sqlite_url.database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    assert "is locked by another program" in refusal(sqlite_url)
    holder.communicate()


def test_no_room_left(sqlite_url: URL) -> None:
    def fill() -> None:
        with writing(sqlite_url) as session:
            session.execute(text("PRAGMA max_page_count = 1"))
            for number in range(1000):
                statement = text("INSERT INTO source VALUES (:id, :name)")
                session.execute(statement, {"id": number, "name": "x" * 400 + str(number)})

    with pytest.raises(DatabaseError, match="no room is left for"):
        fill()


def test_an_error_that_no_user_can_mend_stays_as_it_is(database_url: URL) -> None:
    with (
        pytest.raises((OperationalError, ProgrammingError), match="no_such_table"),
        reading(database_url) as session,
    ):
        session.execute(text("SELECT * FROM no_such_table"))


def test_a_wrong_password_is_told_without_it(postgresql_server: URL) -> None:
    url = postgresql_server.set(password="s3cret")
    if trusts(url):
        pytest.skip("the server asks for no password")
    line = refusal(url)
    assert line.startswith("the server refuses the user or the password for postgresql://")
    assert "s3cret" not in line


def trusts(url: URL) -> bool:
    place = url.set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        psycopg.connect(place).close()
    except psycopg.OperationalError:
        return False
    return True


def test_no_server(postgresql_server: URL) -> None:
    line = refusal(postgresql_server.set(host="127.0.0.1", port=1))
    assert line.startswith("no PostgreSQL server answers at postgresql://")
    assert "127.0.0.1:1/" in line


def test_what_the_server_says_otherwise_is_told(postgresql_server: URL) -> None:
    odd = postgresql_server.update_query_dict({"options": "-c no_such_setting=1"})
    line = refusal(odd)
    assert line.startswith("cannot use postgresql://")
    assert "no_such_setting" in line


def test_a_host_that_has_no_address() -> None:
    line = refusal(resolve_url("postgresql://ann@no-such-host.invalid/events"))
    assert line.startswith("no PostgreSQL server answers at postgresql://ann@no-such-host.invalid")


def test_no_such_database(postgresql_server: URL) -> None:
    line = refusal(postgresql_server.set(database="no_such_database"))
    assert line.startswith("the server has no database postgresql://")
    assert "/no_such_database: create it with createdb" in line


def test_no_rights(postgresql_server: URL, postgresql_url: URL) -> None:
    role = f"timeline_test_{uuid.uuid4().hex}"
    place = postgresql_server.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(place, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'guest'")  # type: ignore[arg-type]
        try:
            url = postgresql_url.set(username=role, password="guest")
            line = refusal(url, "DELETE FROM article")
        finally:
            admin.execute(f"DROP ROLE {role}")  # type: ignore[arg-type]
    assert line.startswith("the user has no rights for this in postgresql://")


def test_a_connection_that_broke(postgresql_server: URL, postgresql_url: URL) -> None:
    place = postgresql_server.set(drivername="postgresql").render_as_string(hide_password=False)
    with writing(postgresql_url) as session:
        backend = session.scalars(text("SELECT pg_backend_pid()")).one()
        with psycopg.connect(place, autocommit=True) as admin:
            admin.execute("SELECT pg_terminate_backend(%s)", [backend])
        with pytest.raises(DatabaseError, match="broke: check the server"):
            session.execute(text("SELECT 1"))
        session.rollback()


def test_sqlite_tells_the_codes_that_the_lines_are_chosen_by() -> None:
    """The codes came with Python 3.11; without them no error would be explained."""
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect("/no/such/folder/timeline.db")
    assert caught.value.sqlite_errorcode == sqlite3.SQLITE_CANTOPEN
