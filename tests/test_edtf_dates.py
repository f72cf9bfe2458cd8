from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf_dates import (
    bounds,
    format_interval,
    is_edtf,
    month_number,
    overlap,
    overlaps,
    parse_day,
)
from timeline.errors import TimelineError

DAYS = st.dates()


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-03-09", date(2031, 3, 9), date(2031, 3, 9)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031~", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-02?", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031-02-03%", date(2031, 2, 3), date(2031, 2, 3)),
        ("2031-03-30/2031-04-02", date(2031, 3, 30), date(2031, 4, 2)),
        ("2031-01/2031-07", date(2031, 1, 1), date(2031, 7, 31)),
        ("2031-06~/2031-08~", date(2031, 6, 1), date(2031, 8, 31)),
        ("2031-Q1", date(2031, 1, 1), date(2031, 3, 31)),
        ("2031-Q4", date(2031, 10, 1), date(2031, 12, 31)),
        ("2031-21", date(2031, 3, 1), date(2031, 5, 31)),
        ("2031-24", date(2031, 12, 1), date(2032, 2, 29)),
        ("../2031", date.min, date(2031, 12, 31)),
        ("2031-05/..", date(2031, 5, 1), date.max),
        ("2031/", date(2031, 1, 1), date.max),
        ("0001", date.min, date(1, 12, 31)),
        ("9999", date(9999, 1, 1), date.max),
    ],
)
def test_bounds_follow_from_the_precision(edtf, first, last):
    assert bounds(edtf) == (first, last)
    assert is_edtf(edtf)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2031-02-31", "there is no such day"),
        ("2031-13", "there is no such day"),
        ("2031-00", "there is no such day"),
        ("0000", "years run from 1 to 9999"),
        ("-0044-03-15", "years run from 1 to 9999"),
        ("12031", "years run from 1 to 9999"),
        ("9999-24", "it ends after the year 9999"),
        ("2031/2030", "it ends before it begins"),
        ("../..", "an interval needs one end"),
        ("/", "an interval needs one end"),
        ("2031-Q5", "write it as"),
        ("2031-1-2", "write it as"),
        ("soon", "write it as"),
        ("", "write it as"),
        ("2031/2032/2033", "write it as"),
        ("٢٠٣١", "write it as"),
    ],
)
def test_what_is_no_date_is_told_in_one_line(text, reason):
    with pytest.raises(TimelineError, match=reason) as caught:
        bounds(text)
    assert "\n" not in str(caught.value)
    assert not is_edtf(text)


def test_long_nonsense_is_shown_shortened():
    with pytest.raises(TimelineError) as caught:
        parse_day("x" * 5000)
    assert len(str(caught.value)) < 100


def test_overlap_is_the_days_that_both_cover():
    assert overlap("2031-05", "2031-05-30/2031-06-02") == (date(2031, 5, 30), date(2031, 5, 31))
    assert overlap("2031-05", "2031-06") is None
    assert overlaps("2031", "2031-06-02")
    assert not overlaps("2031", "2032-01-01")
    assert overlaps("../2031", "1907-03-01")


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2030, 1, 1), date(2031, 12, 31), "2030/2031"),
        (date(2031, 2, 1), date(2031, 2, 28), "2031-02"),
        (date(2031, 4, 1), date(2032, 3, 31), "2031-04/2032-03"),
        (date(2031, 2, 3), date(2031, 2, 3), "2031-02-03"),
        (date(2031, 2, 1), date(2031, 2, 27), "2031-02-01/2031-02-27"),
    ],
)
def test_an_interval_is_written_as_short_as_it_can_be(first, last, edtf):
    assert format_interval(first, last) == edtf


def test_an_interval_that_runs_backwards_is_refused():
    with pytest.raises(TimelineError, match="ends before it begins"):
        format_interval(date(2031, 2, 2), date(2031, 2, 1))


@given(DAYS, DAYS)
def test_what_is_written_covers_the_same_days(a, b):
    first, last = min(a, b), max(a, b)
    assert bounds(format_interval(first, last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2031-03-09",
        " 2031-03-09 ",
        "2031/3/9",
        "2031-03-09T23:59:00Z",
        "20310309",
        "9 March 2031",
        "9 Mar. 2031",
        "the 9th of March 2031",
        "March 9, 2031",
        "MARCH 9th 2031",
        "9-Mar-2031",
    ],
)
def test_a_day_is_read_as_people_type_it(text):
    assert parse_day(text) == date(2031, 3, 9)


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2031",
        "2031-02-31",
        "03/09/2031",
        "9 Smarch 2031",
        "0000-01-01",
        "12031-01-01",
        "Tuesday",
        "",
        "2031",
        "9 March",
        "９ March 2031",
    ],
)
def test_no_day_is_told_in_one_line(text):
    with pytest.raises(TimelineError, match="is no date: ") as caught:
        parse_day(text)
    assert "\n" not in str(caught.value)


@given(st.text())
def test_any_text_is_a_day_or_a_known_error(text):
    try:
        day = parse_day(text)
    except TimelineError:
        return
    assert isinstance(day, date)


@given(st.text(alphabet="0123456789-/~?%.Q", max_size=24))
def test_any_text_is_edtf_or_not(text):
    if is_edtf(text):
        first, last = bounds(text)
        assert first <= last


@pytest.mark.parametrize(
    ("word", "number"),
    [("Sept.", 9), ("SEP", 9), ("may", 5), ("Ma", 0), ("Marching", 0), ("", 0), ("...", 0)],
)
def test_months_are_known_by_name_and_abbreviation(word, number):
    assert month_number(word) == number
