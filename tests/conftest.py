"""What several tests share for a whole run: the built site, its address, and one Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from everything import EVERYTHING
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright
from site_project import build, copy_sources, served

# The same examples in every run, and no time limit for one: the machines are shared, and speed is no test.
settings.register_profile("hardday", deadline=None, derandomize=True, database=None)
settings.load_profile("hardday")

# What a page shall show may take its time on a busy machine; what is there is seen at once.
expect.set_options(timeout=20_000)

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# What tests say of a command holds wherever they run; where CI is set it prints more, and the tests of that set it.
if os.environ.pop("CI", ""):
    os.environ["HARDDAY_ALL"] = "1"

# What programs keep for their user is kept within the project while they are tested, and is shared by all tests.
os.environ["XDG_CACHE_HOME"] = str(Path(__file__).parents[1] / ".cache" / "tests")


def left_out_of_this_run(item: pytest.Item) -> bool:
    """Return True for what measures speed, unless that is what is run, and for what is long, unless all is run."""
    if item.get_closest_marker("alone"):
        return not os.environ.get("HARDDAY_ALONE")
    return bool(item.get_closest_marker("long")) and not EVERYTHING


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out long tests unless all are asked for, and say how many; bring files that take long to the front.

    Where tests run side by side, a worker takes one file after the other: so none is left with a long one at the end.
    """
    marked = {mark: {item.path for item in items if item.get_closest_marker(mark)} for mark in ("long", "browser")}
    items.sort(key=lambda item: [item.path not in paths for paths in marked.values()])
    left_out = [item for item in items if left_out_of_this_run(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


class SaidAtOnce:
    """Names each failed test as soon as it has failed: what a run tells that is broken off."""

    def __init__(self, terminal: pytest.TerminalReporter) -> None:
        self._terminal = terminal

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._terminal.ensure_newline()
            self._terminal.write_line(f"FAILED {report.nodeid} ({report.when})")


@pytest.hookimpl(trylast=True)  # once there is a terminal reporter
def pytest_configure(config: pytest.Config) -> None:
    """Let failures be named at once, by the one process that sees all of them."""
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    if terminal is not None and not hasattr(config, "workerinput"):
        config.pluginmanager.register(SaidAtOnce(terminal), "said-at-once")


@pytest.fixture(scope="session")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its site freshly built; read it, never write into it."""
    project = copy_sources(tmp_path_factory.mktemp("built") / "project")
    build(project)
    return project


@pytest.fixture(scope="session")
def built_site(built_project: Path) -> Path:
    """The folder of the freshly built site; read it, never write into it."""
    return built_project / "site"


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """Where the built site is served, with the closing slash."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; tests open their own contexts in it and close them."""
    executable = next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)
    assert executable, "no Chromium found: run tools/system-programs"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()
