from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest
import sample_plans as sample
import yaml
from sample_site import render_site

from generator.publish.files import Site
from generator.publish.navigation import not_in_navigation
from generator.publish.texts import PolicyTexts
from generator.publish.write import write_pages
from generator.settings import settings_of

SETTINGS = settings_of(
    {"clinic": {"name": "Example Clinic", "phone": "+1 555 010 0100", "booking": "https://example.org/book"}}
)


@pytest.fixture(scope="module")
def site() -> Site:
    policies = (PolicyTexts("hard-hard", "Hard days hard", "The article's way."),)
    return render_site(sample.sample_pages(), sample.library(), SETTINGS, policies)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_written_is_the_site(site: Site, tmp_path: Path) -> None:
    assert write_pages(site, tmp_path) == len(site.pages) + 1
    assert files(tmp_path / "pages") == dict(site.pages)
    assert (tmp_path / "run-hardday-pages-first.yml").read_text("utf-8") == site.navigation


def test_only_what_changed_is_written_and_what_is_gone_is_removed(site: Site, tmp_path: Path) -> None:
    write_pages(site, tmp_path)
    home = tmp_path / "pages" / "index.md"
    kept = tmp_path / "pages" / "rules" / "index.md"
    before = kept.stat().st_mtime_ns
    home.write_text("spoiled", "utf-8")
    (tmp_path / "pages" / "plans" / "old").mkdir()
    (tmp_path / "pages" / "plans" / "old" / "index.md").write_text("old", "utf-8")
    assert write_pages(site, tmp_path) == 2
    assert files(tmp_path / "pages") == dict(site.pages)
    assert not (tmp_path / "pages" / "plans" / "old").exists()
    assert kept.stat().st_mtime_ns == before


def test_links_are_removed_and_never_followed(site: Site, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.md").write_text("mine", "utf-8")
    pages = tmp_path / "build" / "pages"
    pages.mkdir(parents=True)
    (pages / "linked").symlink_to(outside, target_is_directory=True)
    (pages / "index.md").symlink_to(outside / "mine.md")
    write_pages(site, tmp_path / "build")
    assert files(outside) == {"mine.md": b"mine"}
    assert files(pages) == dict(site.pages)


def test_the_site_is_the_same_every_time(site: Site) -> None:
    policies = (PolicyTexts("hard-hard", "Hard days hard", "The article's way."),)
    again = render_site(tuple(reversed(sample.sample_pages())), sample.library(), SETTINGS, policies)
    assert again == site


def test_two_pages_for_one_address_are_refused() -> None:
    plan = sample.race_plan()
    with pytest.raises(ValueError, match="two pages want the address"):
        render_site((sample.page_of(plan), sample.page_of(plan)), sample.library(), SETTINGS, ())


def test_contract_addresses(site: Site) -> None:
    for address in (
        *("", "plans/", "plans/marathon-competitive/", "plans/marathon-competitive/heavy/"),
        *("plans/marathon-competitive/week-06/", "plans/marathon-competitive/this-week/"),
        *("exercises/back-squat/", "rules/hard-days-hard/", "sign-off/", "stop-signs/", "log/"),
    ):
        assert f"{address}index.md" in site.pages
    assert site.pages["plans/marathon-competitive/plan.json"] == b'{"id": "marathon-competitive"}\n'


def test_every_page_stands_in_the_navigation_once(site: Site) -> None:
    def listed(entries: list[object]) -> list[str]:
        found: list[str] = []
        for entry in entries:
            for inner in entry.values() if isinstance(entry, dict) else [entry]:
                found += listed(inner) if isinstance(inner, list) else [str(inner)]
        return found

    nav = listed(yaml.safe_load(site.navigation)["nav"])
    aside = yaml.safe_load(not_in_navigation(()))["not_in_nav"].split()
    pages = [path for path in site.pages if path.endswith(".md")]
    assert sorted(nav) == sorted(path for path in pages if not any(fnmatch("/" + path, one) for one in aside))


def test_every_page_has_a_title_and_a_description_of_its_own(site: Site) -> None:
    seen: dict[str, str] = {}
    for path, content in site.pages.items():
        if path.endswith(".md"):
            header = yaml.safe_load(content.decode().split("---\n")[1])
            assert header["title"], path
            assert header["description"] not in seen, f"{path} and {seen.get(header['description'])}"
            seen[header["description"]] = path


def test_weeks_are_left_out_of_the_search_and_plans_are_not(site: Site) -> None:
    def header(path: str) -> dict[str, object]:
        read = yaml.safe_load(site.pages[path].decode().split("---\n")[1])
        assert isinstance(read, dict)
        return read

    assert header("plans/marathon-competitive/week-01/index.md")["search"] == {"exclude": True}
    assert "search" not in header("plans/marathon-competitive/index.md")
    assert "search" not in header("plans/marathon-competitive/heavy/index.md")


def test_the_style_sheets_are_one_file_without_anything_foreign(site: Site) -> None:
    [css] = [text.decode() for path, text in site.pages.items() if path.endswith(".css")]
    assert "@import" not in css
    assert "url(" not in css.replace('url("data:', "")
    assert css.count("{") == css.count("}")
