"""Tell numbers that are so from targets, forecasts, hopes and thresholds."""

import re

from timeline.extractors.trading.amounts import Quantity
from timeline.extractors.trading.scene import Scene

_UNREAL = re.compile(
    r"\b(?:(?<!than )(?<!than-)expect(?:s|ed|ing)?|projected|projecting|"
    r"projections?|forecasts?|forecasted|forecasting|targets?|targeted|targeting|goals?|aims?|aimed|aiming|"
    r"could|(?-i:may)|might|would|will|should (?!be noted|note)|potentially|on track|poised|hop(?:e|es|ed|ing)|"
    r"seek(?:s|ing)?|plans?|planned|pledg\w+|commit(?:ted|ting|s)?|agreed to|set to|likely to|predict\w*|"
    r"anticipat\w+|vow\w*|threaten\w*|consensus|economists (?:polled|had)|ambition|ambitious|mandate|potential|"
    r"capable|expectations?|estimates? (?:for|of)|task|objectives?|aspir\w+|promis\w+|need(?:s|ed)? to|want(?:s|ed)? to|intend(?:s|ed)? to|tr(?:y|ies|ied|ying) to|"
    r"efforts? to|in a bid to|if|unless|ready to|able to|determined to)\b",
    re.IGNORECASE,
)
_UNREAL_AFTER = re.compile(
    r"(?:(?! [-–—] )[^.;,]){0,40}?\b(?:mark\b|target|goal|threshold|forecast|projected|predicted|expected|estimated by economists|"
    r"milestone|by (?:the end of )?20\d\d|(?-i:may)\b|could\b|would\b|will\b|consensus|each\b|per month\b|a month\b|per year\b|"
    r"annually by)",
    re.IGNORECASE,
)
# Where another statement begins, which the words of hope before it do not govern.
_RESET = re.compile(
    r"[;]|,?\s\b(?:while|whereas|but|after|compared|up from|down from|against|which|although|though|beating|as|following|"
    r"(?:that|what|who)(?=\s(?:came|was|were|reached|stood|hit|rose|fell|has|had|totall?ed|amounted)))\b",
    re.IGNORECASE,
)
_WIDTH = 280


def is_unreal(scene: Scene, quantity: Quantity) -> bool:
    """Say whether a number is hoped for, forecast or a mark to pass."""
    left = scene.text[max(scene.sentence.start, quantity.start - _WIDTH) : quantity.start]
    start = 0
    for match in _RESET.finditer(left):
        start = match.end()
    return bool(_UNREAL.search(left, start) or _UNREAL_AFTER.match(scene.text, quantity.end))
