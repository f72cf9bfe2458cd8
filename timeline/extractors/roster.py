"""The people of a text by what descriptions call them: country, office, place in the text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Token

from timeline.extractors.patterns import words
from timeline.extractors.people import Name, office_heads

# Offices that one description may call by another word; the first are those that lead a country.
LEADING = words("leading offices")
SYNONYMS = (words("heading a government"), words("crowned"))
SUBORDINATE = words("subordinate")
MANY = words("many of a country")
FAR_BACK = 300  # mentions looked through, so that the time stays linear in the text's length


class Roster:
    """The names of a text in order, with what is known of each person in all of it."""

    def __init__(self, names: Sequence[Name], heading: Sequence[str] = ()) -> None:
        self.names = names
        self.heading = heading
        self.starts = [name.start for name in names]
        self.inside = {at for name in names for at in range(name.left, name.end)}
        self.opens = {name.left for name in names} | set(self.starts)
        self.closes = {name.end for name in names}
        self._offices: dict[str, set[str]] = defaultdict(set)
        self._by_country: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            self._offices[name.full] |= name.offices
            if name.country:
                self._by_country[name.country].append(name)

    def before(self, at: int) -> list[Name]:
        """Return the names before a token, the nearest first."""
        stop = bisect_left(self.starts, at)
        return list(reversed(self.names[max(0, stop - FAR_BACK) : stop]))

    def last_people(self, at: int, count: int) -> list[Name]:
        """Return the last so many different people named before a token, in order."""
        people: dict[str, Name] = {}
        for name in self.before(at):
            people.setdefault(name.full, name)
        return list(islice(people.values(), count))[::-1]

    def with_office(self, office: Token) -> Name | None:
        """Return the person last named before an office whom it may mean."""
        fitting = (name for name in self.before(office.i) if self._agrees(office, name))
        return next(fitting, None) or self._in_heading()

    def _in_heading(self) -> Name | None:
        """Return the one person of the headline whom the text never names."""
        known = {name.full for name in self.names}
        if len(self.heading) != 1 or self.heading[0] in known:
            return None
        return Name(-1, -1, -1, self.heading[0], frozenset(), full=self.heading[0])

    def holder(self, country: str, office: Token) -> Name | None:
        """Return whom the office of a country means, looking on where nobody is named before."""
        if office.lower_ not in office_heads() or office.lower_ in MANY:
            return None
        known = self._by_country.get(country, [])[:FAR_BACK]
        fitting = [name for name in known if self._agrees(office, name)]
        earlier = [name for name in fitting if name.start < office.i]
        if earlier:
            return earlier[-1]
        unnamed = not any(name.start < office.i for name in known)
        return fitting[-1] if fitting and unnamed else None

    def _agrees(self, office: Token, name: Name) -> bool:
        """Tell whether an office may mean somebody by the titles that the text gives them."""
        word, offices = office.lower_, self._offices[name.full]
        if word in offices:
            return True
        if word == "leader":
            return bool(offices & LEADING) and not offices & SUBORDINATE
        return any(word in group and offices & group for group in SYNONYMS)
