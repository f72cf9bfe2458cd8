"""Which spellings name one participant."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.identity import natural_id
from timeline.knowledge.blocs import find_bloc
from timeline.knowledge.countries import country_name
from timeline.knowledge.names import body_key, name_key, same_person_name
from timeline.records import ParticipantKind
from timeline.resolve.groups import Groups

UNREAD = uuid.UUID(int=0)
BLOCK = 3  # letters; transliterations of one name hardly ever differ in them


@dataclass(frozen=True, slots=True)
class Spelling:
    """A participant's name as articles spell it.

    Attributes:
        id: the id of the alias row, and of the participant whose earliest spelling it is.
        key: the name's normal form; equal keys of one kind are one name.
        articles: how many articles have it.
        first_published: the publication day of the earliest of them.
        first_article: its id.
    """

    id: uuid.UUID
    kind: ParticipantKind
    name: str
    country: str | None
    key: str
    articles: int = 0
    first_published: date | None = None
    first_article: uuid.UUID = UNREAD

    @property
    def words(self) -> list[str]:
        """The words of the key."""
        return self.key.split()

    @property
    def age(self) -> tuple[date, bytes, bytes]:
        """What spellings are ordered by, the earliest first; undated ones come last."""
        return (self.first_published or date.max, self.first_article.bytes, self.id.bytes)


@dataclass(frozen=True, slots=True)
class Settled:
    """A participant as its spellings give it."""

    id: uuid.UUID
    kind: ParticipantKind
    name: str
    country: str | None
    spellings: tuple[Spelling, ...]


def spelling(kind: ParticipantKind, name: str, country: str | None) -> Spelling:
    """Return the spelling with its key and its id."""
    key = _key(kind, name, country)
    return Spelling(natural_id("participant", kind, name, country), kind, name, country, key)


def _key(kind: ParticipantKind, name: str, country: str | None) -> str:
    if kind is ParticipantKind.COUNTRY and country:
        return country
    if kind is ParticipantKind.PERSON:
        return name_key(name) or name.casefold()
    bloc = find_bloc(name)
    return bloc.short if bloc else body_key(name) or name.casefold()


def blocks(spelled: Spelling) -> tuple[str, str]:
    """Return how the first and the last word of the key begin."""
    words = spelled.words or [spelled.key]
    return words[0][:BLOCK], words[-1][:BLOCK]


def related(a: Spelling, b: Spelling) -> bool:
    """Tell whether two spellings may name one participant, so that they are settled together."""
    if a.kind is not b.kind:
        return False
    if a.key == b.key:
        return True
    return a.kind is ParticipantKind.PERSON and (
        _same_name(a, b) or _short_of(a, b) or _short_of(b, a)
    )


def _same_name(a: Spelling, b: Spelling) -> bool:
    return len(a.words) > 1 and len(b.words) > 1 and same_person_name(a.name, b.name)


def _short_of(short: Spelling, full: Spelling) -> bool:
    """Tell whether one is the bare surname (or, where it comes first, family name) of the other."""
    return (
        len(short.words) == 1
        and len(full.words) > 1
        and short.country is not None
        and short.country == full.country
        and short.key in (full.words[0], full.words[-1])
    )


def settle(pool: Iterable[Spelling]) -> list[Settled]:
    """Return the participants that a pool closed under ``related`` names.

    Persons of one name and two known countries are two; a spelling without a country goes to the one
    met first. A bare surname goes to the one person of its country who has it, else stands alone.
    """
    ordered = sorted(pool, key=lambda spelled: spelled.age)
    named = _by_name(ordered)
    clusters = [cluster for group in named for cluster in _by_country(group)]
    return [_settled(cluster) for cluster in _adopt_surnames(clusters)]


def _by_name(ordered: Sequence[Spelling]) -> list[list[Spelling]]:
    groups = Groups(len(ordered))
    keys: dict[tuple[ParticipantKind, str], int] = {}
    for i, a in enumerate(ordered):
        groups.join(keys.setdefault((a.kind, a.key), i), i)
        if a.kind is ParticipantKind.PERSON:
            for j in range(i):
                if groups.find(i) != groups.find(j) and _same_name(a, ordered[j]):
                    groups.join(i, j)
    return [[ordered[i] for i in members] for members in groups.members()]


def _by_country(group: Sequence[Spelling]) -> list[list[Spelling]]:
    by_country: dict[str | None, list[Spelling]] = defaultdict(list)
    for spelled in group:
        by_country[spelled.country].append(spelled)
    known = [country for country in by_country if country is not None]
    if known and None in by_country and any(len(spelled.words) > 1 for spelled in group):
        by_country[known[0]].extend(by_country.pop(None))
    return list(by_country.values())


def _adopt_surnames(clusters: list[list[Spelling]]) -> list[list[Spelling]]:
    kept = [cluster for cluster in clusters if not _is_bare(cluster)]
    adopted: dict[int, list[Spelling]] = defaultdict(list)
    alone = []
    for bare in (cluster for cluster in clusters if _is_bare(cluster)):
        owners = [
            i for i, full in enumerate(kept) if any(_short_of(bare[0], other) for other in full)
        ]
        if len(owners) == 1:
            adopted[owners[0]].extend(bare)
        else:
            alone.append(bare)
    return [cluster + adopted[i] for i, cluster in enumerate(kept)] + alone


def _is_bare(cluster: Sequence[Spelling]) -> bool:
    return cluster[0].kind is ParticipantKind.PERSON and all(
        len(spelled.words) == 1 for spelled in cluster
    )


def _settled(cluster: Sequence[Spelling]) -> Settled:
    earliest = min(cluster, key=lambda spelled: spelled.age)
    country = next((spelled.country for spelled in cluster if spelled.country), None)
    name = _display_name(cluster)
    if earliest.kind is ParticipantKind.COUNTRY and country:
        name = country_name(country)
    return Settled(earliest.id, earliest.kind, name, country, tuple(cluster))


def _display_name(cluster: Sequence[Spelling]) -> str:
    """Choose a whole name before a surname, then what most articles write, then the earliest."""
    ordered = sorted(cluster, key=lambda spelled: spelled.age)
    return max(ordered, key=lambda spelled: (len(spelled.words) > 1, spelled.articles)).name
