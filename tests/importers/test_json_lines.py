import json
from datetime import date
from pathlib import Path

import pytest

from timeline.importers import ReadOptions, read_inputs
from timeline.records import Document, Unread

TEXT = "Ena Kask met Jon Berg."


def read_bytes(folder: Path, content: bytes, max_bytes: int = 1000) -> list[Document | Unread]:
    path = folder / "articles.jsonl"
    path.write_bytes(content)
    return list(read_inputs([str(path)], ReadOptions(max_bytes=max_bytes)))


def read_rows(folder: Path, *rows: object) -> list[Document | Unread]:
    return read_bytes(folder, "\n".join(json.dumps(row) for row in rows).encode())


def cause_of(found: Document | Unread) -> str:
    assert isinstance(found, Unread)
    assert "\n" not in found.message
    assert found.message.startswith(f"{found.input}: ")
    return found.cause


def test_all_keys(tmp_path: Path) -> None:
    row = {
        "id": " 007",
        "url": "https://news.example/7",
        "source": "The Example",
        "title": "A Meeting",
        "published": "2031-05-03T23:30:00Z",
        "language": "en",
        "text": TEXT,
        "tags": ["unknown"],
    }
    assert read_rows(tmp_path, row) == [
        Document(
            text=TEXT,
            id=" 007",
            url="https://news.example/7",
            source="The Example",
            title="A Meeting",
            published=date(2031, 5, 3),
            language="en",
        )
    ]


def test_all_but_the_text_may_be_null_or_absent(tmp_path: Path) -> None:
    nothing = dict.fromkeys(("id", "url", "source", "title", "published", "language"))
    assert read_rows(tmp_path, {"text": TEXT}, {"text": TEXT, **nothing}) == [Document(TEXT)] * 2


def test_spaces_in_a_text_stay_so_that_offsets_hold(tmp_path: Path) -> None:
    text = f"\n  {TEXT}\r\n\tTea\u00a0was served. "
    assert read_rows(tmp_path, {"text": text}) == [Document(text)]


def test_number_as_id(tmp_path: Path) -> None:
    assert read_rows(tmp_path, {"id": 12345678901234567890, "text": TEXT}) == [
        Document(TEXT, id="12345678901234567890")
    ]


def test_broken_line_in_the_middle_is_told_with_its_number(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT}).encode()
    first, broken, last = read_bytes(tmp_path, good + b'\n{"text": "cut o\n' + good + b"\n")
    assert (first, last) == (Document(TEXT), Document(TEXT))
    assert cause_of(broken) == "bad-json"
    assert isinstance(broken, Unread)
    assert broken.input == f"{tmp_path / 'articles.jsonl'}:2"


def test_broken_first_line_leaves_the_rest(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT}).encode()
    broken, *rest = read_bytes(tmp_path, b"oops\n" + good + b"\n" + good)
    assert cause_of(broken) == "bad-json"
    assert rest == [Document(TEXT)] * 2


def test_blank_lines_mark_and_windows_line_breaks(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT}).encode()
    found = read_bytes(tmp_path, b"\xef\xbb\xbf\r\n" + good + b"\r\n\r\n  \r\n" + good + b"\r\n")
    assert found == [Document(TEXT)] * 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings(tmp_path: Path, encoding: str) -> None:
    row = json.dumps({"text": "Ena Kask met Šimon Černý."}, ensure_ascii=False)
    found = read_bytes(tmp_path, f"{row}\n{row}\n".encode(encoding))
    assert found == [Document("Ena Kask met Šimon Černý.")] * 2


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ({"text": 5}, "bad-row"),
        ({"text": ["a"]}, "bad-row"),
        ({"text": TEXT, "title": {"en": "A Meeting"}}, "bad-row"),
        ({"text": TEXT, "id": True}, "bad-row"),
        ([1, 2], "bad-row"),
        ("text", "bad-row"),
        ({}, "no-text"),
        ({"text": None}, "no-text"),
        ({"text": " \u200b\n"}, "no-text"),
        ({"text": TEXT, "published": "soon"}, "bad-date"),
        ({"text": TEXT, "published": "2031-02-30"}, "bad-date"),
    ],
)
def test_row_that_is_no_article(tmp_path: Path, row: object, cause: str) -> None:
    _, wrong, last = read_rows(tmp_path, {"text": TEXT}, row, {"text": TEXT})
    assert cause_of(wrong) == cause
    assert last == Document(TEXT)


def test_deep_nesting_is_told(tmp_path: Path) -> None:
    deep = b'{"text": ' + b"[" * 100_000 + b"\n"
    wrong, last = read_bytes(tmp_path, deep + json.dumps({"text": TEXT}).encode(), 10**6)
    assert cause_of(wrong) == "bad-json"
    assert last == Document(TEXT)


def test_endless_number_is_told_or_ignored(tmp_path: Path) -> None:
    line = b'{"text": "Ena Kask spoke.", "size": ' + b"9" * 10_000 + b"}\n"
    _, last = read_bytes(tmp_path, line + json.dumps({"text": TEXT}).encode(), 10**6)
    assert last == Document(TEXT)


def test_not_a_number_is_nothing(tmp_path: Path) -> None:
    found = read_bytes(tmp_path, b'{"title": NaN, "published": NaN, "text": "Ena Kask spoke."}')
    assert found == [Document("Ena Kask spoke.")]


def test_characters_that_no_database_stores_are_replaced(tmp_path: Path) -> None:
    line = rb'{"id": "a\u0000", "text": "Ena\u0000Kask \ud800 and \ud83d\ude00", "title": "\udfff"}'
    (found,) = read_bytes(tmp_path, line)
    assert found == Document("Ena\ufffdKask \ufffd and \U0001f600", id="a\ufffd", title="\ufffd")


def test_line_above_the_limit_is_told_and_the_rest_read(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT}).encode()
    long = json.dumps({"text": "a" * 2000}).encode()
    first, wrong, last = read_bytes(tmp_path, b"\n".join((good, long, good)))
    assert (first, last) == (Document(TEXT), Document(TEXT))
    assert cause_of(wrong) == "too-large"


def test_file_may_be_larger_than_the_limit_of_a_line(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT}).encode() + b"\n"
    assert read_bytes(tmp_path, good * 100, max_bytes=50) == [Document(TEXT)] * 100


def test_single_object_over_several_lines(tmp_path: Path) -> None:
    row = json.dumps({"id": "a", "text": TEXT, "more": {"b": [1]}}, indent=2)
    assert read_bytes(tmp_path, row.encode()) == [Document(TEXT, id="a")]


@pytest.mark.parametrize("indent", [None, 1])
def test_array(tmp_path: Path, indent: int | None) -> None:
    rows = json.dumps([{"text": TEXT}, 5, {"text": TEXT}], indent=indent)
    first, wrong, last = read_bytes(tmp_path, rows.encode())
    assert (first, last) == (Document(TEXT), Document(TEXT))
    assert cause_of(wrong) == "bad-row"


@pytest.mark.parametrize("content", [b"[]", b'[{"text": "a"}, ', b'{\n "text": "a",\n', b"{}"])
def test_file_without_an_article_is_told(tmp_path: Path, content: bytes) -> None:
    (found,) = read_bytes(tmp_path, content)
    assert isinstance(found, Unread)


def test_format_shows_in_the_content_not_in_the_name(tmp_path: Path) -> None:
    (tmp_path / "rows.txt").write_text(json.dumps({"text": TEXT}))
    (tmp_path / "text.jsonl").write_text(TEXT)
    assert list(read_inputs([str(tmp_path)], ReadOptions())) == [Document(TEXT)] * 2
