"""A running preview: what is saved reaches the open page, what is wrong is told, and the last good site stays up."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from serve_project import checkout
from serve_reader import Reader, get

from generator.serve.desk import Told
from generator.serve.running import Preview, preview

PAGE = "plans/winter/week-01/index.html"


def _long(*values: str) -> object:
    return pytest.param(*values, marks=pytest.mark.long)


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """What the terminal was told."""
    return []


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that these tests edit; each mends what it breaks."""
    return checkout(tmp_path_factory.mktemp("serve") / "project")


@pytest.fixture(scope="module")
def running(root: Path, told: list[Told]) -> Iterator[Preview]:
    """Its preview."""
    with preview(root, "127.0.0.1", 0, told.append, strict=True, templates=root / "templates") as found:
        yield found


@pytest.fixture(autouse=True)
def _mended(root: Path) -> Iterator[None]:
    """Whatever a test leaves is put back as it was."""
    files = [root / "mkdocs.yml", *(root / "plans").rglob("*.yaml")]
    files += [path for path in (root / "templates").rglob("*") if path.is_file()]
    before = {path: path.read_bytes() for path in files}
    yield
    for path in (root / "plans").rglob("*.yaml"):
        if path not in before or path.is_symlink():
            path.unlink()
    for path, content in before.items():
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


@pytest.fixture
def reader(running: Preview) -> Iterator[Reader]:
    """Somebody who has a week's page open."""
    found = Reader(running.address, PAGE)
    found.idle()
    yield found
    found.close()


def _saved(path: Path, text: str) -> None:
    """Save as editors do: write beside, then rename."""
    aside = path.with_name(f".{path.name}.swp")
    aside.write_text(text, "utf-8")
    os.replace(aside, path)


def _page(running: Preview) -> str:
    return get(running.address, f"/{PAGE}")[2].decode()


def test_a_page_has_the_script_that_reloads_it_and_nothing_is_kept(running: Preview, reader: Reader) -> None:
    status, headers, page = get(running.address, "/plans/winter/week-01/")
    assert status == 200
    assert headers["cache-control"] == "no-store"
    assert f'data-key="{reader.last["key"]}"' in page.decode()
    script = b'<script defer src="/_preview/reload.js" '
    as_built = get(running.address, "/plans/winter/week-01/?as-built")[2]
    assert page.count(script) == 1
    assert script not in as_built
    assert len(page) - len(as_built) == len(page.partition(script)[2].partition(b"</script>")[0]) + len(script) + 9
    assert b"unregister" in get(running.address, "/sw.js")[2]
    assert b"unregister" not in get(running.address, "/sw.js?as-built")[2]


def test_a_changed_plan_reaches_the_open_page(running: Preview, root: Path, reader: Reader) -> None:
    before, path = reader.last["key"], root / "plans" / "winter.yaml"
    text = path.read_text("utf-8")
    _saved(path, text.replace("title: Strength\n", "title: Snowy weeks\n"))
    reader.wait(lambda news: news["key"] not in ("", before))
    assert "Snowy weeks" in _page(running)
    _saved(path, text)
    reader.wait(lambda news: news["key"] == before)


def test_a_page_that_did_not_change_is_left_alone(running: Preview, root: Path, reader: Reader) -> None:
    other = Reader(running.address, "plans/dated/week-01/index.html")
    other.idle()
    mine, theirs, path = reader.last["key"], other.last["key"], root / "plans" / "dated.yaml"
    text = path.read_text("utf-8")
    _saved(path, text.replace("2027-01-04", "2027-01-11"))
    other.wait(lambda news: news["key"] not in ("", theirs))
    other.idle()
    assert reader.last["key"] == mine
    _saved(path, text)
    other.wait(lambda news: news["key"] == theirs)
    other.close()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("templates/pages/week.md.j2", "", "\n<p>A line of the template</p>\n"),
        ("templates/theme/partials/clinic-footer.html", "", "<p>A line of the theme</p>"),
        _long("templates/assets/css/1-tokens.css", "", "\n.hd-new { margin: 0; }\n"),
        _long("templates/assets/js/main.js", "", "\nconsole.debug(1);\n"),
        _long("mkdocs.yml", "Example Clinic", "Another Clinic"),
        ("plans/library/exercises.yaml", "name: Back squat", "name: Back squat to a box"),
    ],
)
def test_whatever_a_page_is_made_of_reaches_it(
    running: Preview, root: Path, reader: Reader, file: str, old: str, new: str
) -> None:
    path, before = root / file, reader.last["key"]
    text = path.read_text("utf-8")
    _saved(path, text.replace(old, new, 1) if old else text + new)
    reader.wait(lambda news: news["key"] not in ("", before))
    _saved(path, text)
    reader.wait(lambda news: news["key"] == before)


def test_a_changed_policy_reaches_the_pages_of_plans_that_follow_it(
    running: Preview, root: Path, reader: Reader
) -> None:
    policies, plan, before = root / "plans" / "policies", root / "plans" / "winter.yaml", reader.last["key"]
    policy = policies / "house.yaml"
    _saved(policy, (policies / "separate-days.yaml").read_text("utf-8"))
    _saved(plan, plan.read_text("utf-8") + "policy: house\n")
    reader.wait(lambda news: news["key"] not in ("", before) and not news["busy"])
    followed = reader.last["key"]
    _saved(policy, "title: Ours\nsummary: Ours, with no rules of its own.\n")
    reader.wait(lambda news: news["key"] not in ("", followed))


