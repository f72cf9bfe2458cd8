import json
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.importers import ReadOptions, read_inputs
from timeline.importers.encoding import mend
from timeline.records import Document, Unread


def read_bytes(content: bytes, max_bytes: int = 1_000_000) -> list[Document | Unread]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input"
        path.write_bytes(content)
        return list(read_inputs([str(path)], ReadOptions(max_bytes=max_bytes)))


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60)
lines = words.map(lambda words: " ".join(words.split())).filter(bool)
articles = st.builds(
    Document,
    text=words.filter(lambda text: any(sign.isalnum() for sign in text)),
    id=st.none() | words.filter(bool),
    url=st.none() | lines,
    source=st.none() | lines,
    title=st.none() | lines,
    published=st.none() | st.dates(min_value=date(1000, 1, 1)),
    language=st.none() | st.sampled_from(["en", "fr"]),
)


def in_order(article: Document) -> bool:
    """Leave out what looks like mojibake by chance, and is mended."""
    values = (article.text, article.id, article.url, article.source, article.title)
    return all(mend(value) == value for value in values if value)


@settings(deadline=None)
@given(st.lists(articles.filter(in_order), min_size=1), st.booleans())
def test_json_lines_come_back_as_they_were_written(found: list[Document], escaped: bool) -> None:
    rows = [{key: getattr(each, key) for key in Document.__slots__} for each in found]
    content = "".join(json.dumps(row, default=str, ensure_ascii=escaped) + "\n" for row in rows)
    assert read_bytes(content.encode()) == found


fragments = st.sampled_from(
    [
        *(b"{", b"}", b"[", b"]", b'"text": ', b'"', b"\n", b"\r", b"\0", b"\xff\xfe", b"\xff"),
        *(b"published: ", b"title: x\n", b"\xef\xbb\xbf", b"null", b"\\ud800", b"\xe2\x80"),
        *(b'{"text": "Ena Kask"}\n', "Černý ".encode(), "’".encode("cp1252"), b"Ena Kask "),
    ]
)


@settings(deadline=None)  # the first detection loads its tables
@given(st.binary() | st.lists(fragments | st.binary(max_size=4)).map(b"".join))
@example(b'{"text": "\\ud800"}')
@example(b"{" * 10_000)
@example(b'{"text": "\xff\xfe')
def test_any_bytes_are_read_or_told(content: bytes) -> None:
    found = read_bytes(content)
    assert found
    for each in found:
        if isinstance(each, Document):
            assert each.text.strip()
            assert all("\0" not in (part or "") for part in (each.text, each.title, each.id))
            "".join(filter(None, (each.text, each.title, each.id, each.url, each.source))).encode()
        else:
            assert each.cause
            assert each.message.isprintable()
