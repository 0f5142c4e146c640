"""The site is published again and again while readers ask for pages and what belongs to them: not one request fails."""

from __future__ import annotations

import hashlib
import http.client
import re
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from servers import serving
from site_project import ROOT

from generator.kept_sites import publish_next, roll_back, stamp, tidy_up

pytestmark = [pytest.mark.site]

PUBLISHES = 25
READERS = 4
LEAST = 3000
PAGES = ("", "plans/marathon/", "plans/marathon/week-07/", "plans/marathon/race.ics", "plans/marathon/plan.json")


def write_site(folder: Path, version: int) -> None:
    """A small site of which every page names a file by its content, which the next version has no more."""
    code = f"export const version = {version};\n" + "// filling\n" * 400
    name = f"assets/js-{hashlib.sha256(code.encode()).hexdigest()[:8]}/main.js"
    page = (
        f'<!doctype html><title>{version}</title><script type="module" src="/{name}"></script>' + "<p>A week.</p>" * 300
    )
    for path in (*(f"{path}index.html" for path in PAGES if path[-1:] in ("", "/")), "404.html"):
        put(folder / path, page)
    put(folder / "plans/marathon/race.ics", f"BEGIN:VCALENDAR\nX-VERSION:{version}\n")
    put(folder / "plans/marathon/plan.json", f'{{"version": {version}}}')
    put(folder / name, code)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@dataclass
class Readers:
    """Readers that ask until they are stopped, and what failed."""

    address: str
    requests: int = 0
    failed: list[str] = field(default_factory=list)
    versions: set[str] = field(default_factory=set)
    over: threading.Event = field(default_factory=threading.Event)

    def read(self) -> None:
        """One reader: a page, then the file that it names, over a connection that is kept open."""
        place = urlsplit(self.address)
        connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=20)
        while not self.over.is_set():
            for path in PAGES:
                text = self._get(connection, f"/{path}")
                for name in re.findall(r'src="(/assets/[^"]+)"', text):
                    code = self._get(connection, name)
                    version = re.findall(r"<title>(\d+)<", text)
                    if re.findall(r"version = (\d+)", code) != version:
                        self.failed.append(f"{name}: not the code of its page")
                    self.versions.update(version)
        connection.close()

    def _get(self, connection: http.client.HTTPConnection, path: str) -> str:
        self.requests += 1
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8")
        except (OSError, http.client.HTTPException) as problem:
            connection.close()
            self.failed.append(f"{path}: {problem!r}")
            return ""
        if answer.status != 200:
            self.failed.append(f"{path}: {answer.status}")
        return text


def at_once(root: Path, version: int) -> None:
    """What a build does: the next site is written aside and takes the place of the other."""
    tidy_up(root)
    write_site(root / "build" / "site-next", version)
    stamp(root)
    publish_next(root)


def in_place(root: Path, version: int) -> None:
    """What many scripts do: delete, then write."""
    shutil.rmtree(root / "site")
    write_site(root / "site", version)


def under_load(
    server: str, root: Path, publish: Callable[[Path, int], None], changed: Callable[[str], str] = lambda text: text
) -> Readers:
    """Publish again and again while readers ask, until they have asked enough."""
    (root / "build").mkdir(parents=True)
    shutil.copy2(ROOT / "mkdocs.yml", root)
    write_site(root / "site", 0)
    with serving(server, root, changed=changed) as address:
        readers = Readers(address)
        threads = [threading.Thread(target=readers.read) for _ in range(READERS)]
        for thread in threads:
            thread.start()
        version = 0
        while version < PUBLISHES or (readers.requests < LEAST and not readers.failed):
            version += 1
            publish(root, version)
            if version % 10 == 0 and publish is at_once:
                roll_back(root)
            readers.over.wait(0.02)
        readers.over.set()
        for thread in threads:
            thread.join()
    return readers


@pytest.mark.parametrize("server", ["nginx", pytest.param("caddy", marks=pytest.mark.long)])
def test_no_request_fails(server: str, tmp_path: Path) -> None:
    readers = under_load(server, tmp_path / "project", at_once)
    assert readers.failed == []
    assert readers.requests >= LEAST
    assert len(readers.versions) >= PUBLISHES / 2, "the readers hardly saw the site change"


def test_a_site_written_in_place_is_seen_to_fail(tmp_path: Path) -> None:
    assert under_load("nginx", tmp_path / "project", in_place).failed


def test_without_the_site_before_a_page_loses_its_files(tmp_path: Path) -> None:
    def forgetful(text: str) -> str:
        start, end = text.index("        # A page that was opened"), text.rindex("    }\n}")
        return text[:start] + text[end:]

    failed = under_load("nginx", tmp_path / "project", at_once, forgetful).failed
    assert any(fault.startswith("/assets/") for fault in failed)
