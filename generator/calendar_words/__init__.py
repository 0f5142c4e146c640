"""Cells of anybody's running calendar, understood by the words of ``plans/library/calendar_words.yaml``.

Nothing is guessed: every letter of a cell is a known word, an amount or a workout, or it is listed as unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.calendar_words.reading import CellReading, ReadSession, settled
from generator.calendar_words.vocabulary import Vocabulary

__all__ = ["CellReading", "ReadSession", "Vocabulary", "load_vocabulary", "read_cell", "settled", "with_settled"]


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read ``calendar_words.yaml`` of ``folder`` (a project's ``plans/library``); Refused with every fault of it."""
    raise NotImplementedError


def with_settled(vocabulary: Vocabulary, settled: Mapping[str, str]) -> Vocabulary:
    """Return the vocabulary with wordings that the author settled, each for what it means.

    A meaning is a kind (``quality``), ``rest``, a whole plain day (``quality 60 min (club night)``) or ``skip`` for
    words without meaning. ValueError in plain words for any other, or for a wording that holds no word.
    """
    raise NotImplementedError


def read_cell(text: str, vocabulary: Vocabulary) -> CellReading:
    """Read a cell; what is not understood is listed in the reading, never raised."""
    raise NotImplementedError
