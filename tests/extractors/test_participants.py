import pytest

from timeline.extractors.language import parse
from timeline.extractors.participants import ParticipantsExtractor
from timeline.knowledge.names import name_key
from timeline.records import Document, Extraction, ParticipantKind


def found(text, title=None):
    document = Document(text=text, title=title)
    extraction = ParticipantsExtractor()(parse(document), Extraction(document=document))
    return extraction.participants


def names(text, title=None):
    return [mention.name for mention in found(text, title)]


def countries(text):
    return {mention.name: mention.country for mention in found(text)}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kenyan President Wanjiru Otieno spoke.", "Wanjiru Otieno", "KEN"),
        ("Slovakia’s Robert Hladik spoke.", "Robert Hladik", "SVK"),
        ("Chile Prime Minister Pedro Rojas Vega spoke.", "Pedro Rojas Vega", "CHL"),
        ("Prime Minister of Mauritius Anil Ramgoolam spoke.", "Anil Ramgoolam", "MUS"),
        ("Tomas Berg, the leader of Norway, spoke.", "Tomas Berg", "NOR"),
        ("President of the Republic of Kenya Wanjiru Otieno spoke.", "Wanjiru Otieno", "KEN"),
        ("Belgium’s King Leopold spoke.", "King Leopold", "BEL"),
    ],
)
def test_person_has_the_country_of_the_title(text, name, country):
    assert countries(text)[name] == country


def test_short_forms_lead_back_to_the_fullest_name():
    text = (
        "Korean envoy Park Sang-ho met Maria dos Santos. Park smiled. Mrs dos Santos, Minister "
        "Santos and Park Sang Ho left."
    )
    found = set(names(text))
    assert {name_key(name) for name in found} == {"park sang ho", "maria dos santos"}
    assert len(found) == 2  # one spelling for all that mean one person


def test_spouse_does_not_take_over_the_surname():
    text = (
        "President Luis Ferro and first lady Clara Ferro arrived. Ferro thanked the crowd and left."
    )
    assert names(text)[2] == "Luis Ferro"


def test_name_in_the_headline_is_the_full_one():
    assert names("Okafor was there.", title="What Grace Okafor said in Lagos today") == [
        "Grace Okafor"
    ]


def test_description_and_pronouns_mean_the_person_named():
    text = (
        "Bangladesh Prime Minister Rehana Begum flew to Delhi. The Bangladeshi PM said she was "
        "glad. Her trip was short."
    )
    assert set(names(text)) == {"Rehana Begum"}
    assert len(names(text)) == 4


def test_two_leaders_are_the_last_two():
    text = "Elena Rossi met Tom Berg in Oslo. The two leaders signed nothing."
    assert names(text)[-2:] == ["Elena Rossi", "Tom Berg"]


def test_unnamed_office_is_the_country():
    mention = found("The Malaysian prime minister stayed at home.")[0]
    assert (mention.name, mention.kind, mention.country) == (
        "Malaysia",
        ParticipantKind.COUNTRY,
        "MYS",
    )


def test_countries_in_whatever_case():
    assert countries("Leaders from iran, belarus and North korea came.") == {
        "Iran": "IRN",
        "Belarus": "BLR",
        "North Korea": "PRK",
    }


def test_country_that_owns_something_is_no_participant():
    assert names("China's parade and Peru's economy grew.") == []


def test_two_adjectives_are_two_countries():
    assert names("Chinese and Russian leaders came.") == ["China", "Russia"]


def test_group_keeps_its_quantifier():
    mention = found("Seen by few, most Western European nations stayed away.")[-1]
    assert (mention.name, mention.kind) == (
        "most Western European nations",
        ParticipantKind.GROUP,
    )


def test_spans_are_the_words_of_the_text():
    text = "“Thanks,” said Ghana’s Kofi Mensah, whose Ghanaian delegation left."
    for mention in found(text):
        assert text[mention.start : mention.end].strip()
