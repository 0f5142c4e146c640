"""What the rules say of a definition before any day is chosen: they judge a sketch of its weeks.

The sketch has each week's days by kind and its lifts, without distances, doses or places. So a base of three weeks, a
heavy lift in an intense phase or more lifts than days that may carry one is told at the author's line, once a phase,
by the same rules that audit the finished plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.model.asking import day_counts, lift_kind, sessions_range
from generator.model.definition import AS_GIVEN, Authored, Keys, PhaseText
from generator.model.finding import Diagnostic, Fault
from generator.model.plan import Cross, Day, Lift, Plan, Run, Session, Week
from generator.model.vocabulary import CrossRole, DayKind, LiftKind, weekday_of
from generator.rules import RULES
from generator.rules.policy import Policy

#: The rules that a sketch says enough for. Those of the fullest week and those of the emptiest are asked apart.
OF_FULL_WEEKS = ("base-before-heavy", "base-dose", "maintenance-when-intense", "quality-cap")
OF_SPARSE_WEEKS = ("base-dose", "hosts")
#: Those that count days by kind, and so say nothing where the runs don't fit into the week.
OF_DAYS = ("quality-cap", "hosts")
#: Days in the order in which a sketch gives them lifts.
_HOSTS: tuple[DayKind, ...] = ("quality", "long", "aerobic", "cross", "easy", "rest")
_RPE = (3, 4)


def faults_of_sketch(authored: Authored, policy: Policy) -> Iterator[Diagnostic]:
    """Yield one error for each phase and each rule at level error that its sketch breaks."""
    blocks = authored.definition.blocks
    unclear = any(min(day_counts(authored, block).values()) < 0 for block in blocks)
    full = _sketch(authored, lambda block: max(sessions_range(block)))
    sparse = _sketch(authored, lambda block: min(sessions_range(block)))
    told: set[tuple[str, Keys]] = set()
    for plan, slugs in ((full, OF_FULL_WEEKS), (sparse, OF_SPARSE_WEEKS)):
        for rule in RULES:
            if rule.slug not in slugs or rule.check is None or policy.level(rule.slug) != "error":
                continue
            if unclear and rule.slug in OF_DAYS:
                continue
            for fault in rule.check(plan, policy.params(rule.slug)):
                keys, block = _block_of(authored, fault.week)
                if rule.slug in OF_DAYS and block.running == AS_GIVEN:
                    continue  # the calendar says which days there are
                if fault.severity in (None, "error") and (rule.slug, keys) not in told:
                    told.add((rule.slug, keys))
                    yield _diagnostic(authored, rule.slug, keys, block, fault, policy.params(rule.slug))


def _block_of(authored: Authored, week: int | None) -> tuple[Keys, PhaseText]:
    last = 0
    for index, block in enumerate(authored.definition.blocks):
        last += block.weeks
        if week is None or week <= last:
            return authored.block_keys(index), block
    raise ValueError(f"week {week} is not in the plan")


def _diagnostic(
    authored: Authored, slug: str, keys: Keys, block: PhaseText, fault: Fault, params: Mapping[str, Any]
) -> Diagnostic:
    at, hint = _mended(slug, block, params)
    return Diagnostic(authored.place(*keys, *at), "error", slug, fault.text.rstrip("."), hint)


def _mended(slug: str, block: PhaseText, params: Mapping[str, Any]) -> tuple[Keys, str]:
    """Return the keys, within the phase, of what the author changes first, and what would be right."""
    if slug == "base-before-heavy":
        return ("strength", "kind"), _base_hint(block, params)
    if slug == "maintenance-when-intense" and block.strength.kind in ("heavy", "power"):
        return ("strength", "kind"), "Write kind: maintenance."
    if slug == "quality-cap":
        return ("running", "quality" if block.running.quality_runs is None else "quality_runs"), ""
    if slug == "base-dose":
        return ("strength", "sessions"), f"Write sessions: {params['least']}-{params['most']}."
    return ("strength", "sessions"), ""


def _base_hint(block: PhaseText, params: Mapping[str, Any]) -> str:
    least, most = params["least"], params["most"]
    if block.strength.kind == "base":
        return f"Give the base {least} to {most} weeks and let a phase of base_hold follow."
    entered = "set base_done and signed_off under entry: if the runner brings both"
    return f"Put a phase of kind base with {least} to {most} weeks before it, or {entered}."


def _sketch(authored: Authored, sessions: Callable[[PhaseText], int]) -> Plan:
    d = authored.definition
    weeks: list[Week] = []
    for block in d.blocks:
        for _ in range(block.weeks):
            raced = bool(d.phases and d.race and d.race.week == len(weeks) + 1)
            weeks.append(_week(authored, block, len(weeks), 0 if raced else sessions(block), raced))
    return Plan(
        id=authored.id,
        title=d.title,
        units=d.units,
        week_starts=d.week_starts,
        start=None,
        race=None,
        signed_off=d.entry.signed_off,
        base_done=d.entry.base_done,
        beyond_the_article=d.advanced_heavy,
        phases=(),
        weeks=tuple(weeks),
        findings=(),
        audience=d.audience,
        microcycle_days=d.microcycle_days,
    )


def _week(authored: Authored, block: PhaseText, index: int, sessions: int, raced: bool) -> Week:
    d = authored.definition
    counts = day_counts(authored, block)
    kinds = [kind for kind in _HOSTS for _ in range(counts.get(kind, 0))]
    if block.running.cross_role == "recovery":
        kinds.sort(key=lambda kind: kind == "cross")
    kind = lift_kind(block)
    lifts: list[LiftKind] = [kind] * sessions if kind else []
    lifts += [] if raced else ["abbreviated"] * block.strength.abbreviated
    first = index * d.microcycle_days
    days = []
    for position, day_kind in enumerate(kinds):
        rest = lifts[position:] if position == len(kinds) - 1 else lifts[position : position + 1]
        runs = () if raced else _run(day_kind, block.running.cross_role)
        sessions_of_day = (*runs, *(Lift(2, lift, (), ()) for lift in rest))
        day = first + position
        days.append(Day(day, weekday_of(day, d.week_starts), None, day_kind, sessions_of_day))
    return Week(index + 1, block.id, False, 0, block.running.kind, block.strength.kind, tuple(days))


def _run(kind: DayKind, role: CrossRole) -> tuple[Session, ...]:
    if kind == "rest":
        return ()
    if kind == "cross":
        return (Cross(1, role, 0, _RPE, ()),)
    return (Run(1, kind, None, None, _RPE, (), ()),)
