"""A host for tests: it compresses, counts what it sends, sits below any path, and can be down, slow or lack a file."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import mimetypes
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/json", "application/javascript", "application/manifest+json", "image/svg+xml")
mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("text/javascript", ".js")


@dataclass
class Host:
    """What is served and how; tests change it while it runs."""

    folder: Path
    below: str = "/"
    """The path of the site's root, with a slash at both ends."""
    address: str = ""
    down: bool = False
    hangs: Callable[[str], bool] = lambda path: False
    """Paths, from the site's root, that get no answer for as long as this says so."""
    missing: set[str] = field(default_factory=set)
    sent: dict[str, int] = field(default_factory=dict)
    """Bytes sent so far, headers and body, by path."""
    asked: list[str] = field(default_factory=list)
    go_on: threading.Event = field(default_factory=threading.Event)
    """Set to let go of requests that hang."""

    def find(self, path: str) -> Path | None:
        """The file at a path from the root of the host; None if there is none."""
        if not path.startswith(self.below) or self.short(path) in self.missing:
            return None
        file = self.folder / self.short(path)
        if file.is_dir():
            file /= "index.html"
        return file if file.is_file() else None

    def short(self, path: str) -> str:
        return path.removeprefix(self.below)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    host: Host

    def do_GET(self) -> None:
        host, path = self.host, unquote(urlsplit(self.path).path)
        host.asked.append(host.short(path))
        if host.hangs(host.short(path)):
            host.go_on.wait(60)
        if host.down:
            self.close_connection = True
            return
        file = host.find(path)
        if file is None:
            self._answer(404, b"<!doctype html><title>Not here</title>", "text/html", {})
        elif file.name == "index.html" and not path.endswith(("/", ".html")):
            self._answer(301, b"", "text/html", {"Location": path + "/"})
        else:
            self._file(file)

    def _file(self, file: Path) -> None:
        body = file.read_bytes()
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == tag:
            self._answer(304, b"", "", {"ETag": tag})
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        more = {"ETag": tag}
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body, more = gzip.compress(body, 6, mtime=0), more | {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        self._answer(200, body, kind, more)

    def _answer(self, status: int, body: bytes, kind: str, more: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name, value)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        headers = sum(len(line) for line in self._headers_buffer)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)
        short = self.host.short(unquote(urlsplit(self.path).path))
        self.host.sent[short] = self.host.sent.get(short, 0) + headers + len(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: pytest's output is for findings."""


@contextlib.contextmanager
def hosted(folder: Path, below: str = "/") -> Iterator[Host]:
    """Serve a folder on this machine alone while the block runs."""
    host = Host(folder, below)
    handler = type("Handler", (_Handler,), {"host": host})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        host.address = f"http://127.0.0.1:{server.server_port}{below}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield host
        finally:
            host.go_on.set()
            server.shutdown()
            thread.join()
