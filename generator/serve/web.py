"""The preview's server: files of the warm site, each page with a script that reloads it, and nothing that lasts.

Add ``?as-built`` to an address to get a file as a build publishes it, to the byte.
"""

from __future__ import annotations

import json
import posixpath
import socket
from collections.abc import Iterator
from contextlib import suppress
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.hosting.files import TYPES, WITH_CHARSET
from generator.html.config import mkdocs_says
from generator.model.finding import Diagnostic
from generator.report import in_order, page_of
from generator.serve.desk import Desk, Shown
from generator.serve.faults import told_of
from generator.shipped import SHIPPED

#: Where our own files and the news are; no page of a site has such an address.
OWN = "_preview/"
AS_BUILT = "as-built"
_FILES = SHIPPED / "templates" / "preview"
_WORKER = "sw.js"
_INDEX = "index.html"
_MISSING = "404.html"
_TYPE_OF = {ending: kind for kind, endings in TYPES.items() for ending in endings}
_BEAT = 10.0
_MOST_TOLD = 30
_LOCAL = ("127.0.0.1", "localhost", "[::1]", "::1")
_EMPTY = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main class="hd-preview-empty"><h1>{title}</h1><p>{said}</p></main></body></html>
"""


class PreviewServer(ThreadingHTTPServer):
    """Serves a desk's site. ``base`` is the path of site_url, below which absolute links of the site lie."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, host: str, port: int, desk: Desk) -> None:
        """Listen; OSError if that address can't be had."""
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.desk = desk
        self.only_local = host in _LOCAL
        super().__init__((host, port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away."""


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a file, a page or the news."""
        with suppress(BrokenPipeError, ConnectionResetError, TimeoutError):
            self._answer()

    do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what its author saved."""

    def _answer(self) -> None:
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        if self.server.only_local and host not in _LOCAL:
            return self._send(403, "text/plain", b"This preview is for this computer alone.\n")
        parts = urlsplit(self.path)
        path = unquote(parts.path).lstrip("/")
        if path.startswith(OWN):
            return self._own(path.removeprefix(OWN), parts.query)
        if path == _WORKER and parts.query != AS_BUILT:
            return self._own(_WORKER, "")
        self._file(path, parts.query)

    def _own(self, name: str, query: str) -> None:
        if name == "news":
            return self._news(unquote(query.removeprefix("page=")))
        path = _FILES / name
        if "/" in name or not path.is_file():
            return self._send(404, "text/plain", b"There is no such file.\n")
        self._send(200, _type(name), path.read_bytes())

    def _file(self, path: str, query: str) -> None:
        shown = self.server.desk.shown
        name = _name(self._below_base(path, shown))
        try:
            content, status, name = self._found(shown, name)
        except Exception as problem:  # a page that can't be made: its author is told on it
            told = told_of(problem, self.server.desk.root)
            return self._send(500, "text/html", _with_script(_empty("This page can't be made", told), name, ""))
        if content is None:
            page = _with_script(_empty("One moment", shown.errors, shown.busy), name, "")
            return self._send(503, "text/html", page)
        if status == 200 and name.endswith(_INDEX) and not path.endswith(("/", _INDEX)) and path:
            return self._redirect(f"/{path}/")
        kind = _type(name if status == 200 else _MISSING)
        if kind == "text/html" and query != AS_BUILT:
            content = _with_script(content, name, self.server.desk.key(name) if status == 200 else "")
        self._send(status, kind, content)

    def _below_base(self, path: str, shown: Shown) -> str:
        """Absolute links begin with the path of site_url, as on the page for missing addresses."""
        base = shown.pages.base if shown.pages else ""
        return path.removeprefix(base) if base and path.startswith(base) else path

    @staticmethod
    def _found(shown: Shown, name: str) -> tuple[bytes | None, int, str]:
        if shown.pages is None:
            return None, 503, name
        for tried in (name, f"{name}/{_INDEX}"):
            content = shown.pages.file(tried)
            if content is not None:
                return content, 200, tried
        return shown.pages.file(_MISSING) or b"", 404, name

    def _news(self, name: str) -> None:
        """Tell a page what is new, for as long as it is open."""
        self.close_connection = True
        self.send_response(200)
        self._headers("text/event-stream", None)
        desk, last = self.server.desk, ""
        with desk.looking_at(name):
            for shown in _each(desk):
                text = json.dumps(_told(desk, shown, name))
                self.wfile.write(b": still here\n\n" if text == last else f"data: {text}\n\n".encode())
                self.wfile.flush()
                last = text

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self._headers("text/plain", 0)

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self._headers(kind, len(content))
        if self.command != "HEAD":
            self.wfile.write(content)

    def _headers(self, kind: str, length: int | None) -> None:
        charset = "; charset=utf-8" if kind in WITH_CHARSET or kind.startswith("text/") else ""
        self.send_header("Content-Type", f"{kind}{charset}")
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()


def _each(desk: Desk) -> Iterator[Shown]:
    """Yield what is shown now, and again whenever that changes, or after a while, so that a closed page is noticed."""
    number: Shown | None = None
    while not desk.stopped:
        with desk.changed:
            if desk.shown is number:
                desk.changed.wait(_BEAT)
            number = desk.shown
        yield number


def _told(desk: Desk, shown: Shown, name: str) -> dict[str, object]:
    """Return the news for a page: its key, what is being done, and what is wrong."""
    errors = list(shown.errors)
    key = ""
    try:
        key = desk.key(name) if shown.pages else ""
        errors += map(mkdocs_says, shown.pages.complaints(name) if shown.pages else ())
    except Exception as problem:  # as above: what goes wrong is news for this page
        errors += told_of(problem, desk.root)
    told = [_error(one) for one in in_order(errors)]
    return {"key": key, "busy": shown.busy, "errors": told[:_MOST_TOLD], "more": max(0, len(told) - _MOST_TOLD)}


def _error(one: Diagnostic) -> dict[str, str]:
    return {"place": str(one.place), "message": one.message, "hint": one.hint, "rule": page_of(one.rule, "")}


def _name(path: str) -> str:
    """Return the file of the site that an address names; what leads out of it names none."""
    plain = posixpath.normpath(path) if path else "."
    if plain == ".":
        return _INDEX
    return f"{plain}/{_INDEX}" if path.endswith("/") else plain


def _type(name: str) -> str:
    return _TYPE_OF.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def _with_script(page: bytes, name: str, key: str) -> bytes:
    """Add the script that reloads a page, before its head ends."""
    attributes = f'src="/{OWN}reload.js" data-page="{escape(name)}" data-key="{key}"'
    script = f"<script defer {attributes}></script>".encode()
    head, end, rest = page.partition(b"</head>")
    return head + script + end + rest if end else script + page


def _empty(title: str, errors: tuple[Diagnostic, ...], busy: str = "") -> bytes:
    said = busy or " · ".join(str(one) for one in errors[:1])
    return _EMPTY.format(title=escape(title), said=escape(said)).encode("utf-8")
