"""Names that nobody knows, by the words before them: "minister Ilir Gashi", "the daily El Faro".

Here belongs the stretch of capitalised words that a title or a designation introduces. Who a titled
person is gets decided in `people`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.actors import lexicon
from pipeline.annotate.actors.reading import COUNTRY_FORMS, Candidate, Reading, new_actor
from pipeline.annotate.parse import Token
from pipeline.records import ActorKind

_PARTICLES = frozenset(
    "al el ul bin ibn abu ould ag van von der den de da del di do dos du la le -".split()
)
_NO_NAME = frozenset(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday executive officer road staff i ii".split()
)
_LONGEST = 5
_NAMES = frozenset({"PROPN"})
#: What the core takes capitalised words for where a body's name is made of common ones.
_ANY_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "VERB"})
#: Words before a designation that may stand between it and whose it is.
_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN"})
_REACH = 5


def titled_names(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yields personal names that only a title vouches for: start, end and words.

    Example: "Ilir Gashi" in "Prime Minister Ilir Gashi of Kosovo", where the core saw no name.
    """
    for token in reading.doc.tokens[:-1]:
        if token.lower_ not in lexicon.TITLE_NOUNS or not token.whitespace_:
            continue
        run = _capital_run(reading, token.i + 1)
        if len(run) > 1 and not any(_is_no_person(word) for word in run):
            end = run[-1].idx + len(run[-1])
            yield run[0].idx, end, reading.document.text[run[0].idx : end]


def designated_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yields bodies that a noun designates, and blocks the demonym that only belongs to the noun.

    Example: "the Salvadoran daily El Faro" gives El Faro, a medium of El Salvador, and no mention
        of El Salvador.
    """
    for token in reading.doc.tokens[:-1]:
        kind = lexicon.DESIGNATIONS.get(token.text)
        if kind is None or not token.whitespace_:
            continue
        start = token.idx + len(token) + 1
        owner, country = _owner(reading, token)
        run = _capital_run(reading, token.i + 1, _ANY_NAMES)
        known = None if run else reading.hit_at(start)
        if known is not None:
            named = known.found[0].actor.kind not in {ActorKind.STATE, ActorKind.PERSON}
            named = named and known.of_form(*COUNTRY_FORMS[2:]) is None
        else:
            named = bool(run) and not any(_is_no_name(word) for word in run)
        if not named:
            continue
        if owner is not None:
            yield Candidate(start=owner, end=token.idx + len(token), actor=None)
        if run:
            end = run[-1].idx + len(run[-1])
            name = " ".join(reading.document.text[start:end].split())
            yield Candidate(start=start, end=end, actor=new_actor(name, kind, country))


def _capital_run(reading: Reading, first: int, sorts: frozenset[str] = _NAMES) -> list[Token]:
    """Returns the capitalised words from the token on, particles between them.

    A known name ends them, but for one that only opens a longer name ("Aden Duale").
    """
    run: list[Token] = []
    for token in reading.doc[first : first + _LONGEST]:
        if token.is_sent_start or (_is_known(reading, token) and (run or not _opens(token))):
            break
        named = token.text[:1].isupper() and token.text.isalpha() and token.pos_ in sorts
        if not named and not (token.lower_ in _PARTICLES and token.text[:1].islower()):
            break
        run.append(token)
    while run and not run[-1].text[:1].isupper():
        run.pop()
    return run


def _is_known(reading: Reading, token: Token) -> bool:
    return reading.hit_at(token.idx) is not None


def _opens(token: Token) -> bool:
    """Says whether a longer name goes on right behind the word."""
    after = token.nbor(1) if token.whitespace_ and token.i + 1 < len(token.doc) else token
    return after is not token and after.pos_ in _ANY_NAMES and after.text[:1].isupper()


def _is_no_name(token: Token) -> bool:
    word = token.lower_
    return word in _NO_NAME or word in lexicon.TITLE_NOUNS or word in lexicon.NO_BODY


def _is_no_person(token: Token) -> bool:
    word = token.lower_
    bodies = lexicon.BODY_HEADS.keys() | lexicon.GEOGRAPHIC_NAMES | lexicon.TITLE_MODIFIERS
    return _is_no_name(token) or word in bodies


def _owner(reading: Reading, noun: Token) -> tuple[int | None, str]:
    """Returns where the demonym before the noun starts and its country; a possessive has no start.

    Example: the start of "Salvadoran" before "daily" in "the Salvadoran opposition daily".
    """
    for token, _ in zip(reading.tokens_before(noun.idx), range(_REACH), strict=False):
        hit = reading.hit_at(token.idx)
        found = hit.of_form(*COUNTRY_FORMS) if hit else None
        if hit is not None and found is not None:
            possessive = reading.document.text[hit.end : hit.end + 1] in {"'", "’"}
            return (None if possessive else hit.start), found.actor.country
        if token.pos_ not in _BETWEEN and token.tag_ not in {"POS", "VBN", "VBG", "HYPH"}:
            break
    return None, ""
