import pytest
from readings import event


@pytest.mark.parametrize(
    ("when", "edtf"),
    [
        ("on 14 May 2003", "2003-05-14"),
        ("on May 14, 2003", "2003-05-14"),
        ("on 9-11 April 2003", "2003-04-09/2003-04-11"),
        ("in October 2002", "2002-10"),
        ("in January", "2014-01"),
        ("on Saturday", "2014-03-08"),
        ("last week", "2014-03-03/2014-03-09"),
        ("yesterday", "2014-03-09"),
    ],
)
def test_a_past_event_has_the_date_told(when, edtf):
    assert event(f"Fijian President Josefa Iloilo attended the summit in Apia {when}.").date == edtf


@pytest.mark.parametrize(
    ("when", "edtf"),
    [
        ("on Saturday", "2014-03-15"),
        ("in May", "2014-05"),
        ("next month", "2014-04"),
        ("tomorrow", "2014-03-11"),
        ("on 2 April", "2014-04-02"),
    ],
)
def test_a_coming_event_has_the_date_told(when, edtf):
    text = f"Fijian President Josefa Iloilo will attend the summit in Apia {when}."
    assert event(text).date == edtf


def test_a_weekday_needs_a_publication_date():
    text = "Fijian President Josefa Iloilo will attend the summit in Apia on Saturday."
    assert event(text, published=None).date is None


def test_the_date_on_which_it_was_said_is_not_the_event_s():
    text = "Josefa Iloilo will attend the summit in Apia, the foreign ministry said on Friday."
    assert event(text).date is None


def test_a_date_may_stand_in_another_sentence_about_the_event():
    text = (
        "The summit in Apia will be held on 22 June. "
        "Fijian President Josefa Iloilo will attend the summit."
    )
    assert event(text).date == "2014-06-22"


def test_the_year_in_a_name_dates_the_event():
    text = "Fijian President Josefa Iloilo will attend the 2019 APEC summit in Santiago."
    assert event(text).date == "2019"
