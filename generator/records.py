"""What a project commits beside its plans because a build has no memory: published addresses and calendar events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import bookmarks
from generator.bookmarks.ledger import Entry, ledger_text
from generator.committed import FILES
from generator.frozen import frozen
from generator.model.finding import Diagnostic, Place
from generator.publish.calendars import ledger as calendars

_OF = {bookmarks.LEDGER: "published addresses", calendars.FILE: "published calendar events"}


@frozen
class Records:
    """Both records as they are with the site that was just worked out."""

    addresses: Mapping[str, Entry]
    events: calendars.Ledger

    def write(self, root: Path) -> tuple[str, ...]:
        """Write what changed, each file whole or not at all; return which did."""
        changed = (bookmarks.write_ledger(root, self.addresses), calendars.write_ledger(root, self.events))
        return tuple(file for file, written in zip(FILES, changed, strict=True) if written)

    def frozen(self, root: Path) -> tuple[Diagnostic, ...]:
        """Return an error for each record that is not committed as this site needs it."""
        return tuple(self._stale(root))

    def _stale(self, root: Path) -> Iterator[Diagnostic]:
        texts = {bookmarks.LEDGER: ledger_text(self.addresses), calendars.FILE: calendars.ledger_text(self.events)}
        for file, text in texts.items():
            found = _read(root / file)
            if found == text or (found is None and file == calendars.FILE and not self.events):
                continue
            lines, new = (found or "").splitlines(), text.splitlines()
            first = next((at for at, line in enumerate(new) if at >= len(lines) or lines[at] != line), len(new))
            message = f"the record of {_OF[file]} is not up to date: {_difference(lines, new)}"
            hint = f"Run `hardday pages` on your machine and commit {file} with the plans."
            yield Diagnostic(Place(file, min(first, max(len(lines) - 1, 0)) + 1, 1), "error", None, message, hint)


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _difference(old: list[str], new: list[str]) -> str:
    if not old:
        return "there is none yet"
    added, gone = len(set(new) - set(old)), len(set(old) - set(new))
    return f"{added} lines would be new or changed" if added else f"{gone} lines would change"
