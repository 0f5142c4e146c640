"""nginx and caddy with the configurations that `hardday host` writes: what they say with every kind of file."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from servers import ask, configured, project, serving

from generator.hosting import headers_file, site_headers
from generator.publish.policy import PAGE_POLICY
from generator.settings import Clinic, Settings

pytestmark = [pytest.mark.site]

EMBED = "https://clinic.example.org"
FOR_EVER = "public, max-age=31536000, immutable"
SERVERS = ("nginx", "caddy")
#: A file of each kind, as a pattern of its path, with the type that it has to have.
KINDS = {
    "index.html": "text/html; charset=utf-8",
    "plans/marathon-competitive/week-07/index.html": "text/html; charset=utf-8",
    "plans/marathon-competitive/plan.json": "application/json; charset=utf-8",
    "plans/marathon-competitive/offline.json": "application/json; charset=utf-8",
    "plans/marathon-competitive/springfield-marathon.ics": "text/calendar; charset=utf-8",
    "manifest.webmanifest": "application/manifest+json",
    "sw.js": "text/javascript; charset=utf-8",
    "assets/js-*/main.js": "text/javascript; charset=utf-8",
    "assets/css/hardday-*.css": "text/css; charset=utf-8",
    "assets/stylesheets/main.*.min.css": "text/css; charset=utf-8",
    "assets/javascripts/bundle.*.min.js": "text/javascript; charset=utf-8",
    "assets/icons/icon.svg": "image/svg+xml",
    "assets/icons/icon-192.png": "image/png",
    "sitemap.xml": "application/xml",
    "search/search_index.json": "application/json; charset=utf-8",
}
UNPACKED = ("image/png",)


def address_of(site: Path, pattern: str) -> str:
    """The address of the one file that a pattern names."""
    found = sorted(site.glob(pattern))
    assert found, pattern
    return found[0].relative_to(site).as_posix().removesuffix("index.html")


def faults(address: str, site: Path) -> list[str]:
    """What a server says wrongly of any kind of file."""
    found = []
    wanted = site_headers(Settings(Clinic(embed_on=(EMBED,))))
    for pattern, kind in KINDS.items():
        path = address_of(site, pattern)
        answer = ask(address + path, Accept_Encoding="gzip")
        said = {
            "status": str(answer.status),
            "Content-Type": answer.head["Content-Type"],
            "Cache-Control": answer.head["Cache-Control"],
            "Content-Encoding": answer.head["Content-Encoding"],
        } | {name: ", ".join(answer.head.get_all(name, [])) for name in wanted}
        by_name = re.match(r"assets/.*[-.][0-9a-f]{8}[./]", path)
        right = wanted | {
            "status": "200",
            "Content-Type": kind,
            "Cache-Control": FOR_EVER if by_name else "no-cache",
            "Content-Encoding": None if kind in UNPACKED else "gzip",
        }
        found += [f"{path}: {name} is {said[name]}, not {right[name]}" for name in right if said[name] != right[name]]
        body = gzip.decompress(answer.body) if said["Content-Encoding"] == "gzip" else answer.body
        if body != next(iter(sorted(site.glob(pattern)))).read_bytes():
            found.append(f"{path}: other bytes than the file's")
        if not answer.head["ETag"] and not answer.head["Last-Modified"]:
            found.append(f"{path}: nothing to ask anew by")
    return found


@pytest.fixture(scope="module")
def projects(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The built site in a project for the root and in one for a path below it."""
    folder = tmp_path_factory.mktemp("hosts")
    return {
        path: project(folder / (path.strip("/") or "root"), built_site, path, f"[{EMBED}]") for path in ("/", "/sub/")
    }


@pytest.mark.parametrize("path", ["/", "/sub/"])
@pytest.mark.parametrize("server", SERVERS)
def test_each_kind_of_file(server: str, path: str, projects: dict[str, Path]) -> None:
    site = projects[path] / "site"
    with serving(server, projects[path], path) as address:
        assert faults(address, site) == []
        _no_surprises(address, site)


