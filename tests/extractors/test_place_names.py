import pytest
from readings import read


def places(text):
    return {(m.name, m.country) for m in read(text).places}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The choir sang in Nairobi.", ("Nairobi", "KEN")),
        ("The choir sang in Port Moresby.", ("Port Moresby", "PNG")),
        ("The choir sang in São Paulo.", ("São Paulo", "BRA")),
        ("The choir sang in New Zealand.", ("New Zealand", "NZL")),
        ("The choir sang in botswana.", ("botswana", "BWA")),
        ("The choir sang at Merdeka Palace.", ("Merdeka Palace", None)),
        ("The choir sang in the Old Market Square.", ("Old Market Square", None)),
    ],
)
def test_towns_countries_and_venues_are_places(text, found):
    assert found in places(text)


def test_an_adjective_is_no_place():
    assert places("A Kenyan choir sang in the rain.") == set()


def test_a_common_noun_for_a_building_is_no_place():
    assert places("The choir sang in a square beside the palace.") == set()


def test_places_stand_in_order_at_their_offsets():
    text = "From Lima, “the grey”, they went to Quito, to Colombia’s north and to Lima."
    found = read(text).places
    assert [text[m.start : m.end] for m in found] == ["Lima", "Quito", "Colombia", "Lima"]
    assert [m.name for m in found] == ["Lima", "Quito", "Colombia", "Lima"]