@pytest.mark.parametrize(
    ("file", "bad", "place", "words"),
    [
        ("plans/winter.yaml", "\n  x: [", "plans/winter.yaml:", ""),
        _long("plans/winter.yaml", "\ntitel: no\n", "plans/winter.yaml:", "title"),
        ("plans/policies/house.yaml", "title: [\n", "plans/policies/house.yaml:", ""),
        pytest.param(
            *("templates/pages/week.md.j2", "\n{% if %}", "templates/pages/week.md.j2:", "template"),
            marks=pytest.mark.long,
        ),
        ("templates/pages/week.md.j2", "\n{{ nothing_such }}", "templates/pages/week.md.j2:", "nothing_such"),
        ("templates/theme/main.html", "\n{% block %}", "templates/theme/main.html:", "template"),
        ("mkdocs.yml", "\nplugins:\n  - no-such-plugin\n", "mkdocs.yml:", "no-such-plugin"),
        _long("mkdocs.yml", "\n  - [", "mkdocs.yml:", ""),
    ],
)
def test_an_error_is_told_at_its_place_while_the_last_good_page_stays_and_goes_when_it_is_mended(
    running: Preview, root: Path, reader: Reader, told: list[Told], file: str, bad: str, place: str, words: str
) -> None:
    path, before, page = root / file, reader.last["key"], _page(running)
    text = path.read_text("utf-8") if path.exists() else None
    _saved(path, (text or "") + bad)
    reader.wait(lambda news: bool(news["errors"]))
    first = reader.last["errors"][0]
    assert first["place"].startswith(place)
    assert words in first["message"] + first["hint"]
    assert reader.last["key"] == before
    assert _page(running) == page
    _until(lambda: bool(told) and told[-1].errors > 0)
    if text is None:
        path.unlink()
    else:
        _saved(path, text)
    reader.wait(lambda news: not news["errors"] and not news["busy"])
    assert reader.last["key"] == before


def _until(wanted: object, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not wanted():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_plan_with_an_error_keeps_no_other_plan_from_being_seen(running: Preview, root: Path, reader: Reader) -> None:
    broken, other = root / "plans" / "dated.yaml", root / "plans" / "winter.yaml"
    texts, before = (broken.read_text("utf-8"), other.read_text("utf-8")), reader.last["key"]
    _saved(broken, texts[0] + "nonsense: 1\n")
    reader.wait(lambda news: bool(news["errors"]))
    _saved(other, texts[1].replace("title: Strength\n", "title: Seen all the same\n"))
    reader.wait(lambda news: news["key"] not in ("", before) and bool(news["errors"]))
    assert "Seen all the same" in _page(running)
    _saved(broken, texts[0])
    _saved(other, texts[1])
    reader.wait(lambda news: news["key"] == before and not news["errors"])


def test_a_hundred_quick_saves_end_with_the_last(
    running: Preview, root: Path, reader: Reader, told: list[Told]
) -> None:
    path, before, rounds = root / "plans" / "winter.yaml", reader.last["key"], len(told)
    text = path.read_text("utf-8")
    for number in range(1, 101):
        _saved(path, text.replace("title: Strength\n", f"title: Save {number} of 100\n"))
        time.sleep(0.01)
    _until(lambda: "Save 100 of 100" in _page(running), 60)
    reader.idle()
    assert len(told) - rounds < 60
    _saved(path, text)
    reader.wait(lambda news: news["key"] == before)


def test_a_plan_may_go_and_come_back(running: Preview, root: Path, reader: Reader) -> None:
    path = root / "plans" / "dated.yaml"
    text = path.read_text("utf-8")
    path.unlink()
    _until(lambda: get(running.address, "/plans/dated/")[0] == 404)
    _saved(path, text)
    _until(lambda: get(running.address, "/plans/dated/")[0] == 200)


def test_a_link_in_place_of_a_plan_is_told(root: Path, reader: Reader) -> None:
    path = root / "plans" / "dated.yaml"
    text = path.read_text("utf-8")
    path.unlink()
    path.symlink_to("winter.yaml")
    reader.wait(lambda news: any("link to another file" in one["message"] for one in news["errors"]))
    path.unlink()
    _saved(path, text)
    reader.wait(lambda news: not news["errors"])


@pytest.mark.parametrize(
    "path",
    ["/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/plans/../../mkdocs.yml", "/_preview/../reload.js", "//etc/passwd"],
)
def test_nothing_but_the_site_is_served(running: Preview, reader: Reader, path: str) -> None:
    status, _, content = get(running.address, path)
    assert status in (302, 404)
    assert b"site_name" not in content


def test_another_website_can_not_read_the_preview_under_a_name_of_its_own(running: Preview, reader: Reader) -> None:
    assert get(running.address, "/", host="evil.example.org")[0] == 403
    assert get(running.address, "/", host="localhost:80")[0] == 200


def test_the_missing_page_is_the_sites_own(running: Preview, reader: Reader) -> None:
    status, _, content = get(running.address, "/no-such-page/")
    assert status == 404
    assert b"</html>" in content
    status, headers, _ = get(running.address, "/plans/winter")
    assert (status, headers["location"]) == (302, "/plans/winter/")
