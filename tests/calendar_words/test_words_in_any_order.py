"""Words in any order give the same reading, for every kind's wordings and every way to write how far."""

from __future__ import annotations

import itertools
import re

from cell_texts import reading, vocabulary, written
from everything import EVERYTHING
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.calendar_words import ReadSession
from generator.calendar_words.vocabulary import SAID_KINDS

#: Fewer while you work, all where CI or `make test-all` runs.
SHARE = 1 if EVERYTHING else 4
AMOUNTS = ("8 km", "5 mi", "7,5 km", "8-10 km", "8 to 10 km", "40 min", "1h30", "90'", "45-60 min", "1:30 h", "1½ h")
MORE = ("@ 5:30 /km", "RPE 3", "Z2", "trail", "on road", "hilly", "optional", "(treadmill)", "140 bpm", "morning")
#: Words without a meaning may end up in a longer wording or beside it.
PLAIN = {"run", "runs", "the", "a", "of", "on", "in", "day", "running"}


def wordings(kind: str) -> list[str]:
    """Return a kind's wordings that stand for nothing else."""
    words = vocabulary().words
    return [
        written(key)
        for key, word in words.items()
        if word.kind == kind and not word.sign and len(key[0]) > 1 and "/" not in key
    ]


KINDS = {kind: wordings(kind) for kind in SAID_KINDS if kind != "rest"}


def told(text: str) -> tuple[object, ...]:
    """Return all of a reading but the order of its words."""
    read = reading(text)
    assert not read.unknown, (text, read.unknown, read.why)
    return tuple(map(_plain, read.sessions))


def _plain(session: ReadSession) -> tuple[object, ...]:
    words = frozenset(re.findall(r"[^\W_]+", session.label.casefold())) - PLAIN
    amounts = (session.distance, session.duration)
    return (
        session.kind,
        *amounts,
        session.workout,
        session.optional,
        session.pace,
        session.rpe,
        session.recovery,
        words,
    )


@settings(max_examples=400 // SHARE)
@given(st.data())
def test_any_order_is_read_alike(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    items = [
        data.draw(st.sampled_from(KINDS[kind])),
        data.draw(st.sampled_from(AMOUNTS[:6] if kind == "race" else AMOUNTS)),
    ]
    if kind == "race":
        items[1] = data.draw(st.sampled_from(AMOUNTS[:5]))
    items += data.draw(st.lists(st.sampled_from(MORE), max_size=2, unique=True))
    first = told(", ".join(items))
    for order in itertools.permutations(items):
        assert told(", ".join(order)) == first, order
        assert told(" ".join(order)) == first, order


def test_kinds_that_go_together_do_in_any_order() -> None:
    for words in (["easy", "long run", "20 km"], ["recovery", "easy", "5 km"], ["bike", "easy", "40 min"]):
        readings = {told(" ".join(order)) for order in itertools.permutations(words)}
        assert len(readings) == 1


def test_a_choice_of_rest_may_stand_on_either_side() -> None:
    texts = ("rest or easy 5 km", "rest or 5 km easy", "easy 5 km or rest", "5 km easy or off", "off / 5 km easy")
    assert len({told(text) for text in texts}) == 1
