"""The schema's history: which revision a database is at, and how it gets to another.

Moving to another revision stands in ``timeline.migrate.moves``, which takes long to import.
"""

from timeline.migrate.first_use import ensure_current
from timeline.migrate.revisions import current, require_current, revisions

__all__ = ["current", "ensure_current", "require_current", "revisions"]
