"""Lists whose verb stands elsewhere: inverted sentences, "among those …", bullets, follow-ups."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from timeline.extractors.attending.claims import AWAY, COMING, Claim, Verdict
from timeline.extractors.attending.sentence import Sentence
from timeline.extractors.attending.verdicts import coming, is_ahead
from timeline.extractors.clauses import read_clause
from timeline.extractors.cues import find_cues
from timeline.extractors.lists import Part
from timeline.extractors.occasions import Occasion
from timeline.extractors.patterns import terms, words
from timeline.records import ParticipantKind, Status

LEADING = {
    "absent": Status.ABSENT,
    "missing": Status.ABSENT,
    "absence": Status.ABSENT,
    "absentees": Status.ABSENT,
    "no-shows": Status.ABSENT,
    "absences": Status.ABSENT,
    "skipping": Status.ABSENT,
    "boycotting": Status.ABSENT,
    "attending": Status.ATTENDED,
    "participating": Status.ATTENDED,
    "present": Status.ATTENDED,
    "attendance": Status.ATTENDED,
    "attendees": Status.ATTENDED,
    "guests": Status.ATTENDED,
    "participants": Status.ATTENDED,
    "speakers": Status.ATTENDED,
    "joining": Status.ATTENDED,
    "mourners": Status.ATTENDED,
    "dignitaries": Status.ATTENDED,
    "delegates": Status.ATTENDED,
    "delegations": Status.ATTENDED,
    "attended": Status.ATTENDED,
    "gathered": Status.ATTENDED,
    "expected": Status.EXPECTED,
    "confirmed": Status.CONFIRMED,
    "invited": Status.INVITED,
    "invitees": Status.INVITED,
    "attend": Status.EXPECTED,
}
BE = frozenset({"is", "are", "was", "were", "be", "been"})
NOUN_SETS = words("noun sets")
LONG_LINE = 160  # characters; a longer line without a verb is an item only where it is a list
FEW = 3
ITEM_MARKS = "-–—•*·▪●◦"


def read_inverted(sentence: Sentence, published: date | None) -> list[Claim]:
    """Read "Notably absent will be A", "Also attending are A and B", "Among the guests was C"."""
    span = sentence.span
    be = next((token for token in span[:30] if token.lower_ in BE and token.i > span.start), None)
    if be is None or any(
        part.start < be.i and not _inside_event(sentence, part.start) and span[0].lower_ != "among"
        for part in sentence.parts
    ):
        return []
    before = sentence.doc[span.start : be.i]
    lead = [token for token in before if token.lower_ in LEADING]
    first = next((t for t in before if t.is_alpha), None)
    if (
        not lead
        or first is None
        or any(
            t.dep_ == "nsubj" and t.head.i == be.i and t.lower_ not in LEADING
            for t in before
            if t.lower_ not in terms("sets")
        )
    ):
        return []
    among = first.lower_ == "among"
    if not among and not (
        lead[0].tag_ in {"VBG", "JJ", "VBN", "NN"} and lead[0].i - span.start <= 5
    ):
        return []
    people = sentence.list_at(be.i + 1)
    if not people:
        return []
    occasion = _occasion(sentence, lead[0])
    if occasion is None:
        return []
    verdict = _verdict(sentence, be, occasion, published)
    sentence.state.opened = (occasion, verdict)
    return sentence.claim([occasion], people, verdict, "inverted")


def _inside_event(sentence: Sentence, at: int) -> bool:
    return any(mention.start <= at < mention.end + 4 for mention, _ in sentence.mentions)


def _occasion(sentence: Sentence, token: Token) -> Occasion | None:
    found, _ = sentence.event_for(read_clause(token))
    return found[0] if found else None


def _verdict(sentence: Sentence, be: Token, occasion: Occasion, published: date | None) -> Verdict:
    words = [token.lower_ for token in sentence.doc[sentence.span.start : be.i]]
    statuses = [LEADING[word] for word in words if word in LEADING]
    negative = {"not", "n't", "no", "won't"} & set(words)
    future = (
        be.lower_ == "be"
        or bool({"will", "to", "would"} & set(words))
        or is_ahead(occasion, published)
        or (occasion.future and be.lower_ in {"is", "are"})
    )
    if Status.ABSENT in statuses or negative:
        return Verdict(Status.ABSENT, not future)
    if Status.CONFIRMED in statuses:
        return Verdict(Status.CONFIRMED)
    if Status.INVITED in statuses and not {"attending", "guests"} & set(words):
        return Verdict(Status.INVITED)
    opened = sentence.state.opened
    if (
        opened is not None
        and opened[0] is occasion
        and opened[1].status is Status.CONFIRMED
        and future
    ):
        return opened[1]
    return (
        Verdict(Status.EXPECTED)
        if future or Status.EXPECTED in statuses
        else Verdict(Status.ATTENDED, True)
    )


def read_set_nouns(sentence: Sentence, published: date | None) -> list[Claim]:
    """Read "The guest list includes A", "Other guests included B", "Attendees: C"."""
    found: list[Claim] = []
    for token in sentence.span:
        no_show = (
            token.lower_ in {"show", "shows"} and token.i > 1 and token.nbor(-2).lower_ == "no"
        )
        if (not no_show and token.lower_ not in NOUN_SETS) or token.dep_ not in {
            "nsubj",
            "nsubjpass",
            "ROOT",
            "pobj",
            "appos",
            "dobj",
        }:
            continue
        verb = token.head if token.dep_ in {"nsubj", "nsubjpass"} else None
        opens = verb is not None and verb.lower_ in {
            "include",
            "includes",
            "included",
            "including",
            "featured",
            "features",
            "comprises",
        }
        after = sentence.doc[token.i + 1] if token.i + 1 < sentence.span.end else None
        if not opens and not (
            after is not None and after.lower_ in {"including", "such", "like", ":"}
        ):
            continue
        people = sentence.listed_after(token.i + 1)
        occasion = _occasion(sentence, token)
        if not people or occasion is None:
            continue
        found += sentence.claim(
            [occasion],
            people,
            _set_verdict(sentence, token, verb, occasion, published),
            "set-noun",
        )
    return found


def _set_verdict(
    sentence: Sentence, token: Token, verb: Token | None, occasion: Occasion, published: date | None
) -> Verdict:
    if token.lower_ in {"absentees", "absences", "shows", "show"}:
        return Verdict(Status.ABSENT, bool(verb is not None and verb.tag_ == "VBD"))
    words = {t.lower_ for t in token.subtree}
    if token.lower_ == "invitees" or "invited" in words:
        return Verdict(Status.INVITED)
    if "confirmed" in words:
        return Verdict(Status.CONFIRMED)
    past = verb is not None and verb.tag_ in {"VBD", "VBN"}
    opened = sentence.state.opened
    if is_ahead(occasion, published) or (occasion.future and not past):
        return Verdict(Status.EXPECTED)
    if opened is not None and opened[0] is occasion and not past and opened[1].status in COMING:
        return Verdict(Status.EXPECTED)
    return Verdict(Status.ATTENDED, True)


def read_follow_up(sentence: Sentence) -> list[Claim]:
    """Read "They include A", "Among them are B", "These are: C" after a set was left open."""
    opened = sentence.state.opened
    if opened is None:
        return []
    words = [token for token in sentence.span if not token.is_space and not token.is_punct][:4]
    if not words:
        return []
    first = [token.lower_ for token in words]
    starts = first[0] in {"they", "these", "those", "others", "among"} or first[:2] == [
        "the",
        "list",
    ]
    if not starts:
        return []
    for token in words[1:]:
        if token.lower_ in {"include", "includes", "included", "are", "is", "were", "was", "be"}:
            people = sentence.list_at(token.i + 1) or sentence.listed_after(token.i)
            return sentence.claim([opened[0]], people, opened[1], "follow-up")
    return []


def read_bullet(sentence: Sentence) -> list[Claim] | None:
    """Read a line of a list that a sentence before opened; None where it is no such line."""
    state = sentence.state
    if not state.bullets or state.opened is None:
        return None
    text = sentence.span.text.strip()
    if not text:
        return []
    finite = any(token.tag_ in {"VBD", "VBZ", "MD", "VBP"} for token in sentence.span)
    listed = max(map(len, sentence.lists), default=0)
    marked = text[0] in ITEM_MARKS or text[0].isdigit()
    if not marked and (finite or (len(text) > LONG_LINE and listed < FEW)):
        return None
    people = [
        part for part in sentence.parts if part.mention.kind is not ParticipantKind.ORGANIZATION
    ]
    people = [part for part in people if not _own_country(part, people)]
    return sentence.claim([state.opened[0]], people, state.opened[1], "bullets")


def _own_country(part: Part, people: Sequence[Part]) -> bool:
    """Tell whether a country only says whom the person beside it represents ("ARGENTINA – …")."""
    return part.mention.kind is ParticipantKind.COUNTRY and any(
        other.mention.kind is ParticipantKind.PERSON for other in people
    )


def read_exceptions(sentence: Sentence, published: date | None) -> list[Claim]:
    """Read "no leader came except A" and "all members but B will attend"."""
    found: list[Claim] = []
    for token in sentence.span[1:]:
        opener = token.lower_ in {"except", "barring", "save", "excluding"} or (
            token.lower_ in {"from", "than"}
            and token.nbor(-1).lower_ in {"apart", "aside", "other"}
        )
        people = sentence.list_at(token.i + 1) if opener else []
        if not people:
            continue
        cue = next((c for c in find_cues(sentence.span) if c.kind in {"attend", "present"}), None)
        if cue is None:
            continue
        clause = read_clause(cue.token)
        occasions, _ = sentence.event_for(clause)
        verdict = coming(sentence.span, clause, occasions[0], published) if occasions else None
        if verdict is not None:
            found += sentence.claim(occasions[:1], people, _turned(verdict), "exception")
    return found


def _turned(verdict: Verdict) -> Verdict:
    """Return the opposite of a verdict."""
    if verdict.status in AWAY:
        return Verdict(Status.ATTENDED if verdict.observed else Status.EXPECTED, verdict.observed)
    return Verdict(Status.ABSENT, verdict.observed)


def read_involving(sentence: Sentence, published: date | None) -> list[Claim]:
    """Read "drills involving A, B and C" as taking part."""
    found: list[Claim] = []
    for mention, occasion in sentence.mentions:
        for child in sentence.doc[mention.head].children:
            if child.dep_ != "acl" or child.lower_ not in {"involving", "featuring", "gathering"}:
                continue
            people = sentence.list_at(child.i + 1)
            clause = read_clause(sentence.span.root)
            verdict = coming(sentence.span, clause, occasion, published)
            if verdict is not None and verdict.status not in AWAY:
                found += sentence.claim([occasion], people, verdict, "involving")
    return found
