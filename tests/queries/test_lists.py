import datetime as dt
from decimal import Decimal

import pytest
from builders import article, figure, occasion, said

from timeline.errors import TimelineError
from timeline.queries.articles import count_undated, list_articles
from timeline.queries.events import list_events
from timeline.queries.filters import Filter
from timeline.queries.participants import list_participants
from timeline.queries.trade import TradeFilter, trade_figures
from timeline.records import Flow, Measure

STORED = (
    article(
        occasion(
            "Lima summit",
            said("Ama Boateng", "expected", country="GHA"),
            day="2017-05-02",
            country="PER",
        ),
        published="2017-04-01",
        title="Off to Lima",
        source="south.example",
    ),
    article(
        occasion(
            "Lima summit",
            said("Ama Boateng", "attended", country="GHA"),
            said("Kenya", "attended", kind="country", country="KEN"),
            day="2017-05-02",
            country="PER",
        ),
        occasion(
            "Bern talks",
            said("Ama Boateng", "invited", country="GHA"),
            kind="talks",
            day="2018",
            country="CHE",
        ),
        published="2017-05-03",
        title="Lima is over",
        source="north.example",
        trade=(
            figure("KEN", "GHA", "1.5", period="2016"),
            figure("KEN", "GHA", "-2", measure="growth", flow="export", period="2016-Q2"),
            figure("GHA", "WLD", "900", measure="value", period="2015"),
        ),
    ),
    article(
        occasion(
            "Rome meeting", said("Lars Dahl", "attended", country="NOR"), kind="meeting", day=None
        ),
        title="Some day in Rome",
    ),
)


@pytest.fixture
def stored(asked):
    return asked(*STORED)


def names(rows):
    return [row.event for row in rows]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), ["Lima summit", "Bern talks", "Rome meeting"]),
        (Filter(limit=1), ["Lima summit"]),
        (Filter(since=dt.date(2017, 5, 2)), ["Lima summit", "Bern talks"]),
        (Filter(since=dt.date(2017, 5, 3)), ["Bern talks"]),
        (Filter(until=dt.date(2017, 5, 2)), ["Lima summit"]),
        (Filter(country="CHE"), ["Bern talks"]),
        (Filter(kind="meeting"), ["Rome meeting"]),
        (Filter(search="swiss"), ["Bern talks"]),
        (Filter(search="peru summit"), ["Lima summit"]),
        (Filter(search="nowhere"), []),
        (Filter(as_of=dt.date(2017, 4, 30)), ["Lima summit"]),
    ],
)
def test_events_that_fit(stored, wanted, expected):
    assert names(list_events(stored, wanted)) == expected


def test_events_count_what_was_known(stored):
    now = list_events(stored, Filter(search="lima"))[0]
    then = list_events(stored, Filter(search="lima", as_of=dt.date(2017, 4, 30)))[0]
    assert (now.participants, now.articles) == (2, 2)
    assert (then.participants, then.articles) == (1, 1)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), [("Ama Boateng", 2, 2), ("Kenya", 1, 1), ("Lars Dahl", 1, 1)]),
        (Filter(kind="country"), [("Kenya", 1, 1)]),
        (Filter(country="GHA"), [("Ama Boateng", 2, 2)]),
        (Filter(search="dahl"), [("Lars Dahl", 1, 1)]),
        (Filter(since=dt.date(2018, 1, 1)), [("Ama Boateng", 1, 1)]),
        (Filter(as_of=dt.date(2017, 4, 1)), [("Ama Boateng", 1, 1)]),
    ],
)
def test_participants_that_fit(stored, wanted, expected):
    rows = list_participants(stored, wanted)
    assert [(row.participant, row.events, row.articles) for row in rows] == expected


@pytest.mark.parametrize(
    ("wanted", "source", "expected"),
    [
        (Filter(), None, ["Off to Lima", "Lima is over", "Some day in Rome"]),
        (Filter(since=dt.date(2017, 5, 1)), None, ["Lima is over"]),
        (Filter(until=dt.date(2017, 5, 1)), None, ["Off to Lima"]),
        (Filter(country="KEN"), None, ["Lima is over"]),
        (Filter(country="NOR"), None, ["Some day in Rome"]),
        (Filter(kind="talks"), None, ["Lima is over"]),
        (Filter(search="LIMA summit"), None, ["Off to Lima", "Lima is over"]),
        (Filter(search="100%"), None, []),
        (Filter(), "south", ["Off to Lima"]),
        (Filter(as_of=dt.date(2017, 4, 1)), None, ["Off to Lima"]),
    ],
)
def test_articles_that_fit(stored, wanted, source, expected):
    assert [row.title for row in list_articles(stored, wanted, source)] == expected


def test_articles_count_what_they_say(stored):
    (over,) = list_articles(stored, Filter(search="over"))
    assert (over.events, over.claims, over.figures) == (2, 3, 3)
    assert count_undated(stored) == 1


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (TradeFilter(), ["900", "1.5", "-2"]),
        (TradeFilter(reporter="KEN"), ["1.5", "-2"]),
        (TradeFilter(partner="WLD"), ["900"]),
        (TradeFilter(flow=Flow.EXPORT), ["-2"]),
        (TradeFilter(measure=Measure.SHARE), ["1.5"]),
        (TradeFilter(period="2016"), ["1.5", "-2"]),
        (TradeFilter(period="2016-Q2"), ["-2"]),
        (TradeFilter(as_of=dt.date(2017, 5, 2)), []),
    ],
)
def test_figures_that_fit(stored, wanted, expected):
    assert [row.value for row in trade_figures(stored, wanted)] == [
        Decimal(each) for each in expected
    ]


def test_a_figure_has_its_words(stored):
    (row,) = trade_figures(stored, TradeFilter(measure=Measure.SHARE))
    assert (row.quote, row.source) == ("1.5 between KEN and GHA", "north.example")


def test_a_period_must_be_a_date(stored):
    with pytest.raises(TimelineError):
        trade_figures(stored, TradeFilter(period="last year"))
