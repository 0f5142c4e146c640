"""Whether weeks can be filled at all, by trying everything: what a stated clash says is that they can't.

Day by day every kind and lift that the week still asks for is tried. Beginnings that differ in nothing a rule can see
later are tried once. What a lift may stand on is the domain reference's table 1.1, the rules are its own (1.2, 1.4);
of the program only the data model is used, and of a policy its numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

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


class _Past(NamedTuple):
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
    levels = LEVELS | wanted.levels
    pasts = {_Past()}
    for frame in frames:
        kinds = [kind for kind in MAY_CARRY if frame.count(kind)]
        lifts = sorted({ask.kind for ask in frame.lifts})
        counts = tuple(frame.count(kind) for kind in kinds)
        least = tuple(sum(ask.least for ask in frame.lifts if ask.kind == lift) for lift in lifts)
        most = tuple(sum(ask.most for ask in frame.lifts if ask.kind == lift) for lift in lifts)
        pasts = {past._replace(kinds=(0,) * len(kinds), lifts=(0,) * len(lifts), keys=0, combined=0) for past in pasts}
        for position in range(frame.length):
            choices = list(_choices(frame, position, kinds, lifts))
            going_on = ((past, now) for past in pasts for now in _next(choices, counts, most, past))
            pasts = {
                now
                for past, (kind, now) in going_on
                if not any(levels[rule] == "error" for rule in _broken(frame, position, kind, past, now, wanted))
            }
        pasts = {past for past in pasts if all(n >= asked for n, asked in zip(past.lifts, least, strict=True))}
    return bool(pasts)


def _choices(frame: Frame, position: int, kinds: list[str], lifts: list[str]) -> Iterator[tuple[int, str, int, str]]:
    """Yield what this day might carry, by number and name: a kind, and a lift or none (-1)."""
    race = position == frame.goal_race or position in frame.tune_ups
    for k, kind in enumerate(kinds):
        for number, lift in [(-1, ""), *enumerate(lifts)]:
            stands = not lift or (lift in MAY_CARRY[kind] and (kind != "cross" or frame.cross_role == "aerobic"))
            if (kind == "race") == race and stands and _said(frame, position, kind, lift):
                yield k, kind, number, lift


def _next(
    choices: list[tuple[int, str, int, str]], counts: tuple[int, ...], most: tuple[int, ...], past: _Past
) -> Iterator[tuple[str, _Past]]:
    """Yield each kind that the day can be, of what the week still has, and the past with it."""
    for k, kind, number, lift in choices:
        if past.kinds[k] == counts[k] or (lift and past.lifts[number] == most[number]):
            continue
        key = lift in KEY_LIFTS
        combined = key and kind in K
        yield (
            kind,
            _Past(
                _one_more(past.kinds, k),
                _one_more(past.lifts, number) if lift else past.lifts,
                0 if combined else min(past.combined_ago + 1, LONG_AGO),
                0 if key else min(past.key_ago + 1, LONG_AGO),
                0 if lift == "heavy" else min(past.heavy_ago + 1, LONG_AGO),
                lift,
                past.keys + key,
                past.combined + combined,
            ),
        )


def _one_more(counted: tuple[int, ...], place: int) -> tuple[int, ...]:
    return (*counted[:place], counted[place] + 1, *counted[place + 1 :])


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
