"""A word more in a cell is listed, or changes what the cell says: nothing that is written gets lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from cell_texts import reading, session_text
from test_words_of_cells import READ

CELLS = [row[0] for row in READ]
GAPS = re.compile(r"[\s,;:()+/]+")


def said(cell: str) -> tuple[str, ...]:
    """Return all that a cell says, its notes too; nothing if it is asked about."""
    read = reading(cell)
    return () if read.unknown else (*map(session_text, read.sessions), "notes:", *read.notes)


def with_more(cell: str, word: str) -> Iterator[str]:
    """Yield a cell with a word put in at each gap."""
    for place in [0, *(gap.end() for gap in GAPS.finditer(cell)), len(cell)]:
        yield f"{cell[:place]} {word} {cell[place:]}".strip()


@pytest.mark.parametrize("cell", CELLS)
def test_an_unknown_word_is_listed(cell: str) -> None:
    for longer in with_more(cell, "quox"):
        assert any("quox" in part for part in reading(longer).unknown), longer


@pytest.mark.parametrize("cell", CELLS)
def test_a_bare_number_changes_what_is_said(cell: str) -> None:
    for longer in with_more(cell, "77"):
        assert said(longer) != said(cell), longer


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize(
    "word",
    ["hills", "RPE 3", *(pytest.param(word, marks=pytest.mark.long) for word in ("tempo", "walk", "10k", "4:00 /km"))],
)
def test_a_word_that_means_something_changes_what_is_said(cell: str, word: str) -> None:
    same_effort = word == "tempo" and ("threshold" in cell or "HM" in cell)
    if word.split()[0].casefold().rstrip("s") in cell.casefold() or same_effort:
        return
    for longer in with_more(cell, word):
        assert said(longer) != said(cell), longer


@pytest.mark.parametrize("cell", CELLS)
def test_kept_words_stay_in_the_label(cell: str) -> None:
    for longer in with_more(cell, "on grass"):
        told = said(longer)
        assert not told or any("on grass" in part for part in told), longer
