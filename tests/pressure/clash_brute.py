"""Whether weeks can be filled at all, by trying everything: what a stated clash says is that they can't.

Day by day every kind and lift that the week still asks for is tried. Beginnings that differ in nothing a rule can see
later are tried once. What a lift may stand on is the domain reference's table 1.1, the rules are its own (1.2, 1.4);
of the program only the data model is used, and of a policy its numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from day_rules_brute import KEY_LIFTS, LEVELS, K, Wanted

from generator.model.frame import Frame
from generator.rules.policy import Policy

LONG_AGO = 99
#: Domain reference 1.1: which lifts a kind of day may carry; rules and policies allow fewer. A primer wakes legs up.
MAY_CARRY = {
    "quality": ("base", "heavy", "maintenance", "primer"),
    "long": ("base", "heavy", "maintenance"),
    "race": (),
    "aerobic": ("base", "heavy", "maintenance", "abbreviated", "primer"),
    "easy": ("base", "heavy", "maintenance"),  # no policy but one that says so
    "cross": ("base", "heavy", "maintenance", "abbreviated", "primer"),  # aerobic work alone
    "rest": (),
}


def wanted_by(policy: Policy) -> Wanted:
    """Return a policy's numbers as the second implementation takes them."""
    recovery, spacing = policy.params("two-recovery-days"), policy.params("lift-spacing")
    race, third = policy.params("heavy-clear-of-race"), policy.params("third-key-lift")
    hard, easy = policy.params("hard-days-hard"), policy.params("no-lift-on-easy-days")
    return Wanted(
        levels={slug: policy.level(slug) for slug in LEVELS},
        recovery_days=recovery["days"],
        days_between_lifts=spacing["days"],
        days_before_goal=race["goal_days"],
        days_before_tune_up=race["tune_up_days"],
        most_lifts=third["most"],
        most_lifts_otherwise=third["otherwise"],
        most_combined=third["combined"],
        three_in=third["in_phases"],
        aerobic_in=hard["aerobic_in"],
        also=hard["also"],
        never=easy["never"],
        on_aerobic_cross=easy["on_aerobic_cross"],
        bars_key_run=policy.params("no-key-run-after-heavy")["lifts"],
    )


@dataclass(frozen=True, slots=True)
class _Past:
    """All that matters of the days before: what is used up, how long ago what stood, what the week holds."""

    kinds: tuple[int, ...] = ()
    lifts: tuple[int, ...] = ()
    combined_ago: int = LONG_AGO
    key_ago: int = LONG_AGO
    heavy_ago: int = LONG_AGO
    yesterday: str = ""
    keys: int = 0
    combined: int = 0


def can_be_filled(frames: Sequence[Frame], wanted: Wanted) -> bool:
    """Return True if some arrangement of these weeks' days satisfies the rules."""
    pasts = {_Past()}
    for frame in frames:
        kinds = [kind for kind in MAY_CARRY if frame.count(kind)]
        lifts = sorted({ask.kind for ask in frame.lifts})
        pasts = {replace(past, kinds=(0,) * len(kinds), lifts=(0,) * len(lifts), keys=0, combined=0) for past in pasts}
        for position in range(frame.length):
            pasts = {new for past in pasts for new in _next(frame, position, kinds, lifts, past, wanted)}
        pasts = {past for past in pasts if _enough(frame, lifts, past)}
    return bool(pasts)


def _enough(frame: Frame, lifts: list[str], past: _Past) -> bool:
    asked = {lift: sum(ask.least for ask in frame.lifts if ask.kind == lift) for lift in lifts}
    return all(past.lifts[i] >= asked[lift] for i, lift in enumerate(lifts))


def _next(
    frame: Frame, position: int, kinds: list[str], lifts: list[str], past: _Past, wanted: Wanted
) -> Iterator[_Past]:
    for k, kind in enumerate(kinds):
        race = position == frame.goal_race or position in frame.tune_ups
        if past.kinds[k] == frame.count(kind) or (kind == "race") != race:
            continue
        for lift in ("", *lifts):
            if not _said(frame, position, kind, lift):
                continue
            used = tuple(n + (name == lift) for n, name in zip(past.lifts, lifts, strict=True))
            most = {name: sum(ask.most for ask in frame.lifts if ask.kind == name) for name in lifts}
            if any(n > most[name] for n, name in zip(used, lifts, strict=True)):
                continue
            if lift and (lift not in MAY_CARRY[kind] or (kind == "cross" and frame.cross_role != "aerobic")):
                continue
            key = lift in KEY_LIFTS
            combined = key and kind in K
            now = _Past(
                tuple(n + (i == k) for i, n in enumerate(past.kinds)), used,
                0 if combined else min(past.combined_ago + 1, LONG_AGO), 0 if key else min(past.key_ago + 1, LONG_AGO),
                0 if lift == "heavy" else min(past.heavy_ago + 1, LONG_AGO), lift, past.keys + key,
                past.combined + combined,
            )  # fmt: skip
            levels = LEVELS | wanted.levels
            if not any(levels[rule] == "error" for rule in _broken(frame, position, kind, past, now, wanted)):
                yield now


def _said(frame: Frame, position: int, kind: str, lift: str) -> bool:
    here = [must for must in frame.musts if must.position == position]
    return all(kind in must.kinds and (lift or "none") in must.lifts for must in here)


def _broken(frame: Frame, position: int, kind: str, past: _Past, now: _Past, wanted: Wanted) -> Iterable[str]:
    """Yield the rules that this day breaks after those days."""
    lift, key = now.yesterday, now.key_ago == 0
    good = [*wanted.also, "quality", "long"]
    if lift == "base" or (lift == "heavy" and frame.running in wanted.aerobic_in):
        good.append("aerobic")
    if key and kind not in good:
        yield "hard-days-hard"
    if lift and (kind in wanted.never or (kind == "cross" and lift not in wanted.on_aerobic_cross)):
        yield "no-lift-on-easy-days"
    if key and past.key_ago < wanted.days_between_lifts:
        yield "lift-spacing"
    if now.combined_ago == 0 and past.combined_ago < wanted.recovery_days:
        yield "two-recovery-days"
    if kind in K and past.yesterday in wanted.bars_key_run:
        yield "no-key-run-after-heavy"
    if kind in ("easy", "aerobic") and past.yesterday == "heavy":
        yield "rest-after-heavy"
    most = wanted.most_lifts if frame.running in wanted.three_in else wanted.most_lifts_otherwise
    crowded = now.keys > wanted.most_lifts_otherwise and now.combined > wanted.most_combined
    if key and (now.keys > most or crowded):
        yield "third-key-lift"
    if kind == "race":
        goal = position == frame.goal_race
        if now.heavy_ago < (wanted.days_before_goal if goal else wanted.days_before_tune_up):
            yield "heavy-clear-of-race"


def clashing_weeks(frames: Sequence[Frame], wanted: Wanted) -> set[int]:
    """Return the weeks of the shortest stretches that can't be filled; none if the whole can be."""
    if can_be_filled(frames, wanted):
        return set()
    for length in range(1, len(frames) + 1):
        starts = range(len(frames) - length + 1)
        bad = [frames[i : i + length] for i in starts if not can_be_filled(frames[i : i + length], wanted)]
        if bad:
            return {frame.number for stretch in bad for frame in stretch}
    return set()
