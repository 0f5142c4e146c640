"""Devices that tests share: starting one costs more than clearing what it keeps."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

sys.path.append(str(Path(__file__).parents[1] / "site"))

from athlete_pages import TODAY, Device, device
from athlete_plans import FEW_PLANS
from site_project import build, copy_sources, served


@pytest.fixture(scope="module")
def _phone(chromium: Browser, site_address: str) -> Iterator[Device]:
    with device(chromium, site_address) as one:
        yield one


@pytest.fixture
def phone(_phone: Device) -> Iterator[Device]:
    """A phone in Chicago that keeps nothing yet, on a Wednesday of a plan's twelfth week.

    A script that fails or is refused, or a request to another origin, fails the test in which it happened.
    """
    yield _fresh(_phone)
    assert _phone.problems == []


@pytest.fixture(scope="module")
def _desktop(chromium: Browser, site_address: str) -> Iterator[Device]:
    with device(chromium, site_address, "desktop", scheme="dark") as one:
        yield one


@pytest.fixture
def desktop(_desktop: Device) -> Iterator[Device]:
    """The same for a desktop computer in dark colors."""
    yield _fresh(_desktop)
    assert _desktop.problems == []


def _fresh(one: Device) -> Device:
    one.set_day(TODAY)
    one.clear()
    one.problems.clear()
    return one


@pytest.fixture(scope="session")
def few_plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with plans that no published one is like; its site is built. Read it, never write into it."""
    return project_of(tmp_path_factory.mktemp("few") / "project", FEW_PLANS)


@pytest.fixture(scope="session")
def few_address(few_plans: Path) -> Iterator[str]:
    """Where the small project's site is served."""
    with served(few_plans / "site") as address:
        yield address


def project_of(folder: Path, plans: dict[str, str]) -> Path:
    """Make a project of these plans alone, by id, and build it."""
    copy_sources(folder)
    shutil.rmtree(folder / "published", ignore_errors=True)
    for old in (folder / "plans").glob("*.yaml"):
        old.unlink()
    for identity, text in plans.items():
        (folder / "plans" / f"{identity}.yaml").write_text(text, encoding="utf-8")
    build(folder)
    return folder
