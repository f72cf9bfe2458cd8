"""The seed article: every fact that it states is found, with the words that say so, and nothing else."""

from decimal import Decimal
from pathlib import Path

import pytest

from timeline.extractors import extract
from timeline.importers import ReadOptions, read_inputs

SEED = Path(__file__).parent.parent.parent / "seeds" / "kim-jong-un-beijing-parade.txt"
LIST = "Leaders from Iran, belarus, Serbia, Cuba, Indonesia, Myanmar, Pakistan, and Malaysia are also expected"
ATTENDANCE = {
    (
        "Kim Jong Un",
        "person",
        "PRK",
        "confirmed",
        "This visit, confirmed by North Korean state news",
    ),
    ("Xi Jinping", "person", "CHN", "expected", "is also scheduled to deliver a speech"),
    ("Iran", "country", "IRN", "expected", LIST),
    ("Belarus", "country", "BLR", "expected", LIST),
    ("Serbia", "country", "SRB", "expected", LIST),
    ("Cuba", "country", "CUB", "expected", LIST),
    ("Indonesia", "country", "IDN", "expected", LIST),
    ("Myanmar", "country", "MMR", "expected", LIST),
    ("Pakistan", "country", "PAK", "expected", LIST),
    ("Malaysia", "country", "MYS", "expected", LIST),
    ("United States", "country", "USA", "absent", "Notably absent will be representatives from"),
    (
        "most Western European nations",
        "group",
        None,
        "absent",
        "Notably absent will be representatives",
    ),
}
TRADE = {
    ("PRK", "CHN", "total", "share", Decimal(97), "percent", "2023", True, "approximately 97%"),
    ("PRK", "RUS", "total", "share", Decimal("1.2"), "percent", "2023", False, "Only 1.2%"),
}


@pytest.fixture(scope="module")
def found():
    (document,) = read_inputs([str(SEED)], ReadOptions())
    return extract(document)


def test_the_parade_is_the_one_event(found):
    (event,) = found.events
    assert (event.kind, event.date, event.place, event.country) == (
        "parade",
        None,
        "Beijing",
        "CHN",
    )
    assert {"military", "parade"} <= set(event.name.lower().split())


def test_everybody_who_comes_or_stays_away_is_found_and_nobody_else(found):
    rows = {(each.name, each.kind, each.country, each.status) for each in found.attendance}
    assert rows == {row[:4] for row in ATTENDANCE}
    assert len(found.attendance) == len(ATTENDANCE)


def test_the_words_that_say_so_are_quoted(found):
    quotes = {each.name: found.document.text[each.start : each.end] for each in found.attendance}
    for name, *_, words in ATTENDANCE:
        assert words in quotes[name]


def test_the_host_is_told(found):
    assert [each.name for each in found.attendance if each.role == "host"] == ["Xi Jinping"]


def test_both_trade_figures_are_found(found):
    rows = {
        (f.reporter, f.partner, f.flow, f.measure, f.value, f.unit, f.period, f.approximate)
        for f in found.trade
    }
    assert rows == {row[:8] for row in TRADE}
    quotes = {f.partner: found.document.text[f.start : f.end] for f in found.trade}
    assert all(words in quotes[partner] for _, partner, *_, words in TRADE)
