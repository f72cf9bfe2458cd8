"""``timeline db check`` finds what is not as it should be."""

import uuid

import pytest
from sqlalchemy import URL, text

from timeline.database import connect
from timeline.migrate.checks import check
from timeline.migrate.moves import downgrade


def run(url: URL, *statements: str, foreign_keys: str = "ON") -> None:
    engine = connect(url, write=True)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        if url.get_backend_name() == "sqlite":
            driver.execute(f"PRAGMA foreign_keys = {foreign_keys}")
        with connection.begin():
            for statement in statements:
                connection.execute(text(statement))
    engine.dispose()


def test_a_migrated_database_is_sound(database_url: URL) -> None:
    assert check(database_url) == []


def test_an_older_database_is_not_compared(database_url: URL) -> None:
    downgrade(database_url, "0001")
    [problem] = check(database_url)
    assert problem.endswith("run timeline db upgrade")


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DROP INDEX ix_event_country", "the index ix_event_country is missing"),
        (
            "CREATE INDEX mine ON event (place)",
            "the index mine should not be there",
        ),
        ("DROP TABLE trade_figure", "the table trade_figure is missing"),
        ("CREATE TABLE mine (id INTEGER)", "the table mine should not be there"),
        ("ALTER TABLE article DROP COLUMN language", "article.language is missing"),
        ("ALTER TABLE article ADD COLUMN mine TEXT", "article.mine should not be there"),
    ],
)
def test_another_schema_is_found(database_url: URL, statement: str, problem: str) -> None:
    run(database_url, statement)
    assert problem in check(database_url)


@pytest.mark.parametrize(
    ("statements", "problem"),
    [
        (["ALTER TABLE claim DROP CONSTRAINT ck_claim_role"], "the check ck_claim_role is missing"),
        (
            [
                "ALTER TABLE claim DROP CONSTRAINT ck_claim_role",
                "ALTER TABLE claim ADD CONSTRAINT ck_claim_role CHECK (role IN ('host', 'cook'))",
            ],
            "the check ck_claim_role allows other values than it should",
        ),
        (
            ["ALTER TABLE claim ADD CONSTRAINT mine CHECK (confidence > 0)"],
            "the check mine should not be there",
        ),
        (
            ["ALTER TABLE claim ALTER COLUMN quoted SET NOT NULL"],
            "claim.quoted: its nullable is False and should be True",
        ),
        (
            ["ALTER TABLE claim DROP CONSTRAINT fk_claim_article_id_article"],
            "the foreign key fk_claim_article_id_article is missing",
        ),
    ],
)
def test_other_constraints_are_found(
    postgresql_url: URL, statements: list[str], problem: str
) -> None:
    run(postgresql_url, *statements)
    assert check(postgresql_url) == [problem]


def test_a_check_that_allows_more_is_found_in_a_file(sqlite_url: URL) -> None:
    run(
        sqlite_url,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, '''guest''', '''cook''')"
        " WHERE name = 'attendance'",
    )
    assert check(sqlite_url) == ["the check ck_attendance_role allows other values than it should"]


def test_a_row_that_points_to_none_is_found(sqlite_url: URL) -> None:
    one, none = uuid.uuid4().hex, uuid.uuid4().hex
    run(
        sqlite_url,
        f"INSERT INTO event_alias VALUES (x'{one}', x'{none}', 'the fair')",
        foreign_keys="OFF",
    )
    [problem] = check(sqlite_url)
    assert problem == "row 1 of event_alias points to a row of event that is not there"


def test_a_damaged_file_is_found(sqlite_url: URL) -> None:
    run(
        sqlite_url,
        f"INSERT INTO source VALUES (x'{uuid.uuid4().hex}', 'Harbour Post')",
        # The index of names is read as if it were the one of ids.
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'UNIQUE (name)', 'UNIQUE (id, name)')"
        " WHERE name = 'source'",
    )
    assert any(problem.startswith("the file is damaged: ") for problem in check(sqlite_url))
