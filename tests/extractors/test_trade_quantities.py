from decimal import Decimal

import pytest

from timeline.extractors.trading.quantities import find_quantities


def told(text):
    return [(quantity.value, quantity.unit) for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("worth 12.6 billion dollars", "12600000000", "USD"),
        ("$4.75bn", "4750000000", "USD"),
        ("US$71.3 million", "71300000", "USD"),
        ("USD 212 billion", "212000000000", "USD"),
        ("$17 mln", "17000000", "USD"),
        ("2.7 trillion yuan", "2700000000000", "CNY"),
        ("€9.4bn", "9400000000", "EUR"),
        ("£3m", "3000000", "GBP"),
        ("Rs 640 crore", "6400000000", "INR"),
        ("Rs 3,20,000 crore", "3200000000000", "INR"),
        ("Rs 1.5 lakh crore", "1500000000000", "INR"),
        ("51.2 trillion yen", "51200000000000", "JPY"),
        ("nearly four-point-two billion U.S. dollars", "4200000000", "USD"),
        ("12 percent", "12", "percent"),
        ("12 per cent", "12", "percent"),
        ("12pc", "12", "percent"),
        ("12,4%", "12.4", "percent"),
        ("seventeen percent", "17", "percent"),
        ("21-point-four percent", "21.4", "percent"),
        ("a fifth of its exports", "20", "percent"),
        ("two thirds of its exports", "66.7", "percent"),
        ("exports have tripled", "200", "percent"),
        ("exports were halved", "-50", "percent"),
        ("a six-fold increase", "500", "percent"),
        ("rose 2.5 times", "150.0", "percent"),
    ],
)
def test_reads_a_number_with_its_unit(text, value, unit):
    assert told(text) == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    "text",
    [
        "3.5 percentage points",
        "40,000 barrels per day",
        "8 million tonnes",
        "$70 a barrel",
        "$1.2 million a day",
        "in the third quarter of 2031",
        "in the first half of the year",
        "on October 25, 2031",
    ],
)
def test_takes_no_other_number(text):
    assert told(text) == []


def test_numbers_of_a_list_share_the_unit():
    assert told("by 30, 41 and 52 percent respectively") == [
        (Decimal(30), "percent"),
        (Decimal(41), "percent"),
        (Decimal(52), "percent"),
    ]


def test_a_range_is_two_approximate_numbers():
    ends = find_quantities("some $5-6 billion")
    assert [quantity.value for quantity in ends] == [Decimal(5 * 10**9), Decimal(6 * 10**9)]
    assert all(quantity.approximate for quantity in ends)


def test_from_to_is_no_range():
    assert not any(q.approximate for q in find_quantities("from 5 percent to 6 percent"))


@pytest.mark.parametrize("hedge", ["about", "nearly", "more than", "close to", "just over"])
def test_a_hedge_makes_it_approximate(hedge):
    assert find_quantities(f"{hedge} $3 billion")[0].approximate


def test_the_same_amount_in_another_currency_counts_once():
    assert told("61 billion yen ($400 million)") == [(Decimal(61 * 10**9), "JPY")]


def test_the_exact_share_behind_a_fraction_replaces_it():
    assert told("almost a third (31%) of exports") == [(Decimal(31), "percent")]
