from datetime import date

import pytest

from timeline.extractors.dates import find_periods

PUBLISHED = date(2031, 5, 9)
APRIL = 4


def told(text, published=PUBLISHED, fiscal_start_month=APRIL):
    found = find_periods(text, published, fiscal_start_month)
    return [(text[period.start : period.end], period.edtf) for period in found]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Exports rose in 2029.", "2029", "2029"),
        ("Exports rose last year.", "last year", "2030"),
        ("Exports rose this year.", "this year", "2031"),
        ("Exports rose two years ago.", "two years ago", "2029"),
        ("in the first half of 2030", "the first half of 2030", "2030-01/2030-06"),
        ("in the second half", "the second half", "2030-07/2030-12"),
        ("in H1 2030", "H1 2030", "2030-01/2030-06"),
        (
            "the first seven months of last year",
            "the first seven months of last year",
            "2030-01/2030-07",
        ),
        (
            "in the first four months of the year",
            "the first four months of the year",
            "2031-01/2031-04",
        ),
        ("in the first seven months", "the first seven months", "2030-01/2030-07"),
        ("the last three months of 2030", "the last three months of 2030", "2030-10/2030-12"),
        ("in the second quarter of 2030", "the second quarter of 2030", "2030-Q2"),
        ("first-quarter exports", "first-quarter", "2031-Q1"),
        ("in Q3 exports", "Q3", "2030-Q3"),
        ("in Q3 2029", "Q3 2029", "2029-Q3"),
        ("in 3Q29 exports", "3Q29", "2029-Q3"),
        ("the last quarter of 2029", "the last quarter of 2029", "2029-Q4"),
        ("last quarter they rose", "last quarter", "2031-Q1"),
        ("Exports rose in April.", "April", "2031-04"),
        ("Exports rose in August.", "August", "2030-08"),
        ("Exports rose in May.", "May", "2031-05"),
        ("exports for Dec. rose", "Dec.", "2030-12"),
        ("in August last year", "August last year", "2030-08"),
        ("in August 2029", "August 2029", "2029-08"),
        ("January-March exports", "January-March", "2031-01/2031-03"),
        ("from January to August", "January to August", "2030-01/2030-08"),
        ("in January-December 2029", "January-December 2029", "2029"),
        ("between January and July 2029", "January and July 2029", "2029-01/2029-07"),
        ("November 2029 to February 2030", "November 2029 to February 2030", "2029-11/2030-02"),
        ("from 2019 to 2023", "2019 to 2023", "2019/2023"),
        ("between 2019 and 2023", "2019 and 2023", "2019/2023"),
        ("in the 12 months to June 2030", "the 12 months to June 2030", "2029-07/2030-06"),
        ("in the year ending March 2031", "the year ending March 2031", "2030-04/2031-03"),
        ("the quarter ended June 30, 2030", "the quarter ended June 30, 2030", "2030-04/2030-06"),
        ("last month they rose", "last month", "2031-04"),
        ("so far this year", "so far this year", "2031-01/2031-05"),
        ("in FY30 they", "FY30", "2029-04/2030-03"),
        ("in FY2029-30 they", "FY2029-30", "2029-04/2030-03"),
        ("in fiscal year 2029-30", "fiscal year 2029-30", "2029-04/2030-03"),
        ("in 2029-30 they", "2029-30", "2029-04/2030-03"),
        ("in 2019-27 they", "2019-27", "2019/2027"),
        ("last fiscal year", "last fiscal year", "2030-04/2031-03"),
        ("Q1 FY30", "Q1 FY30", "2029-04/2029-06"),
        ("in the first half of FY30", "the first half of FY30", "2029-04/2029-09"),
        ("April-December of 2029-30", "April-December of 2029-30", "2029-04/2029-12"),
    ],
)
def test_a_period_is_found_with_its_words(text, words, edtf):
    assert told(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "start", "edtf"),
    [
        ("in FY30", None, "2030"),
        ("in fiscal year 2029-30", None, "2029/2030"),
        ("in FY30", 1, "2030"),
        ("in FY30", 10, "2029-10/2030-09"),
        ("in the first half of FY30", None, None),
    ],
)
def test_a_financial_year_begins_where_the_caller_says(text, start, edtf):
    assert [found[1] for found in told(text, fiscal_start_month=start)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In the first half of 2030 they rose, unlike a year earlier.", "2029-01/2029-06"),
        ("In April 2030 they rose, against the same month last year.", "2030-04"),
        ("In 2028 they rose on the previous year.", "2027"),
        ("In April they rose from the month before.", "2031-03"),
        ("In 2028 oil rose; gas fell in the same period.", "2028"),
        ("In Q1 2030 they rose on the previous year’s same period.", "2029-Q1"),
        ("In Q1 2030 they rose over the same period of 2027.", "2027-Q1"),
        ("For April they rose. So far this year, they fell.", "2031-01/2031-04"),
    ],
)
def test_words_that_refer_back_count_from_the_period_before(text, edtf):
    assert told(text)[-1][1] == edtf


def test_what_is_told_for_comparison_is_no_anchor_for_the_next():
    text = "In April they rose, up on the same month last year and on a month earlier."
    assert [found[1] for found in told(text)] == ["2031-04", "2030-04", "2031-03"]


@pytest.mark.parametrize(
    "text",
    [
        "the lowest since March 2020 and since 2019",
        "to double trade by 2040",
        "On 3 May, on May 4 and on Friday, 5 June 2030, it said",
        "worth $2029 million, or 2029 tonnes, or 2,029",
        "in the 1990s and the early 2000s",
        "He may march second.",
    ],
)
def test_what_is_no_period_of_a_figure_is_left_out(text):
    assert told(text) == []


def test_growth_told_against_a_year_settles_last_year():
    text = "Last year sales rose, compared with 2026. In the first three months they fell."
    assert told(text, None) == [
        ("Last year", "2027"),
        ("2026", "2026"),
        ("the first three months", "2028-01/2028-03"),
    ]


def test_the_only_year_of_a_text_is_that_of_its_months():
    text = "In April exports fell after the first two months of 2029."
    assert [found[1] for found in told(text, None)] == ["2029-04", "2029-01/2029-02"]


def test_where_nothing_settles_the_year_a_month_is_open():
    text = "In April exports fell, unlike in 2028 and in 2024."
    assert told(text, None)[0] == ("April", None)
