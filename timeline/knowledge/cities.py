"""Towns of more than 100,000 inhabitants (250,000 in the United States), capitals, and usual venues."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from timeline.knowledge.tables import rows


@dataclass(frozen=True, slots=True)
class City:
    """A town, or a place like a resort where events are held.

    Attributes:
        country: ISO 3166-1 alpha-3 code of where it lies.
        population: inhabitants; 0 for a place that is no town.
    """

    name: str
    country: str
    population: int


@cache
def city_terms() -> Mapping[str, City]:
    """Return the cities by their spellings in lower case, to look for in running text.

    Spellings that are first of all English words, personal names or names of larger things (``Nice``,
    ``Nancy``, ``Virginia``) are left out; ``find_city`` knows them. The list of them stands in
    scripts/knowledge_tables.py.
    """
    return MappingProxyType(dict(_spellings(3)))


@cache
def _ambiguous() -> Mapping[str, City]:
    return dict(_spellings(4))


def _spellings(column: int) -> Iterator[tuple[str, City]]:
    for row in rows("cities.tsv"):
        city = City(row[0], row[1], int(row[2]))
        yield from ((spelled, city) for spelled in row[column].split("|") if spelled)


def find_city(name: str) -> City | None:
    """Return the city of a name, whatever else it means: a capital first, then the most populous."""
    spelled = " ".join(name.replace("’", "'").split()).lower()
    return city_terms().get(spelled) or _ambiguous().get(spelled)
