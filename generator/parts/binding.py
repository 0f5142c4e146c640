"""What every plan is bound with and no plan decides: what the theme is told, and the articles of the exercises.

It is made of the library, the templates and the settings alone, and kept: where these are unchanged, a plan is bound
without reading the library.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.model.digest import digest
from generator.parts.ground import Ground
from generator.parts.kept import CACHE, kept_text, read_kept, write_kept
from generator.parts.keys import key_of
from generator.publish.addresses import exercise_address
from generator.publish.articles import Article, Articles

if TYPE_CHECKING:
    from generator.publish.markdown import Press

FORMAT = "hardday/binding@1"
FILE = CACHE / "binding.json"


@frozen
class Binding:
    """``key`` stands for the ground and for all that follows; ``told`` is JSON.

    ``exercises`` are the articles of the library's exercises, by address, without the plans that use them.
    """

    key: str
    told: str
    exercises: Mapping[str, Article]


def make_binding(ground: Ground, printer: Press) -> Binding:
    """Make it, in the language that is spoken."""
    from generator.publish.site import ExercisePages, shipped_assets, theme_told  # where it is kept none is needed

    beside = ground.beside
    told = theme_told(shipped_assets(beside.templates, beside.library), ground.settings.clinic)
    articles = Articles(ExercisePages(printer, beside.library), ground.file)
    addresses = map(exercise_address, beside.library.exercises)
    return _keyed(Binding("", json.dumps(told), {address: articles.at(address) for address in addresses}), ground.key)


def read_binding(root: Path, ground: str) -> Binding | None:
    """Return what is kept; None if there is nothing, or if it is of another ground or damaged."""
    found = read_kept(root / FILE, FORMAT, Binding)
    return found if found is not None and found == _keyed(found, ground) else None


def write_binding(root: Path, binding: Binding) -> None:
    """Keep it for the next build."""
    write_kept(root / FILE, kept_text(FORMAT, binding))


def _keyed(binding: Binding, ground: str) -> Binding:
    articles = ([address, one.title, one.html] for address, one in binding.exercises.items())
    content = json.dumps([binding.told, *articles]).encode("utf-8")
    return replace(binding, key=key_of(ground, digest(content)))
