"""Ids that follow from what makes a row itself, so that every database gives the same ones.

An id is a 128-bit BLAKE2b digest of a versioned natural key. The version is part of the key: a key
that is ever composed otherwise gets a new version, and old ids cannot be taken for new ones.
"""

import hashlib
import unicodedata
import uuid

SHORT_ID = 8


def natural_id(table: str, *parts: object) -> uuid.UUID:
    """Return the id of the row of ``table`` whose natural key is ``parts`` (None counts as a part)."""
    digest = hashlib.blake2b(digest_size=16)
    for part in (f"{table}/1", *parts):
        # Length before content, so that ("ab", "c") and ("a", "bc") differ, and None differs from "".
        encoded = b"" if part is None else str(part).encode()
        digest.update(b"-" if part is None else str(len(encoded)).encode() + b":")
        digest.update(encoded)
    return uuid.UUID(bytes=digest.digest())


def text_digest(text: str) -> str:
    """Return the SHA-256 digest, in hexadecimal, of the text in NFC with white space folded."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(folded.encode()).hexdigest()


def short_id(identity: uuid.UUID) -> str:
    """Return the first digits of an id, as git shows a commit's."""
    return identity.hex[:SHORT_ID]
