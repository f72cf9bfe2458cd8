from datetime import date
from pathlib import Path

import pytest

from timeline.importers import ReadOptions, read_inputs
from timeline.records import Document, Unread

TITLE = "Ministers of Nine States to Meet in Tallinn"
BODY = "The meeting opens on Monday.\nIt was called by Estonia’s president, Ena Kask."


def read_one(folder: Path, content: str, options: ReadOptions | None = None) -> Document | Unread:
    path = folder / "article.txt"
    path.write_bytes(content.encode())
    (found,) = read_inputs([str(path)], options or ReadOptions())
    return found


def test_first_line_of_several_paragraphs_is_the_title(tmp_path: Path) -> None:
    assert read_one(tmp_path, f"{TITLE}\n{BODY}\n\n\n") == Document(text=BODY, title=TITLE)


def test_one_paragraph_has_no_title(tmp_path: Path) -> None:
    assert read_one(tmp_path, "Ena Kask met Jon Berg.\n") == Document("Ena Kask met Jon Berg.")


def test_long_sentence_in_the_first_line_is_no_title(tmp_path: Path) -> None:
    first = "Ena Kask, who leads Estonia, " + "will meet her guests in the old town, " * 4 + "soon."
    text = f"{first}\nA second paragraph follows."
    assert read_one(tmp_path, text) == Document(text=text)


def test_line_broken_at_a_width_is_no_title(tmp_path: Path) -> None:
    text = "Ena Kask will meet the ministers of nine\nstates on Monday.\n\nNobody else is invited."
    assert read_one(tmp_path, text) == Document(text=text)


def test_text_broken_at_a_width_keeps_the_title_above_an_empty_line(tmp_path: Path) -> None:
    body = "Ena Kask will meet the ministers of nine\nstates on Monday."
    assert read_one(tmp_path, f"{TITLE}\n\n{body}") == Document(text=body, title=TITLE)


def test_header_lines_describe_the_article(tmp_path: Path) -> None:
    header = (
        "URL: https://news.example/7\nsource : The Example\nPublished: 3 May 2031\n"
        f"Title: {TITLE}\nid: a-7\nlanguage: en-GB\n\n"
    )
    assert read_one(tmp_path, header + BODY) == Document(
        text=BODY,
        id="a-7",
        url="https://news.example/7",
        source="The Example",
        title=TITLE,
        published=date(2031, 5, 3),
        language="en",
    )


def test_title_follows_a_header_without_one(tmp_path: Path) -> None:
    found = read_one(tmp_path, f"source: The Example\n\n{TITLE}\n{BODY}")
    assert found == Document(text=BODY, title=TITLE, source="The Example")


@pytest.mark.parametrize(
    "first",
    [
        "Tallinn: leaders arrive one by one",
        "Language: a bridge between nine states",
        "Url: what the letters mean for you",
    ],
)
def test_headline_with_a_colon_is_no_header(tmp_path: Path, first: str) -> None:
    assert read_one(tmp_path, f"{first}\n{BODY}") == Document(text=BODY, title=first)


def test_header_ends_where_a_key_comes_again(tmp_path: Path) -> None:
    found = read_one(tmp_path, f"title: {TITLE}\nTitle: the word and its history.\n{BODY}")
    assert found == Document(text=f"Title: the word and its history.\n{BODY}", title=TITLE)


def test_options_win_over_the_header(tmp_path: Path) -> None:
    header = "url: https://old.example\nsource: Old\npublished: no day\ntitle: Old title\n\n"
    options = ReadOptions(date(2031, 5, 4), "New", "https://new.example", "New title")
    assert read_one(tmp_path, header + BODY, options) == Document(
        text=BODY,
        url="https://new.example",
        source="New",
        title="New title",
        published=date(2031, 5, 4),
    )


def test_publication_date_that_is_no_day_is_told(tmp_path: Path) -> None:
    found = read_one(tmp_path, f"published: the 45th of May\n\n{BODY}")
    assert isinstance(found, Unread)
    assert found.cause == "bad-date"
    assert "45th of May" in found.message


def test_header_without_a_text_is_told(tmp_path: Path) -> None:
    found = read_one(tmp_path, "source: The Example\npublished: 2031-05-03\n")
    assert isinstance(found, Unread)
    assert found.cause == "no-text"


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_of_other_systems(tmp_path: Path, line_break: str) -> None:
    content = f"source: The Example\n\n{TITLE}\n{BODY}".replace("\n", line_break)
    found = read_one(tmp_path, content)
    assert found == Document(text=BODY, title=TITLE, source="The Example")
