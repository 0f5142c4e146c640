"""Our frozen data is what the standard library's would be: compared, hashed, shown, copied and refused alike."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any

import pytest

from generator.frozen import frozen


@frozen
class Lift:
    """One field does not count, one is not shown."""

    name: str
    sets: int = 3
    place: tuple[int, int] = field(default=(1, 1), compare=False)
    notes: tuple[str, ...] = field(default=(), repr=False)
    beside: Any = None


@frozen(kw_only=True)
class Named:
    """A single field."""

    name: str


@frozen
class Empty:
    """Nothing at all."""


@frozen
class Other:
    """The fields of another class."""

    name: str


def standard(kind: type[Any]) -> Callable[..., Any]:
    """Return the same class as the standard library makes it."""
    said = {one.name: one.type for one in fields(kind)}
    given = {one.name: field(compare=one.compare, repr=one.repr) for one in fields(kind)}
    bare = type(kind.__name__, (), {"__annotations__": said, **given})
    return dataclass(frozen=True, slots=True)(bare)


VALUES = (("squat", 3, (1, 1), (), None), ("squat", 3, (2, 5), (), None), ("squat", 4, (1, 1), ("x",), None))


def test_two_are_equal_where_the_standard_ones_are() -> None:
    kind = standard(Lift)
    ours, theirs = [Lift(*one) for one in VALUES], [kind(*one) for one in VALUES]
    assert [a == b for a in ours for b in ours] == [a == b for a in theirs for b in theirs]
    assert [hash(a) == hash(b) for a in ours for b in ours] == [hash(a) == hash(b) for a in theirs for b in theirs]
    assert ours[0] == ours[1] != ours[2]


def test_one_of_another_class_is_never_equal() -> None:
    assert Named(name="squat") != Other("squat")
    assert Lift("squat") != ("squat", 3, None)
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())
    assert len({Named(name="a"), Named(name="a"), Other("a")}) == 2


def test_it_is_shown_like_the_standard_one() -> None:
    for one in VALUES:
        shown = repr(standard(Lift)(*one))
        assert repr(Lift(*one)) == "Lift(" + shown.partition("(")[2]
    assert repr(Empty()) == "Empty()"


def test_one_that_holds_itself_is_shown_too() -> None:
    held: list[Any] = []
    one = Lift("squat", beside=held)
    held.append(one)
    assert repr(one) == "Lift(name='squat', sets=3, place=(1, 1), beside=[...])"


def test_nothing_of_it_changes() -> None:
    one = Lift("squat")
    with pytest.raises(FrozenInstanceError):
        one.sets = 4  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del one.sets
    assert not hasattr(one, "__dict__")


def test_it_is_copied_and_sent_to_other_processes() -> None:
    one = Lift("squat", 4, notes=("slow",))
    assert replace(one, sets=3) == Lift("squat", 3, notes=("slow",))
    assert pickle.loads(pickle.dumps(one)) == one


def test_what_has_no_hash_gives_none() -> None:
    with pytest.raises(TypeError):
        hash(Lift("squat", beside=[]))
