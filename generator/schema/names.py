"""What a project's library and policies know by name, for editors to complete."""

from __future__ import annotations

from collections.abc import Iterable

from generator.frozen import frozen


@frozen
class Names:
    """Slugs, sorted. Empty where there is no project: then any may stand. ``held``: exercises done for seconds."""

    exercises: tuple[str, ...] = ()
    big_lifts: tuple[str, ...] = ()
    held: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        exercises: Iterable[str],
        big_lifts: Iterable[str],
        held: Iterable[str],
        sources: Iterable[str],
        policies: Iterable[str],
    ) -> Names:
        """Return the names in one order, whatever the order they come in."""
        ordered = (tuple(sorted(names)) for names in (exercises, big_lifts, sources, policies))
        one, big, cited, house = ordered
        return cls(one, big, frozenset(held), cited, house)
