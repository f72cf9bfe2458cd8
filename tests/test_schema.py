"""The migrations lead to exactly the tables of the models, on both databases."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, Engine, inspect

from timeline.database import connect, resolve_url
from timeline.model import Base


def alembic_config(attribute: Engine | Connection) -> Config:
    ini = Path(__file__).parent.parent / "alembic.ini"
    return Config(ini, stdout=io.StringIO(), attributes={"connection": attribute})


@pytest.fixture
def engine(database_url: URL) -> Iterator[Engine]:
    engine = connect(database_url, write=True)
    yield engine
    engine.dispose()


def test_alembic_finds_nothing_to_do(engine: Engine) -> None:
    command.check(alembic_config(engine))
    with engine.connect() as connection:
        command.check(alembic_config(connection))


def test_a_migrated_database_equals_one_made_from_the_models(
    engine: Engine, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if engine.dialect.name == "sqlite":
        url = resolve_url(str(tmp_path / "models.db"))
    else:
        url = request.getfixturevalue("empty_postgresql_url")
    made = connect(url, write=True)
    Base.metadata.create_all(made)
    expected, found = reflected(made), reflected(engine)
    made.dispose()
    assert found.pop("alembic_version")
    assert found == expected


def reflected(engine: Engine) -> dict[str, Any]:
    inspector = inspect(engine)
    return {
        name: {
            "columns": sorted(
                (
                    column["name"],
                    column["type"].compile(engine.dialect),
                    column["nullable"],
                    column["default"],
                    column.get("comment"),
                )
                for column in inspector.get_columns(name)
            ),
            "primary key": inspector.get_pk_constraint(name),
            "foreign keys": by_name(inspector.get_foreign_keys(name)),
            "unique": by_name(inspector.get_unique_constraints(name)),
            "checks": by_name(inspector.get_check_constraints(name)),
            "indexes": by_name(inspector.get_indexes(name)),
        }
        for name in inspector.get_table_names()
    }


def by_name(items: list[Any]) -> dict[str, Any]:
    assert all(item["name"] for item in items), "a constraint without a name cannot be migrated"
    return {item["name"]: item for item in items}
