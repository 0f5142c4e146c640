"""Records are plain JSON: what comes back is what was written, and anything else is refused, never guessed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pytest

from generator.parts.codec import decode, encode


@dataclass(frozen=True)
class Inner:
    name: str
    below: tuple[Inner, ...] = ()


@dataclass(frozen=True)
class Outer:
    number: int
    share: float
    yes: bool
    kind: Literal["a", "b"]
    day: date | None
    pair: tuple[int, str]
    inner: Mapping[str, Inner]
    value: int | str | tuple[str, ...]


WHOLE = Outer(1, 2.5, True, "b", date(2027, 1, 4), (3, "x"), {"k": Inner("ä", (Inner("deep"),))}, ("p", "q"))


def test_what_comes_back_is_what_was_written() -> None:
    assert decode(Outer, json.loads(json.dumps(encode(WHOLE)))) == WHOLE


@pytest.mark.parametrize("at", range(8))
@pytest.mark.parametrize("wrong", [None, "1", 1.5, [], {}, [1], [[1, 2]], [["k", "v"]]], ids=str)
def test_anything_else_is_refused(at: int, wrong: Any) -> None:
    said = encode(WHOLE)
    allowed = {1: (1.5,), 4: (None,), 7: ("1", [])}
    said[at] = wrong
    if wrong in allowed.get(at, ()) or (at == 6 and wrong == []):
        decode(Outer, said)
    else:
        with pytest.raises(ValueError, match=r"."):
            decode(Outer, said)


@dataclass(frozen=True)
class Plain:
    name: str
    number: int
    share: float = 0.5


@pytest.mark.parametrize("said", [["a", 1, 0.5], ["a", 1, 2]], ids=str)
def test_values_in_a_row_come_back(said: list[Any]) -> None:
    assert decode(Plain, said) == Plain(*said)
    assert decode(tuple[Plain, ...], [said, said]) == (Plain(*said), Plain(*said))


@pytest.mark.parametrize(
    "said", [["a", True, 0.5], ["a", 1.0, 0.5], [1, 1, 0.5], ["a", 1, None], ["a", 1], ["a", 1, 0.5, 1], "a1x"], ids=str
)
def test_another_row_is_refused(said: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(Plain, said)


@pytest.mark.parametrize("said", [["a", 1], [1], ["a", None], [["a"]]], ids=str)
def test_texts_among_which_something_else_is_are_refused(said: list[Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(tuple[str, ...], said)


@pytest.mark.parametrize("data", [None, 1, "x", {}, [], [1], [0] * 9], ids=str)
def test_no_record_at_all(data: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(Outer, data)


def test_depth_is_no_harm() -> None:
    deep: Any = ["x", []]
    for _ in range(100_000):
        deep = ["x", [deep]]
    with pytest.raises(ValueError, match="not what a record holds"):
        decode(Inner, deep)


def test_what_is_no_frozen_data_is_not_written() -> None:
    with pytest.raises(TypeError, match="set is no frozen data"):
        encode({1})