def _no_surprises(address: str, site: Path) -> None:
    """Folders, what is missing, what is hidden, and what a reader already has."""
    assert ask(address + "plans").status in (301, 302, 307, 308)
    assert ask(address + "plans").head["Location"].endswith("plans/")
    for missing in ("nowhere/", "plans/nowhere.ics", "assets/nowhere.js", "assets/css/nowhere-01234567.css"):
        answer = ask(address + missing)
        assert answer.status == 404, missing
        assert b'id="missing"' in answer.body or missing.startswith("assets/"), missing
        assert answer.head["Cache-Control"] == "no-cache", missing
        assert answer.head["X-Content-Type-Options"] == "nosniff", missing
        assert answer.head["Content-Type"].startswith("text/html"), missing
    assert ask(address + "assets/").status in (403, 404), "a folder's list"
    (site / ".hidden").write_text("no reader's concern", "utf-8")
    assert ask(address + ".hidden").status == 404
    assert ask(address + "%2e%2e/mkdocs.yml").status in (400, 404)
    tag = ask(address).head["ETag"]
    assert ask(address, If_None_Match=tag).status == 304


def without(text: str, line: str) -> str:
    """A configuration that lacks each line in which a text stands."""
    kept = [one for one in text.splitlines() if line not in one]
    assert len(kept) < len(text.splitlines()), line
    return "\n".join(kept) + "\n"


@pytest.mark.parametrize(
    ("server", "line", "told"),
    [
        ("nginx", "text/calendar ics;", "springfield-marathon.ics: Content-Type is application/octet-stream"),
        ("nginx", "manifest+json webmanifest", "manifest.webmanifest: Content-Type is application/octet-stream"),
        ("nginx", "add_header Content-Security-Policy", ": Content-Security-Policy is ,"),
        ("nginx", '"~^(200|206|304)', "main.js: Cache-Control is no-cache"),
        ("nginx", "gzip on;", "Content-Encoding is None, not gzip"),
        ("caddy", "header @json", "plan.json: Content-Type is application/json,"),
        ("caddy", "header @hashed", "main.js: Cache-Control is None"),
        ("caddy", "X-Content-Type-Options", "X-Content-Type-Options is ,"),
    ],
)
def test_a_line_that_is_missing_is_seen(server: str, line: str, told: str, projects: dict[str, Path]) -> None:
    with serving(server, projects["/"], changed=lambda text: without(text, line)) as address:
        assert any(told in fault for fault in faults(address, projects["/"] / "site"))


def test_the_policy_of_the_host_is_that_of_the_pages(built_site: Path, projects: dict[str, Path]) -> None:
    page = (built_site / "index.html").read_text("utf-8")
    assert f'<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">' in page
    for server in (*SERVERS, "headers"):
        assert f"{PAGE_POLICY}; frame-ancestors 'self' {EMBED}" in configured(server, projects["/"], 8080)


def read_headers(text: str) -> dict[str, dict[str, str]]:
    """A `_headers` file as the hosts that read one do: a path, then its headers indented."""
    rules: dict[str, dict[str, str]] = {}
    at = ""
    for line in text.splitlines():
        assert len(line) <= 2000
        if line.startswith("/"):
            at = line
            assert at not in rules
            assert at.count("*") <= 1
            rules[at] = {}
        elif line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            assert value
            rules[at][name] = value
        else:
            assert line.startswith("#")
    assert len(rules) <= 100
    return rules


def test_the_file_for_hosts_that_read_one(built_site: Path) -> None:
    settings = Settings(Clinic(embed_on=(EMBED,)))
    for path in ("/", "/sub/"):
        rules = read_headers(headers_file(settings, path))
        assert rules[f"{path}*"] == site_headers(settings)
        assert rules[f"{path}*.ics"] == {"Content-Type": "text/calendar; charset=utf-8"}
        assert rules[f"{path}manifest.webmanifest"] == {"Content-Type": "application/manifest+json"}
        for_ever = [
            at.removeprefix(path).removesuffix("*")
            for at, said in rules.items()
            if said.get("Cache-Control") == FOR_EVER
        ]
        assert len(for_ever) == 4
        named = re.compile(r"[-.][0-9a-f]{8}[./]")
        kept = [p.relative_to(built_site).as_posix() for p in built_site.rglob("*") if p.is_file()]
        assert not [one for one in kept if one.startswith(tuple(for_ever)) and not named.search(one)]
        assert any(one.startswith(for_ever[0]) for one in kept), "the folder of all browser code has another name"
