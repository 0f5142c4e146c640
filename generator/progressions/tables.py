"""The tables by name, each with what it is and what it rests on: for whoever asks where a number comes from."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from generator.frozen import frozen
from generator.progressions import (
    abbreviated,
    base_hold,
    base_load,
    heavy_load,
    long_run,
    maintenance,
    power,
    strength_taper,
    volume,
    written,
)


@frozen
class Table:
    """A table: the module's name, its first sentence, and the keys of its sources (none: a coaching convention)."""

    name: str
    title: str
    sources: tuple[str, ...]

    @property
    def file(self) -> str:
        """Where it stands in the repository."""
        return f"generator/progressions/{self.name}.py"


def _table(module: ModuleType) -> Table:
    return Table(module.TABLE, (module.__doc__ or "").splitlines()[0].rstrip("."), module.SOURCES)


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in map(
        _table,
        (
            *(volume, long_run, base_load, base_hold, heavy_load, power),
            *(maintenance, strength_taper, abbreviated, written),
        ),
    )
}
