"""Roll-calls: "The leaders expected include A, B …", "Also there was C", and the lines that carry them on."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Span, Token

from timeline.extractors.attending.claims import Claim, Verdict
from timeline.extractors.attending.sentence import Sentence
from timeline.extractors.attending.verdicts import is_ahead
from timeline.extractors.lists import Part, pronoun
from timeline.extractors.occasions import Occasion
from timeline.extractors.patterns import terms, words
from timeline.records import ParticipantKind, Status

ROLL_VERBS = words("roll verbs")
ROLL_STARTS = words("roll starts")
REST = words("rest")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ARRIVED = words("roll arrived")
RELATIVE = frozenset({"who", "whose", "which"})
LEAD = 22  # tokens in which the verb of a roll-call stands
FEW = 2
# What the words before the verb say of those who follow; the first that fits counts.
SAID = (
    (Status.ABSENT, words("roll absent")),
    (Status.CONFIRMED, words("roll confirmed")),
    (Status.EXPECTED, words("roll expected")),
    (Status.INVITED, words("roll invited")),
    (Status.ATTENDED, words("roll present")),
)


def read_roll(sentence: Sentence, published: date | None) -> list[Claim] | None:
    """Read a sentence that says little but who is among those that come; None where it is none.

    One that ends with a colon opens the lines behind it.
    """
    verb = _verb(sentence)
    if verb is None:
        return _carried_on(sentence) or None
    before = sentence.doc[sentence.span.start : verb.i]
    occasion = _occasion(sentence, [token.lower_ for token in before])
    people = _members(sentence, verb.i + 1)
    opens = sentence.span.text.rstrip().endswith(":")
    if occasion is None or (len(people) < FEW and not (opens or (people and _starts(before)))):
        return None
    verdict = _verdict(sentence, [t.lower_ for t in before], verb, occasion, published)
    sentence.state.opened = (occasion, verdict)
    return sentence.claim([occasion], people, verdict, "roll")


def _verb(sentence: Sentence) -> Token | None:
    """Return the verb behind which the members stand: "include", or "be" of a set or a place."""
    for token in sentence.span[:LEAD]:
        before = sentence.doc[sentence.span.start : token.i]
        if token.lower_ not in ROLL_VERBS or not len(before):
            continue
        if any(part.start < token.i and _is_named(part) for part in sentence.parts):
            return None
        heads = [t for t in before if t.lower_ in terms("sets") | REST]
        said = any(marks & {t.lower_ for t in before} for _, marks in SAID)
        if _starts(before) or (heads and (said or _is_subject(heads, token))):
            return token
        return None
    return None


def _is_named(part: Part) -> bool:
    return part.mention.kind is ParticipantKind.PERSON


def _is_subject(heads: Sequence[Token], verb: Token) -> bool:
    """Tell whether a set is what the verb speaks of, as far as the parse can be trusted there."""
    return verb.lower_.startswith("includ") or any(
        verb in (head.head, head.head.head) for head in heads
    )


def _starts(before: Span) -> bool:
    """Tell whether a sentence begins as "Also at the event was A" or "There are also B and C"."""
    first = [token.lower_ for token in before if token.is_alpha][:3]
    return bool(first) and (
        first[0] in ROLL_STARTS and (first[0] != "there" or len(before) < FEW + 1)
    )


def _occasion(sentence: Sentence, lead: Sequence[str]) -> Occasion | None:
    named = [o for m, o in sentence.mentions if not o.people and not o.is_visit]
    if named and _named_before(sentence, len(lead)):
        return named[0]
    if sentence.state.opened is not None:
        return sentence.state.opened[0]
    if set(lead) & (SAID[1][1] | SAID[2][1] | SAID[3][1] | SAID[4][1]):
        return sentence.state.occasion or sentence.main
    main = sentence.main
    titled = main is not None and any(mention.in_title for mention in main.mentions)
    return main if titled and not sentence.state.told else None


def _named_before(sentence: Sentence, lead: int) -> bool:
    """Tell whether an occasion is named before the verb."""
    return any(mention.head < sentence.span.start + lead for mention, _ in sentence.mentions)


def _verdict(
    sentence: Sentence,
    lead: Sequence[str],
    verb: Token,
    occasion: Occasion,
    published: date | None,
) -> Verdict:
    ahead = is_ahead(occasion, published)
    past = verb.tag_ in {"VBD", "VBN"} or ahead is False
    coming = bool(ahead or (occasion.future and not past))
    said = next((status for status, marks in SAID if marks & set(lead)), None)
    if ARRIVED & set(lead) and said not in {Status.ABSENT, Status.EXPECTED}:
        return Verdict(Status.ATTENDED, True)  # who has arrived for it counts as there
    if said is None:
        opened = sentence.state.opened
        if opened is not None and opened[0] is occasion:
            return opened[1]
        said = Status.ATTENDED
    if said is Status.ATTENDED and coming:
        said = Status.EXPECTED
    return Verdict(said, said is Status.ATTENDED or (said is Status.ABSENT and past))


def _carried_on(sentence: Sentence) -> list[Claim]:
    """Read a line of names alone that follows a roll-call."""
    opened, told = sentence.state.opened, sentence.state.told
    if opened is None or not told or sentence.span.start - told[-1].end > FEW + 1:
        return []
    if told[-1].rule not in {"roll", "inverted", "follow-up"}:
        return []
    people = _members(sentence, sentence.span.start)
    outside = [t for t in sentence.span if t.tag_ in FINITE and not _in_relative(t)]
    if outside or len(people) < FEW:
        return []
    return sentence.claim([opened[0]], people, opened[1], "roll")


def _in_relative(token: Token) -> bool:
    return token.dep_ == "relcl" or any(up.dep_ == "relcl" for up in token.ancestors)


def _members(sentence: Sentence, at: int) -> list[Part]:
    """Return everybody in the lists from a token on, up to a verb of the sentence's own."""
    first = sentence.list_at(at, LEAD)
    if not first:
        return []
    found = list(first)
    end = first[-1].end
    for chain in sentence.lists:
        if chain[0].start < end or pronoun(sentence.doc, chain[0]):
            continue
        gap = sentence.doc[end : chain[0].start]
        relative = any(token.lower_ in RELATIVE for token in gap[:3])
        if not relative and any(token.tag_ in FINITE for token in gap):
            break
        found += [part for part in chain if _is_named(part)]
        end = chain[-1].end
    led = {part.mention.country for part in found if _is_named(part)}
    return [part for part in found if _is_named(part) or part.mention.country not in led]
