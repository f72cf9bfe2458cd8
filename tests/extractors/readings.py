"""Shorthands for the tests of the reading: read a text, and say in few words what was found."""

from datetime import date

from timeline.extractors import extract
from timeline.records import Document

PUBLISHED = date(2014, 3, 10)  # a Monday


def read(text, title=None, published=PUBLISHED):
    return extract(Document(text=text, title=title, published=published))


def event(text, title=None, published=PUBLISHED):
    """Return the one event of a text."""
    (found,) = read(text, title, published).events
    return found


def statuses(text, title=None):
    """Return the status of each participant of a text with at most one event."""
    found = read(text, title)
    assert len(found.events) <= 1, found.events
    return {row.name: row.status.value for row in found.attendance}


def participants(text):
    """Return the participants named or meant, with kind and country."""
    return {(m.name, m.kind.value, m.country) for m in read(text).participants}


def by_event(text, title=None):
    """Return the participants' names under the kind and place of each event."""
    found = read(text, title)
    names = {one.id: set() for one in found.events}
    for row in found.attendance:
        names[row.event].add(row.name)
    places = {(one.kind.value, one.place): names[one.id] for one in found.events}
    assert len(places) == len(names), found.events
    return places
