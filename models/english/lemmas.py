"""The lemma tables that ship: spaCy's for open classes, our own for closed ones.

Belongs here: the choice of tables. They come from spacy-lookups-data, needed to export
only.
"""

from __future__ import annotations

from spacy.lookups import Lookups, load_lookups

from pipeline.annotate.core.lemmas import CLOSED_TABLE

BE = "am is are was were been being 'm 're 's ai"
HAVE = "has had having 've"
DO = "does did done doing"
GET = "gets got getting gotten"

CLOSED = {
    "AUX": {
        **dict.fromkeys(BE.split(), "be"),
        **dict.fromkeys(HAVE.split(), "have"),
        **dict.fromkeys(DO.split(), "do"),
        **dict.fromkeys(GET.split(), "get"),
        **{"'ll": "will", "wo": "will", "'d": "would", "ca": "can", "sha": "shall"},
    },
    "PART": {"n't": "not", "nt": "not", "na": "to"},
    "DET": {"an": "a", "these": "this", "those": "that"},
    "PRON": {
        **{"i": "I", "me": "I", "him": "he", "them": "they", "'em": "they", "us": "we"},
        **{"'s": "we", "these": "this", "those": "that", "whom": "who"},
    },
    "ADV": {"n't": "not"},
    "VERB": {"'s": "be", "'re": "be", "'m": "be", "'ve": "have", "'d": "have", "ai": "be"},
}
"""Lower-case form to lemma, by part of speech; forms not here are their own lemma."""


def lemma_tables() -> Lookups:
    """Rules, exceptions and index of the open classes, and the closed classes."""
    source = load_lookups("en", ["lemma_rules", "lemma_exc", "lemma_index"])
    lookups = Lookups()
    for name in ("lemma_rules", "lemma_exc", "lemma_index"):
        table = source.get_table(name)
        kept = {pos: table[pos] for pos in ("noun", "verb", "adj", "adv") if pos in table}
        if name == "lemma_index":
            # Only single words are ever looked up; the source lists phrases too.
            # A mapping, as the lemmatizer asks "in" for every word, and a list would be searched.
            kept = {
                pos: dict.fromkeys(sorted({w for w in words if w.isalpha()}), 1)
                for pos, words in kept.items()
            }
        lookups.add_table(name, kept)
    lookups.add_table(CLOSED_TABLE, CLOSED)
    return lookups
