"""Read "China imported" and "goods exported to India": the subject is the reporter."""

import re
from dataclasses import replace

from timeline.extractors.trading.parties import OWN, Style
from timeline.extractors.trading.partners import (
    REACH,
    WAY,
    is_elsewhere,
    party_group,
    with_argument,
)
from timeline.extractors.trading.scene import Frame, Head, Kind, Scene

# What is given or armed with is no trade.
_AID = re.compile(
    r"\b(?:aid|humanitarian|donat\w+|weapons|arms|ammunition|vaccines?)\b", re.IGNORECASE
)
_HAS = r"(?:(?:has|have|had|having|also|alone|only|already|then|still|now|which|that|currently)\s+)"
_NEAR = re.compile(rf"\s*(?:,[^,]{{0,80}},)?\s*{_HAS}{{0,3}}", re.IGNORECASE)
_FIRMS = re.compile(r"\s*(?:[\w-]+\s+){1,2}(?:(?:has|have|had|also)\s+)?")
_PRONOUN = re.compile(
    rf"\b(?:it|they|we|the country|the nation|the bloc)\s+{_HAS}{{0,2}}$", re.IGNORECASE
)
_OTHERS = re.compile(r"\b(?:countries|others|members|states|companies)\b[^,;.]{0,40}$")
_STOP = re.compile(r"[;:]|,\s|\b(?:while|whereas|but|as|after|amid)\b")


def verb_frame(scene: Scene, head: Head, floor: int, ceiling: int) -> Frame:
    """Return what a verb of trade says; ``floor`` and ``ceiling`` are the heads around it."""
    frame = Frame(head.start, head.start, head.end, head.flow, Kind.FLOW, verb=True)
    if _AID.search(scene.sentence.text):
        return replace(frame, kind=Kind.TRAP)
    frame = _with_subject(scene, frame, floor)
    limit = min(ceiling, frame.end + REACH)
    stop = _STOP.search(scene.text, frame.end, limit)
    limit = stop.start() if stop else limit
    at = frame.end - 1
    while (match := WAY.search(scene.text, at, limit)) is not None:
        way, at = match["way"].lower(), match.end()
        group, end = party_group(scene, at, limit)
        if group and way in {"to", "from", "into", "by"}:
            frame = replace(with_argument(scene, frame, way, group), end=frame.end)
            at = end - 1
        elif way in {"to", "from"} and is_elsewhere(scene, at):
            frame = replace(frame, barred=True)
    return frame


def _with_subject(scene: Scene, frame: Frame, floor: int) -> Frame:
    words = scene.text[max(floor, frame.head - REACH) : frame.head]
    before = [p for p in scene.parties if p.end <= frame.head]
    if before:
        party = before[-1]
        pattern = _NEAR if party.style is Style.NAME else _FIRMS
        if pattern.fullmatch(scene.text, party.end, frame.head):
            return replace(frame, reporter=party.code)
    if _PRONOUN.search(words):
        return replace(frame, reporter=OWN)
    return replace(frame, barred=True) if _OTHERS.search(words[-60:]) else frame
