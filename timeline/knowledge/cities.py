"""Cities of more than 100,000 inhabitants (250,000 in the United States), capitals, and usual venues.

Cities whose names are first of all English words or personal names are left out; the list stands in
scripts/build_knowledge.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from timeline.knowledge.tables import rows


@dataclass(frozen=True, slots=True)
class City:
    """A city.

    Attributes:
        country: ISO 3166-1 alpha-3 code of where it lies.
        population: inhabitants.
    """

    name: str
    country: str
    population: int


@cache
def city_terms() -> Mapping[str, City]:
    """Return the cities by their spellings in lower case."""
    found: dict[str, City] = {}
    others: dict[str, City] = {}
    for name, country, population, spellings in rows("cities.tsv"):
        city = City(name, country, int(population))
        found[name.lower()] = city
        others |= {spelled.lower(): city for spelled in spellings.split("|") if spelled}
    return MappingProxyType(others | found)


def find_city(name: str) -> City | None:
    """Return the city of a name: a capital before others, then the most populous."""
    return city_terms().get(" ".join(name.split()).lower())
