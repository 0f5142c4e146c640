"""Three browser engines with the same few verbs: open a page, run a script in it, wait for something there."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Error, Page
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.options import ArgOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection

HERE = Path(__file__).parent
MINI_BROWSERS = (
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
)
PATIENCE_S = 90
"""Seconds after which a page or a script that says nothing is a fault: far more than any needs."""
PHONE = {"width": 390, "height": 844}


class EngineFault(AssertionError):
    """What went wrong in a page, or on the way to it."""


class Engine(Protocol):
    """A browser with one page."""

    def open(self, address: str) -> None:
        """Open a page and wait until it is loaded."""

    def run(self, script: str) -> Any:
        """Return what the body of an async function returns in the page."""


ENGINES = ("chromium", "firefox", "webkit")


def start(name: str, zone: str, browser: Browser) -> AbstractContextManager[Engine]:
    """One of ENGINES in a time zone; `browser` is the tests' Chromium."""
    if name == "chromium":
        return chromium(browser, zone)
    return {"firefox": firefox, "webkit": webkit}[name](zone)


def wait_for(engine: Engine, script: str, *, what: str) -> Any:
    """Ask the page until it answers with something that holds, and return that; a fault may be a page that loads."""
    end, fault = time.monotonic() + PATIENCE_S, ""
    while time.monotonic() < end:
        try:
            if found := engine.run(script):
                return found
        except EngineFault as problem:
            fault = f" ({problem})"
        time.sleep(0.05)
    raise EngineFault(f"waited for {what} in vain{fault}")


def ready(engine: Engine, address: str) -> None:
    """Open a page and wait until its features have all started."""
    engine.open(address)
    wait_for(
        engine, "return document.documentElement.classList.contains('hd-ready')", what=f"browser code on {address}"
    )


# Chromium, by Playwright


class Chromium:
    def __init__(self, page: Page) -> None:
        self._page = page

    def open(self, address: str) -> None:
        with _faults():
            self._page.goto(address)

    def run(self, script: str) -> Any:
        with _faults():
            return self._page.evaluate(f"async () => {{ {script} }}")


@contextmanager
def chromium(browser: Browser, zone: str) -> Iterator[Engine]:
    """A fresh profile of the tests' Chromium in a time zone."""
    context = browser.new_context(timezone_id=zone, viewport=PHONE)
    context.set_default_timeout(PATIENCE_S * 1000)
    try:
        yield Chromium(context.new_page())
    finally:
        context.close()


# Firefox, by Puppeteer (WebDriver BiDi)


class Firefox:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.pid: int = self._answer()

    def open(self, address: str) -> None:
        self._ask({"open": address})

    def run(self, script: str) -> Any:
        return self._ask({"run": script})

    def _ask(self, request: dict[str, str]) -> Any:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        try:
            line = self._lines.get(timeout=PATIENCE_S)
        except queue.Empty:
            raise EngineFault("Firefox does not answer") from None
        if not line:
            raise EngineFault(f"the program that drives Firefox ended with {self._process.poll()}")
        said = json.loads(line)
        if "fault" in said:
            raise EngineFault(said["fault"])
        return said["value"]

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")


@contextmanager
def firefox(zone: str, preferences: dict[str, Any] | None = None) -> Iterator[Engine]:
    """Firefox in a time zone, with preferences of its own."""
    executable = _program("firefox-esr", "firefox")
    command = [_program("node"), str(HERE / "firefox.mjs"), executable, json.dumps(preferences or {})]
    environment = {**os.environ, "TZ": zone, "MOZ_CRASHREPORTER_DISABLE": "1"}
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    started: list[int] = []
    try:
        driven = Firefox(process)
        started.append(driven.pid)
        yield driven
    finally:
        _end(process, *started)


# WebKitGTK, by WebDriver: the nearest to Safari that runs here. Never ask it for a picture: it does not come back.


class WebKit:
    def __init__(self, driver: webdriver.Remote) -> None:
        self._driver = driver

    def open(self, address: str) -> None:
        with _faults():
            self._driver.get(address)

    def run(self, script: str) -> Any:
        wrapped = (
            "const done = arguments[arguments.length - 1];"
            f"(async () => {{ {script} }})().then(value => done({{value}}), fault => done({{fault: String(fault)}}));"
        )
        with _faults():
            said = self._driver.execute_async_script(wrapped)
        if "fault" in said:
            raise EngineFault(said["fault"])
        return said.get("value")


@contextmanager
def webkit(zone: str) -> Iterator[Engine]:
    """WebKitGTK's small browser in a time zone, on a display of its own."""
    driver_program = _program("WebKitWebDriver")
    browser = next((path for path in MINI_BROWSERS if Path(path).exists()), None)
    assert browser, "no MiniBrowser of WebKitGTK found: run tools/system-programs with HARDDAY_ALL=1"
    with _display() as display:
        # Its sandbox needs rights that a container does not give; it only ever opens the site under test.
        environment = {**os.environ, "TZ": zone, "DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        port = _free_port()
        process = subprocess.Popen(
            [driver_program, f"--port={port}"], env=environment, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            yield WebKit(_remote(port, browser))
        finally:
            _end(process)


def _remote(port: int, browser: str) -> webdriver.Remote:
    _until_open(port)
    address = f"http://127.0.0.1:{port}"
    options = _WebKitOptions()
    options.set_capability("webkitgtk:browserOptions", {"binary": browser, "args": ["--automation"]})
    connection = RemoteConnection(client_config=ClientConfig(address, timeout=PATIENCE_S))
    driver = webdriver.Remote(connection, options=options)
    driver.set_page_load_timeout(PATIENCE_S)
    driver.set_script_timeout(PATIENCE_S)
    return driver


class _WebKitOptions(ArgOptions):
    @property
    def default_capabilities(self) -> dict[str, str]:
        return {"browserName": "MiniBrowser"}


@contextmanager
def _display() -> Iterator[str]:
    read, write = os.pipe()
    server = subprocess.Popen(
        [_program("Xvfb"), "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=(write,), stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as said:
            number = said.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        _end(server)


# Programs and their ends


def _program(*names: str) -> str:
    found = next((path for name in names if (path := shutil.which(name))), None)
    assert found, f"no {names[0]} found: run tools/system-programs with HARDDAY_ALL=1"
    return found


def _end(process: subprocess.Popen[Any], *others: int) -> None:
    """End a program that was started here and all that it started: asked first, forced where that does not help."""
    if process.stdin:
        with contextlib.suppress(OSError):
            process.stdin.close()
    groups = [process.pid, *others]
    if not process.stdin:
        _signal(groups, signal.SIGTERM)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        _signal(groups, signal.SIGKILL)
        process.wait(timeout=15)
    _signal(groups, signal.SIGKILL)


def _signal(groups: list[int], which: signal.Signals) -> None:
    for group in groups:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, which)


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except (Error, WebDriverException) as problem:
        raise EngineFault(str(problem)) from problem


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _until_open(port: int) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise EngineFault("WebKitWebDriver does not listen")
