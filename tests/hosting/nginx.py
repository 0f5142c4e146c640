"""A built site as a host would serve it: nginx on this machine alone, at an address's root and below a path."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: What a host can be told at most; the site's own policy stands in its pages.
STRICT = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'self'; "
    "frame-ancestors 'self'"
)
TYPES = {
    "text/html": "html",
    "text/css": "css",
    "text/javascript": "js",
    "application/json": "json",
    "application/manifest+json": "webmanifest",
    "text/calendar": "ics",
    "application/xml": "xml",
    "application/gzip": "gz",
    "image/svg+xml": "svg",
    "image/png": "png",
    "image/x-icon": "ico",
    "text/plain": "txt",
    "font/woff2": "woff2",
}
_PACKED = (
    "text/css text/javascript application/json application/manifest+json text/calendar application/xml image/svg+xml"
)
_LOG = "log_format costs '$status $body_bytes_sent $sent_http_content_type|$request_uri';"


@dataclass(frozen=True)
class Sent:
    """One answer: its bytes as they went over the line, packed, without the head.

    Heads say the same again and again: the protocols that hosts speak today send them once.
    """

    status: int
    size: int
    type: str
    address: str


@dataclass(frozen=True)
class Host:
    """A running host. Both addresses end in a slash."""

    root: str
    below: str
    log: Path

    def sent(self) -> list[Sent]:
        """Everything that was sent since the log was emptied last."""
        rows = (line.split(" ", 2) for line in self.log.read_text("utf-8").splitlines())
        return [Sent(int(status), int(size), *rest.split("|", 1)) for status, size, rest in rows]

    def forget(self) -> None:
        """Empty the log."""
        self.log.write_bytes(b"")


@contextlib.contextmanager
def hosted(site: Path, types: dict[str, str] = TYPES, policy: str = STRICT) -> Iterator[Host]:
    """Serve a folder while the block runs. ``types`` and ``policy`` are changed to seed defects."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
    assert program, "nginx is not installed: run tools/system-programs"
    with tempfile.TemporaryDirectory(prefix="hosting-") as folder:
        place = Path(folder)
        ports = _free_ports(2)
        (place / "nginx.conf").write_text(_settings(place, site, ports, types, policy), "utf-8")
        (place / "sent.log").touch()
        said = (place / "said.log").open("wb")
        running = subprocess.Popen([program, "-p", folder, "-c", "nginx.conf"], stdout=said, stderr=said)
        try:
            host = Host(f"http://127.0.0.1:{ports[0]}/", f"http://127.0.0.1:{ports[1]}/sub/", place / "sent.log")
            _wait(host.below, running, place / "said.log")
            host.forget()
            yield host
        finally:
            running.terminate()
            running.wait(timeout=20)
            said.close()


def _settings(place: Path, site: Path, ports: list[int], types: dict[str, str], policy: str) -> str:
    listed = "\n".join(f"    {kind} {ending};" for kind, ending in types.items())
    scratch = "\n".join(
        f"  {name}_temp_path {place}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"""daemon off;
user root;
worker_processes 1;
pid {place}/nginx.pid;
error_log {place}/said.log warn;
events {{ worker_connections 256; }}
http {{
{scratch}
  types {{
{listed}
  }}
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/html text/css text/javascript text/plain text/calendar application/json;
  {_LOG}
  access_log {place}/sent.log costs;
  gzip on;
  gzip_min_length 256;
  gzip_comp_level 6;
  gzip_types {_PACKED};
  etag on;
  add_header Content-Security-Policy "{policy}" always;
  add_header X-Content-Type-Options nosniff always;
  add_header Referrer-Policy no-referrer always;
  add_header Cache-Control no-cache always;
  absolute_redirect off;
  server {{
    listen 127.0.0.1:{ports[0]};
    root {site};
    index index.html;
    error_page 404 /404.html;
  }}
  server {{
    listen 127.0.0.1:{ports[1]};
    location /sub/ {{
      alias {site}/;
      index index.html;
    }}
  }}
}}
"""


def _free_ports(count: int) -> list[int]:
    taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in taken]
    for one in taken:
        one.close()
    return ports


def _wait(address: str, running: subprocess.Popen[bytes], said: Path) -> None:
    """Until it answers; an end of its own is told with what it said."""
    while True:
        assert running.poll() is None, said.read_text("utf-8", "replace")
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=10):
            return
        time.sleep(0.05)
