"""A clinic's desk: a folder in git, the real commands in it, and readers that never stop asking."""

from __future__ import annotations

import hashlib
import http.client
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

#: Git asks for a name and looks for settings of the person: it gets its own.
_GIT = {
    "GIT_AUTHOR_NAME": "Dana Example",
    "GIT_AUTHOR_EMAIL": "dana@clinic.example.org",
    "GIT_COMMITTER_NAME": "Dana Example",
    "GIT_COMMITTER_EMAIL": "dana@clinic.example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


@dataclass(frozen=True)
class Desk:
    """A project in a git repository, and what a person types there."""

    root: Path

    def environment(self) -> dict[str, str]:
        """The environment of a person: no settings of the tests'."""
        kept = {key: value for key, value in os.environ.items() if key not in ("SOURCE_DATE_EPOCH", "CI")}
        return kept | _GIT | {"NO_MKDOCS_2_WARNING": "1"}

    def types(self, program: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the project, whatever its exit status."""
        command = [str(Path(sys.executable).with_name(program))] if program == "hardday" else [program]
        return subprocess.run(
            [*command, *words],
            cwd=self.root,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def does(self, program: str, *words: str) -> str:
        """Run a command that must succeed and return what it prints."""
        done = self.types(program, *words)
        assert done.returncode == 0, f"{program} {' '.join(words)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def commits(self, message: str) -> None:
        """Commit everything that git does not ignore."""
        self.does("git", "add", "--all")
        self.does("git", "commit", "--quiet", "--message", message)

    def site(self) -> Mapping[str, str]:
        """Every published file by its path, with its hash."""
        folder = self.root / "site"
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@dataclass
class Readers:
    """People with bookmarks who read all that was published first, from beginning to end, without a break."""

    address: str
    bookmarks: tuple[str, ...]
    asked: int = 0
    failed: list[str] = field(default_factory=list)
    seen: dict[str, set[str]] = field(default_factory=dict)
    over: threading.Event = field(default_factory=threading.Event)
    _counting: threading.Lock = field(default_factory=threading.Lock)

    def read(self, first: int) -> None:
        """One reader, who begins at another bookmark than the others; each page's own files are asked for with it."""
        place = urlsplit(self.address)
        connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
        order = self.bookmarks[first:] + self.bookmarks[:first]
        while not self.over.is_set():
            for bookmark in order:
                text = self._get(connection, f"/{bookmark}")
                for name in re.findall(r'(?:src|href)="((?:\.\./)*assets/[^"]+\.(?:css|js))"', text)[:2]:
                    self._get(connection, f"/{name.replace('../', '')}")
                if self.over.is_set():
                    break
        connection.close()

    def _get(self, connection: http.client.HTTPConnection, path: str) -> str:
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            fault = "" if answer.status == 200 else f"{path}: {answer.status}"
        except (OSError, http.client.HTTPException) as problem:
            connection.close()
            body, fault = b"", f"{path}: {problem!r}"
        with self._counting:
            self.asked += 1
            self.failed += [fault] if fault else []
            self.seen.setdefault(path, set()).add(hashlib.sha256(body).hexdigest())
        return body.decode("utf-8", "replace")

    @contextmanager
    def reading(self, people: int = 4) -> Iterator[Readers]:
        """Let them read while the block runs."""
        step = max(1, len(self.bookmarks) // people)
        threads = [threading.Thread(target=self.read, args=(step * each,)) for each in range(people)]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            self.over.set()
            for thread in threads:
                thread.join()
