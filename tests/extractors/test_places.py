from timeline.extractors.language import parse
from timeline.extractors.places import PlacesExtractor
from timeline.records import Document, Extraction


def places(text):
    document = Document(text=text)
    extraction = PlacesExtractor()(parse(document), Extraction(document=document))
    return [(place.name, place.country) for place in extraction.places]


def test_countries_and_towns():
    assert places("They flew from Peru to Nairobi.") == [("Peru", "PER"), ("Nairobi", "KEN")]


def test_demonym_is_no_place():
    assert places("The Peruvian team lost.") == []


def test_venue_ends_in_a_word_for_one():
    assert places("They met in Liberty Hall on Monday.") == [("Liberty Hall", None)]


def test_spans_are_offsets_of_the_text():
    text = "“In Nairobi”, she said, “and in Peru.”"
    document = Document(text=text)
    found = PlacesExtractor()(parse(document), Extraction(document=document)).places
    assert [text[place.start : place.end] for place in found] == ["Nairobi", "Peru"]
