"""The registry of every table and column of the output: the one place that names them.

Building, writing, reading, datapackage.json and DATA_DICTIONARY.md all follow it; a column that is
not here cannot be written. The claims table, the largest, has its columns in `claim_columns`.
Descriptions are for analysts. How a row is made from records lies in `pipeline.tables.build`.
"""

from __future__ import annotations

from pipeline.problems import CATALOGUE, Severity
from pipeline.records import ActorBasis, ActorKind, DateBasis
from pipeline.tables.claim_columns import CLAIM_COLUMNS
from pipeline.tables.schema import Column, ColumnType, ForeignKey, Table

#: Values of `status` in documents.csv.
READ, UNREAD, DUPLICATE = "read", "unread", "duplicate"

#: Values of `label` in mentions.csv.
ACTOR, PLACE, DATE = "ACTOR", "PLACE", "DATE"

_KINDS = tuple(kind.value for kind in ActorKind)
_COUNTED = "Claims marked `rejected` in review are not counted."


def _text(name: str, description: str, *, required: bool = True, warning: str = "") -> Column:
    return Column(
        name=name,
        type=ColumnType.TEXT,
        description=description,
        required=required,
        warning=warning,
    )


def _key(name: str, description: str) -> Column:
    return Column(
        name=name, type=ColumnType.TEXT, description=description, required=True, unique=True
    )


def _one_of(name: str, allowed: tuple[str, ...], description: str, *, required: bool) -> Column:
    return Column(
        name=name,
        type=ColumnType.TEXT,
        description=description,
        allowed=allowed,
        required=required,
    )


def _count(name: str, description: str, *, minimum: int = 0, warning: str = "") -> Column:
    return Column(
        name=name,
        type=ColumnType.INTEGER,
        description=description,
        required=True,
        minimum=minimum,
        warning=warning,
    )


def _day(name: str, description: str) -> Column:
    return Column(name=name, type=ColumnType.DATE, description=description)


def _degrees(name: str, description: str, limit: int) -> Column:
    return Column(
        name=name,
        type=ColumnType.NUMBER,
        description=description,
        minimum=-limit,
        maximum=limit,
        decimals=5,
    )


_LAT = _degrees("lat", "Latitude in degrees (WGS 84), north positive.", 90)
_LON = _degrees("lon", "Longitude in degrees (WGS 84), east positive.", 180)
_DOC_ID = _text("doc_id", "The document; its row in documents.csv and its text in texts/.")
_DOCUMENT_KEY = ForeignKey(column="doc_id", table="documents", reference="doc_id")
_SENTENCE_KEY = ForeignKey(column="sentence_id", table="sentences", reference="sentence_id")

CLAIMS = Table(
    name="claims",
    title="Claims",
    row="one source-target pair of one statement: who cooperates or is in tension with whom",
    columns=CLAIM_COLUMNS,
    primary_key=("claim_id",),
    foreign_keys=(_DOCUMENT_KEY, _SENTENCE_KEY),
    warning=(
        "A sentence with three actors on each side gives nine rows of one statement: count "
        "distinct `statement_id` for events, rows for pairs."
    ),
)

