"""Does each of the things that no build may do, and prints which of them the cage forbids."""

from __future__ import annotations

import os
import socket
import subprocess
from contextlib import suppress

os.getcwd()
try:
    socket.create_connection(("192.0.2.1", 80), timeout=2).close()
except OSError as problem:
    print("network" if problem.errno in (101, 113) else f"network? {problem}")
for name in ("mkdocs.yml", "plans/stranger.yaml", "templates/stranger.html"):
    try:
        with open(name, "a", encoding="utf-8"):
            pass
    except OSError:
        print(name.partition("/")[0])
try:
    os.rename("plans", "plans-elsewhere")
except OSError:
    print("owner")
try:
    with open("/etc/hardday-was-here", "w", encoding="utf-8"):
        pass
    os.unlink("/etc/hardday-was-here")
except OSError:
    print("not-root")
with suppress(OSError):
    subprocess.run("true", shell=True, check=False)
eval("1 + 1")
