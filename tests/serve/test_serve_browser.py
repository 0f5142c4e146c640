"""The preview in Chromium: the open page follows what is saved, and an error stands on it until it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from serve_project import checkout
from serve_reader import Reader

from generator.serve.running import Preview, preview


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that these tests edit."""
    return checkout(tmp_path_factory.mktemp("browser") / "project")


@pytest.fixture(scope="module")
def running(root: Path) -> Iterator[Preview]:
    """Its preview."""
    with preview(root, "127.0.0.1", 0, lambda told: None, strict=True, templates=root / "templates") as found:
        reader = Reader(found.address, "index.html")
        reader.idle()
        reader.close()
        yield found


@pytest.fixture
def page(chromium: Browser, running: Preview) -> Iterator[Page]:
    """A week's page on a phone; the console stays quiet."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    found, said = context.new_page(), list[str]()
    found.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    found.goto(f"{running.address}plans/winter/")
    expect(found.get_by_role("heading", level=1)).to_contain_text("Off-season strength", timeout=120_000)
    yield found
    context.close()
    assert said == []


def test_the_open_page_follows_a_plan_a_template_and_a_style(root: Path, page: Page) -> None:
    plan = root / "plans" / "winter.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("title: Off-season strength", "title: Strong by spring"), "utf-8")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Strong by spring")
    template = root / "templates" / "pages" / "plan.md.j2"
    template.write_text(template.read_text("utf-8") + "\n\nWritten under every plan.\n", "utf-8")
    expect(page.get_by_text("Written under every plan.")).to_be_visible()
    sheet = root / "templates" / "assets" / "css" / "1-tokens.css"
    sheet.write_text(sheet.read_text("utf-8") + "\nh1 { letter-spacing: 7px !important; }\n", "utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_css("letter-spacing", "7px")
    plan.write_text(text, "utf-8")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Off-season strength")


def test_an_error_stands_on_the_page_and_goes_by_itself_when_it_is_mended(root: Path, page: Page) -> None:
    plan = root / "plans" / "winter.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("runs: 4", "runs: four or so", 1), "utf-8")
    panel = page.locator("#hd-preview section")
    expect(panel).to_contain_text("1 error keeps this from being published")
    line, column = next((at, one.find("4") + 1) for at, one in enumerate(text.splitlines(), 1) if "runs: 4" in one)
    expect(panel.locator("code")).to_have_text([f"plans/winter.yaml:{line}:{column}"])
    expect(page.get_by_role("heading", level=1)).to_contain_text("Off-season strength")
    panel.locator("summary").click()
    expect(panel.locator("code")).not_to_be_visible()
    panel.locator("summary").click()
    plan.write_text(text, "utf-8")
    expect(panel).not_to_be_visible()


def test_a_message_is_text_whatever_stands_in_it(root: Path, page: Page) -> None:
    plan = root / "plans" / "winter.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(text + "'<img src=x onerror=alert(1)>': 1\n", "utf-8")
    panel = page.locator("#hd-preview section")
    expect(panel).to_contain_text("<img src=x")
    assert panel.locator("img").count() == 0
    plan.write_text(text, "utf-8")
    expect(panel).not_to_be_visible()
