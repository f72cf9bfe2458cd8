"""What a name means: countries, cities, blocs, offices and persons."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.knowledge.blocs import bloc_members, find_bloc
from timeline.knowledge.cities import city_terms, find_city
from timeline.knowledge.countries import (
    case_sensitive_terms,
    country_codes,
    country_name,
    country_terms,
    demonyms,
    find_country,
)
from timeline.knowledge.leaders import find_leaders
from timeline.knowledge.names import name_key, same_person_name
from timeline.knowledge.offices import strip_titles
from timeline.knowledge.tables import rows

# Their only adjective means another country too, or is the name.
NO_DEMONYM_OF_THEIR_OWN = {"COG", "DMA", "VAT"}
UNITED_NATIONS_MEMBERS = 193
WITH_LEADERS = {country for _, _, country, _, _ in rows("leaders.tsv")}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("belarus", "BLR"),
        ("North korea", "PRK"),
        ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Korean", "KOR"),
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("UK", "GBR"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Macedonia", "MKD"),
        ("Côte d'Ivoire", "CIV"),
        ("East Timor", "TLS"),
        ("Holy See", "VAT"),
        ("Palestinian", "PSE"),
        ("Kosovo", "XKX"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("Dominican Republic", "DOM"),
        ("Chinese", "CHN"),
        ("Indian", "IND"),
        ("American", "USA"),
        ("French", "FRA"),
        ("Iranians", "IRN"),
        ("IND", "IND"),
        ("China's", "CHN"),
        ("u.s.", "USA"),
        ("People’s Republic of China", "CHN"),
        ("Guinea Bissau", "GNB"),
        ("St. Lucia", "LCA"),
        ("Northern Ireland", "GBR"),
        ("Congo", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("Dominica", "DMA"),
        ("Dominicans", "DOM"),
        ("Nigeriens", "NER"),
        ("Nigerians", "NGA"),
        ("Poles", "POL"),
        ("Czechs", "CZE"),
        ("Argentines", "ARG"),
        ("Frenchmen", "FRA"),
        ("Germans", "DEU"),
    ],
)
def test_a_country_is_found_under_its_names(name, code):
    assert find_country(name) == code


@pytest.mark.parametrize(
    "word",
    [
        "us",
        "turkey",
        "chad",
        "polish",
        "jordan",
        "it",
        "IT",
        "of",
        "the",
        "Beijing",
        "island",
        "Island",
        "guinea",
        "poles",
        "Quito",
        "Korea",
        "WLD",
    ],
)
def test_a_word_that_is_no_country_is_none(word):
    assert find_country(word) is None
    assert find_country("") is None


def test_every_country_has_a_name_that_leads_back_to_it_and_a_demonym():
    assert len(country_codes()) > UNITED_NATIONS_MEMBERS
    for code in country_codes():
        assert find_country(country_name(code)) == code
    assert {code for code in WITH_LEADERS if not demonyms(code)} <= NO_DEMONYM_OF_THEIR_OWN


def test_no_term_in_any_case_is_also_one_in_a_fixed_case():
    assert not {term.lower() for term in case_sensitive_terms()} & set(country_terms())


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("PRK", "North Korea"),
        ("USA", "United States"),
        ("KIR", "Kiribati"),
        ("GIB", "Gibraltar"),
        ("VCT", "Saint Vincent and the Grenadines"),
        ("VNM", "Vietnam"),
    ],
)
def test_a_country_is_shown_by_the_name_that_a_reader_would_use(code, name):
    assert country_name(code) == name


def test_a_demonym_means_one_country():
    owners = Counter(term.lower() for code in country_codes() for term in demonyms(code))
    assert [term for term, count in owners.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Beijing", "CHN"),
        ("The Hague", "NLD"),
        ("Kiev", "UKR"),
        ("Bombay", "IND"),
        ("Davos", "CHE"),
        ("Washington", "USA"),
        ("New York", "USA"),
        ("Rio de Janeiro", "BRA"),
        ("Belem", "BRA"),
        ("London", "GBR"),
        ("Cologne", "DEU"),
        ("Montreal", "CAN"),
        ("São Paulo", "BRA"),
        ("Sao Paulo", "BRA"),
        ("Mecca", "SAU"),
        ("Bali", "IDN"),
        ("Bethlehem", "PSE"),
        ("Valencia", "ESP"),
        ("San José", "CRI"),
        ("St. Petersburg", "RUS"),
        ("Nice", "FRA"),
        ("Nancy", "FRA"),
    ],
)
def test_a_city_lies_in_its_country(name, country):
    city = find_city(name)
    assert city is not None
    assert city.country == country


@pytest.mark.parametrize(
    "word",
    [
        "reading",
        "nice",
        "mobile",
        "of",
        "he",
        "xi",
        "lincoln",
        "nancy",
        "virginia",
        "armenia",
        "male",
    ],
)
def test_words_and_personal_names_are_not_looked_for_as_cities(word):
    assert word not in city_terms()


def test_membership_changes_with_the_years():
    assert "GBR" in bloc_members("EU27", date(2015, 1, 1))
    assert "GBR" not in bloc_members("EU27")
    assert len(bloc_members("EU27")) == 27
    assert "HRV" not in bloc_members("European Union", date(2010, 1, 1))
    assert set(bloc_members("BRICS", date(2012, 1, 1))) == {"BRA", "RUS", "IND", "CHN", "ZAF"}
    assert bloc_members("no such bloc") == ()


@pytest.mark.parametrize(
    ("name", "short"),
    [("the EU", "EU27"), ("Southeast Asia", "ASEAN"), ("the world", "WLD"), ("Nato", "NATO")],
)
def test_a_bloc_is_found_under_its_names(name, short):
    bloc = find_bloc(name)
    assert bloc is not None
    assert bloc.short == short


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Prime Minister Indira Gandhi", "Indira Gandhi"),
        ("former President Jimmy Carter", "Jimmy Carter"),
        ("King Hussein", "King Hussein"),
        ("King Charles III", "King Charles III"),
        ("Pope Paul VI", "Pope Paul VI"),
        ("Gen. Colin Powell", "Colin Powell"),
        ("Generoso Pope", "Generoso Pope"),
        ("Philippine President Corazon Aquino", "Corazon Aquino"),
        ("former U.S. Secretary of State Cyrus Vance", "Cyrus Vance"),
        ("Jordanian King Hussein", "King Hussein"),
        ("President of the Republic of Korea Roh", "Roh"),
        ("Prime Minister of the United Kingdom", "Prime Minister of the United Kingdom"),
    ],
)
def test_titles_are_no_part_of_a_name_unless_nothing_else_is_left(name, bare):
    assert strip_titles(name) == bare


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ban Ki-moon", "Ban Ki Moon"),
        ("Muammar Gaddafi", "Moammar Gadhafi"),
        ("Aleksandr Lukashenka", "Alexander Lukashenko"),
        ("Mohammed Morsi", "Mohamed Mursi"),
        ("Mikhail Gorbachev", "Mikhail Gorbachov"),
        ("Álvaro Uribe", "Alvaro Uribe"),
        ("Robert G. Mugabe", "Robert Mugabe"),
        ("Luis Inácio Lula da Silva", "Lula da Silva"),
        ("Anwar el-Sadat", "Anwar Sadat"),
    ],
)
def test_spellings_of_one_person(a, b):
    assert same_person_name(a, b)
    assert same_person_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim Dae-jung", "Kim Young-sam"),
        ("Bill Clinton", "Hillary Clinton"),
        ("Hassan Nasrallah", "Hussein Nasrallah"),
        ("George Papandreou", "Andreas Papandreou"),
        ("Indira Gandhi", "Rajiv Gandhi"),
        ("Gandhi", "Rajiv Gandhi"),
        ("Nguyen Van Linh", "Nguyen Van Thieu"),
        ("Mario Monti", "Maria Monti"),
        ("Victor Emanuel", "Victoria Emanuel"),
        ("Talal bin Nasser", "Nasser bin Talal"),
    ],
)
def test_other_persons_of_one_surname(a, b):
    assert not same_person_name(a, b)
    assert not same_person_name(b, a)


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_likeness_of_names_has_no_direction_and_no_text_breaks_it(a, b):
    assert same_person_name(a, b) == same_person_name(b, a)
    assert same_person_name(a, a)
    assert name_key(name_key(a)) == name_key(name_key(name_key(a)))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Emmanuel Macron", "FRA"),
        ("Charles III", "GBR"),
        ("Luiz Inácio Lula da Silva", "BRA"),
        ("Claudia Sheinbaum", "MEX"),
        ("Lukashenko", "BLR"),
        ("King Abdullah II", "JOR"),
        ("King Willem-Alexander", "NLD"),
    ],
)
def test_a_leader_gives_a_country(name, country):
    assert {found.country for found in find_leaders(name)} == {country}


def test_a_leader_is_asked_for_with_a_country():
    assert [found.country for found in find_leaders("Kim", "PRK")] == ["PRK"]
    assert find_leaders("Kim Jong Il") == ()
    assert find_leaders("Nobody Ofthatname") == ()


def test_every_leader_is_a_person_of_a_known_country():
    assert {country for country in WITH_LEADERS if country not in country_codes()} == set()
    names = [name for name, *_ in rows("leaders.tsv")]
    assert [name for name in names if not name[0].isupper() or strip_titles(name) != name] == []
