"""The schema's history: which revision a database is at, and how it gets to another.

``timeline.migrate.moves`` takes it there, ``timeline.migrate.checks`` compares it with the models;
both import Alembic, which takes long, so they are not imported here.
"""

from timeline.migrate.first_use import ensure_current
from timeline.migrate.revisions import current, require_current, revisions

__all__ = ["current", "ensure_current", "require_current", "revisions"]
