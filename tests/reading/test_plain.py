"""Plain text becomes headings, paragraphs and list items by its looks."""

from __future__ import annotations

import textwrap

import pytest

from pipeline.reading import read_text

H, P, L = "heading", "paragraph", "list_item"


def blocks(text, **options):
    document = read_text(text, **options)
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def wrapped(text, width=76):
    return textwrap.fill(text, width)


LONG = (
    "Kenya and Tanzania have shared the waters of the lake for sixty years, and the two navies "
    "have seldom met except at the border posts, where boats are searched and nets are seized. "
    "Ministers of both states spoke of a joint patrol in spring."
)
LATER = (
    "The patrol never sailed. Nairobi blamed a lack of fuel, while officials in Dodoma said that "
    "the other side had asked for command of all vessels, which no government could accept."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one wrapped paragraph
        (wrapped(LONG), [(P, LONG)]),
        # two with a blank line between
        (f"{wrapped(LONG)}\n\n{wrapped(LATER)}\n", [(P, LONG), (P, LATER)]),
        # not wrapped: a line is a paragraph
        (f"{LONG}\n{LATER}", [(P, LONG), (P, LATER)]),
        # trailing and double spaces, a leading one where a PDF left it
        ("The two  sides \n met in   Dodoma. ", [(P, "The two sides met in Dodoma.")]),
        # a paragraph that begins with an indented line
        (
            f"    {wrapped(LONG)}\n    {wrapped(LATER)}",
            [(P, LONG), (P, LATER)],
        ),
        # nothing at all
        ("", []),
        (" \n\n\t\n", []),
    ],
)
def test_paragraphs_are_flowed(text, expected):
    assert blocks(text) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "Summary",
        "The Lake and Its Navies",
        "BACKGROUND",
        "1. Background",
        "II. Two Navies, One Lake",
        "What Comes Next?",
        "Conclusion:",
        "Rivals on the lake",  # small letters, but far shorter than a wrapped line
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["directly above", "apart"])
def test_a_heading_is_kept_apart_from_the_text_below(heading, gap):
    assert blocks(f"{heading}{gap}{wrapped(LONG)}") == [(H, heading), (P, LONG)]


def test_a_heading_of_two_lines_is_one():
    text = f"Two Navies on the Lake: Challenges of\nCommand and Supply\n{wrapped(LONG)}"
    assert blocks(text)[0] == (H, "Two Navies on the Lake: Challenges of Command and Supply")


def test_a_heading_may_be_underlined():
    assert blocks(f"The lake\n========\n{wrapped(LONG)}") == [(H, "The lake"), (P, LONG)]


@pytest.mark.parametrize(
    "text",
    [
        "Nairobi blamed a lack of fuel.",  # a sentence
        "Foreign Minister Achieng, asked about it, said:",  # leads over to what was said
        "Date: 3 March 2021",
        "NAIROBI, 3 March 2021",
        "Contact: press@example.org",
        "By Ana Ruiz",
        "the patrol never sailed",  # begins small
    ],
)
def test_what_is_no_heading_stays_a_paragraph(text):
    assert blocks(f"{wrapped(LONG)}\n\n{text}\n\n{wrapped(LATER)}")[1] == (P, text)


@pytest.mark.parametrize("text", ["Kenya accused Tanzania", "Kenya Accuses Tanzania"])
def test_a_line_alone_heads_nothing(text):
    assert blocks(text) == [(P, text)]


def test_a_last_line_without_a_stop_heads_nothing():
    assert blocks(f"{LONG}\n\nNairobi said so too") == [(P, LONG), (P, "Nairobi said so too")]


