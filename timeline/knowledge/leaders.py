"""Heads of state and government, to give a name its country where the text does not.

The table has those in office early in 2026; it says nothing of who attended what.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.knowledge.names import name_key, same_person_name, same_word
from timeline.knowledge.offices import office_terms
from timeline.knowledge.tables import rows

BLOCK = 2  # letters with which a name begins in all its spellings


@dataclass(frozen=True, slots=True)
class Leader:
    """A head of state or government.

    Attributes:
        name: the whole name.
        known_as: the part of it that is used, the whole name where that is all of it.
        country: ISO 3166-1 alpha-3 code.
        office: ``chief of state`` or ``head of government``.
        since: the year they came into office.
    """

    name: str
    known_as: str
    country: str
    office: str
    since: str


@cache
def _by_start() -> Mapping[str, tuple[Leader, ...]]:
    found: dict[str, list[Leader]] = defaultdict(list)
    for name, known_as, country, office, since in rows("leaders.tsv"):
        leader = Leader(name, known_as or name, country, office, since)
        for start in {word[:BLOCK] for word in _ends(leader)}:
            found[start].append(leader)
    return {start: tuple(leaders) for start, leaders in found.items()}


def _ends(leader: Leader) -> set[str]:
    keys = (name_key(leader.name).split(), name_key(leader.known_as).split())
    return {word for key in keys for word in (key[0], key[-1])}


def find_leaders(name: str, country: str | None = None) -> tuple[Leader, ...]:
    """Return the leaders who have this name, or this surname where it is a single word."""
    words = name.split()
    while len(words) > 1 and words[0].lower() in office_terms():
        words.pop(0)  # "King" too, which is kept as a part of the name
    name = " ".join(words)
    key = name_key(name)
    starts = dict.fromkeys(word[:BLOCK] for word in key.split())
    near = dict.fromkeys(leader for start in starts for leader in _by_start().get(start, ()))
    found = [leader for leader in near if country in (None, leader.country)]
    same = [leader for leader in found if name_key(leader.name) == key]
    return tuple(same or (leader for leader in found if _is_named(leader, name, key)))


def _is_named(leader: Leader, name: str, key: str) -> bool:
    if " " in key:
        return same_person_name(name, leader.name) or same_person_name(name, leader.known_as)
    number = re.search(r" [IVX]+$", name)
    return any(same_word(key, end) for end in _ends(leader)) and (
        number is None or leader.name.endswith(number[0])
    )
