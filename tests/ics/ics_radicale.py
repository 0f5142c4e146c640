"""A calendar server on this machine alone, for as long as a test runs."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CONFIG = """[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[rights]
type = authenticated
[storage]
filesystem_folder = {folder}/collections
[logging]
level = critical
"""


@dataclass(frozen=True)
class Radicale:
    """A running server, spoken to with curl as any calendar program would."""

    address: str
    folder: Path

    def put(self, name: str, data: bytes) -> int:
        """Put a whole calendar there and return the answer's status."""
        file = self.folder / f"{name}.ics"
        file.write_bytes(data)
        return int(self._curl("-X", "PUT", "-H", "Content-Type: text/calendar", "--data-binary", f"@{file}", "-o",
                              "/dev/null", "-w", "%{http_code}", self._at(name)))  # fmt: skip

    def get(self, name: str) -> bytes:
        """Return the calendar as the server gives it."""
        return self._curl(self._at(name))

    def _at(self, name: str) -> str:
        return f"{self.address}/athlete/{name}/"

    def _curl(self, *what: str) -> bytes:
        command = ["curl", "--silent", "--show-error", "--noproxy", "*", "--user", "athlete:x", *what]
        return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


@contextlib.contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    """Run the server while the block runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = folder / "config"
    config.write_text(_CONFIG.format(port=port, folder=folder), encoding="utf-8")
    with subprocess.Popen(
        ["radicale", "--config", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as run:
        try:
            _wait_for(run, port)
            yield Radicale(f"http://127.0.0.1:{port}", folder)
        finally:
            run.terminate()
            run.wait()


def _wait_for(run: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        assert run.poll() is None, run.stderr.read().decode() if run.stderr else "radicale ended"
        time.sleep(0.05)
    raise AssertionError("radicale did not answer")
