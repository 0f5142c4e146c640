"""Sites in which an author, a library, a policy and a clinic wrote hostile texts wherever they may write any.

Definitions are filled after they are read, so that no length keeps a text out; all else goes the way of a build.
"""

from __future__ import annotations

import dataclasses
import itertools
import shutil
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from injection_texts import mark
from site_project import ROOT

from generator import pipeline
from generator.bookmarks import read_history
from generator.inputs import read_inputs
from generator.model.definition import Authored
from generator.pipeline import Expanded, expand
from generator.project import open_project
from generator.publish.texts import PolicyTexts
from generator.serve.pages import Around, Pages
from generator.settings import Clinic, Settings
from generator.validate import validate
from generator.whole_site.beside import read_beside
from generator.whole_site.whole import whole_site

EPOCH = "1767225600"
PLANS = Path(__file__).parent / "plans"
#: Fields of a definition that hold an author's own words.
WORDS = frozenset(
    (
        *("title", "summary", "author", "name", "needs", "by", "purpose", "enter_when", "leave_when", "for_you"),
        *("not_for_you", "source", "licence", "because", "label", "note"),
    )
)
#: Fields with texts of a form of their own: names of things, dates, amounts. None of them takes a mark of HTML.
FORMS = frozenset(
    (
        *(
            "id",
            "audience",
            "units",
            "week_starts",
            "policy",
            "kind",
            "cross_role",
            "long_with",
            "cutback",
            "day",
            "on",
        ),
        *("start", "big_lifts", "sources", "quality", "text", "unit", "exercise", "target", "role", "lift", "run"),
        *("first_day", "last_day", "days", "roles", "load", "written", "effort", "sessions", "running", "race"),
        *("strength", "rules"),
    )
)
#: Keys of the library's files whose values are words; a source's own keys say what it is.
_LIBRARY_WORDS = {
    "exercises": {"name", "equipment", "purpose", "cues", "faults", "not_when"},
    "sessions": {"title", "purpose"},
    "glossary": {"term", "text"},
    "stop_signs": {"title", "signs", "lead", "questions"},
    "tests": {"name", "how", "record", "pass", "text", "not_when", "age", "men", "women", "handling"},
    "sources": {"authors", "title", "publisher", "journal", "locator", "type", "n", "note"},
}
#: Longer texts stand in definitions and settings alone: a file of the library has 256 KiB at most.
_LONGEST = 250
_NOT_IN_FILES = frozenset(("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))
_CLINIC_WORDS = ("name", "address", "booking_text", "disclaimer", "reviewed_reminder")


class Words:
    """Gives out hostile texts, each field from where it left off, so that all of them pass through every field.

    ``shown`` makes a text of one: itself, or a harmless word. ``places``: how many places each field has in the site;
    without it, places are counted and get one text each.
    """

    def __init__(
        self, texts: Sequence[str], shown: Callable[[str], str] = str, places: Mapping[str, int] | None = None
    ) -> None:
        self.texts = [f"{mark(number)}{shown(text)}" for number, text in enumerate(texts)]
        self.counted: Counter[str] = Counter()
        self._places = places
        self._rounds: dict[str, Iterator[str]] = {}

    def some(self, field: str) -> list[str]:
        """The next texts of a field, as many as each of its places takes."""
        self.counted[field] += 1
        found = self._rounds.setdefault(field, itertools.cycle(self.texts))
        number = -(-len(self.texts) // self._places.get(field, 1)) if self._places is not None else 1
        return list(itertools.islice(found, number))

    def joined(self, field: str) -> str:
        """The next texts of a field, behind one another."""
        return " ".join(self.some(field))


def harmless(text: str) -> str:
    """A word that stands for any hostile text."""
    return "word"


def filled(value: Any, words: Words, field: str = "") -> Any:
    """Return a part of a definition with hostile texts in all of its words."""
    if isinstance(value, str):
        return words.joined(field) if value and field in WORDS else value
    if isinstance(value, tuple):
        if value and field in WORDS and all(isinstance(one, str) for one in value):
            return tuple(words.some(field))
        return tuple(filled(one, words, field) for one in value)
    if isinstance(value, Mapping):
        return {
            key: words.joined("because") if key == "because" else filled(one, words, field)
            for key, one in value.items()
        }
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: filled(getattr(value, one.name), words, one.name) for one in dataclasses.fields(value)}
        return dataclasses.replace(value, **changed)
    return value


def unknown_texts(value: Any, field: str = "") -> Iterator[str]:
    """Yield the names of a definition's fields that hold a text and are neither words nor of a known form."""
    if isinstance(value, str):
        if field not in WORDS | FORMS:
            yield field
    elif isinstance(value, tuple):
        for one in value:
            yield from unknown_texts(one, field)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from () if key == "because" else unknown_texts(one, field)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for one in dataclasses.fields(value):
            yield from unknown_texts(getattr(value, one.name), one.name)


def checkout(to: Path, words: Words) -> Path:
    """Make a project of two small plans in the new folder, with the library's own words replaced."""
    to.mkdir(parents=True)
    shutil.copy2(ROOT / "mkdocs.yml", to)
    shutil.copytree(ROOT / "templates" / "theme", to / "templates" / "theme")
    shutil.copytree(ROOT / "plans", to / "plans", ignore=lambda here, names: _plans_in(here, names))
    for plan in sorted(PLANS.glob("*.yaml")):
        shutil.copy2(plan, to / "plans")
    for name, keys in _LIBRARY_WORDS.items():
        path = to / "plans" / "library" / f"{name}.yaml"
        data = yaml.safe_load(path.read_text("utf-8"))
        path.write_text(yaml.safe_dump(_library(data, keys, words, name), allow_unicode=True, width=10**9), "utf-8")
    return to


def _plans_in(here: str, names: list[str]) -> list[str]:
    return [name for name in names if name.endswith((".yaml", ".json"))] if Path(here).name == "plans" else []


def _library(value: Any, keys: set[str], words: Words, name: str, key: str = "") -> Any:
    if isinstance(value, dict):
        return {one: _library(inner, keys, words, name, one) for one, inner in value.items()}
    if isinstance(value, list):
        return [_library(inner, keys, words, name, key) for inner in value]
    if isinstance(value, str) and key in keys:
        number = "{reps} " if "{reps}" in value else ""
        said = " ".join(one for one in words.some(f"{name}.{key}") if len(one) <= _LONGEST)
        return number + as_written(said or "word").replace("{", "(").replace("}", ")")
    return value


def as_written(text: str) -> str:
    """Return a text without what no file may hold: control characters, lone surrogates and the like."""
    kept = ("\n", "\t")
    return "".join(
        one
        for one in text
        if one in kept or unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")
    )


def clinic(words: Words) -> Clinic:
    """A clinic whose every text is hostile."""
    said: dict[str, Any] = {name: words.joined(f"clinic.{name}") for name in _CLINIC_WORDS}
    paragraphs = tuple((text, text) for text in words.texts)
    return Clinic(
        **said,
        phone="+1 555 010 0100",
        email="hello@clinic.example.org",
        booking="https://clinic.example.org/book",
        imprint=paragraphs,
        privacy=paragraphs,
    )


def hostile_site(root: Path, texts: Sequence[str], shown: Callable[[str], str], patch: pytest.MonkeyPatch) -> Pages:
    """Work out the site of a new checkout in which every author wrote these texts; no part of it may be refused."""
    patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    counting = Words(texts, harmless)
    _expanded(checkout(root / "counted", counting), counting, patch)
    clinic(counting)
    words = Words(texts, shown, counting.counted | {"policy": 1})
    project = checkout(root / shown.__name__, words)
    return _pages(project, words, _expanded(project, words, patch))


def _expanded(root: Path, words: Words, patch: pytest.MonkeyPatch) -> list[Expanded]:
    def read(*arguments: Any) -> Authored:
        authored = validate(*arguments)
        return dataclasses.replace(authored, definition=filled(authored.definition, words))

    patch.setattr(pipeline, "validate", read)
    project = open_project(root)
    return [expand(project, path, f"plans/{path.name}") for path in sorted((root / "plans").glob("*.yaml"))]


def _pages(root: Path, words: Words, expanded: Sequence[Expanded]) -> Pages:
    settings = Settings(clinic(words), "https://training.example.org/")
    beside = read_beside(open_project(root), settings)
    policies = tuple(PolicyTexts(one.id, words.joined("policy"), words.joined("policy")) for one in beside.policies)
    whole = whole_site(expanded, dataclasses.replace(beside, policies=policies), read_history(root, []))
    assert not whole.faults, whole.faults
    inputs = read_inputs(root, root / "templates")
    paths = frozenset((*whole.site.pages, *whole.site.late))
    return Pages(root, whole.site, Around(whole.site.navigation, inputs.settings, "", int(EPOCH), paths))
