"""Sum up an article's claims: the strongest of each, journeys folded into what they are made for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.extractors.attending.claims import AWAY, STRENGTH, Claim
from timeline.extractors.attending.reader import main_occasion
from timeline.extractors.occasions import Occasion
from timeline.records import ParticipantKind, Status

MANY = 100  # claims of one person that are looked through
COMPANY = frozenset({"visit-with", "accompanying"})


def merge(claims: Sequence[Claim], occasions: Sequence[Occasion]) -> list[Claim]:
    """Return one claim for each participant and occasion."""
    folded = answered(fold_visits(claims, occasions))
    groups: dict[tuple[int, str], list[Claim]] = {}
    for claim in folded:
        groups.setdefault((id(claim.occasion), claim.part.mention.name), []).append(claim)
    kept = [strongest(group) for group in groups.values()]
    led = {_side(c) for c in kept if c.part.mention.kind is ParticipantKind.PERSON}
    return [
        c for c in kept if c.part.mention.kind is not ParticipantKind.COUNTRY or _side(c) not in led
    ]


def _side(claim: Claim) -> tuple[int, str | None, bool]:
    """Return whom somebody comes for: a country is no row beside the person who comes for it."""
    return id(claim.occasion), claim.part.mention.country, claim.status in AWAY


def strongest(claims: Sequence[Claim]) -> Claim:
    """Return the strongest claim, with the role that any of them tells."""
    best = max(
        claims, key=lambda c: (c.remote and c.status not in AWAY, STRENGTH[c.status], c.confidence)
    )
    best.role = best.role or next((c.role for c in claims if c.role), None)
    if len(claims) > 1 and all(STRENGTH[c.status] >= STRENGTH[Status.EXPECTED] for c in claims):
        best.confidence = min(0.95, best.confidence + 0.1)
    return best


def answered(claims: list[Claim]) -> list[Claim]:
    """Read an absence of somebody invited as the invitation turned down.

    Where the country of somebody invited sends nobody, they are absent, and the country declines.
    """
    names = {(id(c.occasion), c.part.mention.name) for c in claims if c.status is Status.INVITED}
    homes = {_home(c) for c in claims if c.status is Status.INVITED and c.part.mention.country}
    away = {_home(c) for c in claims if c.status in AWAY and _is_country(c)}
    for claim in claims:
        own = (id(claim.occasion), claim.part.mention.name) in names
        if claim.status is Status.INVITED and _home(claim) in away:
            claim.verdict = replace(claim.verdict, status=Status.ABSENT)
        refused = own or (_is_country(claim) and _home(claim) in homes)
        by_choice = claim.rule not in {"excluded", "invited"}
        if claim.status is Status.ABSENT and by_choice and refused:
            claim.verdict = replace(claim.verdict, status=Status.DECLINED)
    return claims


def _home(claim: Claim) -> tuple[int, str | None]:
    return id(claim.occasion), claim.part.mention.country


def _is_country(claim: Claim) -> bool:
    return claim.part.mention.kind is ParticipantKind.COUNTRY


def fold_visits(claims: Sequence[Claim], occasions: Sequence[Occasion]) -> list[Claim]:
    """Count a journey made for an occasion as coming to it, unless companions attach to it."""
    main = main_occasion(occasions)
    found = [claim for claim in claims if not claim.occasion.is_visit]
    journeys: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.occasion.is_visit:
            journeys.setdefault(id(claim.occasion), []).append(claim)
    homes: dict[str, list[Claim]] = {}
    for claim in found:
        homes.setdefault(claim.part.mention.name, []).append(claim)
    for own in journeys.values():
        visit = own[0].occasion
        others = [c for one in own for c in homes.get(one.part.mention.name, [])[:MANY]]
        home = _purpose(visit, own, others, main)
        company = any(claim.rule in COMPANY for claim in own)
        if home is not None:
            arrived = company and Status.ATTENDED
            moved = [c for c in own if c.rule not in COMPANY and c.status is not arrived]
            found += [_moved(claim, home) for claim in moved]
        if (home is None or company) and (company or _stands_alone(visit, own, main)):
            found += own
    return found


def _purpose(
    visit: Occasion, own: Sequence[Claim], others: Iterable[Claim], main: Occasion | None
) -> Occasion | None:
    """Return the occasion that a journey is made for."""
    if visit.apart or (visit.years and main is not None and not visit.years & main.years):
        return None
    if main is not None and _made_for(visit, own, main):
        return main
    for claim in others:
        home = claim.occasion
        if not home.apart and _there(visit, home):
            return home
    return None


def _made_for(visit: Occasion, own: Sequence[Claim], main: Occasion) -> bool:
    """Tell whether a journey to where the main occasion takes place is made for it."""
    told = {claim.status for claim in own if claim.rule not in COMPANY}
    arriving = any(m.word in {"arrive", "land"} for m in visit.mentions)
    ahead = bool(told) and (arriving or not told & {Status.ATTENDED})
    places = bool(set(visit.countries) & set(main.countries))
    return places and main.future and ahead and not any(c.rule in COMPANY for c in own)


def _there(visit: Occasion, home: Occasion) -> bool:
    if not home.countries or not visit.countries:
        return not home.people
    return bool(set(home.countries) & set(visit.countries))


def _moved(claim: Claim, home: Occasion) -> Claim:
    return Claim(
        home, claim.part, claim.verdict, claim.start, claim.end, claim.rule, claim.confidence - 0.1
    )


def _stands_alone(visit: Occasion, own: Sequence[Claim], main: Occasion | None) -> bool:
    """Tell whether a journey is worth an event of its own."""
    if (
        visit.apart
        or main is None
        or (visit.countries and main.countries and not _there(visit, main))
    ):
        return True
    nouns = [m for m in visit.mentions if not m.verbal]
    return bool(nouns) and len(visit.mentions) > 1 and any(c.status is Status.ATTENDED for c in own)
