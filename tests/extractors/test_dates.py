from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf_dates import is_edtf
from timeline.extractors.dates import (
    DatesExtractor,
    Direction,
    dateline_date,
    find_dates,
    find_periods,
    resolve_weekday,
)

# A Tuesday.
PUBLISHED = date(2031, 9, 2)


def told(text, published=PUBLISHED):
    return [(text[found.start : found.end], found.edtf) for found in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The fair opens on Sept. 3 in Riga.", "Sept. 3", "2031-09-03"),
        ("It opened on 3 September 2030.", "3 September 2030", "2030-09-03"),
        ("It opened on September 3, 2030.", "September 3, 2030", "2030-09-03"),
        ("It opened on the 3rd of September.", "3rd of September", "2031-09-03"),
        ("It opened on 2030-07-09 there.", "2030-07-09", "2030-07-09"),
        ("The games run Oct. 26-28 there.", "Oct. 26-28", "2031-10-26/2031-10-28"),
        ("October 26–28, 2023", "October 26–28, 2023", "2023-10-26/2023-10-28"),
        ("from August 31 to September 1", "August 31 to September 1", "2031-08-31/2031-09-01"),
        ("from December 30 to January 2", "December 30 to January 2", "2031-12-30/2032-01-02"),
        ("March 28-April 2, 2030", "March 28-April 2, 2030", "2030-03-28/2030-04-02"),
        ("28 March to 2 April 2030", "28 March to 2 April 2030", "2030-03-28/2030-04-02"),
        ("between 10 and 21 November", "10 and 21 November", "2031-11-10/2031-11-21"),
        ("between 3 March and 5 April", "3 March and 5 April", "2031-03-03/2031-04-05"),
        (
            "on Thursday 6 and Friday 7 November",
            "Thursday 6 and Friday 7 November",
            "2031-11-06/2031-11-07",
        ),
        ("in September 2030 they", "September 2030", "2030-09"),
        ("a visit in late October", "late October", "2031-10"),
        ("at the end of August they left", "the end of August", "2031-08"),
        ("it rose in September last year", "September last year", "2030-09"),
        ("from January to March 2030", "January to March 2030", "2030-01/2030-03"),
        ("Founded in 2001, it", "2001", "2001"),
        ("the 2024 world congress", "2024", "2024"),
        ("EXPO 2025 drew crowds", "2025", "2025"),
        ("their congress (2026) was", "2026", "2026"),
        ("in mid-2030 they", "mid-2030", "2030"),
        ("the summer of 2030", "summer of 2030", "2030-06~/2030-08~"),
    ],
)
def test_a_written_date_is_found_with_its_words(text, words, edtf):
    assert told(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They arrive today.", "today", "2031-09-02"),
        ("They arrive tonight.", "tonight", "2031-09-02"),
        ("They arrive tomorrow morning.", "tomorrow morning", "2031-09-03"),
        ("They came yesterday.", "yesterday", "2031-09-01"),
        ("They came last night.", "last night", "2031-09-01"),
        ("the day after tomorrow", "the day after tomorrow", "2031-09-04"),
        ("They meet this week.", "this week", "2031-09-01/2031-09-07"),
        ("They meet next week.", "next week", "2031-09-08/2031-09-14"),
        ("They met last weekend.", "last weekend", "2031-08-30/2031-08-31"),
        ("They meet early next month.", "early next month", "2031-10"),
        ("They meet later this year.", "later this year", "2031"),
        ("They met earlier this month.", "earlier this month", "2031-09"),
        ("at the end of the year", "the end of the year", "2031"),
        ("this year’s congress", "this year", "2031"),
        ("They met last September.", "last September", "2030-09"),
        ("They met last August.", "last August", "2031-08"),
        ("They meet next May.", "next May", "2032-05"),
        ("They met over the weekend.", "the weekend", "2031-08-30/2031-08-31"),
        ("They will meet at the weekend.", "the weekend", "2031-09-06/2031-09-07"),
        ("They met last year.", "last year", "2030"),
        ("They met last winter.", "last winter", "2030-12~/2031-02~"),
        ("They met two weeks ago.", "two weeks ago", "2031-08-19~"),
        ("They met three days ago.", "three days ago", "2031-08-30"),
        ("They met a year ago.", "a year ago", "2030~"),
        ("They met six months ago.", "six months ago", "2031-03~"),
        (
            "They meet in a couple of weeks’ time.",
            "in a couple of weeks’ time",
            "2031-09~",
        ),
        ("They meet this Saturday.", "this Saturday", "2031-09-06"),
        ("They met last Friday.", "last Friday", "2031-08-29"),
        ("They met last Tuesday.", "last Tuesday", "2031-08-26"),
        ("They meet next Tuesday.", "next Tuesday", "2031-09-09"),
        ("They meet Friday next week.", "Friday next week", "2031-09-12"),
        (
            "They will meet from Thursday to Saturday.",
            "Thursday to Saturday",
            "2031-09-04/2031-09-06",
        ),
    ],
)
def test_a_date_counts_from_the_day_of_publication(text, words, edtf):
    assert told(text) == [(words, edtf)]
    assert told(text, None) == [(words, None)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She will speak in Riga on Friday.", "2031-09-05"),
        ("She is scheduled to speak on Friday.", "2031-09-05"),
        ("She spoke in Riga on Friday.", "2031-08-29"),
        ("On Sunday, she said that talks will go on.", "2031-08-31"),
        ("She said on Tuesday that talks go on.", "2031-09-02"),
        ("The council meets. It will vote on Thursday. She spoke.", "2031-09-04"),
        # The publisher's clock may be a day behind.
        ("The guests watched the fireworks Wednesday in Suva.", "2031-09-03"),
        # An explicit date in brackets settles it.
        ("She spoke on Thursday (Sep 4), officials said.", "2031-09-04"),
    ],
)
def test_a_weekday_follows_the_tense_of_its_clause(text, edtf):
    assert [found[1] for found in told(text)] == [edtf]


