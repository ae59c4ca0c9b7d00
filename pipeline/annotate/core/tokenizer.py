"""How text becomes tokens: spaCy's English rules, bent to what the treebanks do.

Belongs here: the tokenizer that the core is trained with and runs with. Does not
belong here: cleaning of text (done before, in reading) and anything learned.

The treebanks split hyphenated compounds ("Iranian-backed" is three tokens) but keep
bound prefixes whole ("pro-Beijing", "counter-terrorism", "e-mail"). Splitting means
that rules find "Iranian" as a token; keeping prefixes means that a "pro-Iranian"
militia is not taken for Iran.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.attrs import ORTH  # type: ignore[import-not-found]  # compiled, no stubs
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, no stubs
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

BOUND_PREFIXES = (
    "anti bi co counter cross de e ex extra inter intra macro mega meta micro mid mini mis multi "
    "neo non over pan para poly post pre pro proto pseudo quasi re semi socio sub super trans tri "
    "ultra un under vice geo cyber"
).split()
"""First halves of hyphenated words that the treebanks leave attached."""

ABBREVIATIONS = (
    "Adm. Amb. Approx. Brig. Capt. Cmdr. Col. Cpl. Dept. Ft. Gen. Hon. Lt. Maj. Mt. Pvt. Rep. Sen. "
    "Sgt. al. approx. ca. cf. dept. ed. eds. est. etc. govt. incl. viz. vol. vols. "
    "Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. "
    "Oct. Nov. Dec."
).split()
"""Written with a full stop that does not end a sentence; spaCy's own list lacks some."""

SMILEYS = ":) :( ;) :-) ;-) :D".split()

WHOLE = re.compile(
    r"([=*_~#<>|^-])\1+"  # rules and ornaments drawn with characters
    r"|(?:\d-)?(?:\d{3}-)?\d{3}-\d{4}"  # telephone numbers
)
"""What is one token though its characters would be split off."""


def _hyphen_split() -> str:
    r"""A pattern for the hyphens that part two words.

    Python's lookbehind takes one width at a time, hence one for every prefix. The word
    start is given by ``\b`` so that "Vico-" is not read as ending in "co-".
    """
    guards = "".join(rf"(?<!\b{form})" for prefix in BOUND_PREFIXES for form in _cases(prefix))
    return rf"(?<=[{ALPHA}0-9.]){guards}[-‐‑](?=[{ALPHA}0-9])"


def _cases(word: str) -> Iterator[str]:
    yield word
    yield word.capitalize()
    if len(word) > 1:
        yield word.upper()


def _infixes() -> list[str]:
    return [
        r"\.\.+",
        r"…",
        r"[–—―]",
        r"--+",
        rf"(?<=[{ALPHA_LOWER}])\.(?=[{ALPHA_UPPER}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        _hyphen_split(),
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        # Footnote marks glued to the end of a sentence: "Aleppo.12".
        r"(?<=[a-z]{3})[.,](?=\d{1,3}$)",
        r"(?<=[A-Za-z]{3})[.,](?=\[\d)",
        rf"(?<=[{ALPHA}])/(?=[{ALPHA}])",
        r"(?<=\[\d),|(?<=\[\d\d),",
        r"(?<=[\"”’)\].,!?])[(\[](?=.)",
        rf"(?<=[{ALPHA}0-9])[\[(](?=[{ALPHA}0-9])",
        rf"(?<=[{ALPHA}.,!?])[“”\"](?=[{ALPHA}0-9(\[])",
    ]


def make_tokenizer(nlp: Language) -> Tokenizer:
    """Build the tokenizer of the core.

    Args:
        nlp: An English pipeline, for its vocabulary and its exceptions.

    Returns:
        A tokenizer that splits as the treebanks do.
    """
    defaults = nlp.Defaults
    infix = compile_infix_regex(_infixes())
    prefixes = [
        r"<<",
        r">>",
        r"\*{2,}",
        *(defaults.prefixes or ()),
        r"[-‐‑](?=[0-9A-Za-z])",
        r"[►▪●◦‣∙]",
    ]
    runs = [r"[.!?]*[!?][.!?]+", r"[.!?]+[!?]", r"<<", r">>", r"\*{2,}"]
    suffixes = [*runs, *(defaults.suffixes or ()), r"[–—]", r"(?<=[A-Za-z0-9.])[-‐‑]"]
    return Tokenizer(
        nlp.vocab,
        rules=_exceptions(nlp),
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=infix.finditer,
        token_match=WHOLE.fullmatch,
        url_match=defaults.url_match,
    )


def _exceptions(nlp: Language) -> dict[str, list[dict[str | int, str]]]:
    """spaCy's exceptions, less those that split what the treebanks keep whole."""
    rules = dict(nlp.Defaults.tokenizer_exceptions or {})
    kept = {text: parts for text, parts in rules.items() if not _unwanted(text)}
    kept.update({text: [{ORTH: text}] for text in (*ABBREVIATIONS, *SMILEYS)})
    # Headings shout: "DON'T" is split as "don't" is.
    for text, parts in list(kept.items()):
        if text.islower() and re.search("['’]", text):
            kept.setdefault(text.upper(), [{ORTH: part[ORTH].upper()} for part in parts])
    return kept


def _unwanted(text: str) -> bool:
    if text == "and/or":
        return True
    # Times ("10am") are split by the suffix rules already; smileys with letters or
    # digits ("8)", ":D", "C:") hide brackets and colons of running prose.
    return bool(re.fullmatch(r"[A-Za-z0-9]?[:;)(x0XD/\\3pPoO|\-]{1,3}[A-Za-z0-9]?", text)) and bool(
        re.search(r"[:;)(]", text)
    )


@registry.tokenizers("entente.treebank_tokenizer.v1")  # type: ignore[untyped-decorator]  # spaCy's
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Factory named in the core's config."""
    return make_tokenizer
