"""Which participant a name means: any of its spellings, a surname, a country's code, or its id."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from timeline.identity import short_id
from timeline.knowledge.blocs import find_bloc
from timeline.knowledge.countries import country_name, find_country
from timeline.knowledge.names import body_key, name_key, same_person_name
from timeline.model import Participant, ParticipantAlias
from timeline.queries.names import (
    SURE_DIGITS,
    ambiguous,
    begins_with,
    check_named,
    id_digits,
    meant_country,
    near_names,
    unknown,
)
from timeline.queries.words import all_stand_in, asked_words, may_contain, words
from timeline.records import ParticipantKind


@dataclass(frozen=True, slots=True)
class NamedParticipant:
    """A participant with all spellings met."""

    id: uuid.UUID
    name: str
    kind: ParticipantKind
    country: str | None
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Tell the participant apart from others, with the id that can be typed for it."""
        about = [str(self.kind)]
        if self.country and self.kind is not ParticipantKind.COUNTRY:
            about.append(country_name(self.country))
        return f"{short_id(self.id)}  {self.name}, {', '.join(about)}"


_NAMED = select(
    Participant.id,
    Participant.name,
    Participant.kind,
    Participant.country,
    ParticipantAlias.name,
).outerjoin(ParticipantAlias, ParticipantAlias.participant_id == Participant.id)


def find_participant(session: Session, name: str) -> NamedParticipant:
    """Return the participant that a name or the beginning of an id means.

    Raises:
        QuestionError: the name is empty.
        UnknownNameError: no participant fits.
        AmbiguousNameError: several fit equally well.
    """
    check_named(name, "a participant")
    digits = id_digits(name)
    found = _by_id(session, digits) if digits and len(digits) >= SURE_DIGITS else []
    found = found or _by_key(session, name) or _by_words(session, name)
    found = found or (_by_id(session, digits) if digits else []) or _by_country(session, name)
    if not found:
        near = suggest_participants(session, name)
        raise unknown("participant", name, near, "timeline participants")
    if len(found) > 1:
        raise ambiguous("participants", name, [str(each) for each in found])
    return found[0]


def search_participants(session: Session, text: str) -> list[NamedParticipant]:
    """Return the participants in one of whose spellings all words of a text begin."""
    asked = asked_words(text)
    named = _by_country(session, text)
    found = [each for each in _candidates(session, asked) if _fits(each, asked, whole=False)]
    return list({each.id: each for each in (*named, *found)}.values())


def suggest_participants(session: Session, name: str) -> list[str]:
    """Return the names of participants most like one; it reads all of them."""
    every = select(Participant.name).union(select(ParticipantAlias.name))
    return near_names(name, session.scalars(every))


def participant_names(session: Session, beginning: str, limit: int) -> list[str]:
    """Return names of participants that begin so, whatever the case."""
    statement = select(Participant.name).where(
        Participant.name.istartswith(beginning, autoescape=True)
    )
    return list(session.scalars(statement.distinct().order_by(Participant.name).limit(limit)))


def _by_id(session: Session, digits: str) -> list[NamedParticipant]:
    """Return the participants that have, or once had, an id that begins so."""
    former = select(ParticipantAlias.participant_id).where(begins_with(ParticipantAlias.id, digits))
    return _load(session, or_(begins_with(Participant.id, digits), Participant.id.in_(former)))


def _by_key(session: Session, name: str) -> list[NamedParticipant]:
    """Return the participants one of whose spellings is the same name; an index answers."""
    bloc = find_bloc(name)
    keys = {name_key(name), body_key(name), find_country(name), bloc.short if bloc else None} - {
        None,
        "",
    }
    having = select(ParticipantAlias.participant_id).where(ParticipantAlias.key.in_(keys))
    found = _load(session, Participant.id.in_(having))
    # A bare surname is also that of others, whom articles may name in full.
    return [each for each in found if not _is_surname(each, name)]


def _is_surname(participant: NamedParticipant, name: str) -> bool:
    is_person = participant.kind is ParticipantKind.PERSON
    return is_person and len(words(name)) == 1 and len(words(participant.name)) > 1


def _by_country(session: Session, name: str) -> list[NamedParticipant]:
    code = meant_country(name)
    is_country = Participant.kind == ParticipantKind.COUNTRY
    return _load(session, is_country, Participant.country == code) if code else []


def _by_words(session: Session, name: str) -> list[NamedParticipant]:
    """Return the participants that fit a name best; the first of the ways that finds any decides."""
    asked = asked_words(name)
    candidates = _candidates(session, asked)
    ways: Sequence[Callable[[NamedParticipant], bool]] = (
        lambda each: _fits(each, asked, whole=True),
        lambda each: any(_same(each, spelled, name) for spelled in each.names),
        lambda each: _fits(each, asked, whole=False),
    )
    for fits in ways:
        if found := [each for each in candidates if fits(each)]:
            return found
    return []


def _fits(participant: NamedParticipant, asked: Sequence[str], *, whole: bool) -> bool:
    return any(all_stand_in(asked, words(each), whole=whole) for each in participant.names)


def _same(participant: NamedParticipant, spelled: str, name: str) -> bool:
    is_full = len(words(spelled)) > 1 and len(words(name)) > 1
    return (
        participant.kind is ParticipantKind.PERSON and is_full and same_person_name(spelled, name)
    )


def _candidates(session: Session, asked: Sequence[str]) -> list[NamedParticipant]:
    """Return all participants that may fit: those with any of the words, as spellings differ."""
    spelled = or_(*(may_contain(ParticipantAlias.name, word) for word in asked))
    having = select(ParticipantAlias.participant_id).where(spelled)
    called = or_(*(may_contain(Participant.name, word) for word in asked))
    return _load(session, or_(called, Participant.id.in_(having)))


def _load(session: Session, *conditions: ColumnElement[bool]) -> list[NamedParticipant]:
    rows: dict[uuid.UUID, tuple[str, ParticipantKind, str | None]] = {}
    names: dict[uuid.UUID, set[str]] = {}
    ordered = _NAMED.order_by(Participant.name, Participant.id)
    for identity, name, kind, country, alias in session.execute(ordered.where(*conditions)):
        rows[identity] = (name, kind, country)
        names.setdefault(identity, {name}).update([alias] if alias else [])
    return [
        NamedParticipant(
            identity, *row, tuple(sorted(names[identity], key=lambda n: (n != row[0], n)))
        )
        for identity, row in rows.items()
    ]