def test_each_date_of_a_sentence_has_its_own_tense():
    text = "The minister said Monday that the vote will be held Friday."
    assert told(text) == [("Monday", "2031-09-01"), ("Friday", "2031-09-05")]


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("Exports fell in December.", date(2032, 1, 20), "2031-12"),
        ("The fair will open on Jan. 9.", date(2031, 12, 20), "2032-01-09"),
        ("The army took power in February and jailed them.", date(2031, 10, 26), "2031-02"),
        ("They will meet in February.", date(2031, 9, 2), "2032-02"),
        # The weekday settles the year: 7 November is a Thursday in 2030, a Friday in 2031.
        ("They met on Thursday, November 7.", date(2031, 3, 1), "2030-11-07"),
        ("Elections fell on 29 February.", date(2031, 3, 1), "2028-02-29"),
    ],
)
def test_a_date_without_a_year_is_the_one_that_publication_and_tense_make_likely(
    text, published, edtf
):
    assert [found[1] for found in told(text, published)] == [edtf]


def test_without_publication_a_date_without_a_year_stays_open():
    assert told("The fair opens on Sept. 3 in Riga.", None) == [("Sept. 3", None)]


def test_a_year_told_with_a_joined_date_holds_for_both():
    text = "They met on March 3 and again on May 5, 2029."
    assert told(text, None) == [("March 3", "2029-03-03"), ("May 5, 2029", "2029-05-05")]


def test_a_year_told_for_comparison_is_not_carried_over():
    text = "They met on March 3 for the first time since May 5, 2029."
    assert told(text, None)[0] == ("March 3", None)


def test_a_dateline_with_a_year_stands_for_the_publication():
    text = "OSLO, Norway, May 3, 2031 (XY) -- They will meet tomorrow."
    assert told(text, None)[-1] == ("tomorrow", "2031-05-04")


def test_words_may_count_from_the_date_before():
    text = "They met on May 3. The following day they left, and a week later they returned."
    assert [found[1] for found in told(text)] == ["2031-05-03", "2031-05-04", "2031-05-11~"]


