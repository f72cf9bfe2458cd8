import csv
import io
import json
import re
import uuid
from datetime import date
from decimal import Decimal

import pytest

from timeline.records import Status
from timeline.render import Format, Note, Page, Table, harmless, json_text, write_page, write_table

IDENTITY = uuid.UUID("0123456789abcdef0123456789abcdef")
TABLE = Table(
    ("name", "said_on", "share", "yes", "nothing", "id", "status"),
    [
        ("A | B", date(2020, 1, 2), Decimal("1.50"), True, None, IDENTITY, Status.ATTENDED),
        ('say "hi", now', None, Decimal("12345678901234567890.5"), False, None, IDENTITY, "x"),
    ],
)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def printed(table, form, out=None):
    out = out or io.StringIO()
    write_table(table, form, out)
    return out.getvalue()


def test_json_is_an_array_of_objects_with_exact_numbers_and_short_ids():
    text = printed(TABLE, Format.JSON)
    assert json.loads(text, parse_float=Decimal) == [
        {
            "name": "A | B",
            "said_on": "2020-01-02",
            "share": Decimal("1.50"),
            "yes": True,
            "nothing": None,
            "id": "01234567",
            "status": "attended",
        },
        {
            "name": 'say "hi", now',
            "said_on": None,
            "share": Decimal("12345678901234567890.5"),
            "yes": False,
            "nothing": None,
            "id": "01234567",
            "status": "x",
        },
    ]


def test_jsonl_has_an_object_a_line():
    lines = printed(TABLE, Format.JSONL).splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["A | B", 'say "hi", now']


@pytest.mark.parametrize(("form", "delimiter"), [(Format.CSV, ","), (Format.TSV, "\t")])
def test_separated_values_are_read_back_as_they_were(form, delimiter):
    table = Table(("a", "b"), [("comma, tab\t and\nline", 'quote " here'), (None, Decimal("0.10"))])
    rows = list(csv.reader(io.StringIO(printed(table, form), newline=""), delimiter=delimiter))
    assert rows == [["a", "b"], ["comma, tab\t and\nline", 'quote " here'], ["", "0.10"]]


def test_csv_ends_its_lines_as_rfc_4180_says():
    assert printed(Table(("a",), [(1,)]), Format.CSV) == "a\r\n1\r\n"


def test_markdown_keeps_its_columns_whatever_is_in_a_cell():
    lines = printed(TABLE, Format.MARKDOWN).splitlines()
    assert lines[0] == "| name | said on | share | yes | id | status |"
    assert lines[2].startswith(r"| A \| B | 2020-01-02 | 1.50 | yes | 01234567 | attended |")


def test_a_table_in_a_pipe_is_aligned_plain_and_never_cut():
    long = "x" * 300
    lines = printed(Table(("name", "count"), [(long, 7), ("東京", 12)]), Format.TABLE).splitlines()
    assert lines[0] == f"{'name':300}  count"
    assert lines[2] == f"{long}      7"
    assert lines[3] == f"東京{' ' * 296}     12"  # each of the two signs is two columns wide


def test_a_table_leaves_out_columns_that_are_empty_everywhere():
    assert "nothing" not in printed(TABLE, Format.TABLE)


def test_a_terminal_gets_colours_unless_told_not_to(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in printed(TABLE, Format.TABLE, Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in printed(TABLE, Format.TABLE, Terminal())


@pytest.mark.parametrize("width", [120, 60, 45])
def test_a_terminal_folds_and_leaves_out_nothing_but_ids(monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    row = ("a committee of several neighbouring towns", date(2020, 1, 2), Status.ATTENDED, IDENTITY)
    table = Table(("participant", "last_claim", "status", "id"), [row], "Talks")
    note = Note("Ada: attended", "Ada was there, as were many more of them", "2020-01-02")
    out = Terminal()
    write_page(Page("", (), (table,), (note,), table), Format.TABLE, out)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue())
    assert all(len(line) <= width for line in shown.splitlines())
    everything = "".join(shown.split())
    for word in ("committee", "neighbouring", "2020-01-02", "attended", "Adawasthere"):
        assert word in everything
    assert ("01234567" in everything) == (width > 50)


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("attack", ["\x1b]0;title\x07", "\x9b31m", "\u202egnp.exe", "a\rb"])
def test_what_an_article_says_cannot_steer_a_terminal(form, attack, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    text = printed(Table(("name",), [(f"Mallory {attack}",)]), form, Terminal())
    assert "Mallory" in text
    assert not set("\x1b\x07\x9b\u202e").intersection(text)
    assert "\r" not in text.replace("\r\n", "")


def test_programs_get_control_characters_back_from_json():
    assert json.loads(json_text("a\x1bb\u202e\x9b")) == "a\x1bb\u202e\x9b"


def test_harmless_text_is_one_line():
    assert harmless("one\n  two\tthree") == "one two three"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Format.JSON, "[]\n"),
        (Format.JSONL, ""),
        (Format.CSV, "a,b\r\n"),
        (Format.TSV, "a\tb\n"),
        (Format.TABLE, ""),
        (Format.MARKDOWN, ""),
    ],
)
def test_no_rows(form, expected):
    assert printed(Table(("a", "b"), []), form) == expected


PAGE = Page(
    "Ferry talks",
    (("name", "Ferry talks"), ("other_names", ()), ("place", "Bergen")),
    (Table(("participant",), [("Ada",)], "Participants"), Table(("x",), [], "Trade figures")),
    (Note("Ada: attended", "Ada | was there", "2020-01-02, a.example"),),
    Table(("participant", "quote"), [("Ada", "Ada | was there")], "Claims"),
)


def page(form):
    out = io.StringIO()
    write_page(PAGE, form, out)
    return out.getvalue()


def test_a_page_for_people_has_facts_tables_and_quotes():
    assert page(Format.TABLE) == (
        "Ferry talks\nname   Ferry talks\nplace  Bergen\n\n"
        "Participants\nparticipant\n-----------\nAda\n\n"
        "Ada: attended\n  “Ada | was there”\n  2020-01-02, a.example\n"
    )
    assert "> “Ada \\| was there”" in page(Format.MARKDOWN)


def test_a_page_for_programs_is_one_object_or_its_records():
    whole = json.loads(page(Format.JSON))
    assert whole["place"] == "Bergen"
    assert whole["participants"] == [{"participant": "Ada"}]
    assert whole["trade_figures"] == []
    assert whole["claims"] == [{"participant": "Ada", "quote": "Ada | was there"}]
    assert page(Format.CSV) == "participant,quote\r\nAda,Ada | was there\r\n"
