"""Ten thousand cells and more of words, amounts, signs and junk: each is read or listed, and none takes long."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from cell_texts import reading, sound, vocabulary
from everything import EVERYTHING
from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = sorted(" ".join(key) for key in vocabulary().words)
SIGNS = [*"+-/,;:()[]{}@&'\"x×*~<>%.!?#\n\t½¼–|", " + ", " / ", ", ", " or ", " and ", " with ", " @ ", " x ", " then "]
JUNK = ["club", "🏃", "日本", "ﬁ", "\u202e", "\x00", "e\u0301", "٣", "²", "5kmeasy", "ß", "İ", "\ud7ff", "x" * 40, "(("]
UNITS = ["km", "mi", "m", "min", "s", "h", "k", "'", '"', "", "", "miles", "/km", "-K"]
WHOLE = [
    "easy 5 km",
    "6 x 800 m @ 5k / 400 m jog",
    "rest or",
    "WU 2 km",
    "tempo 20 min",
    "2 x (4 x 400 m)",
    "CD 2 km",
    "long run 20 km",
    "6 strides",
    "w/ 400 m jog",
    "8 mi with 5 mi @ MP",
    "AM",
    "PM",
    "last 5 km @ MP",
    "1 min hard / 1 min easy",
]
#: Fewer while you work, all where CI or `make test-all` runs.
SHARE = 1 if EVERYTHING else 3
Draw = Callable[[random.Random], str]


def number(draw: random.Random) -> str:
    """Return a number as people write one, or one too long for anything."""
    fixed = ("7,5", "1.500", "5:00", "1:30:00", "½", "1/2", "6-8", "22–24")
    long = "9" * draw.randint(1, 60)
    return draw.choice([str(draw.randint(0, 30)), str(draw.randint(1, 20) * 100), long, *fixed])


def junk(draw: random.Random) -> str:
    """Return a cell of anything at all."""
    ways: list[Draw] = [
        lambda draw: draw.choice(WORDS),
        lambda draw: f"{number(draw)}{draw.choice(['', ' '])}{draw.choice(UNITS)}",
        lambda draw: draw.choice(SIGNS),
        lambda draw: draw.choice(WHOLE),
        lambda draw: draw.choice(JUNK),
    ]
    parts = [draw.choices(ways, (7, 5, 5, 3, 1))[0](draw) for _ in range(draw.randint(1, 14))]
    return draw.choice([" ", " ", ""]).join(parts)


def near_sense(draw: random.Random) -> str:
    """Return a cell that a person might have written."""
    unit = draw.choice([" km", "km", " mi", " min", "'", "k"])
    amount = f"{draw.randint(1, 30)}{unit}"
    effort = draw.choice(["@ 5k", "@ T", "MP", "@ 4:00 /km", "@ RPE 7", "hard", "easy", "tempo", "", "hills"])
    pause = draw.choice(["/ 400 m jog", "w/ 90 s rest", ", 2 min jog", "(1 min)", "", "/ 60 s walk", ", jog back"])
    body = draw.choice(["800 m", "1 km", "3 min", "(400 m, 200 m jog)", "mile"])
    repeat = f"{draw.randint(1, 12)} x {body} {effort} {pause}"
    stretches = [amount, f"{amount} {effort}", f"WU {amount}", f"{amount} CD"]
    pieces = [draw.choice(WORDS), repeat, draw.choice(WHOLE), *stretches]
    joined = draw.choice([" ", ", ", " + ", ": ", "\n", " and ", " with ", " or "])
    return joined.join(draw.choice(pieces) for _ in range(draw.randint(1, 4)))


@pytest.mark.parametrize(("make", "least_read"), [(junk, 120), (near_sense, 1500)])
@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 6))])
def test_each_is_read_or_listed(make: Draw, least_read: int, seed: int) -> None:
    draw = random.Random(f"{make.__name__}-{seed}")
    found = Counter(sound(cell, reading(cell)) for cell in (make(draw) for _ in range(1000 if make is junk else 1500)))
    assert found["read"] * 6 >= least_read, found
    assert found["unknown"] > 100, found


@settings(max_examples=1500 // SHARE)
@given(st.one_of(st.text(max_size=80), st.text(alphabet="0123456789 xkmins/()@,+:-'½easyrt\n", max_size=120)))
def test_any_text_is_read_or_listed(cell: str) -> None:
    assert sound(cell, reading(cell)) in ("read", "unknown", "empty")


HEAVY = [
    "(" * 300,
    "((" * 70 + "5 km" + "))" * 70,
    "6 x " * 75,
    "2 x (" * 50,
    "1-" * 150,
    "1/2" * 100,
    "5:" * 150,
    "/" * 300,
    "or " * 100,
    "5 km + " * 42,
    "easy 5 km and " * 21,
    "easy 5 km, bike 5 km, " * 13,
    "6 x 800 m / 400 m jog, " * 13,
    "@ " * 150,
    "½" * 300,
    "9" * 300,
    "club " * 60,
    "long easy " * 30,
    "AM easy PM easy " * 18,
    "medium long run medium " * 13,
    "a" * 300,
    "a." * 150,
    "\n" * 299 + "x",
]


@pytest.mark.parametrize("cell", HEAVY, ids=lambda cell: f"{cell[:12]!r}")
def test_a_cell_costs_little(cell: str) -> None:
    """The work is counted in calls of functions: a cell of 300 letters may cost some hundred for each."""
    calls = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event == "call"

    reading("easy 5 km")
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read = reading(cell[:300])
    finally:
        sys.setprofile(before)
    sound(cell[:300], read)
    assert calls < 150_000