@pytest.mark.parametrize(
    "text",
    [
        "In the 1990s and the early 2000s they",
        "some 1,400 marchers and 2019 people",
        "It cost $2019 and 2019% more, or 19.2019",
        "During 2019-2023 and from 2019 to 2023",
        "About 2000 marchers came, out of 2000 marchers",
        "May he march on, said Theresa May",
        "Good Friday, and the Sunday Telegraph",
        "see http://example.org/2031/09/03/news",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert told(text) == []


def test_a_day_that_does_not_exist_is_open():
    assert told("They met on 31 February there.") == [("31 February", None)]


def test_a_line_may_end_inside_a_date():
    assert told("They met on September\n3, 2030 there.") == [("September\n3, 2030", "2030-09-03")]
    assert told("They met in September.\n\n3 guests") == [("September", "2031-09")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSLO, Norway, May 3 (XY) -- They met.", (5, 3, None)),
        ("OSLO, Sept 26 They met", (9, 26, None)),
        ("NEW DELHI Jan 22 They met", (1, 22, None)),
        ("The headline\nOSLO, 3 May 2031 - They met", (5, 3, 2031)),
        ("They met in Oslo on May 3.", None),
        ("", None),
    ],
)
def test_a_dateline_is_read(text, expected):
    assert dateline_date(text) == expected


@pytest.mark.parametrize(
    ("weekday", "direction", "day"),
    [
        (1, None, 2),
        (1, Direction.FUTURE, 2),
        (4, Direction.FUTURE, 5),
        (0, Direction.FUTURE, 8),
        (0, Direction.PAST, 1),
        (2, Direction.PAST, 3),
        (0, None, 1),
    ],
)
def test_a_weekday_is_resolved_by_direction(weekday, direction, day):
    assert resolve_weekday(weekday, PUBLISHED, direction) == date(2031, 9, day)


def test_the_extractor_says_what_it_fills():
    extractor = DatesExtractor()
    assert (extractor.name, extractor.requires, extractor.assigns) == ("dates", (), ("dates",))


WORDS = [
    "May",
    "March",
    "Sept.",
    "September",
    "3",
    "31",
    "2031",
    "2031-09-03",
    "1,400",
    "Monday",
    "last",
    "next",
    "this",
    "the",
    "year",
    "month",
    "week",
    "ago",
    "later",
    "earlier",
    "a",
    "two",
    "in",
    "from",
    "to",
    "between",
    "and",
    "of",
    "first",
    "half",
    "quarter",
    "Q1",
    "FY32",
    "2031-32",
    "same",
    "period",
    "-",
    "–",
    ",",
    ".",
    "(",
    ")",
    "since",
    "by",
    "months",
    "ended",
    "will",
    "said",
    "day",
    "following",
    "before",
    "today",
    "\n",
    "12",
    "0",
    "'",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text()
PUBLICATIONS = st.none() | st.dates()


@pytest.mark.parametrize("find", [find_dates, lambda text, day: find_periods(text, day, 4)])
@given(text=TEXTS, published=PUBLICATIONS)
def test_any_text_gives_ordered_mentions_with_checked_dates(find, text, published):
    end = 0
    for found in find(text, published):
        assert end <= found.start < found.end <= len(text)
        assert found.edtf is None or is_edtf(found.edtf)
        assert text[found.start : found.end] == text[found.start : found.end].strip()
        end = found.end


@pytest.mark.parametrize("find", [find_dates, find_periods])
@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "2019 ",
        "in the ",
        "in May ",
        "May 3 and ",
        "Monday ",
        "last year compared to ",
        "A.",
        "\n",
    ],
)
def test_a_long_monotonous_text_is_read_in_time(find, unit):
    text = unit * (200_000 // len(unit))
    before = process_time()
    find(text, PUBLISHED)
    assert process_time() - before < 20  # some tenths of a second; minutes if time were quadratic
