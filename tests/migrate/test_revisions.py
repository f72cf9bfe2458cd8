"""Which databases are taken, and which are refused untouched."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import URL, text

from timeline.database import connect, is_embedded, resolve_url, shown
from timeline.errors import DatabaseError, NewerDatabaseError, NotOurDatabaseError
from timeline.migrate import current, ensure_current, require_current, revisions
from timeline.migrate.checks import check
from timeline.migrate.moves import downgrade, history, upgrade


def down(url: URL) -> None:
    downgrade(url, "0001")


USES: list[Callable[[URL], object]] = [
    ensure_current,
    require_current,
    upgrade,
    down,
    current,
    check,
]


def run(url: URL, *statements: str) -> None:
    engine = connect(url, write=True)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_the_revisions_found_by_their_names_are_those_of_alembic() -> None:
    assert [revision.id for revision in history()] == revisions()


def test_a_first_import_creates_the_database_and_says_so(empty_database_url: URL) -> None:
    assert ensure_current(empty_database_url) == f"created {shown(empty_database_url)}"
    require_current(empty_database_url)
    assert ensure_current(empty_database_url) is None


def test_a_file_without_content_is_taken(tmp_path: Path) -> None:
    (tmp_path / "timeline.db").touch()
    url = resolve_url(str(tmp_path / "timeline.db"))
    assert ensure_current(url) == f"created {shown(url)}"


def test_an_older_database_is_upgraded_at_once_only_where_it_has_one_user(
    database_url: URL,
) -> None:
    downgrade(database_url, "0002")
    with pytest.raises(DatabaseError, match=r"is at revision 0002 .* run timeline db upgrade"):
        require_current(database_url)
    if is_embedded(database_url):
        said = f"upgraded {shown(database_url)} from revision 0002 to {revisions()[-1]}"
        assert ensure_current(database_url) == said
    else:
        with pytest.raises(DatabaseError, match="run timeline db upgrade"):
            ensure_current(database_url)
        assert current(database_url) == "0002"


def test_questions_to_an_empty_database_are_refused(empty_database_url: URL) -> None:
    for ask in (require_current, check):
        with pytest.raises(DatabaseError, match=r"^no database at .*: import something first$"):
            ask(empty_database_url)
    with pytest.raises(DatabaseError, match="there is nothing to downgrade"):
        downgrade(empty_database_url, "base")


def test_a_newer_database_is_refused(database_url: URL) -> None:
    run(database_url, "UPDATE alembic_version SET version_num = '9999'")
    for use in USES:
        with pytest.raises(NewerDatabaseError) as caught:
            use(database_url)
        assert str(caught.value) == (
            f"{shown(database_url)} is at revision 9999, which this program does not know:"
            " upgrade timeline"
        )


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE customer (id INTEGER)"],
        # Another program that keeps its revision in the same way.
        [
            "CREATE TABLE customer (id INTEGER)",
            "CREATE TABLE alembic_version (version_num VARCHAR(32))",
            "INSERT INTO alembic_version VALUES ('0001')",
        ],
        ["CREATE TABLE article (id INTEGER)"],
    ],
)
def test_a_database_of_another_program_is_refused(
    empty_database_url: URL, statements: list[str]
) -> None:
    run(empty_database_url, *statements)
    for use in USES:
        with pytest.raises(NotOurDatabaseError, match="holds another program's tables"):
            use(empty_database_url)


def test_a_file_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "customers.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE customer (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    for use in USES:
        with pytest.raises(NotOurDatabaseError):
            use(resolve_url(str(path)))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_upgrades_at_once_all_succeed(empty_database_url: URL) -> None:
    place = empty_database_url.render_as_string(hide_password=False)
    code = (
        "import sys; from timeline.database import resolve_url;"
        " from timeline.migrate import moves; sys.stdin.read();"
        " moves.upgrade(resolve_url(sys.argv[1]))"
    )
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", code, place],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for program in programs:  # all have loaded what they need, and are let go together
        assert program.stdin is not None
        program.stdin.close()
        program.stdin = None
    errors = [program.communicate()[1] for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0], errors
    assert current(empty_database_url) == revisions()[-1]


def test_knowing_the_revision_does_not_take_alembic(sqlite_url: URL) -> None:
    code = (
        "import sys; from timeline.database import resolve_url;"
        " from timeline.migrate import ensure_current, require_current;"
        " url = resolve_url(sys.argv[1]); ensure_current(url); require_current(url);"
        " print(sorted({'alembic', 'psycopg', 'timeline.model'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(sqlite_url.database)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "[]\n"
