from datetime import date

import pytest

from timeline.extractors.language import parse
from timeline.extractors.trade import TradeExtractor
from timeline.records import Document, Extraction


def periods(text, published=date(2031, 9, 12)):
    document = Document(text=text, published=published)
    rows = TradeExtractor()(parse(document), Extraction(document)).trade
    return {f"{row.value:f}": row.period for row in rows}


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("in 2029", "2029"),
        ("last year", "2030"),
        ("in August", "2031-08"),
        ("in the first half of 2030", "2030-01/2030-06"),
        ("in the first quarter of this year", "2031-Q1"),
        ("in the first seven months of the year", "2031-01/2031-07"),
        ("from January to May", "2031-01/2031-05"),
        ("in the first 20 days of August", "2031-08-01/2031-08-20"),
    ],
)
def test_the_period_beside_a_figure(when, period):
    assert periods(f"Ghana's exports rose 5 percent {when}.") == {"5": period}


def test_a_leading_period_holds_for_the_whole_sentence():
    text = "In July, Ghana's exports rose 5 percent and imports fell 3 percent."
    assert periods(text) == {"5": "2031-07", "-3": "2031-07"}


def test_from_to_names_two_periods():
    text = "Mali's trade with Niger fell from $3 billion in 2027 to $2 billion in 2028."
    assert periods(text) == {"3000000000": "2027", "2000000000": "2028"}


def test_what_a_figure_is_compared_with_is_not_its_period():
    text = "Ghana's exports rose 5 percent in 2030 compared with 2029."
    assert periods(text) == {"5": "2030"}


def test_growth_against_a_year_is_of_the_year_after():
    assert periods("Ghana's exports rose 5 percent on 2028.") == {"5": "2029"}


def test_a_year_earlier_moves_the_period_back():
    text = "Ghana's exports came to $5 billion in July, compared with $4 billion a year earlier."
    assert periods(text) == {"5000000000": "2031-07", "4000000000": "2030-07"}


def test_the_period_is_carried_over():
    text = "In 2029, Ghana's exports rose 5 percent. Imports fell 3 percent."
    assert periods(text) == {"5": "2029", "-3": "2029"}


def test_a_new_paragraph_returns_to_the_first_period():
    text = (
        "Ghana's exports rose 5 percent in 2030. In December, exports fell 2 percent.\n"
        "Exports of cocoa rose 9 percent."
    )
    assert periods(text) == {"5": "2030", "-2": "2030-12", "9": "2030"}


def test_a_share_in_the_present_tense_has_no_period():
    text = "Ghana's exports rose 5 percent in 2030. Gold accounts for 40 percent of its exports."
    assert periods(text) == {"5": "2030", "40": None}


def test_an_indian_year_runs_from_april():
    text = "India's exports to Oman rose 5 percent in 2029-30."
    assert periods(text) == {"5": "2029-04/2030-03"}


def test_without_a_publication_date_the_years_told_settle_last_year():
    text = "Ghana's exports rose 5 percent last year. In 2029 they came to $4 billion."
    assert periods(text, published=None)["5"] in {"2029", "2030"}


def test_unsettled_periods_stay_open():
    assert periods("Ghana's exports rose 5 percent last year.", published=None) == {"5": None}
