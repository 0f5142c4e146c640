"""However often a plan is renumbered, each of its weeks of any earlier edition leads to the same training today."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from generator.bookmarks.history import History
from generator.bookmarks.ledger import Entry, Ledger, ledger_text
from generator.bookmarks.lines import read_lines, week_lines
from generator.bookmarks.moved_file import MovedFile
from generator.bookmarks.past import past_of
from generator.bookmarks.renumbered import renumbered
from generator.model.plan import Plan

Lengths = tuple[int, ...]
NAMES = ("base", "build", "peak", "taper")


def plan_of(lengths: Lengths) -> Plan:
    """A plan of which nothing but its phases is known."""
    weeks: list[Any] = []
    phases: list[Any] = []
    for name, length in zip(NAMES, lengths, strict=False):
        first = len(weeks) + 1
        phases.append(SimpleNamespace(id=name, title=name, first_week=first, last_week=first + length - 1))
        weeks += [SimpleNamespace(number=first + place, phase=name) for place in range(length)]
    found = SimpleNamespace(id="x", weeks=tuple(weeks), phases=tuple(phases))
    found.phase = lambda name: next(one for one in phases if one.id == name)
    return cast(Plan, found)


def trainings(lengths: Lengths) -> list[str]:
    return [f"{name} {place}" for name, weeks in zip(NAMES, lengths, strict=False) for place in range(1, weeks + 1)]


def publish(entries: Mapping[str, Entry], lengths: Lengths) -> dict[str, Entry]:
    """What a build does after its author has pasted what it proposed, if anything."""
    ledger, plan = Ledger(entries, known=True, by_plan={"x": entries}), plan_of(lengths)
    asked = renumbered(ledger, plan)
    lines = week_lines({week: asked.now[week].week for week in asked.open})
    moved, faults = read_lines(dict(line.split(": ") for line in lines))
    assert faults == []
    answered = renumbered(ledger, plan, moved)
    assert answered.open == ()
    return {**entries, **answered.entries}


def today(text: str) -> dict[int, dict[int, tuple[int, bool]]]:
    """What the page tells the browser: by edition and week, the week today and whether it is the same training."""
    found: dict[int, dict[int, tuple[int, bool]]] = {}
    for part in text.split():
        edition, runs = part.split("e")
        for run in runs.split(","):
            weeks, kind, to = run.partition("s") if "s" in run else run.partition("n")
            first, _, last = weeks.partition("-")
            for place, week in enumerate(range(int(first), int(last or first) + 1)):
                found.setdefault(int(edition), {})[week] = (int(to) + (place if kind == "s" else 0), kind == "s")
    return found


EDITIONS = st.lists(st.tuples(*[st.integers(1, 9)] * 4), min_size=2, max_size=7)


@given(EDITIONS)
def test_every_week_of_every_edition_leads_to_its_training(editions: list[Lengths]) -> None:
    entries: dict[str, Entry] = {}
    versions: dict[int, Lengths] = {}
    for lengths in editions:
        entries = publish(entries, lengths)
        ledger = Ledger(entries, known=True, by_plan={"x": entries})
        past = past_of(History(ledger, MovedFile(), {}, (), entries), plan_of(lengths))
        versions[past.edition] = lengths
        now, told = trainings(lengths), today(past.renumbered)
        for edition, before in versions.items():
            for week, training in enumerate(trainings(before), 1):
                if edition == past.edition:
                    continue
                to, exact = told[edition][week]
                assert exact == (training in now)
                if exact:
                    assert now[to - 1] == training
                else:
                    assert now[to - 1].split()[0] == training.split()[0], "the nearest stands in the same phase"
        numbers = {f"plans/x/week-{week:02d}/" for week in range(1, max(map(sum, versions.values())) + 1)}
        assert numbers == {address for address in entries if address != "plans/x/"}


@given(EDITIONS)
def test_building_again_changes_nothing(editions: list[Lengths]) -> None:
    entries: dict[str, Entry] = {}
    for lengths in editions:
        entries = publish(entries, lengths)
        lines = [line for line in entries["plans/x/"].moved.split("; ") if line]
        said, faults = read_lines(dict(line.split(": ") for line in lines))
        ledger = Ledger(entries, known=True, by_plan={"x": entries})
        again = renumbered(ledger, plan_of(lengths), said)
        assert faults == []
        assert again.open == ()
        assert again.idle == (), "lines that were followed are no reason for a word"
        assert ledger_text({**entries, **again.entries}) == ledger_text(entries)
