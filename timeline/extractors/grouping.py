"""Tell which words of an article name the same occasion."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.extractors.occasions import FAMILIES, Mention, Occasion
from timeline.records import EventKind, ParticipantKind

RANK = {"name": 3, "strong": 2, "weak": 1, "generic": 0}
# A text of very many occasions is compared with its first and its latest ones only.
FEW, MANY = 20, 100
# Words that may take up an occasion of another family once it is known.
TAKING_UP = {
    "congress": {
        "meeting",
        "meetings",
        "session",
        "talks",
        "assembly",
        "gathering",
        "dialogue",
        "week",
    },
    "rite": {"service", "mass", "show", "concert", "procession", "games", "liturgy", "vigil"},
    "sport": {"ceremony", "opening ceremony", "closing ceremony", "opening", "event"},
    "meeting": {"summit", "session", "conference", "dialogue"},
    "exercise": {"war games", "games", "ceremony"},
    "other": {"ceremony", "party", "dinner", "concert"},
}


def gather(mentions: Sequence[Mention], published: date | None) -> list[Occasion]:
    """Put the mentions that name the same occasion together, in the order of the text."""
    occasions: list[Occasion] = []
    for mention in mentions:
        near = occasions if len(occasions) <= MANY else [*occasions[:FEW], *occasions[-MANY:]]
        for year in mention.years or (mention.year,):
            one = replace(mention, year=year, years=())
            if year and published and int(year) < published.year:
                one.apart = True
            home = _home(one, near)
            if home is not None:
                _add(home, one)
                if len(home.mentions) == 1:
                    occasions.append(home)
                    near = [*near, home]
    for occasion in occasions:
        occasion.kind = _kind(occasion)
    return occasions


def _home(mention: Mention, occasions: Sequence[Occasion]) -> Occasion | None:
    """Return the occasion that a mention belongs to, made where there is none."""
    if mention.people:
        fitting = [o for o in occasions if _same_encounter(o, mention)]
    elif FAMILIES[mention.kind] in {"meeting", "visit"}:
        fitting = [o for o in occasions if _takes_up(o, mention)]
        if not fitting and mention.kind is EventKind.VISIT:
            return None
        vague = not (mention.definite or mention.names or mention.place)
        if not fitting and vague:
            return None
    else:
        fitting = [o for o in occasions if not o.is_visit and _same(o, mention)]
    if fitting:
        return max(fitting, key=lambda o: (_fit(mention, o), len(o.mentions)))
    if mention.strength == "generic":
        return None
    return Occasion(kind=mention.kind, apart=mention.apart, people=mention.who)


def _same_encounter(occasion: Occasion, mention: Mention) -> bool:
    if {True, False} <= occasion.tenses | {mention.ahead}:
        return False
    if _conflict(occasion, mention) or occasion.is_visit != (mention.kind is EventKind.VISIT):
        return False
    if occasion.people == mention.who:
        return True
    if mention.kind is EventKind.VISIT:
        return False
    if all(p.mention.kind is ParticipantKind.PERSON for p in (*occasion.met, *mention.people)):
        return False
    return (
        bool(occasion.people)
        and _sides(occasion) == _sides_of(mention)
        and len(_sides_of(mention)) > 1
    )


def _sides_of(mention: Mention) -> frozenset[str | None]:
    return frozenset(part.mention.country for part in mention.people)


def _sides(occasion: Occasion) -> frozenset[str | None]:
    return frozenset(part.mention.country for part in occasion.met)


def _conflict(occasion: Occasion, mention: Mention) -> bool:
    if mention.apart != occasion.apart:
        return True
    if mention.year and occasion.years and mention.year not in occasion.years:
        return True
    return bool(mention.place and occasion.places and not _same_place(mention, occasion))


def _takes_up(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether a meeting or a journey told without names is one told of before."""
    family = FAMILIES[mention.kind]
    if _conflict(occasion, mention):
        return False
    if family == "visit":
        return occasion.is_visit
    if occasion.family == "meeting":
        return not (mention.names and occasion.names and not mention.names & occasion.names)
    if occasion.people and mention.definite:
        return occasion.family == "congress"
    return mention.definite and mention.word in TAKING_UP.get(occasion.family, set())


def _same(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether a mention may name an occasion that is known."""
    if _conflict(occasion, mention) or (occasion.people and mention.names):
        return False
    if mention.strength == "generic":
        return occasion.is_told
    first = {word.split()[0] for word in {mention.word, *occasion.words} if word}
    if {"opening", "closing"} <= first:
        return False
    if FAMILIES[mention.kind] != occasion.family:
        return _across_families(occasion, mention)
    again = mention.word in occasion.words
    if mention.kind is EventKind.OTHER or occasion.people:
        return again and (mention.definite or not occasion.people)
    return _names_agree(occasion, mention)


def _across_families(occasion: Occasion, mention: Mention) -> bool:
    """Tell whether a word of another kind means the same, as "the Games" and their opening."""
    if mention.names & occasion.names:
        return {FAMILIES[mention.kind], occasion.family} <= {"rite", "sport", "congress"}
    return mention.definite and mention.word in TAKING_UP.get(occasion.family, set())


def _names_agree(occasion: Occasion, mention: Mention) -> bool:
    if not (mention.names and occasion.names) or occasion.family == "rite":
        return True
    return bool(mention.names & occasion.names) or _short_for(mention, occasion)


def _short_for(mention: Mention, occasion: Occasion) -> bool:
    """Tell whether one name is the other's initials ("SCO")."""
    return bool(mention.names & occasion.initials) or bool(
        mention.initials and mention.initials in occasion.names
    )


def _same_place(mention: Mention, occasion: Occasion) -> bool:
    if mention.place in occasion.places:
        return True
    if not (mention.country and mention.country in occasion.countries):
        return False
    return mention.place_is_country or not occasion.towns


def _fit(mention: Mention, occasion: Occasion) -> float:
    return (
        3.0 * bool(mention.names & occasion.names)
        + 2.0 * (mention.word in occasion.words)
        + 1.0 * (mention.kind == occasion.kind)
        + 1.0 * bool(mention.place and mention.place in occasion.places)
        + 1.0 * bool(mention.year and mention.year in occasion.years)
        + 0.5 * occasion.in_title
    )


def _add(occasion: Occasion, mention: Mention) -> None:
    occasion.mentions.append(mention)
    occasion.names |= mention.names
    occasion.words.add(mention.word)
    occasion.is_told |= RANK[mention.strength] > 1
    occasion.in_title |= mention.in_title
    if mention.initials:
        occasion.initials.add(mention.initials)
    if mention.people:
        occasion.tenses.add(mention.ahead)
        occasion.met = occasion.met or mention.people
    if mention.year:
        occasion.years.add(mention.year)
    if mention.place and mention.place not in occasion.places:
        at = len(occasion.places) if mention.place_is_country else occasion.towns
        occasion.places.insert(at, mention.place)
        occasion.towns += not mention.place_is_country
    if mention.country and mention.country not in occasion.countries:
        occasion.countries.append(mention.country)


def _kind(occasion: Occasion) -> EventKind:
    """Return the kind that most of the words say, names and headlines counting twice."""
    votes: Counter[EventKind] = Counter()
    for mention in occasion.mentions:
        if mention.strength != "generic":
            votes[mention.kind] += RANK[mention.strength] + 2 * mention.in_title
    return votes.most_common(1)[0][0] if votes else occasion.kind
