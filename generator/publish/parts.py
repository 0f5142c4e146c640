"""Parts of a site: each is made of what it names and of nothing else, so it need not be made twice.

A build makes every part. A preview remembers what it made last and makes anew only what is made of something else.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Make(Protocol):
    """Returns a part: ``name`` says which, ``made_of`` is all that decides what it is, ``make`` makes it.

    A part and what it is made of are never changed afterwards.
    """

    def __call__(self, name: Hashable, made_of: tuple[object, ...], make: Callable[[], T], /) -> T:
        """Return the part."""


def anew(name: Hashable, made_of: tuple[object, ...], make: Callable[[], T], /) -> T:
    """Make the part."""
    return make()


class Remembered:
    """What was made last, by name. Not for several threads at once."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._known: dict[Hashable, tuple[tuple[object, ...], object]] = {}
        self._asked: set[Hashable] = set()

    def __call__(self, name: Hashable, made_of: tuple[object, ...], make: Callable[[], T], /) -> T:
        """Return the part as it was made last, if it was made of the same; else make it."""
        self._asked.add(name)
        found = self._known.get(name)
        if found is None or not _same(found[0], made_of):
            found = self._known[name] = (made_of, make())
        return found[1]  # type: ignore[return-value]

    def forget_unused(self) -> None:
        """Forget each part that nobody asked for since this was done last."""
        self._known = {name: found for name, found in self._known.items() if name in self._asked}
        self._asked = set()


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """True if two parts are made of the same. ``1``, ``1.0`` and ``True`` are equal but print differently."""
    return len(one) == len(other) and all(
        a is b or (type(a) is type(b) and repr(a) == repr(b)) for a, b in zip(one, other, strict=True)
    )
