"""Blocs and bodies of countries, with their members, and regions that figures name as partners."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from timeline.knowledge.tables import rows


@dataclass(frozen=True, slots=True)
class Membership:
    """A country's time in a bloc.

    Attributes:
        country: ISO 3166-1 alpha-3 code.
        since: the first year as a member; 0 for from the start.
        until: the last year as a member, or None.
    """

    country: str
    since: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Bloc:
    """A bloc or region.

    Attributes:
        short: what stands for it in a figure, such as ``EU27``; ``WLD`` is the world.
        spellings: how articles write it.
    """

    short: str
    name: str
    spellings: tuple[str, ...]
    members: tuple[Membership, ...]


@cache
def _blocs() -> tuple[Bloc, ...]:
    return tuple(
        Bloc(
            short,
            name,
            tuple(spelled for spelled in spellings.split("|") if spelled),
            tuple(_membership(member) for member in members.split()),
        )
        for short, name, spellings, members in rows("blocs.tsv")
    )


def _membership(told: str) -> Membership:
    country, _, years = told.partition(":")
    since, _, until = years.partition("-")
    return Membership(country, int(since or 0), int(until) if until else None)


@cache
def bloc_terms() -> Mapping[str, Bloc]:
    """Return the blocs by every spelling, as written."""
    return MappingProxyType(
        {spelled: bloc for bloc in _blocs() for spelled in (bloc.short, bloc.name, *bloc.spellings)}
    )


@cache
def _by_lower() -> Mapping[str, Bloc]:
    return {spelled.lower(): bloc for spelled, bloc in bloc_terms().items()}


def find_bloc(name: str) -> Bloc | None:
    """Return the bloc of a name; case and ``the`` do not matter."""
    return _by_lower().get(" ".join(name.split()).lower().removeprefix("the "))


def bloc_members(short: str, on: date | None = None) -> tuple[str, ...]:
    """Return the codes of a bloc's members on a day, by default the present ones."""
    bloc = find_bloc(short)
    if bloc is None:
        return ()
    return tuple(member.country for member in bloc.members if _belongs(member, on))


def _belongs(member: Membership, on: date | None) -> bool:
    if on is None:
        return member.until is None
    return member.since <= on.year and (member.until is None or on.year <= member.until)
