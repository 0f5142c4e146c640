"""One preview from its start to its end: a desk in a thread, a watcher, a server, and nothing left afterwards."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.frozen import frozen
from generator.serve.desk import Desk, Told
from generator.serve.watching import watch
from generator.serve.web import PreviewServer
from generator.shipped import TEMPLATES

#: How many ports after the usual one are tried where that is taken.
_NEXT = 20


@frozen
class Preview:
    """A running preview."""

    desk: Desk
    server: PreviewServer
    address: str


@contextmanager
def preview(
    root: Path, host: str, port: int, tell: Callable[[Told], None], strict: bool = False, templates: Path = TEMPLATES
) -> Iterator[Preview]:
    """Serve a project while the block runs. ``strict``: this port or none, OSError if it is taken; 0 takes any."""
    desk = Desk(root, tell, templates)
    server = _listen(host, port, desk, strict)
    shown = f"[{host}]" if ":" in host else host
    observer = watch(root, templates, desk.wake)
    work = [threading.Thread(target=run, daemon=True) for run in (desk.run, server.serve_forever)]
    for thread in work:
        thread.start()
    try:
        yield Preview(desk, server, f"http://{shown}:{server.server_port}/")
    finally:
        desk.stop()
        observer.stop()
        server.shutdown()
        server.server_close()
        observer.join()
        for thread in work:
            thread.join(timeout=10)


def _listen(host: str, port: int, desk: Desk, strict: bool) -> PreviewServer:
    for tried in range(port, port + (1 if strict else _NEXT)):
        try:
            return PreviewServer(host, tried, desk)
        except OSError as problem:
            last = problem
    raise last
