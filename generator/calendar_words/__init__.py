"""Cells of anybody's running calendar, understood by the words of ``plans/library/calendar_words.yaml``.

Nothing is guessed: every letter of a cell is a known word, an amount or a workout, or it is listed as unknown.
"""

from __future__ import annotations

from generator.calendar_words.cell import read_cell
from generator.calendar_words.reading import CellReading, ReadSession, settled
from generator.calendar_words.settling import with_settled
from generator.calendar_words.vocabulary import Vocabulary
from generator.calendar_words.vocabulary_file import load_vocabulary

__all__ = ["CellReading", "ReadSession", "Vocabulary", "load_vocabulary", "read_cell", "settled", "with_settled"]
