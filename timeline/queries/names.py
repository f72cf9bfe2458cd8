"""What a name means, as far as all kinds of rows share it: ids, countries, and how failure is told."""

import re
import uuid
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process, utils
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from timeline.errors import AmbiguousNameError, QuestionError, UnknownNameError
from timeline.knowledge.blocs import find_bloc
from timeline.knowledge.countries import country_codes, country_name, find_country
from timeline.model import TradeFigure

FEWEST_DIGITS = 4
SURE_DIGITS = 8  # as ids are shown; fewer may well be a word or a year
_ID = re.compile(r"[0-9a-f]{4,32}")
_NEAR = 60  # rapidfuzz's score, 0 to 100
_SUGGESTIONS = 3
_CANDIDATES = 12


def check_named(name: str, what: str) -> None:
    """Raise where a name is empty.

    Raises:
        QuestionError: there is no letter or digit in it.
    """
    if not any(sign.isalnum() for sign in name):
        raise QuestionError(f"name {what}: {name!r} has no word in it")


def id_digits(name: str) -> str | None:
    """Return the digits that a name has where it may be the beginning of an id."""
    digits = name.strip().lower().replace("-", "")
    return digits if _ID.fullmatch(digits) else None


def begins_with(column: InstrumentedAttribute[uuid.UUID], digits: str) -> ColumnElement[bool]:
    """Return the condition that an id begins with these digits, as an index can answer it."""
    first = uuid.UUID(hex=digits.ljust(32, "0"))
    last = uuid.UUID(hex=digits.ljust(32, "f"))
    return column.between(first, last)


def unknown(what: str, name: str, near: Sequence[str], where: str) -> UnknownNameError:
    """Return the error that tells near names, or else the command that lists all."""
    told = f"; did you mean {' or '.join(map(repr, near))}?" if near else f": {where} lists all"
    return UnknownNameError(f"no {what} is called {name!r}{told}", near)


def near_names(name: str, others: Iterable[str]) -> list[str]:
    """Return the names most like one, the most like first."""
    found = process.extract(
        name,
        sorted(set(others)),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=_NEAR,
        limit=_SUGGESTIONS,
    )
    return [each for each, _, _ in found]


def ambiguous(what: str, name: str, candidates: Sequence[str]) -> AmbiguousNameError:
    """Return the error that lists what a name may mean, each with the id to type instead."""
    message = (
        f"{name!r} may be any of {len(candidates)} {what}; name one by its id or in more words"
    )
    return AmbiguousNameError(message, candidates[:_CANDIDATES])


def where_and_when(date: str | None, place: str | None, country: str | None) -> str:
    """Return date, place and country as they stand behind an event's name."""
    land = country_name(country) if country else None
    return ", ".join(each for each in (date, place, land if land != place else None) if each)


def meant_country(name: str) -> str | None:
    """Return the code of a country however it is typed: ``turkey`` and ``prk`` are words in a text."""
    return find_country(name) or find_country(name.title()) or find_country(name.upper())


def find_country_code(name: str) -> str:
    """Return the ISO 3166-1 alpha-3 code of a country's name, code or demonym.

    Raises:
        UnknownNameError: it is no country that is known.
    """
    check_named(name, "a country")
    if code := meant_country(name):
        return code
    near = near_names(name, map(country_name, country_codes()))
    raise unknown("country", name, near, "ISO 3166-1")


def find_trade_party(session: Session, name: str) -> str:
    """Return the code of a country, a bloc or the world as trade figures have it.

    Raises:
        UnknownNameError: it is none that is known.
    """
    check_named(name, "a country or a bloc")
    if code := meant_country(name):
        return code
    if bloc := find_bloc(name):
        return bloc.short
    stored = session.scalars(select(TradeFigure.reporter).union(select(TradeFigure.partner))).all()
    wanted = "wld" if name.casefold() in {"world", "the world"} else name.casefold()
    for code in stored:
        if code.casefold() == wanted:
            return code
    raise unknown("country or bloc", name, near_names(name, stored), "timeline trade")
