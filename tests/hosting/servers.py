"""The real servers with the configurations that `hardday host` writes, on this machine alone."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from nginx import _free_ports, _wait
from site_project import ROOT, run_tool

PROGRAMS = "/usr/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin"


@dataclass(frozen=True)
class Answer:
    """What a server said: a redirect is not followed, and an error is an answer like any other."""

    status: int
    head: Message
    body: bytes


class _Unmoved(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_Unmoved)


def ask(address: str, **headers: str) -> Answer:
    """One request; header names with `_` for `-`."""
    asked = urllib.request.Request(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with _OPENER.open(asked, timeout=20) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as refused:
        return Answer(refused.code, refused.headers, refused.read())


def project(folder: Path, site: Path, path: str = "/", embed_on: str = "[]") -> Path:
    """A project with settings of its own and a built site: what `hardday host` needs."""
    folder.mkdir(parents=True)
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"(?m)^site_url: .*$", f"site_url: https://training.example.org{path}", text)
    text = re.sub(r"(?m)^    embed_on: .*$", f"    embed_on: {embed_on}", text)
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    shutil.copytree(site, folder / "site", copy_function=lambda one, other: Path(other).hardlink_to(one))
    return folder


def configured(server: str, folder: Path, port: int) -> str:
    """What the command writes."""
    done = run_tool("hardday", "host", server, "--listen", f"127.0.0.1:{port}", cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextlib.contextmanager
def serving(
    server: str, folder: Path, path: str = "/", changed: Callable[[str], str] = lambda text: text
) -> Iterator[str]:
    """Serve a project's site with its configuration; ``changed`` seeds a defect. Gives the address with its slash."""
    (port,) = _free_ports(1)
    text = changed(configured(server, folder, port))
    scratch = folder / "server"
    scratch.mkdir(exist_ok=True)
    command = (_nginx if server == "nginx" else _caddy)(scratch, text)
    with (scratch / "said.log").open("wb") as said:
        running = subprocess.Popen(command, stdout=said, stderr=said, cwd=scratch, env=_own_home(scratch))
        try:
            address = f"http://127.0.0.1:{port}{path}"
            _wait(address, running, scratch / "said.log")
            yield address
        finally:
            running.terminate()
            running.wait(timeout=20)


def program(name: str) -> str:
    """The path of a server's program."""
    found = shutil.which(name, path=PROGRAMS)
    assert found, f"{name} is not installed: run tools/system-programs"
    return found


def _nginx(scratch: Path, text: str) -> list[str]:
    """nginx as Debian installs it includes such files into its own `http`."""
    (scratch / "site.conf").write_text(text, "utf-8")
    kept = "\n".join(
        f"  {name}_temp_path {scratch}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (scratch / "nginx.conf").write_text(
        f"""daemon off;
user root;
worker_processes 2;
pid {scratch}/nginx.pid;
error_log {scratch}/said.log crit;
events {{ worker_connections 512; }}
http {{
{kept}
  access_log off;
  include {scratch}/site.conf;
}}
""",
        "utf-8",
    )
    command = [program("nginx"), "-p", str(scratch), "-c", "nginx.conf"]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    return command


def _caddy(scratch: Path, text: str) -> list[str]:
    """caddy without its control port."""
    (scratch / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + text, "utf-8")
    named = ["--adapter", "caddyfile", "--config", str(scratch / "Caddyfile")]
    tested = subprocess.run(
        [program("caddy"), "validate", *named], capture_output=True, text=True, check=False, env=_own_home(scratch)
    )
    assert tested.returncode == 0, tested.stderr
    return [program("caddy"), "run", *named]


def _own_home(scratch: Path) -> dict[str, str]:
    """Both keep what they keep in a folder of this test."""
    return {"HOME": str(scratch), "PATH": PROGRAMS, "XDG_DATA_HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch)}
