"""Sum up an article's claims: the strongest of each, journeys folded into what they are made for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.extractors.attending.claims import AWAY, STRENGTH, Claim
from timeline.extractors.attending.reader import main_occasion
from timeline.extractors.occasions import Occasion
from timeline.records import ParticipantKind, Status

COMPANY = frozenset({"visit-with", "accompanying"})


def merge(claims: Sequence[Claim], occasions: Sequence[Occasion]) -> list[Claim]:
    """Return one claim for each participant and occasion."""
    folded = answered(fold_visits(claims, occasions))
    groups: dict[tuple[int, str], list[Claim]] = {}
    for claim in folded:
        groups.setdefault((id(claim.occasion), claim.part.mention.name), []).append(claim)
    kept = [strongest(group) for group in groups.values()]
    return [claim for claim in kept if not _same_side(claim, kept)]


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
    """Read an absence of somebody invited as the invitation turned down."""
    invited = {(id(c.occasion), c.part.mention.name) for c in claims if c.status is Status.INVITED}
    homes = {
        (id(c.occasion), c.part.mention.country)
        for c in claims
        if c.status is Status.INVITED and c.part.mention.country
    }
    for claim in claims:
        own = (id(claim.occasion), claim.part.mention.name) in invited
        country = claim.part.mention.kind is ParticipantKind.COUNTRY and (
            (id(claim.occasion), claim.part.mention.country) in homes
        )
        if claim.status is Status.INVITED and _sent_nobody(claim, claims):
            claim.verdict = replace(claim.verdict, status=Status.ABSENT)
        if (
            claim.status is Status.ABSENT
            and claim.rule not in {"excluded", "invited"}
            and (own or country)
        ):
            claim.verdict = replace(claim.verdict, status=Status.DECLINED)
    return claims


def _sent_nobody(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Tell whether the country of somebody invited sends nobody."""
    country = claim.part.mention.country
    return country is not None and any(
        other.occasion is claim.occasion
        and other.status in AWAY
        and other.part.mention.kind is ParticipantKind.COUNTRY
        and other.part.mention.country == country
        for other in claims
    )


def fold_visits(claims: Sequence[Claim], occasions: Sequence[Occasion]) -> list[Claim]:
    """Count a journey made for an occasion as coming to it, unless companions attach to it."""
    main = main_occasion(occasions)
    found = [claim for claim in claims if not claim.occasion.is_visit]
    for visit in (o for o in occasions if o.is_visit):
        own = [claim for claim in claims if claim.occasion is visit]
        if not own:
            continue
        home = _purpose(visit, own, found, main)
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
    names = {claim.part.mention.name for claim in own}
    if main is not None and _made_for(visit, own, main):
        return main
    for claim in others:
        home = claim.occasion
        if claim.part.mention.name in names and not home.apart and _there(visit, home):
            return home
    return None


def _made_for(visit: Occasion, own: Sequence[Claim], main: Occasion) -> bool:
    """Tell whether a journey to where the main occasion takes place is made for it."""
    told = {claim.status for claim in own if claim.rule not in COMPANY}
    ahead = bool(told) and not told & {Status.ATTENDED}
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


def _same_side(claim: Claim, kept: Sequence[Claim]) -> bool:
    """Tell whether a country is only there by the person who comes for it."""
    mention = claim.part.mention
    if mention.kind is not ParticipantKind.COUNTRY:
        return False
    return any(
        other.occasion is claim.occasion
        and other.part.mention.kind is ParticipantKind.PERSON
        and other.part.mention.country == mention.country
        and (other.status in AWAY) == (claim.status in AWAY)
        for other in kept
    )
