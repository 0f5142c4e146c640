"""Somebody who has a page of the preview open: hears its news as the page's script does."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlsplit


class Reader:
    """Listens to a page's news in a thread, until it is closed."""

    def __init__(self, address: str, page: str) -> None:
        self.parts, self.page = urlsplit(address), page
        self.last: dict[str, Any] = {}
        self.told: list[dict[str, Any]] = []
        self._changed = threading.Condition()
        self._connection = http.client.HTTPConnection(str(self.parts.hostname), self.parts.port, timeout=60)
        self._connection.request("GET", f"/_preview/news?page={quote(page)}")
        self._response = self._connection.getresponse()
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """Close the page."""
        self._connection.close()

    def wait(self, wanted: Callable[[dict[str, Any]], bool], seconds: float = 60) -> float:
        """Wait until the last news is as wanted; return how many seconds that took."""
        began = time.monotonic()
        with self._changed:
            found = self._changed.wait_for(lambda: bool(self.last) and wanted(self.last), seconds)
        assert found, f"no such news within {seconds} s; the last was {self.last}"
        return time.monotonic() - began

    def idle(self, seconds: float = 60) -> None:
        """Wait until nothing is being done."""
        self.wait(lambda news: bool(news["key"]) and not news["busy"], seconds)

    def _listen(self) -> None:
        try:
            for line in self._response:
                if line.startswith(b"data: "):
                    with self._changed:
                        self.last = json.loads(line.removeprefix(b"data: "))
                        self.told.append(self.last)
                        self._changed.notify_all()
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            return  # the page was closed


def get(address: str, path: str, host: str = "") -> tuple[int, dict[str, str], bytes]:
    """Ask for a path as it is written, and return status, headers and content."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found
