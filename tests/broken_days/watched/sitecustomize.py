"""Python runs this first in a build that is watched: it notes what the build asks of the system, or ends it there.

``WATCHED_LOG`` names a file that gets a line for each act worth a look, as JSON: its name and what it is about.
``WATCHED_KILL`` is the number of the change to files at which the whole group of processes is killed, as by a power
cut; from the one that ``WATCHED_FULL`` numbers on, the disk takes nothing more. Changes
of the first process below the folder in which it was begun count. ``WATCHED_READ`` names a file that is gone, or has
grown, as ``WATCHED_THEN`` says, just before it is opened to be read for the second time.
"""

import errno
import json
import os
import signal
import sys

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
#: Acts that change the file system, and how many of their arguments name files.
_CHANGES = {
    "os.rename": 2,
    "os.link": 2,
    "os.symlink": 2,
    "os.mkdir": 1,
    "os.remove": 1,
    "os.rmdir": 1,
    "os.truncate": 1,
    "os.chmod": 1,
    "os.chown": 1,
    "os.utime": 1,
}
_STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "pty.spawn", "os.startfile")
_NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "urllib.Request")
_CODE = ("exec", "compile")
_FIND = ("pickle.find_class",)

_COUNTED = frozenset(("open", *_CHANGES))
_first, _project = os.getpid(), os.getcwd() + os.sep
_count = 0


def _text(value):
    if isinstance(value, bytes):
        return os.fsdecode(value)
    return value if isinstance(value, (str, int, type(None))) else str(value)


def _caller():
    """Return the module that asks, past this one and what Python itself has between."""
    frame = sys._getframe(2)
    while frame and frame.f_code.co_filename == __file__:
        frame = frame.f_back
    return frame.f_globals.get("__name__", "") if frame else ""


def _writes(arguments):
    path, _, flags = arguments
    return isinstance(path, (str, bytes)) and isinstance(flags, int) and bool(flags & _WRITING)


def _about(event, arguments):
    """Return what is to be noted of an act, None for nothing."""
    if event == "open":
        return [_text(arguments[0])] if _writes(arguments) else None
    if event in _CHANGES:
        return [_text(one) for one in arguments[: _CHANGES[event]]]
    if event == "exec":
        code = arguments[0]
        return [getattr(code, "co_filename", ""), getattr(code, "co_name", ""), _caller()]
    if event == "compile":
        return [_text(arguments[1]), "", _caller()]
    if event in _STARTS:
        return [_text(arguments[0]), list(map(_text, arguments[1])) if event == "subprocess.Popen" else ""]
    if event in _NETWORK:
        return [str(arguments[1:])[:200]]
    if event in _FIND:
        return list(map(_text, arguments))
    return None


def _comes_and_goes(name, then):
    """Let a file go, or grow, at the second time that one of the processes wants to read it."""
    wanted, times = os.path.join(os.getcwd(), name), []

    def hook(event, arguments):
        if event != "open" or not isinstance(arguments[0], str) or _writes(arguments):
            return
        if os.path.abspath(arguments[0]) != wanted or len(times) > 1:
            return
        times.append(1)
        if len(times) == 2:
            if then == "gone":
                os.unlink(wanted)
            else:
                with open(wanted, "ab") as file:
                    file.write(b"\n# and more\n")

    sys.addaudithook(hook)


def _inside(path):
    return isinstance(path, str) and (not os.path.isabs(path) or path.startswith(_project))


def _full(event, path):
    if event in ("open", "os.mkdir", "os.link", "os.symlink"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)


def _watching(handle, kill, full):
    busy = []

    def hook(event, arguments):
        global _count
        if busy:
            return
        busy.append(event)
        try:
            about = _about(event, arguments)
            if about is None:
                return
            if (kill or full) and os.getpid() == _first and event in _COUNTED and _inside(about[0]):
                _count += 1
                if _count == kill:
                    os.killpg(0, signal.SIGKILL)
                if full and _count >= full:
                    _full(event, about[0])
            if handle is not None:
                os.write(handle, (json.dumps([event, os.getpid() == _first, about]) + "\n").encode())
        finally:
            busy.clear()

    sys.addaudithook(hook)


_log = os.environ.get("WATCHED_LOG")
_kill, _from_here_full = (int(os.environ.get(name, "0")) for name in ("WATCHED_KILL", "WATCHED_FULL"))
if _log or _kill or _from_here_full:
    _handle = os.open(_log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666) if _log else None
    _watching(_handle, _kill, _from_here_full)
if os.environ.get("WATCHED_READ"):
    _comes_and_goes(os.environ["WATCHED_READ"], os.environ["WATCHED_THEN"])
