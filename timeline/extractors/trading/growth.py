"""Read growth: whether a percentage says that a flow rose or fell, and which."""

import re

from timeline.extractors.trading.measures import (
    direction_after,
    direction_before,
    is_growth_level,
    last_direction,
    reaches,
)
from timeline.extractors.trading.scene import Figure, Frame, Scene

_BY = re.compile(r"\bby\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_JOINT = re.compile(
    r"[\s,(]*(?:(?:and|or|compared (?:to|with)|against|versus|vs\.?|up from|down from|from|after|while|"
    r"followed by|than|with|to|then|but|higher than|lower than)\b)?[^.;]{0,80}",
    re.IGNORECASE,
)
_WIDTH = 140


def joins(scene: Scene, last: Figure, start: int) -> bool:
    """Say whether a number that begins at ``start`` goes on the list that ``last`` stands in."""
    return bool(_JOINT.fullmatch(scene.text, last.quantity.end, start))


def growth_ahead(scene: Scene, frame: Frame, gap: str) -> int:
    """Return the direction that "a 5% rise in exports" or "5% export growth" tells."""
    return direction_after(gap + " ") or last_direction(scene.text[frame.start : frame.end])


def growth_here(left: str, right: str) -> tuple[int, str]:
    """Return the direction that the words right around a percentage tell, and the rule's name."""
    sign = direction_after(right)
    if sign:
        return sign, "growth-noun"
    if not reaches(left):
        sign = direction_before(left)
        return sign, "growth-verb" if sign else ""
    if is_growth_level(left):
        falls = last_direction(left.split(" to ", maxsplit=1)[0]) < 0 and "growth" not in left
        return -1 if falls else 1, "growth-rate"
    return 0, "level"


def growth_far(scene: Scene, frame: Frame, start: int) -> int:
    """Return the direction of the last word of rise or fall between a flow and a number."""
    first = max(frame.start, scene.sentence.start, start - _WIDTH)
    sign = last_direction(scene.text[first:start])
    if not sign and _BY.search(scene.text, scene.sentence.start, start):
        # "Coal boosted trade between the two by 8%": the verb stands before its object.
        sign = last_direction(
            scene.text[max(scene.sentence.start, frame.start - _WIDTH) : frame.start]
        )
    return sign
