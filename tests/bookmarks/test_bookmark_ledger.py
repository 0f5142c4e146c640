"""The record of addresses: what is written is read again, and nothing damaged is taken for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_project import PLANS_FOR_TESTS, ROOT

from generator.bookmarks.ledger import FILE, Entry, Meant, is_address, ledger_text, read_ledger, write_ledger
from generator.model.finding import Refused
from generator.publish.calendars.ledger import FILE as CALENDARS
from generator.publish.calendars.ledger import read_ledger as read_calendars

SLUG = st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True)
TRAINING = st.builds(lambda phase, place: f"{phase} {place}", SLUG, st.integers(1, 99))
ENTRY = st.builds(
    Entry,
    now=st.one_of(st.just(""), TRAINING),
    was=st.lists(st.builds(Meant, st.integers(1, 9), TRAINING, st.booleans()), max_size=3).map(tuple),
    to=st.one_of(st.just(""), SLUG.map(lambda slug: f"plans/{slug}/")),
    moved=st.one_of(st.just(""), st.just("week 8: week 7; weeks 9-20: weeks 8-19")),
)


@given(entries=st.dictionaries(SLUG.map(lambda slug: f"plans/{slug}/"), ENTRY, max_size=8))
def test_what_is_written_is_read_again(entries: dict[str, Entry], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("ledger")
    assert write_ledger(folder, entries)
    assert not write_ledger(folder, entries), "nothing changed"
    found = read_ledger(folder)
    assert dict(found.entries) == entries
    lines = (folder / FILE).read_text("utf-8").splitlines()
    for address, line in found.lines.items():
        assert lines[line - 1].startswith(f'  "{address}":')


def test_a_project_that_has_published_nothing_has_an_empty_one(tmp_path: Path) -> None:
    assert read_ledger(tmp_path).entries == {}
    assert not read_ledger(tmp_path).known


def damaged(folder: Path, text: str | bytes) -> str:
    path = folder / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Refused) as refused:
        read_ledger(folder)
    (found,) = refused.value.diagnostics
    return str(found)


def said(**entries: object) -> str:
    return json.dumps({"format": "hardday/addresses@1", "addresses": entries}, indent=1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it is not what it should be"),
        ("{", "it is not what it should be"),
        (b"\xff\xfe", "it is not UTF-8 text"),
        ("[]", "it is not what it should be"),
        ('{"format": "hardday/addresses@2", "addresses": {}}', "its format is 'hardday/addresses@2'"),
        ('{"format": "hardday/addresses@1", "addresses": []}', "it is not what it should be"),
        ('{"format": "hardday/addresses@1", "addresses": {"a/": {}, "a/": {}}}', "'a/' stands in it twice"),
        (said(**{"../../etc/": {}}), "'../../etc/' is no address of a site"),
        (said(**{"/etc/": {}}), "is no address of a site"),
        (said(**{"a/": 1}), "'a/' has an entry that this version of hardday does not know"),
        (said(**{"a/": {"newer": 1}}), "'a/' has an entry that this version of hardday does not know"),
        (said(**{"a/": {"now": "no training"}}), "'no training' is not what should stand here"),
        (said(**{"a/": {"was": [["x", "base 1"]]}}), "what an address meant is not [edition, training]"),
        (said(**{"a/": {"to": "../up"}}), "'../up' is not what should stand here"),
        ("[" * 100_000, "it is not what it should be"),
    ],
)
def test_a_damaged_record_is_refused_with_words(text: str | bytes, told: str, tmp_path: Path) -> None:
    message = damaged(tmp_path, text)
    assert told in message
    assert message.startswith("published/addresses.json:")
    assert "git checkout published/addresses.json" in message


CONFLICT = '{"format": "hardday/%s@1", "%s": {\n<<<<<<< HEAD\n  "a/": {}\n=======\n  "b/": {}\n>>>>>>> other\n}}\n'


def test_a_merge_conflict_is_told_as_such(tmp_path: Path) -> None:
    message = damaged(tmp_path, CONFLICT % ("addresses", "addresses"))
    assert message.startswith("published/addresses.json:2:1: error two branches changed this record")
    assert "git checkout main -- published/addresses.json" in message
    (tmp_path / CALENDARS).write_text(CONFLICT % ("calendars", "events"), "utf-8")
    with pytest.raises(Refused, match=r"calendars\.json:2:1: error two branches changed this record"):
        read_calendars(tmp_path)


def test_what_counts_as_an_address() -> None:
    for address in ("", "log/", "plans/x/week-09/", "plans/x/calendar.ics", "manifest.webmanifest"):
        assert is_address(address)
    for path in ("assets/css/hardday.css", "_headers", ".nojekyll", "a/../b/", "a//b/", "x" * 301):
        assert not is_address(path)


def test_sorted_one_address_a_line() -> None:
    text = ledger_text({"b/": Entry(), "a/": Entry(now="base 1")})
    assert text == '{"format": "hardday/addresses@1", "addresses": {\n  "a/": {"now": "base 1"},\n  "b/": {}\n}}\n'


@pytest.mark.site
def test_the_record_is_committed_as_the_plans_are(built_project: Path) -> None:
    """`hardday pages`, then commit it: otherwise an address of today may be gone tomorrow, and nobody is told."""
    others = tuple(f"plans/{path.stem}/" for path in PLANS_FOR_TESTS.glob("*.yaml"))
    entries = read_ledger(built_project).entries
    built = {address: entry for address, entry in entries.items() if not address.startswith(others)}
    committed = read_ledger(ROOT).entries
    assert {address for address in built if address not in committed} == set(), (
        "run hardday pages and commit published/"
    )
    assert {address for address, entry in committed.items() if not entry.gone and address not in built} == set()
    assert {address: entry for address, entry in built.items() if entry.now != committed[address].now} == {}
