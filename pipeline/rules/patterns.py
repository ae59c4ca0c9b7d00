"""What a dependency pattern is: the vocabulary of the way out for what no trigger can say.

A pattern is data and small by construction: each node hangs on an earlier one by one step, a node
is tested by whole words and classes, and there is neither repetition nor alternative shape. So the
longest search is nodes times words of a sentence. Reading YAML is `pattern_load.py`; matching is
`pipeline.claims.patterns`.
"""

from __future__ import annotations

from dataclasses import dataclass

#: More nodes than that are a sentence, not a way of saying something.
MOST_NODES = 6

#: Key of a node -> what it holds.
PATTERN_KEYS: dict[str, str] = {
    "id": "the node's name within the pattern",
    "of": "the earlier node that it hangs on; the first node has none",
    "relation": "how it hangs there, one of several: a relation below or a preposition",
    "lemma": "dictionary forms, one of which it has",
    "form": "forms in lower case as written, one of which it has",
    "pos": "universal parts of speech, one of which it has, e.g. VERB",
    "tag": "Penn tags, one of which it has, e.g. VBN",
}

#: Relations of the grammar door that every label scheme tells apart alike.
PATTERN_RELATIONS: dict[str, str] = {
    "subject": "the verb's grammatical subject, active",
    "passive_subject": "the verb's grammatical subject, passive",
    "clausal_subject": "a clause as subject",
    "object": "the verb's direct object",
    "indirect_object": "whom something is given",
    "possessor": "whose it is",
    "adjective": "an adjective of the noun",
    "compound": "a noun before the noun",
    "number": "a number of the noun",
    "determiner": "the noun's determiner",
    "apposition": "a noun set beside the noun",
    "conjunction": "the word that joins ('and')",
    "marker": "the word that introduces the clause ('that', 'if')",
    "auxiliary": "the verb's auxiliary",
    "passive_auxiliary": "the auxiliary of the passive",
    "adverb": "an adverb of the verb or adjective",
    "particle": "the verb's particle",
    "bare_oblique": "a noun beside the verb without a preposition ('last week')",
    "adnominal_clause": "a participle or infinitive of the noun",
    "relative_clause": "the verb of a relative clause of the noun",
    "adverbial_clause": "the verb of a clause that says when, why or how",
    "open_complement": "the verb that follows, without a subject of its own",
    "complement_clause": "the verb of the clause that follows",
    "parataxis": "a clause set beside the clause",
    "expletive": "'there' or 'it' that means nothing",
}

_BY_PREPOSITION = "name the preposition itself, e.g. relation: on"
_BY_CUE = "negation is read by the table of cues for all rules"

#: Relations that some scheme lacks or hangs elsewhere -> what to write in their stead.
UNSHARED_RELATIONS: dict[str, str] = {
    "oblique": _BY_PREPOSITION,
    "noun_modifier": _BY_PREPOSITION,
    "preposition": _BY_PREPOSITION,
    "prepositional_object": _BY_PREPOSITION,
    "prepositional_clause": _BY_PREPOSITION,
    "case": _BY_PREPOSITION,
    "agent": "name the preposition, relation: by",
    "negation": _BY_CUE,
    "conjunct": "roles and triggers read lists of words by themselves",
    "title": "use compound",
    "copula": "use an ordinary noun or adjective trigger",
    "attribute": "use an ordinary noun or adjective trigger",
    "flat": "name the word that the others hang on",
    "fixed": "use an ordinary phrase trigger",
    "vocative": "no claim hangs on it",
    "punctuation": "no claim hangs on it",
    "unclear": "the parser itself does not know it",
}

UNIVERSAL_POS = tuple(
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
)

PENN_TAGS = tuple(
    "CC CD DT EX FW IN JJ JJR JJS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP TO UH VB VBD "
    "VBG VBN VBP VBZ WDT WP WP$ WRB".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternNode:
    """A word of a pattern and the tests that it passes; an empty test is passed by any word.

    Attributes:
        of: place in the pattern of the node that it hangs on, -1 for the first.
        relations: names of relations or prepositions, one of which joins the two.
    """

    id: str
    of: int = -1
    relations: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that it may be known by, dictionary or written forms."""
        return self.lemmas or self.forms


def anchor_of(pattern: tuple[PatternNode, ...]) -> int:
    """Returns the place of the first node that names a word: by it the rule is looked up."""
    return next(place for place, node in enumerate(pattern) if node.words)
