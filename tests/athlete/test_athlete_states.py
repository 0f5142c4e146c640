"""Every state of an athlete's pages: nothing that axe or a second engine finds, nothing wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from athlete_pages import SIZES, TODAY, Device, device
from athlete_states import STATES
from everything import EVERYTHING
from playwright.sync_api import Browser
from site_browser import accessibility_violations

pytestmark = [pytest.mark.site, pytest.mark.browser]

SMALLEST_TARGET = 44
TARGETS = """least => [...document.querySelectorAll('article button, article summary, article label.hd-tick, dialog button, dialog summary, dialog label.hd-choice, dialog select, dialog input:not([type=radio], [type=checkbox]), .hd-scale label')]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest('.md-search, .md-code__nav'))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < least - 0.5 || box.width < least - 0.5))
  .map(([one, box]) => `${one.textContent.trim() || one.id} is ${box.width} by ${box.height}`)"""  # noqa: E501


@pytest.fixture(scope="module", params=product(SIZES, ("light", "dark")), ids=lambda pair: " ".join(pair))
def every(request: pytest.FixtureRequest, chromium: Browser, site_address: str) -> Iterator[Device]:
    """Each size in each color scheme."""
    size, scheme = request.param
    with device(chromium, site_address, size, scheme=scheme) as one:
        yield one


@pytest.mark.parametrize("state", list(STATES)[:: 4 if EVERYTHING else 8])
def test_a_state_is_accessible_on_a_phone_in_light_colors(phone: Device, state: str) -> None:
    check(phone, state)


@pytest.mark.parametrize("state", list(STATES)[2 :: 4 if EVERYTHING else 8])
def test_a_state_is_accessible_on_a_desktop_in_dark_colors(desktop: Device, state: str) -> None:
    check(desktop, state)


@pytest.mark.long
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible_on_every_device_in_all_colors(every: Device, state: str) -> None:
    every.set_day(TODAY)
    every.clear()
    check(every, state)


def check(one: Device, state: str) -> None:
    """Open a state; whatever axe, the smallest target or the page's width find fails."""
    STATES[state](one)
    assert accessibility_violations(one.page) == []
    assert one.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert one.page.evaluate(TARGETS, SMALLEST_TARGET) == []
