"""The component that sets lemmas, by rules and tables: a learned one invents words.

Belongs here: what spaCy's rule lemmatizer gets wrong with the treebanks' features (it
knows an older set), closed classes, and words that its index lacks ("weaponized").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Token

CLOSED_TABLE = "lemma_closed"
BASE_TAGS = frozenset({"VB", "VBP"})
TABLES = ("lemma_rules", "lemma_exc", "lemma_index", CLOSED_TABLE)
APOSTROPHE = str.maketrans({"’": "'", "‘": "'"})
VOWELS = frozenset("aeiou")
E_ENDINGS = (
    "iz",
    "yz",
    "is",
    "v",
    "c",
    "dg",
    "rg",
    "ng",
    "at",
    "ut",
    "u",
    "id",
    "ud",
    "ur",
    "ir",
    "bl",
    "pl",
    "tl",
)
"""Stems before -ed or -ing that mostly lost an -e ("weaponiz-", "escalat-")."""


class TreebankLemmatizer(EnglishLemmatizer):
    """spaCy's English rules with the treebanks' tags."""

    def is_base_form(self, token: Token) -> bool:
        """Whether the form is the lemma already.

        Plural presents are; the treebanks give them features that spaCy does not expect.
        """
        return token.tag_ in BASE_TAGS or super().is_base_form(token)

    def rule_lemmatize(self, token: Token) -> list[str]:
        """The lemma of one token, in a list as spaCy wants it."""
        lower = token.text.translate(APOSTROPHE).lower()
        closed: dict[str, str] = self.lookups.get_table(CLOSED_TABLE, {}).get(token.pos_, {})
        if lower in closed:
            return [closed[lower]]
        if token.pos_ == "PROPN":
            return [token.text]
        if token.pos_ == "VERB" and lower == "summons":  # the tables know a verb of that form
            return ["summon"]
        if token.pos_ == "VERB" and not self.is_base_form(token) and not self._known(lower):
            return [_bare(lower)]
        if token.pos_ == "NOUN" and self.is_base_form(token) and token.text.isupper():
            # Abbreviations ("NGO") keep their case, as names do; shouted headings pay for it.
            return [token.text if len(token) <= 5 else lower]
        found: list[str] = super().rule_lemmatize(token)
        # "hoped" is of "hope": the verb without the e would double its last letter ("hopped").
        return next(([form + "e"] for form in found if form + "e" in found), found)

    def _known(self, verb: str) -> bool:
        """Whether the tables know some verb that the form can come from."""
        if verb in self.lookups.get_table("lemma_exc", {}).get("verb", {}):
            return True
        index = self.lookups.get_table("lemma_index", {}).get("verb", ())
        rules = self.lookups.get_table("lemma_rules", {}).get("verb", ())
        return any(
            verb.endswith(old) and verb[: len(verb) - len(old)] + new in index for old, new in rules
        )


def _bare(verb: str) -> str:
    """The likely base of an inflected verb that no table knows."""
    for ending in ("ing", "ed"):
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            stem = verb[: -len(ending)]
            if stem.endswith("i"):
                return stem[:-1] + "y"
            if stem[-1] == stem[-2] and stem[-1] not in "lsfz":
                return stem[:-1]
            return stem + "e" if stem.endswith(E_ENDINGS) and stem[-2:] != "ou" else stem
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


@Language.factory(
    "entente_lemmatizer",
    assigns=["token.lemma"],
    requires=["token.pos"],
    default_config={"model": None, "mode": "rule", "overwrite": False, "scorer": None},
)
def create_lemmatizer(
    nlp: Language,
    model: Any,
    name: str,
    mode: str,
    overwrite: bool,
    scorer: Callable[..., dict[str, Any]] | None,
) -> TreebankLemmatizer:
    """Factory named in the core's config."""
    return TreebankLemmatizer(nlp.vocab, model, name, mode=mode, overwrite=overwrite, scorer=scorer)
