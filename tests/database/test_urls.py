"""What a user may name as a database, and what is printed of it."""

from pathlib import Path

import pytest

from timeline.database import is_embedded, resolve_url, shown
from timeline.errors import DatabaseError


def test_nothing_named_is_a_file_in_this_folder() -> None:
    assert shown(resolve_url(None)) == "timeline.db"
    assert shown(resolve_url("")) == "timeline.db"


@pytest.mark.parametrize("path", ["notes/my events.db", "100%.db", "a?b#c.db", "archive.sqlite"])
def test_a_path_is_a_file_of_sqlite(path: str) -> None:
    url = resolve_url(path)
    assert is_embedded(url)
    assert shown(url) == path


def test_a_tilde_is_the_home_folder() -> None:
    assert shown(resolve_url("~/events.db")) == str(Path.home() / "events.db")


@pytest.mark.parametrize(
    "spec",
    [
        "postgresql://ann@db/events",
        "postgres://ann@db/events",
        "postgresql+psycopg2://ann@db/events",
    ],
)
def test_every_way_to_write_postgresql_means_the_same_driver(spec: str) -> None:
    url = resolve_url(spec)
    assert url.drivername == "postgresql+psycopg"
    assert shown(url) == "postgresql://ann@db/events"


def test_an_sqlite_url_is_a_path() -> None:
    assert resolve_url("sqlite:////srv/events.db") == resolve_url("/srv/events.db")


@pytest.mark.parametrize(
    "spec",
    [
        "postgresql://ann:s3cret@db/events",
        "postgresql://ann@db/events?password=s3cret",
        "postgresql://db/events?user=ann&sslpassword=s3cret",
    ],
)
def test_a_password_is_never_shown(spec: str) -> None:
    assert "s3cret" not in shown(resolve_url(spec))
    assert "db/events" in shown(resolve_url(spec))


@pytest.mark.parametrize(
    ("spec", "line"),
    [
        ("mysql://ann:s3cret@db/events", "mysql is not supported"),
        ("postgresql://ann:s3cret@db:port/events", "cannot be read"),
        ("://s3cret", "cannot be read"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("sqlite:///events.db?mode=ro", "no options"),
    ],
)
def test_what_cannot_be_used_is_refused_without_a_password(spec: str, line: str) -> None:
    with pytest.raises(DatabaseError, match=line) as caught:
        resolve_url(spec)
    assert "s3cret" not in str(caught.value)
