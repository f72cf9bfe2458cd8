"""Read shares: who has 97% of whose trade."""

import re
from dataclasses import replace

from timeline.extractors.trading.amounts import Quantity
from timeline.extractors.trading.linking import party_beside
from timeline.extractors.trading.parties import OWN, WORLD, Party, Style
from timeline.extractors.trading.scene import Figure, Frame, Kind, Scene
from timeline.records import Flow

_GOES = re.compile(
    r"[^.;]{0,60}?\b(?:with|to|from|involv\w+|by|between|in)\s+(?:the\s+)?$|^\s*(?:,\s*)?(?:with|to|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOODS_BEHIND = re.compile(
    r"\s*(?:consist\w*\s+of|(?:was|were|is|are)\s+(?:made up of|in)|compris\w+)\s+(?P<goods>[a-z]+(?:[\s-]+(?:and\s+)?[a-z]+)?)"
)
_GOODS_BEFORE = re.compile(
    r"(?:^|[,;]\s|\b(?:and|while|but|with|that)\s)(?:the\s+)?(?P<goods>[\w-]+(?:\s+(?:and\s+)?[\w-]+){0,3}?)\s+"
    r"(?:still\s+|also\s+|now\s+|alone\s+|together\s+)?(?:account|represent|constitut|compris|ma(?:de|kes?|king)\s+up)\w*"
)
_PRONOUN = re.compile(
    r"\b(?:it|they|this|that|these|which|he|she|country|region|bloc|market|figure|who|we|both|two)\b"
)
_SUPPLY = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:suppl\w+|oil|crude|gas|goods|products|exports|imports|shipments|purchases|barrels)\b"
)
_HOLDS = re.compile(r"\b(?:account|made up|represent)")
_NO_SUBJECT = re.compile(
    r"\b(?:after|behind|in|by|on|for|against|than|at|said|says|according to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def share_of(
    scene: Scene, quantity: Quantity, base: Frame, subject: Frame | None, floor: int
) -> Frame | None:
    """Return the flow that a percentage is a share of, with the partner who has that share.

    ``base`` is the flow that the share is of, with its reporter; ``subject`` the flow that has the
    share, where the sentence names one; ``floor`` is where the number before this one ends.
    """
    if subject is not None and subject.head != base.head and subject.end <= quantity.start:
        partner = base.partner if base.partner not in {None, WORLD} else subject.partner
        if partner in {None, WORLD} and subject.reporter not in {None, OWN, base.reporter}:
            partner = subject.reporter
        flow = base.flow if base.kind is not Kind.ROLE else subject.flow
        return replace(base, partner=partner or WORLD, flow=flow, goods=subject.goods or base.goods)
    if (base.verb or base.kind is Kind.ROLE) and base.partner not in {None, WORLD}:
        return base
    explicit = base.partner not in {None, WORLD} and _names_partner(scene, base)
    if explicit:
        return base
    party = _holder_before(scene, quantity, base, floor) or _holder_behind(scene, quantity, base)
    if party is not None:
        return replace(base, partner=party.code)
    if base.partner not in {None, WORLD}:
        return base
    goods = _goods_held(scene, quantity, base, floor)
    return replace(base, partner=WORLD, goods=goods) if goods else None


def _goods_held(scene: Scene, quantity: Quantity, base: Frame, floor: int) -> str | None:
    """Return the goods that have the share ("Oil accounts for 90% of exports")."""
    match = _GOODS_BEHIND.match(scene.text, max(base.end, quantity.end), scene.sentence.end) or (
        _GOODS_BEFORE.search(scene.text[floor : quantity.start])
    )
    words = match["goods"].lower().strip() if match else ""
    return None if not words or _PRONOUN.search(words) else words


def next_share(scene: Scene, last: Figure, quantity: Quantity) -> Frame | None:
    """Return the flow of a share that follows another one in a list."""
    floor = last.quantity.end
    party = party_beside(scene, quantity, last.frame, floor)
    owner = next(
        (
            each
            for each in reversed(scene.parties)
            if floor <= each.start < quantity.start
            and each.code != last.frame.reporter
            and each.style is Style.POSSESSIVE
        ),
        None,
    )
    party = party or owner
    if party is None and _HOLDS.search(scene.text, floor, quantity.start):
        return None
    return replace(last.frame, partner=party.code) if party else last.frame


def _names_partner(scene: Scene, base: Frame) -> bool:
    return any(p.code == base.partner and base.start <= p.start < base.end for p in scene.parties)


def _holder_before(scene: Scene, quantity: Quantity, base: Frame, floor: int) -> Party | None:
    for party in reversed(scene.parties):
        if not floor <= party.start < quantity.start or party.code in {base.reporter, WORLD}:
            continue
        hyphened = scene.text[party.start - 1] in "-–/" or scene.text[
            party.end : party.end + 1
        ] in {"-", "–", "/"}
        supplies = base.flow is Flow.IMPORT and _SUPPLY.match(scene.text, party.end)
        is_adjective = party.style is Style.ADJECTIVE and not supplies
        if base.start <= party.start < base.head or is_adjective or hyphened:
            continue
        if not _NO_SUBJECT.search(scene.text[max(party.start - 20, floor) : party.start]):
            return party
    return None


def _holder_behind(scene: Scene, quantity: Quantity, base: Frame) -> Party | None:
    at = max(base.end, quantity.end)
    limit = next((q.start for q in scene.quantities if q.start >= at), scene.sentence.end)
    for party in scene.parties:
        if party.start >= at and party.start < limit and party.code != base.reporter:
            return party if _GOES.match(scene.text[at : party.start]) else None
    return None
