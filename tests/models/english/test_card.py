"""The model card's tables come from measured scores and replace the old ones alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.english.card import BEGIN, END, write

RESULTS = {
    "GUM, all": {"tokens": 99.5, "tags": 97.84, "sentences": 96.1, "UAS": 91.7, "LAS": 89.25},
    "names, UNER": {"precision": 75.8, "recall": 78.9, "F1": 77.3},
    "speed": {"words/s": 5000.0},
}
WANTED = f"""before
{BEGIN}
| list | tokens | tags | sentences | UAS | LAS |
|---|---|---|---|---|---|
| GUM, all | 99.5 | 97.8 | 96.1 | 91.7 | 89.2 |

| names | precision | recall | F1 |
|---|---|---|---|
| UNER | 75.8 | 78.9 | 77.3 |
{END}
after
"""


def test_scores_replace_what_stood_between_the_marks(tmp_path: Path) -> None:
    card = tmp_path / "CARD.md"
    card.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write(card, RESULTS)
    assert card.read_text(encoding="utf-8") == WANTED
    write(card, RESULTS)
    assert card.read_text(encoding="utf-8") == WANTED


def test_a_card_without_marks_is_left_alone(tmp_path: Path) -> None:
    card = tmp_path / "CARD.md"
    card.write_text("nothing", encoding="utf-8")
    with pytest.raises(ValueError, match="scores"):
        write(card, RESULTS)
    assert card.read_text(encoding="utf-8") == "nothing"
