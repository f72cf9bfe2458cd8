"""Heads of state and government, to give a name its country where the text does not.

The table has those in office early in 2026; it says nothing of who attended what.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.knowledge.names import name_key, same_person_name
from timeline.knowledge.tables import rows


@dataclass(frozen=True, slots=True)
class Leader:
    """A head of state or government.

    Attributes:
        country: ISO 3166-1 alpha-3 code.
        office: ``chief of state`` or ``head of government``.
        since: the year they came into office.
    """

    name: str
    country: str
    office: str
    since: str


@cache
def _by_word() -> Mapping[str, tuple[Leader, ...]]:
    found: dict[str, list[Leader]] = defaultdict(list)
    for name, country, office, since in rows("leaders.tsv"):
        for word in {name_key(name).split()[0], name_key(name).split()[-1]}:
            found[word].append(Leader(name, country, office, since))
    return {word: tuple(leaders) for word, leaders in found.items()}


def find_leaders(name: str, country: str | None = None) -> tuple[Leader, ...]:
    """Return the leaders who have this name, or this surname where it is a single word."""
    words = name_key(name).split()
    if not words:
        return ()
    near = dict.fromkeys(leader for word in words for leader in _by_word().get(word, ()))
    return tuple(
        leader
        for leader in near
        if (len(words) == 1 or same_person_name(name, leader.name))
        and country in (None, leader.country)
    )