MENTIONS = Table(
    name="mentions",
    title="Mentions",
    row="one ACTOR, PLACE or DATE mention in a sentence",
    columns=(
        _key("mention_id", "Stable id of the mention: the same in every run on the same text."),
        _DOC_ID,
        _text(
            "sentence_id",
            "The sentence it stands in; empty for a mention outside sentences (in a heading).",
            required=False,
        ),
        _count("start", "First character of the mention in texts/<doc_id>.txt, counted from 0."),
        _count("end", "Character after its last one."),
        _text("text", "The mention as written."),
        _one_of("label", (ACTOR, PLACE, DATE), "What the mention names.", required=True),
        _text(
            "entity_id",
            "The resolved actor or place (actors.csv, places.csv); empty for dates.",
            required=False,
        ),
        _text(
            "name",
            "Canonical name of the actor or place; for a date its EDTF form (`2015-09`, "
            "`2018-21/2018-22`), empty where it could not be placed on the calendar.",
            required=False,
        ),
        _one_of("kind", _KINDS, "For an actor: what sort of body it is.", required=False),
        _text(
            "country",
            "ISO 3166 alpha-3 code of the state that the actor belongs to or the place lies in.",
            required=False,
        ),
        _one_of(
            "basis",
            tuple(x.value for x in ActorBasis) + tuple(x.value for x in DateBasis),
            "How we know: for an actor the form of words (`name`, `metonym` ...), for a date "
            "where year, month and day come from (`explicit`, `context` ...).",
            required=False,
        ),
        _day("start_date", "For a date: first day of its interval."),
        _day("end_date", "For a date: last day of its interval, included."),
        _LAT,
        _LON,
    ),
    primary_key=("mention_id",),
    foreign_keys=(_DOCUMENT_KEY,),
    warning="Two mentions may share their words: `both sides` means two actors.",
)

SENTENCES = Table(
    name="sentences",
    title="Sentences",
    row="one sentence of one document",
    columns=(
        _key("sentence_id", "Stable id of the sentence."),
        _DOC_ID,
        _count("page", "Page of the document, from 1; 1 where it has no pages.", minimum=1),
        _text("section", "The heading above the sentence; empty before the first.", required=False),
        _count("start", "First character of the sentence in texts/<doc_id>.txt, from 0."),
        _count("end", "Character after its last one."),
        _text("text", "The sentence, whitespace folded to single spaces."),
    ),
    primary_key=("sentence_id",),
    foreign_keys=(_DOCUMENT_KEY,),
)

DOCUMENTS = Table(
    name="documents",
    title="Documents",
    row="one input file, also one that could not be read",
    columns=(
        _text(
            "doc_id",
            "Stable id of the document: a hash of the file's bytes.",
            warning="Two files with the same bytes share it; count rows with status `read`.",
        ),
        _key("path", "The file, below the input folder."),
        _one_of(
            "status",
            (READ, UNREAD, DUPLICATE),
            "`read`; `unread`: no rows, see problems.csv; `duplicate`: same bytes as a file "
            "above, whose rows stand for both.",
            required=True,
        ),
        _text("title", "Title of the document; the file's name where it has none.", required=False),
        _day("doc_date", "Date of the document, where its first lines or its name give one."),
        _text("date_text", "That date as written.", required=False),
        _text("issuer", "The body whose statement it is, as written.", required=False),
        _text("media_type", "Type of the file, as a MIME type.", required=False),
        _text("encoding", "Character encoding it was read in.", required=False),
        _text("sha256", "SHA-256 of the file's bytes.", required=False),
        _text("text_path", "The cleaned text, below the output folder.", required=False),
        _count("n_pages", "Pages."),
        _count("n_words", "Words of the cleaned text."),
        _count("n_sentences", "Rows in sentences.csv."),
        _count("n_mentions", "Rows in mentions.csv."),
        _count("n_claims", "Rows in claims.csv, rejected ones too."),
        _count("n_problems", "Rows in problems.csv."),
        _text("core_version", "English core that read it.", required=False),
    ),
    primary_key=("path",),
)

ACTORS = Table(
    name="actors",
    title="Actors",
    row="one resolved actor of the corpus",
    columns=(
        _key("actor_id", "Stable id of the actor: the same in every run and corpus."),
        _text("name", "Canonical name."),
        _one_of("kind", _KINDS, "What sort of body it is.", required=True),
        _text(
            "country",
            "ISO 3166 alpha-3 code of the state it belongs to, represents or serves as a proxy.",
            required=False,
        ),
        _text("parent_id", "Actor id of the body or patron it belongs to.", required=False),
        _text("wikidata_id", "Wikidata item, `Q` and digits.", required=False),
        _text(
            "aliases_seen",
            "The words that named it in this corpus, most frequent first, separated by `; `.",
            required=False,
        ),
        _count("n_mentions", "Mentions."),
        _count("n_documents", "Documents that mention it or make a claim about it."),
        _count("n_claims", f"Claims with it as source or target. {_COUNTED}"),
        _count("n_cooperation", "Of these, claims of cooperation."),
        _count("n_tension", "Of these, claims of tension."),
    ),
    primary_key=("actor_id",),
)

