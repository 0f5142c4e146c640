"""An editor without a window: yaml-language-server over its standard input and output."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import Any

SERVER = Path(__file__).parents[2] / "node_modules" / ".bin" / "yaml-language-server"
_PATIENCE_S = 60


class Editor:
    """Speaks the Language Server Protocol; only what an author sees: complaints, completions, explanations."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self._process, self._folder, self._last = process, folder, 0
        self._heard: Queue[dict[str, Any]] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self._ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self._tell("initialized", {})
        self._settings = {
            "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
        }
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a file of that name with this text; return what the editor complains of."""
        uri = (self._folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return list(self._wait(lambda m: m.get("method") == "textDocument/publishDiagnostics", uri)["diagnostics"])

    def completions(self, name: str, line: int, column: int) -> dict[str, dict[str, Any]]:
        """Return what is offered at a place (line and column from 0), by label."""
        found = self._ask("textDocument/completion", self._at(name, line, column))
        return {offer["label"]: offer for offer in (found["items"] if isinstance(found, dict) else found or [])}

    def explained(self, name: str, line: int, column: int) -> str:
        """Return what is shown when the pointer rests at a place."""
        found = self._ask("textDocument/hover", self._at(name, line, column))
        return str(found["contents"]["value"]) if found else ""

    def _at(self, name: str, line: int, column: int) -> dict[str, Any]:
        uri = (self._folder / name).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _ask(self, method: str, params: Any) -> Any:
        self._last += 1
        asked = self._last
        self._send({"id": asked, "method": method, "params": params})
        return self._wait(lambda m: m.get("id") == asked and "method" not in m)

    def _wait(self, wanted: Any, uri: str = "") -> Any:
        while True:
            try:
                message = self._heard.get(timeout=_PATIENCE_S)
            except Empty:
                raise AssertionError("yaml-language-server does not answer") from None
            if "method" in message and "id" in message:
                self._answer(message)
            elif wanted(message) and (not uri or message["params"]["uri"] == uri):
                return message.get("result", message.get("params"))

    def _answer(self, message: Mapping[str, Any]) -> None:
        asks_settings = message["method"] == "workspace/configuration"
        items = message["params"]["items"] if asks_settings else []
        result = [self._settings.get(item.get("section", ""), None) for item in items] if asks_settings else None
        self._send({"id": message["id"], "result": result})

    def _listen(self) -> None:
        out = self._process.stdout
        assert out
        while header := out.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
                while out.readline().strip():
                    continue
                self._heard.put(json.loads(out.read(length)))


@contextmanager
def editor_in(folder: Path) -> Iterator[Editor]:
    """An editor whose workspace is this folder."""
    process = subprocess.Popen(
        [SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        yield Editor(process, folder)
    finally:
        process.kill()
        process.wait()
