"""What the environment says: read here, once, and nowhere else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user has set for every command.

    Attributes:
        database: a path or an SQLAlchemy URL, from ``TIMELINE_DB``; None where it is not set.
    """

    database: str | None = None


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment; a variable that is empty counts as not set."""
    return Settings(database=environment.get("TIMELINE_DB") or None)
