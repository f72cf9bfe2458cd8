"""Databases: what a user may name, how it is opened for reading or writing, and sessions on it."""

from timeline.database.engines import connect, reading, writing
from timeline.database.urls import exists, is_embedded, resolve_url, shown

__all__ = ["connect", "exists", "is_embedded", "reading", "resolve_url", "shown", "writing"]
