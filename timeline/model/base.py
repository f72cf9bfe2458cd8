"""The base of all mapped classes: constraint names by convention, and the column types they share."""

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import Date, DateTime, Dialect, Enum, LargeBinary, MetaData, Numeric, String, Uuid
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

# Batch migrations on SQLite can drop a constraint only by its name.
NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Identity(TypeDecorator[uuid.UUID]):
    """A 128-bit id: 16 bytes on SQLite (SQLAlchemy's own Uuid takes 32 characters), uuid elsewhere."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose bytes for SQLite and the native type elsewhere."""
        return dialect.type_descriptor(LargeBinary(16) if dialect.name == "sqlite" else Uuid())

    def process_bind_param(self, value: uuid.UUID | None, dialect: Dialect) -> Any:
        """Give the driver bytes on SQLite."""
        return value.bytes if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> uuid.UUID | None:
        """Take bytes from SQLite."""
        return uuid.UUID(bytes=value) if value is not None and dialect.name == "sqlite" else value


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, aware in Python on every database; SQLite keeps no zone of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone, and store it in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment must have a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal that is never a float: text on SQLite, whose numbers are binary, numeric elsewhere."""

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose text for SQLite and numeric elsewhere."""
        return dialect.type_descriptor(String() if dialect.name == "sqlite" else Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Write one plain form for each value, so that 97 and 97.0 are the same row."""
        if value is None:
            return None
        plain = format(value, "f")
        plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
        return plain if dialect.name == "sqlite" else Decimal(plain)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Return the decimal as it was written."""
        return None if value is None else Decimal(value)


def enumeration(values: type[StrEnum], name: str) -> Enum:
    """Return the column type of an enumeration: its values as text, with a CHECK called ``name``."""
    return Enum(
        values,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=16,
        values_callable=lambda members: [member.value for member in members],
    )


Id = Annotated[uuid.UUID, mapped_column(primary_key=True)]
Name = Annotated[str, mapped_column(String(500))]
Code = Annotated[str, mapped_column(String(16))]
Edtf = Annotated[str, mapped_column(String(64))]


class Base(DeclarativeBase):
    """The base of all mapped classes."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map = {
        uuid.UUID: Identity(),
        datetime: UtcDateTime(),
        date: Date(),
        Decimal: ExactDecimal(),
    }
