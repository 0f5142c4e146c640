"""The words for a day: what they leave, and what they can't."""

from __future__ import annotations

import re

import pytest
from definition.drawing import drawn
from hypothesis import given
from hypothesis import strategies as st

from generator.model.day_wish import ALL_KINDS, ALL_LIFTS, KIND_WORDS, LIFT_WORDS, DayWish

WORDS = st.sampled_from([*KIND_WORDS, *LIFT_WORDS, "no", "or", "+", "NO", "  ", "heavey", ""])


@pytest.mark.parametrize(
    ("text", "kinds", "lifts"),
    [
        ("long", {"long"}, ALL_LIFTS),
        ("Rest OR  cross", {"rest", "cross"}, ALL_LIFTS),
        ("off", {"rest"}, ALL_LIFTS),
        ("quality + heavy", {"quality"}, {"heavy"}),
        ("hard+lift", {"quality", "long", "race"}, {"base", "heavy", "maintenance", "abbreviated"}),
        ("no lift", ALL_KINDS, {"none", "primer"}),
        ("no run", {"cross", "rest"}, ALL_LIFTS),
        ("no rest + no cross", ALL_KINDS - {"rest", "cross"}, ALL_LIFTS),
        ("long + no heavy", {"long"}, ALL_LIFTS - {"heavy"}),
        ("aerobic + short", {"aerobic"}, {"abbreviated"}),
    ],
)
def test_what_a_word_leaves(text: str, kinds: set[str], lifts: set[str]) -> None:
    wish = DayWish.parse(text)
    assert (wish.kinds, wish.lifts) == (kinds, lifts)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lomg", "did you mean 'long'"),
        ("wednesday", "is not a kind of day or lift"),
        ("", "a word is missing"),
        ("long +", "a word is missing"),
        ("no", "'no' is not a kind of day or lift"),
        ("rest or heavy", "mixes running and lifting"),
        ("no rest or cross", "write 'no rest + no cross'"),
        ("cross or no rest", "can be read in two ways"),
        ("rest + long", "leaves nothing"),
        ("heavy + no heavy", "leaves nothing"),
        ("long " * 40, "longer than 120 characters"),
    ],
)
def test_what_cannot_be_read(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        DayWish.parse(text)


@drawn
@given(st.one_of(st.text(), st.lists(WORDS, max_size=8).map(" ".join)))
def test_a_wish_leaves_something_or_is_refused(text: str) -> None:
    try:
        wish = DayWish.parse(text)
    except ValueError as refused:
        assert 0 < len(str(refused)) < 400
        return
    assert wish.kinds
    assert wish.lifts
    assert wish.kinds <= ALL_KINDS
    assert wish.lifts <= ALL_LIFTS


@drawn
@given(st.sampled_from(sorted(KIND_WORDS)), st.sampled_from(sorted(LIFT_WORDS)))
def test_no_turns_a_word_round(kind: str, lift: str) -> None:
    assert DayWish.parse(f"no {kind}").kinds == ALL_KINDS - DayWish.parse(kind).kinds
    assert DayWish.parse(f"no {lift}").lifts == ALL_LIFTS - DayWish.parse(lift).lifts
    assert DayWish.parse(f"{kind} + {lift}") == DayWish.parse(f"{kind}  +  {lift}".upper()).__class__(
        f"{kind} + {lift}", DayWish.parse(kind).kinds, DayWish.parse(lift).lifts
    )
