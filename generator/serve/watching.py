"""Files are watched, so that a save is noticed at once; whatever can't be watched, the desk looks at every second."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from generator.inputs import FOLDERS

_CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})


class _Waking(FileSystemEventHandler):
    def __init__(self, wake: Callable[[], None]) -> None:
        self.wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake whoever waits; that a file was read is no news."""
        if event.event_type in _CHANGES:
            self.wake()


def watch(root: Path, templates: Path, wake: Callable[[], None]) -> BaseObserver:
    """Begin to call ``wake``, from another thread, whenever something was saved."""
    observer, waking = Observer(), _Waking(wake)
    with suppress(OSError):  # a folder that can't be watched, or too many of them
        observer.schedule(waking, str(root))
        for folder in sorted({*(root / name for name in FOLDERS), templates}):
            if folder.is_dir():
                observer.schedule(waking, str(folder), recursive=True)
    observer.start()
    return observer
