"""Bytes to text: the declared encoding, else strict UTF-8, else what a detector is sure of; mended."""

import codecs
import re

import chardet
import ftfy

from timeline.errors import ImportFailedError

# Longest first, as the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Where the NUL bytes lie in the first characters of ASCII text without a mark (RFC 4627, 3).
_WIDE = (
    (re.compile(rb"(?:[^\0]\0\0\0)+", re.DOTALL), "utf-32-le"),
    (re.compile(rb"(?:\0\0\0[^\0])+", re.DOTALL), "utf-32-be"),
    (re.compile(rb"(?:[^\0]\0)+", re.DOTALL), "utf-16-le"),
    (re.compile(rb"(?:\0[^\0])+", re.DOTALL), "utf-16-be"),
)
_WIDE_BYTES = 16

# What articles were ever published in; left to itself the detector also finds mainframes.
_DETECTED = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859-2", "iso8859-5", "iso8859-7", "koi8-r", "koi8-u", "mac-roman"),
    *("gb18030", "big5", "cp932", "euc-jp", "cp949", "tis-620"),
)
# Measured on 200 texts of one to six sentences in 12 languages: noise stays below 0.04; of the wrong
# guesses only single accents of old Macintosh text lie above, of the right ones below mostly texts
# of less than 100 characters.
_CONFIDENT = 0.125
# A UTF-8 text that was cut or joined in the wrong place has a few bad bytes among many good ones.
_GOOD_PER_BAD = 10
_BEYOND_ASCII = bytes(range(128, 256))

# ftfy's repair of encodings alone: quotes, ligatures, widths and entities stay as they were written.
_MENDING = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)


def declared_encoding(start: bytes) -> str | None:
    """Return the encoding that the first bytes declare, by a mark or by their NUL bytes, or None."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    head = start[:_WIDE_BYTES]
    for pattern, encoding in _WIDE:
        if pattern.fullmatch(head):
            return encoding
    return None


def wide_encoding(start: bytes) -> str | None:
    """Return the declared encoding where its line breaks are not the bytes of ASCII, or None."""
    declared = declared_encoding(start)
    return None if declared == "utf-8-sig" else declared


def decode(data: bytes) -> str:
    """Return the text of all bytes of an input.

    Raises:
        ImportFailedError: with cause ``encoding``.
    """
    declared = declared_encoding(data)
    try:
        return data.decode(declared or "utf-8")
    except UnicodeDecodeError:
        if declared and declared != "utf-8-sig":
            raise ImportFailedError(
                "encoding", f"it is marked as {declared} but is not; save it as UTF-8"
            ) from None
    unmarked = data.removeprefix(codecs.BOM_UTF8)
    return _damaged_utf8(unmarked) or _detected(unmarked)


def mend(text: str) -> str:
    """Return a text with mojibake repaired, and nothing in it that a database cannot store.

    Text in order comes back character by character as it was.
    """
    lines = text.split("\n")
    # Spared are lines that cannot need it: ftfy takes as long over an empty line as over a sentence.
    mended = (line if line.isascii() else ftfy.fix_text(line, _MENDING) for line in lines)
    return storable("\n".join(mended))


def storable(text: str) -> str:
    """Return a text with U+FFFD for NUL and for lone surrogates; surrogate pairs are joined."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _damaged_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    beyond_ascii = len(text) - len(data.translate(None, _BEYOND_ASCII))
    return text if bad * (_GOOD_PER_BAD + 1) <= beyond_ascii else None


def _detected(data: bytes) -> str:
    found = chardet.detect(data, include_encodings=_DETECTED)
    if found["encoding"] and found["confidence"] >= _CONFIDENT:
        try:
            return data.decode(found["encoding"])
        except UnicodeDecodeError:
            pass
    raise ImportFailedError("encoding", "its encoding could not be told; save it as UTF-8")
