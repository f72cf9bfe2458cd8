"""What an input is, by its first bytes: JSON, text, or something else and what it looks like."""

import re

import chardet

from timeline.importers.encoding import declared_encoding

_MARKUP = (
    (re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE), "an HTML page"),
    (re.compile(r"<\?xml\b"), "XML"),
    (re.compile(r"\{\\rtf"), "an RTF document"),
)
_JSON = re.compile(r'\{\s*["}]|\[\s*[{\]]')
_OBJECT = re.compile(r'\s*\{\s*"')
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_CONTROL_SHARE = 20  # one control character in so many bytes is no text
_PDF = b"%PDF-"


def opening(sample: bytes) -> str:
    """Return the first characters of an input as well as they can be told, without leading space."""
    return sample.decode(declared_encoding(sample) or "utf-8", "replace").lstrip("\ufeff \t\r\n\f")


def looks_like_json(sample: bytes) -> bool:
    """Say whether an input begins as a JSON object, an array of them, or JSON Lines.

    Where the first line is broken, most of the lines count.
    """
    text = opening(sample)
    if _JSON.match(text):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(bool(_OBJECT.match(line)) for line in lines) * 2 > len(lines)


def markup(sample: bytes) -> str | None:
    """Name the format that an article is wrapped in, or None where it is not."""
    text = opening(sample)
    return next((name for pattern, name in _MARKUP if pattern.match(text)), None)


def binary(sample: bytes) -> str | None:
    """Say what an input without text looks like, or None where it looks like text."""
    if sample.lstrip().startswith(_PDF):
        return "a PDF"
    if declared_encoding(sample):
        return None
    if b"\0" not in sample and not _is_noise(sample):
        return None
    kind = chardet.detect(sample)["mime_type"] or ""
    if kind in {"", "text/plain", "application/octet-stream"}:
        return "no text"
    return f"{kind}, no text"


def _is_noise(sample: bytes) -> bool:
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    return controls * _CONTROL_SHARE > len(sample)
