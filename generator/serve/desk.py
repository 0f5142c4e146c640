"""The desk: whenever something was saved, the site is made anew, first what somebody is looking at, then the rest."""

from __future__ import annotations

import hashlib
import itertools
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from generator.frozen import frozen
from generator.inputs import Inputs, stamps
from generator.model.finding import Diagnostic
from generator.publish.files import Site
from generator.serve.faults import told_of
from generator.serve.pages import Around, Pages
from generator.serve.warm import Warm
from generator.shipped import TEMPLATES
from generator.source_date import EPOCH, commit_date, source_date

#: Seconds: an editor saves in several steps; what can't be watched is looked at; a restless folder is not waited for.
_QUIET, _LOOK, _RESTLESS = 0.05, 1.0, 0.4
_FEW = 3
#: How many parts of a site are one plan's.
_PARTS = 5
_REST = "Bringing all other pages up to date"


class _Anew(Exception):
    """Something was saved while the rest was being made."""


@frozen
class Shown:
    """What is served now. ``number`` rises with each change; ``busy`` says what is being done, or nothing."""

    number: int = 0
    pages: Pages | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    busy: str = "Reading the project"

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What keeps the project from being published; what several plans inherit stands once."""
        return tuple(dict.fromkeys(one for one in self.diagnostics if one.severity == "error"))


@frozen
class Told:
    """For the terminal: how long a round took, what is new to say, how many errors and warnings there are in all."""

    seconds: float
    new: tuple[Diagnostic, ...]
    errors: int
    warnings: int
    plans: int
    first: bool


class Desk:
    """Makes a project's site in a thread of its own, for as long as ``run`` runs."""

    def __init__(self, root: Path, tell: Callable[[Told], None], templates: Path = TEMPLATES) -> None:
        """``tell`` is called after each round."""
        self.root, self.templates, self._tell = root, templates, tell
        self.shown = Shown()
        self.stopped = False
        self.changed = threading.Condition()
        self._warm = Warm(root, templates)
        self._saved = threading.Event()
        self._open: Counter[str] = Counter()
        self._done: Inputs | None = None
        self._said: set[Diagnostic] = set()
        self._rounds = self._stamps = 0
        self._given = os.environ.get(EPOCH)

    def wake(self) -> None:
        """Say that something was saved. May be called from any thread, as often as anybody likes."""
        self._saved.set()

    def stop(self) -> None:
        """End ``run`` as soon as it can, and let go of whoever waits."""
        self.stopped = True
        self._saved.set()
        with self.changed:
            self.changed.notify_all()

    def run(self) -> None:
        """Make the site, and make it anew whenever something was saved, until it is stopped."""
        try:
            while not self.stopped:
                self._settle()
                self.round()
                self._wait()
        finally:
            os.environ.pop(EPOCH)
            os.environ |= {EPOCH: self._given} if self._given else {}

    @contextmanager
    def looking_at(self, name: str) -> Iterator[None]:
        """Somebody looks at a page while the block runs."""
        self._open[name] += 1
        try:
            yield
        finally:
            self._open[name] -= 1

    def key(self, name: str) -> str:
        """Return what changes whenever a page does, or what its dialogs read of the whole plan."""
        pages = self.shown.pages
        if pages is None:
            return ""
        parts = name.split("/")
        beside = pages.file(f"plans/{parts[1]}/athlete.json") if parts[0] == "plans" and len(parts) > 2 else None
        return hashlib.sha256((pages.file(name) or b"") + b"\0" + (beside or b"")).hexdigest()[:16]

    def _wait(self) -> None:
        """Wait until something is saved; what no watcher tells of is seen a moment later."""
        while not self._saved.wait(_LOOK):
            now = stamps(self.root, self.templates)
            if now != self._stamps:
                return

    def _settle(self) -> None:
        """Wait until nothing more is saved for a moment."""
        until = time.monotonic() + _RESTLESS
        while self._saved.is_set() and time.monotonic() < until and not self.stopped:
            self._saved.clear()
            self._saved.wait(_QUIET)
        self._saved.clear()

    def round(self) -> None:
        """Make the site anew of what was saved by now; for whoever does not ``run``."""
        began = time.monotonic()
        self._stamps = stamps(self.root, self.templates)
        os.environ[EPOCH] = self._given or commit_date(self.root)  # MkDocs, too, reads it there
        try:
            if self._make():
                self._tell(self._summary(time.monotonic() - began))
        except _Anew:
            self._saved.set()
        except Exception as problem:  # whatever it is, the last good site stays up and the author is told
            errors = [one for one in self._warm.diagnostics if one.severity == "error"]
            told = () if errors else told_of(problem, self.root)
            self._done = self._warm.inputs
            self._show(replace(self.shown, diagnostics=(*self._warm.diagnostics, *told), busy=""))
            self._tell(self._summary(time.monotonic() - began))

    def _make(self) -> bool:
        """Make what is to be made; return whether there was anything."""
        waiting = self._warm.look()
        if self._warm.inputs == self._done:
            return False
        self._done = None  # until the end of this round what is shown belongs to no inputs
        self._show(replace(self.shown, busy=self.shown.busy or "Working out what was saved"))
        if not self._warm.blocked:
            first = [path for path in waiting if path.stem in self._open_plans()] or list(waiting[:_FEW])
            if self.shown.pages is not None:
                self._expand(first, len(first), self._nothing)
                self._put_up(first, self._nothing)
                self._expand([path for path in waiting if path not in first], len(waiting), self._pause)
            else:
                self._expand(waiting, len(waiting), self._nothing)
            begun = self.shown.pages is not None
            self._show(replace(self.shown, busy=_REST if begun else "Printing the pages"))
            self._put_up(None, self._pause if begun else self._counting())
        self._done = self._warm.inputs
        self._show(replace(self.shown, diagnostics=self._warm.diagnostics, busy=""))
        return True

    def _expand(self, paths: Sequence[Path], of: int, pause: Callable[[], None]) -> None:
        for number, path in enumerate(paths, of - len(paths) + 1):
            pause()
            if of > _FEW or self.shown.pages is None:
                self._show(replace(self.shown, busy=f"Expanding {path.stem} ({number} of {of})"))
            self._warm.expand(path)

    def _put_up(self, fresh: Sequence[Path] | None, pause: Callable[[], None]) -> None:
        """Let the site as it is now take the place of the one before, unless one of its open pages can't be made."""
        whole = self._warm.site({*self._plans_shown(), *fresh} if fresh is not None else None, pause)
        if whole is None:
            return
        pages = self._with(whole.site)
        self._show(replace(self.shown, pages=pages, number=self.shown.number + 1, diagnostics=self._warm.diagnostics))

    def _with(self, site: Site) -> Pages:
        inputs, pages = self._warm.inputs, self.shown.pages
        assert inputs is not None
        paths = frozenset((*site.pages, *site.late))
        around = Around(site.navigation, inputs.settings, inputs.theme, int(source_date(self.root)), paths)
        with self._warm.spoken():
            if pages is None or pages.around != around:
                made = Pages(self.root, site, around)
                self._try(made)
                return made
            back = pages.replaced(site)
        try:
            self._try(pages)
        except Exception:
            back()
            raise
        return pages

    def _try(self, pages: Pages) -> None:
        """Make each page that somebody looks at; what is raised keeps the site from being shown."""
        for name in {"index.html", *(name for name, many in self._open.copy().items() if many > 0)}:
            pages.file(name)

    def _open_plans(self) -> set[str]:
        names = (name.split("/") for name, many in self._open.copy().items() if many > 0)
        return {parts[1] for parts in names if parts[0] == "plans" and len(parts) > 2}

    def _plans_shown(self) -> list[Path]:
        inputs = self._warm.inputs
        return [path for path in (inputs.plans if inputs else ()) if path.stem in self._open_plans()]

    def _counting(self) -> Callable[[], None]:
        """Return what says at the start how far the printing is; a save does not begin it anew."""
        done, all_of_it = itertools.count(1), _PARTS * len(self._warm.inputs.plans if self._warm.inputs else ())

        def count() -> None:
            self._nothing()
            percent = min(99, 100 * next(done) // max(1, all_of_it))
            self._show(replace(self.shown, busy=f"Printing the pages ({percent} %)"))

        return count

    def _pause(self) -> None:
        if self._saved.is_set():
            raise _Anew

    def _nothing(self) -> None:
        if self.stopped:
            raise _Anew

    def _show(self, shown: Shown) -> None:
        with self.changed:
            self.shown = shown
            self.changed.notify_all()

    def _summary(self, seconds: float) -> Told:
        said, first = self.shown.diagnostics, not self._rounds
        new = tuple(one for one in dict.fromkeys(said) if one not in self._said)
        self._rounds += 1
        errors = {one for one in self._said if one.severity == "error"}
        self._said = (self._said - errors) | set(said)  # an error that comes back is told again, a warning once
        warnings = sum(one.severity != "error" for one in said)
        plans = len(self._warm.inputs.plans) if self._warm.inputs else 0
        return Told(seconds, new, len(self.shown.errors), warnings, plans, first)
