import io
import os
import sqlite3
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest

from timeline.errors import TimelineError
from timeline.importers import ReadOptions, is_single_text, read_inputs
from timeline.records import Document, Unread

SENTENCE = "Ena Kask met Jon Berg."


def read(*paths: Path | str, options: ReadOptions | None = None) -> list[Document | Unread]:
    return list(read_inputs([str(path) for path in paths], options or ReadOptions()))


def causes(found: list[Document | Unread]) -> list[str]:
    for each in found:
        if isinstance(each, Unread):
            assert each.message.startswith(f"{each.input}: ")
            assert each.message.isprintable()
    return [each.cause if isinstance(each, Unread) else "" for each in found]


def set_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("article.txt", SENTENCE)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "cause", "word"),
    [
        (b"", "empty", "empty"),
        (b"\xef\xbb\xbf", "empty", "empty"),
        (b" \n\t\r\n", "empty", "empty"),
        (b"%PDF-1.7\nendobj\n", "binary", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "binary", "png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(40), "binary", "jpeg"),
        (zipped(), "binary", "zip"),
        (b"Ena Kask\0met Jon Berg.", "binary", "no text"),
        (bytes(5000), "binary", "no text"),
        (b"\x01\x02\x03\x04", "binary", "no text"),
        (SENTENCE.encode() * 5000 + b"\0", "binary", "NUL"),
        (b"<!DOCTYPE html>\n<html><p>Ena Kask met Jon Berg.", "markup", "HTML"),
        (b'<?xml version="1.0"?><a>Ena Kask</a>', "markup", "XML"),
        (b"{\\rtf1 Ena Kask}", "markup", "RTF"),
        (b"*** --- ***\n...", "no-text", "no text"),
    ],
)
def test_content_that_is_no_article(tmp_path: Path, content: bytes, cause: str, word: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    found = read(path)
    assert causes(found) == [cause]
    assert isinstance(found[0], Unread)
    assert word in found[0].message


def test_text_that_begins_as_a_picture_does(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("BM is what they call Berta Maas.")
    assert read(path) == [Document("BM is what they call Berta Maas.")]


@pytest.mark.parametrize("path", ["no/such/file.txt", ""])
def test_missing_path(path: str) -> None:
    assert causes(read(path)) == ["missing"]


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_path_that_no_system_has(path: str) -> None:
    assert causes(read(path)) == ["unreadable"]


def test_each_path_is_read_whatever_the_others_are(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(SENTENCE)
    assert causes(read(tmp_path / "none", good, tmp_path / "none", good)) == [
        *("missing", "", "missing", "")
    ]


def test_folder_is_read_by_name_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("c.txt", "a/z.txt", "a/b/y.txt", ".hidden", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"This is {name}.")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    found = read(tmp_path)
    assert [each.text if isinstance(each, Document) else each.cause for each in found] == [
        "This is a/b/y.txt.",
        "This is a/z.txt.",
        "binary",
        "This is c.txt.",
    ]


def test_folder_without_files(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / ".hidden").write_text(SENTENCE)
    assert causes(read(tmp_path)) == ["empty-folder"]


def test_folder_without_readable_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.zip").write_bytes(zipped())
    assert causes(read(tmp_path)) == ["empty", "binary"]


def test_folder_with_a_link_to_itself_a_dead_link_and_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "dead").symlink_to(tmp_path / "nothing")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert causes(read(tmp_path)) == ["", "missing", "unreadable"]


def test_folder_that_several_links_lead_to_is_read_once(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "article.txt").write_text(f"This is {name}.")
        (tmp_path / name / "one").symlink_to(tmp_path / other)
        (tmp_path / name / "two").symlink_to(tmp_path / other)
    found = read(tmp_path)
    assert sorted(each.text for each in found if isinstance(each, Document)) == [
        "This is a.",
        "This is b.",
    ]
    assert len(found) == 2


def test_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9\n.txt")
    (tmp_path / name).touch()
    (found,) = read(tmp_path)
    assert isinstance(found, Unread)
    assert found.message.encode().isascii() == str(tmp_path).isascii()
    assert causes([found]) == ["empty"]


def test_files_are_opened_as_they_are_asked_for(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SENTENCE)
    found = read_inputs([str(tmp_path)], ReadOptions())
    next(found)
    (tmp_path / "b.txt").write_text("Jon Berg came later.")
    assert list(found) == [Document("Jon Berg came later.")]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    set_standard_input(monkeypatch, "Šimon Černý met Ena Kask.".encode("utf-16"))
    assert read("-", options=ReadOptions(source="The Example")) == [
        Document("Šimon Černý met Ena Kask.", source="The Example")
    ]


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert causes(read("-")) == ["unreadable"]


def test_standard_input_above_the_limit_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            buffer[:] = b"a" * len(buffer)
            return len(buffer)

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    assert causes(read("-", options=ReadOptions(max_bytes=100_000))) == ["too-large"]


def test_long_line_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"Ena Kask spoke. " * 3_200_000)
    tracemalloc.start()
    found = read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert causes(found) == ["too-large"]
    assert peak < 2_000_000


def test_long_line_is_read_under_a_raised_limit(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    text = "Ena Kask’s guests spoke. " + "Jon Berg spoke. " * 3_200_000
    path.write_text(text, encoding="utf-8")
    (found,) = read(path, options=ReadOptions(max_bytes=100_000_000))
    assert isinstance(found, Document)
    assert found.text == text.strip()


def test_limit_is_kept_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(SENTENCE)
    assert causes(read(path, options=ReadOptions(max_bytes=len(SENTENCE)))) == [""]
    assert causes(read(path, options=ReadOptions(max_bytes=len(SENTENCE) - 1))) == ["too-large"]


def test_options_of_one_text_are_refused_for_anything_else(tmp_path: Path) -> None:
    text, rows = tmp_path / "article.txt", tmp_path / "rows.txt"
    text.write_text(SENTENCE)
    rows.write_text('{"text": "Ena Kask met Jon Berg."}')
    for paths in ([text, text], [tmp_path], [rows]):
        assert not is_single_text([str(path) for path in paths])
        with pytest.raises(TimelineError, match="single text"):
            read(*paths, options=ReadOptions(url="https://news.example"))


@pytest.mark.parametrize("name", ["article.txt", "empty.txt", "missing.txt", "x" * 5000])
def test_what_cannot_be_read_counts_as_one_text(tmp_path: Path, name: str) -> None:
    (tmp_path / "article.txt").write_text(SENTENCE)
    (tmp_path / "empty.txt").touch()
    assert is_single_text([str(tmp_path / name)])


def test_options_of_one_text_are_refused_for_json_lines_on_standard_input(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_standard_input(monkeypatch, b'{"text": "Ena Kask met Jon Berg."}')
    assert is_single_text(["-"])
    assert causes(read("-", options=ReadOptions(published=date(2031, 5, 3)))) == ["options"]


def test_the_database_in_a_folder_of_articles_is_none_of_them(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "timeline.db")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE article (text)")
    (tmp_path / "article.txt").write_text(SENTENCE)
    assert (tmp_path / "timeline.db-wal").exists()
    (found,) = read(tmp_path)
    connection.close()
    assert isinstance(found, Document)