def test_lines_of_a_letterhead_are_not_one_sentence():
    text = f"Ministry of Fisheries\nNairobi, 3 March 2021\n{wrapped(LONG)}"
    assert blocks(text) == [(H, "Ministry of Fisheries"), (P, "Nairobi, 3 March 2021"), (P, LONG)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The states agreed to:\n- patrol the lake\n  together;\n- share radar.\n",
            [(P, "The states agreed to:"), (L, "patrol the lake together;"), (L, "share radar.")],
        ),
        (
            "Both states have agreed that they will\n- patrol the lake\n- share radar",
            [
                (P, "Both states have agreed that they will"),
                (L, "patrol the lake"),
                (L, "share radar"),
            ],
        ),
        ("• Kenya stays.\n• Uganda goes.", [(L, "Kenya stays."), (L, "Uganda goes.")]),
        (
            "1. Demands that both withdraw;\n2. Calls on the bloc to mediate.",
            [(L, "Demands that both withdraw;"), (L, "Calls on the bloc to mediate.")],
        ),
        # an initial and a year at a line's start begin no item
        ("J. Okoro said so.", [(P, "J. Okoro said so.")]),
        (
            wrapped("The two navies, which had not met since the summer of", 60)
            + "\n2015. A year later they did.",
            [
                (
                    P,
                    "The two navies, which had not met since the summer of 2015. A year later they "
                    "did.",
                )
            ],
        ),
        # a dash at a line's start goes on with the sentence
        (
            "The minister of fisheries of the larger of the two states\n- an admiral - left.",
            [(P, "The minister of fisheries of the larger of the two states - an admiral - left.")],
        ),
    ],
)
def test_list_items_stand_alone(text, expected):
    assert blocks(text) == expected


QUOTE = "the other side had asked for command of all vessels, which no government could accept."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a small letter follows in the", "next part of the sentence, which ends here."),
        ("a comma ends the first part,", "Tanzania begins the second one."),
        ("a preposition ends the part before the words of", "Tanzania, which are these."),
        ("a word is broken over the reconcili-", "ation that was agreed."),
    ],
)
def test_a_paragraph_that_a_pull_quote_interrupts_is_whole_again(first, second):
    text = f"{wrapped(LATER)}\n\nHere {first}\n\n{QUOTE}\n\n{second}"
    whole = f"Here {first} {second}".replace("reconcili- ation", "reconciliation")
    assert blocks(text) == [(P, LATER), (P, whole)]


def test_a_paragraph_that_a_page_break_interrupts_is_whole_again():
    text = f"{LATER[:81]}\f{LATER[81:]}"
    assert blocks(text) == [(P, LATER)]


def test_what_ends_in_a_stop_is_not_joined():
    assert blocks(f"{LONG}\n\n{QUOTE}") == [(P, LONG), (P, QUOTE)]


def test_a_pull_quote_within_a_paragraph_is_left_out():
    body = f"So much for the plan. {LATER}"
    end = "It says nothing of nets."
    text = f"{wrapped(body)}\n\n{wrapped(LONG)}\n{wrapped(LATER, 40)}\n{end}"
    assert blocks(text) == [(P, body), (P, LONG), (P, end)]


def test_a_headline_that_the_body_repeats_stays():
    headline = "Two Navies of Two States Share One Lake Without a Treaty"
    contents = f"{headline} . . . 4"
    text = f"{headline}\n\n{headline} and so they met.\n\n{contents}\n\n{wrapped(LONG)}"
    assert blocks(text)[:2] == [(H, headline), (P, f"{headline} and so they met.")]


def test_pages_are_counted_and_their_furniture_is_left_out():
    pages = [
        f"Lake Policy Review\n\n{wrapped(LONG)}\n\n1",
        f"Lake Policy Review\n\n{wrapped(LATER)}\n\n2",
        f"Lake Policy Review\n\nConclusion\n{wrapped(LONG.replace('sixty', 'seventy'))}\n\n3",
    ]
    document = read_text("\f".join(pages) + "\f")
    found = [(b.page, document.text[b.start : b.end]) for b in document.blocks]
    assert found == [
        (1, LONG),
        (2, LATER),
        (3, "Conclusion"),
        (3, LONG.replace("sixty", "seventy")),
    ]
    assert document.n_pages == 3


def test_a_page_number_within_a_sentence_is_left_out():
    cut = LATER.index(" officials")
    text = f"{wrapped(LATER[:cut])}\n\n17\n\n{wrapped(LATER[cut:].strip())}"
    assert blocks(text) == [(P, LATER)]


def test_a_year_alone_above_its_events_stays():
    assert blocks(f"{LONG}\n\n2015\n\n{LATER}") == [(P, LONG), (P, "2015"), (P, LATER)]


def test_the_section_is_the_heading_above():
    document = read_text(f"{LONG}\n\nThe Lake\n\n{LATER}\n\nThe Nets\n\nNets are dear.")
    assert [block.section for block in document.blocks] == [
        "",
        "The Lake",
        "The Lake",
        "The Nets",
        "The Nets",
    ]
