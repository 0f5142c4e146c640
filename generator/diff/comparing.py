"""Two versions of a project compared: only plans that may differ are expanded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.bookmarks.aligned import aligned
from generator.bookmarks.lines import read_lines
from generator.compare.whole_plan import plan_changes
from generator.diff.addresses import Leads, address_changes, addresses_of, feed_changes, leads_of
from generator.diff.difference import AddressChange, Difference, PlanDifference, State
from generator.diff.edition import Edition, Opened
from generator.diff.findings import findings_turned
from generator.diff.pairs import plan_pairs
from generator.diff.shared import decides, exercise_texts, shared_changes
from generator.diff.sides import Side
from generator.diff.texts import text_changes
from generator.model.finding import Diagnostic
from generator.model.plan import Plan, Week
from generator.model.training import training_of
from generator.publish.addresses import exercise_address

_Pair = tuple[str | None, str | None]


def difference(old: Side, new: Side, only: Sequence[str] = ()) -> Difference:
    """Return what is otherwise in ``new``; of plans ``only`` those named, by their ids, if any are."""
    before, after = Edition(old), Edition(new)
    equal = decides(before) == decides(after)
    pairs = plan_pairs(before, after, only) if before.readable and after.readable else []
    apart = [pair for pair in pairs if not (equal and _written_alike(before, after, pair))]
    opened = {now: after.open(now) for _, now in apart if now is not None}
    leads = leads_of(after, opened)
    found = {pair: _plan(before, after, pair, leads) for pair in apart}
    silent = [pair for pair, one in found.items() if not one.any and not _written_alike(before, after, pair)]
    shown = _all_plans(after, opened) if not only and exercise_texts(before, after) else _plans(opened)
    return Difference(
        old.shown,
        new.shown,
        plans=tuple(one for one in found.values() if one.any),
        shared=() if only else tuple(shared_changes(before, after, shown)),
        addresses=() if only else tuple(_exercise_addresses(before, after, leads)),
        rewritten=tuple(found[pair].id for pair in silent),
        unchanged=len(pairs) - len(apart),
        faults_before=() if before.readable else _once(before.faults),
        errors=_errors(after, opened),
        commits=(old.commit, new.commit),
        known=frozenset({*before.names, *after.names}),
    )


def _errors(after: Edition, opened: Mapping[str, Opened]) -> tuple[Diagnostic, ...]:
    told = () if after.readable else after.faults
    return _once((*told, *(d for one in opened.values() for d in one.diagnostics if d.severity == "error")))


def _written_alike(before: Edition, after: Edition, pair: _Pair) -> bool:
    was, now = pair
    return was is not None and was == now and before.digests[was] == after.digests[now]


def _plans(opened: Mapping[str, Opened]) -> dict[str, Plan]:
    return {name: one.plan for name, one in opened.items() if one.plan is not None}


def _all_plans(after: Edition, opened: Mapping[str, Opened]) -> dict[str, Plan]:
    return _plans({name: after.open(name) for name in after.files} | dict(opened))


def _once(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys(diagnostics))


def _plan(before: Edition, after: Edition, pair: _Pair, leads: Leads) -> PlanDifference:
    was, now = pair
    old = before.open(was) if was is not None else None
    new = after.open(now) if now is not None else None
    name = now or was or ""
    if old is not None and new is not None and old.plan is not None and new.plan is not None:
        files = before.side.file is not None or after.side.file is not None
        one = replace(old.plan, id=new.plan.id) if files else old.plan  # two files are two versions of one plan
        found = _both(before, after, (old, one), (new, new.plan), leads)
        if was != now and not files:
            return replace(found, id=name, was=was or "", state="renamed")
        return replace(found, id=name)
    return _one_side(before, after, old, new, name, leads)


def _both(
    before: Edition, after: Edition, old: tuple[Opened, Plan], new: tuple[Opened, Plan], leads: Leads
) -> PlanDifference:
    (was, one), (now, other) = old, new
    names = _names(before) | _names(after)
    changes = plan_changes(one, other, by_training(one, other, _new_lines(was, now)), names)
    told = findings_turned(was.diagnostics, now.diagnostics, changes.numbering)
    return PlanDifference(
        other.id,
        other.title,
        "changed",
        weeks_in_all=len(other.weeks),
        whole=(*changes.whole, *text_changes(was.authored, now.authored)),
        weeks=changes.weeks,
        findings_new=told[0],
        findings_gone=told[1],
        addresses=tuple(address_changes(addresses_of(one), addresses_of(other), leads)),
        feeds=tuple(feed_changes((before, one), (after, other))),
    )


def by_training(old: Plan, new: Plan, lines: Mapping[str, str] | None = None) -> Mapping[int, int]:
    """Return which week each old week is now: as new ``lines`` of ``moved:`` say, else by the trainings' names."""
    by_name = aligned(
        [(week.number, _training(old, week)) for week in old.weeks], [_training(new, week) for week in new.weeks]
    )
    found = {number: one.week for number, one in by_name.items() if one.exact}
    there = {week.number for week in new.weeks}
    for number, to in read_lines(lines or {})[0].weeks.items():
        same = number in by_name and by_name[number].exact
        if to in there and (same or to not in found.values()):
            found = {was: now for was, now in found.items() if now != to and was != number} | {number: to}
    return found


def _new_lines(was: Opened, now: Opened) -> dict[str, str]:
    """Return the lines of ``moved:`` that are new: what older ones say has long happened."""
    before, after = (one.authored.definition.moved if one.authored else {} for one in (was, now))
    return {key: text for key, text in after.items() if before.get(key) != text}


def _training(plan: Plan, week: Week) -> str:
    """Return the week's training; of a week in a phase that a stranger's plan does not have, its number."""
    try:
        return training_of(plan, week)
    except KeyError:
        return f"{week.phase} {week.number}"


def _names(edition: Edition) -> dict[str, str]:
    project = edition.project
    return {slug: exercise.name for slug, exercise in project.library.exercises.items()} if project else {}


def _one_side(
    before: Edition, after: Edition, old: Opened | None, new: Opened | None, name: str, leads: Leads
) -> PlanDifference:
    """Tell of a plan that comes, goes, or is refused on a side."""
    one, other = (side.plan if side else None for side in (old, new))
    plan = other or one
    refused = tuple(side.diagnostics if side and side.plan is None else () for side in (old, new))
    state: State = "new" if old is None else "gone" if new is None else "refused" if other is None else "mended"
    addresses: tuple[AddressChange, ...] = ()
    if state in ("new", "gone"):
        addresses = tuple(
            address_changes(addresses_of(one) if one else (), addresses_of(other) if other else (), leads)
        )
    feeds = feed_changes((before, one) if one else None, (after, other) if other else None)
    told = new.diagnostics if new and new.plan else ()
    return PlanDifference(
        name,
        plan.title if plan else name,
        state,
        weeks_in_all=len(plan.weeks) if plan else 0,
        findings_new=told,
        addresses=addresses,
        feeds=tuple(feeds) if state in ("new", "gone") else (),
        refused_before=refused[0],
        refused_now=refused[1],
    )


def _exercise_addresses(before: Edition, after: Edition, leads: Leads) -> Iterator[AddressChange]:
    """Addresses that no plan has: those of exercises."""
    if before.project is None or after.project is None:
        return
    sides = [
        [exercise_address(slug) for slug in edition.project.library.exercises]
        for edition in (before, after)
        if edition.project
    ]
    yield from address_changes(sides[0], sides[1], leads)
