"""Parts of a site: each is made of what it names and of nothing else, so it need not be made twice.

A build makes every part. A preview remembers what it made last and makes anew only what is made of something else.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Make(Protocol):
    """Returns a part: ``name`` says which, ``made_of`` is all that decides what it is, ``make`` makes it.

    A name is a word, or a word and the id of the plan that the part is of. The language is no part of ``made_of``:
    whoever remembers forgets everything when it changes. A part and what it is made of are never changed afterwards.
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

    def but_for(self, plans: Container[str], not_even: Container[str] = ()) -> Make:
        """Return what makes the parts of some plans, and takes those of all others as they are, old or not.

        ``not_even``: parts that may be old of those plans, too.
        """

        def make_few(name: Hashable, made_of: tuple[object, ...], make: Callable[[], T], /) -> T:
            part, of_plan = name if isinstance(name, tuple) else (name, None)
            fresh = of_plan is None or (of_plan in plans and part not in not_even)
            if fresh or name not in self._known:
                return self(name, made_of, make)
            return self._known[name][1]  # type: ignore[return-value]

        return make_few

    def forget_unused(self) -> None:
        """Forget each part that nobody asked for since this was done last."""
        self._known = {name: found for name, found in self._known.items() if name in self._asked}
        self._asked = set()


def pausing(made: Make, pause: Callable[[], None]) -> Make:
    """Return the same with a pause before each part that has to be made."""

    def make_after_pause(name: Hashable, made_of: tuple[object, ...], make: Callable[[], T], /) -> T:
        def paused() -> T:
            pause()
            return make()

        return made(name, made_of, paused)

    return make_after_pause


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """True if two parts are made of the same. ``1``, ``1.0`` and ``True`` are equal but print differently."""
    return len(one) == len(other) and all(
        a is b or (type(a) is type(b) and repr(a) == repr(b)) for a, b in zip(one, other, strict=True)
    )
