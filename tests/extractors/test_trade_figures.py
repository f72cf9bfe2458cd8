from datetime import date

import pytest

from timeline.extractors.language import parse
from timeline.extractors.trade import TradeExtractor
from timeline.records import Document, Extraction

PUBLISHED = date(2031, 9, 12)


def read(text, title=None, published=PUBLISHED):
    document = Document(text=text, title=title, published=published)
    return TradeExtractor()(parse(document), Extraction(document)).trade


def told(text, title=None):
    return {
        f"{row.reporter}>{row.partner} {row.flow.value} {row.measure.value} {row.value:f} {row.unit}"
        for row in read(text, title)
    }


def test_a_figure_carries_its_evidence_and_rule():
    text = "It rained. In 2029, about 41% of Kenya's trade was conducted with Uganda. It rained on."
    (row,) = read(text)
    assert text[row.start : row.end].startswith("In 2029, about 41%")
    assert (row.period, row.approximate, row.rule) == ("2029", True, "share")
    assert 0.5 < row.confidence <= 1


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Chile's exports to Japan rose 5 percent to $4 billion in May.",
            {"CHL>JPN export growth 5 percent", "CHL>JPN export value 4000000000 USD"},
        ),
        (
            "Trade between Peru and Brazil fell by 12.5% to $3bn.",
            {"PER>BRA total growth -12.5 percent", "PER>BRA total value 3000000000 USD"},
        ),
        (
            "Norwegian imports from Poland were down 4 per cent.",
            {"NOR>POL import growth -4 percent"},
        ),
        ("A 7 percent drop in Danish exports was reported.", {"DNK>WLD export growth -7 percent"}),
        (
            "Egypt bought goods worth $2.5 billion from Turkey last year.",
            {"EGY>TUR import value 2500000000 USD"},
        ),
        (
            "Laos ran a trade deficit of $300 million with Thailand.",
            {"LAO>THA total balance -300000000 USD"},
        ),
        (
            "Mexico accounted for 14 percent of Spain's imports.",
            {"ESP>MEX import share 14 percent"},
        ),
        (
            "Copper accounts for half of Zambia's exports.",
            {"ZMB>WLD export share 50 percent"},
        ),
        (
            "Nearly 80% of Nepal's exports go to India.",
            {"NPL>IND export share 80 percent"},
        ),
        (
            "Oman's exports to Qatar doubled in 2030.",
            {"OMN>QAT export growth 100 percent"},
        ),
        (
            "Exports from Ghana to Togo reached $90 million, and imports from Togo $20 million.",
            {"GHA>TGO export value 90000000 USD", "GHA>TGO import value 20000000 USD"},
        ),
        (
            "Italy's exports and imports rose 3 percent and 6 percent, respectively.",
            {"ITA>WLD export growth 3 percent", "ITA>WLD import growth 6 percent"},
        ),
        (
            (
                "Croatian exports reached €3 billion in Germany, €2 billion in Austria "
                "and €1 billion in Italy."
            ),
            {
                "HRV>DEU export value 3000000000 EUR",
                "HRV>AUT export value 2000000000 EUR",
                "HRV>ITA export value 1000000000 EUR",
            },
        ),
        (
            "Portugal's exports to Spain rose 5%, and those to France fell 2%.",
            {"PRT>ESP export growth 5 percent", "PRT>FRA export growth -2 percent"},
        ),
        (
            "north korea's trade with mongolia rose 4 percent.",
            {"PRK>MNG total growth 4 percent"},
        ),
    ],
)
def test_reads_one_sentence(text, rows):
    assert told(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "The United States put a 25 percent tariff on imports from Brazil.",
        "Germany's exports are expected to reach $90 billion.",
        "India and Oman aim to raise bilateral trade to $50 billion by 2035.",
        "India's economy grew 7 percent.",
        "Kenya signed a $3 billion investment deal with Japan.",
        "Oil prices fell 4 percent.",
        "Japan's exports to France rose by $2 billion.",
        "Peru's share of exports rose 3 percentage points.",
        "Average daily exports of South Korea rose 8 percent to $2.5 billion.",
        "The trade deficit of Kenya widened by 30 percent.",
        "Austria's exports to Poland and Hungary came to $7 billion.",
        "Canada's exports to other Asian countries fell 5 percent.",
        "California's exports to Mexico rose 9 percent.",
        "The global trade in grain rose 9 percent.",
        "Toyota's exports to Chile rose 9 percent.",
    ],
)
def test_takes_no_figure(text):
    assert told(text) == set()


def test_sides_are_carried_over():
    text = (
        "China published its figures for August. Exports to the European Union rose 10% to "
        "$46 billion, while imports from the EU came to $22 billion. Shipments to the United "
        "States fell 33%."
    )
    assert told(text) == {
        "CHN>EU27 export growth 10 percent",
        "CHN>EU27 export value 46000000000 USD",
        "CHN>EU27 import value 22000000000 USD",
        "CHN>USA export growth -33 percent",
    }


def test_both_sides_of_bilateral_trade_come_from_the_lead():
    text = (
        "Trade between Egypt and Jordan grew again. Bilateral trade amounted to $900 million in "
        "2030. Egyptian exports came to $600 million."
    )
    assert told(text) == {
        "EGY>JOR total value 900000000 USD",
        "EGY>JOR export value 600000000 USD",
    }


def test_the_title_says_whose_exports():
    assert told("Exports rose 4 percent in May.", title="Finland's exports recover") == {
        "FIN>WLD export growth 4 percent"
    }


def test_a_pronoun_goes_on_about_the_same_flow():
    text = "Trade with Russia jumped in Georgia's books. It was up 30 percent."
    assert told("Georgia's trade with Russia jumped. It was up 30 percent.") == {
        "GEO>RUS total growth 30 percent"
    }
    assert read(text) is not None


def test_a_share_goes_on_about_the_same_flow():
    text = "Spain accounts for 20% of Morocco's exports. France's share is 15%."
    assert told(text) == {
        "MAR>ESP export share 20 percent",
        "MAR>FRA export share 15 percent",
    }


def test_goods_limit_a_flow():
    rows = read("Ukraine's exports of sunflower oil fell 6 percent, its grain exports 9 percent.")
    assert [row.goods for row in rows] == ["sunflower oil", "grain"]


def test_a_figure_told_twice_is_one_row():
    text = "Cuba's exports rose 5 percent in 2030. Cuban exports rose 5 percent in 2030, it said."
    assert len(read(text)) == 1