PLACES = Table(
    name="places",
    title="Places",
    row="one resolved place of the corpus",
    columns=(
        _key("place_id", "`gn-` and the GeoNames id; `p-` and a hash where GeoNames has none."),
        _text("name", "Canonical name."),
        _text("country", "ISO 3166 alpha-3 code of the state it lies in.", required=False),
        _LAT,
        _LON,
        _text("geonames_id", "GeoNames id.", required=False),
        _text(
            "precision",
            "What the coordinates stand for (a town, a region, a country).",
            required=False,
            warning="A country's coordinates are one point in it: no event took place there.",
        ),
        _text(
            "names_seen",
            "The words that named it in this corpus, most frequent first, separated by `; `.",
            required=False,
        ),
        _count("n_mentions", "Mentions."),
        _count("n_documents", "Documents that mention it."),
        _count("n_claims", f"Claims that are placed there. {_COUNTED}"),
    ),
    primary_key=("place_id",),
)

DYADS = Table(
    name="dyads",
    title="Dyads",
    row="one unordered pair of actors with at least one claim between them",
    columns=(
        _key("dyad_id", "Stable id of the pair."),
        _text("a_name", "Canonical name of the one actor, first in the alphabet."),
        _text("b_name", "Canonical name of the other."),
        _count("n_statements", f"Distinct statements about the two. {_COUNTED}", minimum=1),
        _count("n_cooperation", "Of these, statements of cooperation."),
        _count(
            "n_tension",
            "Of these, statements of tension.",
            warning="Denied claims are counted under their relation: see `share_negated`.",
        ),
        Column(
            name="mean_stance",
            type=ColumnType.NUMBER,
            description="Mean stance of the statements, -1 hostile to +1 allied.",
            minimum=-1,
            maximum=1,
            warning="A mean near 0 may hide strong statements of both signs: see the two counts.",
        ),
        Column(
            name="share_negated",
            type=ColumnType.NUMBER,
            description="Share of the statements that the text denies.",
            required=True,
            minimum=0,
            maximum=1,
        ),
        _day("first_date", "First day of the earliest dated event; empty where none is dated."),
        _day("last_date", "Last day of the latest dated event."),
        _count("n_documents", "Documents with a claim about the two.", minimum=1),
        _text("a_id", "Actor id of the one."),
        _text("b_id", "Actor id of the other."),
        _text("a_country", "ISO 3166 alpha-3 code of the one's state.", required=False),
        _text("b_country", "ISO 3166 alpha-3 code of the other's state.", required=False),
    ),
    primary_key=("dyad_id",),
    foreign_keys=(
        ForeignKey(column="a_id", table="actors", reference="actor_id"),
        ForeignKey(column="b_id", table="actors", reference="actor_id"),
    ),
)

PROBLEMS = Table(
    name="problems",
    title="Problems",
    row="one thing that went wrong or was left out",
    columns=(
        _text("doc_id", "The document.", required=False),
        _text("path", "The file, below the input folder.", required=False),
        _text("stage", "The step that met it (`reading`, `annotate`, `claims` ...)."),
        _one_of("code", tuple(CATALOGUE), "Kind of problem.", required=True),
        _one_of(
            "severity",
            tuple(x.value for x in Severity),
            "`error`: the document gave no rows; `warning`: something was left out; `info`: "
            "worth knowing.",
            required=True,
        ),
        _text("message", "What happened."),
        _text("hint", "What to do about it."),
    ),
)

#: Every table of the output folder, in the order an analyst meets them.
TABLES: dict[str, Table] = {
    table.name: table
    for table in (CLAIMS, MENTIONS, SENTENCES, DOCUMENTS, ACTORS, PLACES, DYADS, PROBLEMS)
}
