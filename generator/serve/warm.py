"""A project kept in memory: what was expanded and printed stays until what it is made of is another.

A plan that has faults keeps its last good pages, so the site stays whole while its author mends it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.bookmarks import read_history, written
from generator.checking import expand_one
from generator.frozen import frozen
from generator.inputs import Inputs, plan_keys, read_inputs
from generator.language import speaking
from generator.model.finding import Diagnostic, Place, Refused
from generator.owned import Owned, owned
from generator.pipeline import Expanded
from generator.project import Project, open_project
from generator.publish.parts import Remembered, pausing
from generator.publish.texts import LibraryTexts
from generator.settings import site_language
from generator.shipped import TEMPLATES
from generator.source_date import source_date
from generator.whole_site.beside import Beside, read_beside
from generator.whole_site.whole import Whole, whole_site

Key = tuple[str, ...]


@dataclass(slots=True)
class _Kept:
    """A definition: what it was expanded from last, what was said of it, and what came of it when it was last good."""

    key: Key
    diagnostics: tuple[Diagnostic, ...]
    good: Expanded | None


@frozen
class _Shared:
    """What all plans share, as it was when it was last without faults."""

    key: Key
    project: Project
    library: LibraryTexts


@dataclass(slots=True)
class _Said:
    """What was said last of all that is not one plan's."""

    shared: tuple[Diagnostic, ...] = ()
    clinic: tuple[Diagnostic, ...] = ()
    whole: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Warm:
    """A warm project. ``look`` says what is to be expanded anew, ``expand`` does one of them, ``site`` is the site."""

    root: Path
    templates: Path = TEMPLATES
    inputs: Inputs | None = None
    language: str = "en"
    _made: Remembered = field(default_factory=Remembered)
    _plans: dict[Path, _Kept] = field(default_factory=dict)
    _shared: _Shared | None = None
    _clinic: tuple[Key, Owned] | None = None
    _beside: tuple[Key, Beside] | None = None
    _words: Key = ()
    _said: _Said = field(default_factory=_Said)

    def look(self) -> tuple[Path, ...]:
        """Read what changed, and return the definitions that are to be expanded anew; Refused if that can't be said."""
        self.inputs = read_inputs(self.root, self.templates)
        self._plans = {path: kept for path, kept in self._plans.items() if path in self.inputs.plans}
        self._speak()
        try:
            self._open()
            self._said.shared = ()
        except Refused as refused:
            self._said.shared = refused.diagnostics
            return ()
        return tuple(path for path in self.inputs.plans if self._stale(path))

    def expand(self, path: Path) -> None:
        """Expand a definition; if it has faults, what came of it last stays."""
        key, kept = self._key(path), self._plans.get(path)
        assert self._shared is not None
        with self.spoken():
            found, told = expand_one(self._shared.project, path)
        good = found or (kept.good if kept else None)
        if plan_keys(self.root).get(path) != key[0]:
            key = ()  # it changed while it was read, so what came of it belongs to no key
        self._plans[path] = _Kept(key, told, good)

    def site(self, fresh: Collection[Path] | None = None, pause: Callable[[], None] = lambda: None) -> Whole | None:
        """Return the site of all plans as they are now; None while there is nothing to show.

        ``fresh``: only these plans' pages need be new, all others may be those of before. Which days of a week may
        change places takes longest to work out; it may then be old, too. ``pause`` is called before each part is
        made; if it raises, what was made is not lost.
        """
        known = (self._plans[path].good for path in sorted(self._plans))
        expanded = [good for good in known if good is not None]
        if not expanded or self._shared is None:
            return None
        with self.spoken():
            clinic = self._owned(expanded)
            beside = self._read_beside(clinic)
            faulty = [path.stem for path, kept in self._plans.items() if kept.good is None]
            history = read_history(self.root, [written(one.authored, one.plan) for one in expanded], faulty)
            made = self._made if fresh is None else self._made.but_for({path.stem for path in fresh}, ("moves",))
            whole = whole_site(expanded, beside, history, pausing(made, pause))
        if fresh is None:
            self._said.whole = whole.faults
            self._made.forget_unused()
        return whole

    @property
    def blocked(self) -> bool:
        """True while what all plans share has errors: nothing can be made anew then."""
        return bool(self._said.shared)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that is to be said of the project as it is now."""
        plans = (one for path in sorted(self._plans) for one in self._plans[path].diagnostics)
        nothing = Diagnostic(
            Place("plans", 1, 1), "error", None, "there is no plan in plans/", "Write one as a .yaml file."
        )
        none = () if self._plans or self._said.shared else (nothing,)
        return (*self._said.shared, *plans, *none, *self._said.clinic, *self._said.whole)

    @contextmanager
    def spoken(self) -> Iterator[None]:
        """Speak the site's language while the block runs."""
        with speaking(self.language):
            yield

    def _speak(self) -> None:
        """Forget everything where the language, or the words of one that is not English, are others."""
        assert self.inputs is not None
        try:
            self.language = site_language(self.root)
        except Refused:
            return  # it is said with the other settings
        words = (self.language, "" if self.language == "en" else self.inputs.locale)
        if words != self._words:
            self._words, self._made, self._beside = words, Remembered(), None

    def _open(self) -> None:
        assert self.inputs is not None
        site_language(self.root)
        key = (self.inputs.shared, *self._words)
        if self._shared is None or self._shared.key != key:
            with self.spoken():
                project = open_project(self.root)  # first, since it alone says what is wrong in which line
                self._shared = _Shared(key, project, LibraryTexts(project.library.texts))

    def _key(self, path: Path) -> Key:
        assert self.inputs is not None
        assert self._shared is not None
        return (self.inputs.plans[path], *self._shared.key)

    def _stale(self, path: Path) -> bool:
        return path not in self._plans or self._plans[path].key != self._key(path)

    def _owned(self, expanded: list[Expanded]) -> Owned:
        """Return the clinic's settings; while they have errors, those of before."""
        found = owned(self.root, [one.authored for one in expanded])
        self._said.clinic = found.diagnostics
        if self._clinic and any(one.severity == "error" for one in found.diagnostics):
            return self._clinic[1]
        assert self.inputs is not None
        if self._clinic is None or self._clinic[0] != (self.inputs.settings,):
            self._clinic = ((self.inputs.settings,), found)
        return self._clinic[1]

    def _read_beside(self, clinic: Owned) -> Beside:
        """Return what the site is made of beside its plans; the same object as long as it is the same."""
        assert self.inputs is not None
        assert self._shared is not None
        inputs, shared = self.inputs, self._shared
        key = (*shared.key, inputs.settings, inputs.records, inputs.words, source_date(self.root), str(id(clinic)))
        if self._beside is None or self._beside[0] != key:
            beside = read_beside(shared.project, clinic.settings, shared.library)
            self._beside = (key, replace(beside, templates=self.templates, words=inputs.words))
        return self._beside[1]
