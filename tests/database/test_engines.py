"""Sessions for reading and for writing, on both databases."""

import shutil
import subprocess
import sys
import tempfile
import threading
import uuid
from pathlib import Path

import pytest
from sqlalchemy import URL, func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from timeline.database import connect, reading, resolve_url, writing
from timeline.errors import DatabaseError
from timeline.model import Attendance, ImportRun, Source
from timeline.records import Status


def source(name: str = "Harbour Post") -> Source:
    return Source(id=uuid.uuid4(), name=name)


def count(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(Source)).one()


def test_what_was_written_is_there_for_the_next_reader(database_url: URL) -> None:
    with writing(database_url) as session:
        session.add(source())
    with reading(database_url) as session:
        assert session.scalars(select(Source.name)).all() == ["Harbour Post"]


def test_an_error_rolls_everything_back(database_url: URL) -> None:
    def write_and_fail() -> None:
        with writing(database_url) as session:
            session.add(source())
            session.flush()
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        write_and_fail()
    with reading(database_url) as session:
        assert count(session) == 0


def test_a_savepoint_can_be_rolled_back_alone(session: Session) -> None:
    session.add(source("Harbour Post"))
    with session.begin_nested() as savepoint:
        session.add(source("Valley Times"))
        session.flush()
        savepoint.rollback()
    session.commit()
    assert session.scalars(select(Source.name)).all() == ["Harbour Post"]


def test_a_reader_cannot_write(database_url: URL) -> None:
    with reading(database_url) as session:
        session.add(source())
        with pytest.raises(DatabaseError, match=r"cannot write to|for reading only"):
            session.flush()
        session.rollback()


def test_a_reader_sees_one_state_of_the_data(database_url: URL) -> None:
    with reading(database_url) as session:
        assert count(session) == 0
        with writing(database_url) as other:
            other.add(source())
        assert count(session) == 0
    with reading(database_url) as session:
        assert count(session) == 1


def test_references_to_nothing_are_refused(session: Session) -> None:
    session.add(
        Attendance(
            id=uuid.uuid4(),
            event_id=uuid.uuid4(),
            participant_id=uuid.uuid4(),
            status=Status.CONFIRMED,
            observed=False,
        )
    )
    with pytest.raises(IntegrityError):
        session.flush()


def test_writers_at_once_lose_no_update(sqlite_url: URL) -> None:
    with writing(sqlite_url) as session:
        session.execute(
            text("INSERT INTO import_run VALUES (zeroblob(16), '2031-01-01', NULL, '1', 0, 0, 0)")
        )

    def add_fifty() -> None:
        for _ in range(50):
            with writing(sqlite_url) as session:
                run = session.scalars(select(ImportRun)).one()
                run.new_articles += 1

    threads = [threading.Thread(target=add_fifty) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(sqlite_url) as session:
        assert session.scalars(select(ImportRun.new_articles)).one() == 200


def test_a_writer_keeps_the_log_apart_and_leaves_one_file(sqlite_url: URL) -> None:
    path = Path(str(sqlite_url.database))
    with writing(sqlite_url) as session:
        assert session.scalars(text("PRAGMA journal_mode")).one() == "wal"
        session.add(source())
        session.flush()
        assert Path(f"{path}-wal").exists()
    with reading(sqlite_url) as session:
        assert count(session) == 1
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_reader_makes_no_file(tmp_path: Path) -> None:
    with (
        pytest.raises(DatabaseError, match=r"no database at .*none\.db: import something first"),
        reading(resolve_url(str(tmp_path / "none.db"))),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_name_with_signs_of_urls_is_a_file_of_that_name(tmp_path: Path) -> None:
    url = resolve_url(str(tmp_path / "a?b#c%20d e.db"))
    engine = connect(url, write=True)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER)"))
    engine.dispose()
    assert [each.name for each in tmp_path.iterdir()] == ["a?b#c%20d e.db"]


READ = """
import os, sys
from timeline.database import reading, resolve_url
from timeline.model import Source

def count(path):
    with reading(resolve_url(path)) as session:
        return session.query(Source).count()

if os.geteuid() == 0:  # root may write everywhere; all modules are loaded before it is nobody
    count(sys.argv[1])
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
print(os.access(sys.argv[3], os.W_OK), count(sys.argv[2]))
"""


def test_a_database_is_read_where_nothing_may_be_written(
    sqlite_url: URL, sqlite_template: Path
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(sqlite_template, folder))
        path.chmod(0o444)
        path.parent.chmod(0o555)
        read = subprocess.run(
            [sys.executable, "-c", READ, str(sqlite_url.database), str(path), folder],
            check=False,
            capture_output=True,
            text=True,
        )
        path.parent.chmod(0o755)
        assert (read.stdout, read.stderr) == ("False 0\n", "")
        assert list(path.parent.iterdir()) == [path]
