"""Sessions built by hand, one of every kind. Numbers are plausible, not proven."""

from __future__ import annotations

from typing import Any

from generator.model.plan import Alternative, Cross, Lift, Prescription, Reason, Repeat, Run, Step

HARD = Reason("hard-days-hard", "Tuesday is already hard, so the easy days stay easy.")
TWO = Reason("two-recovery-days", "Saturday is the next hard day: three full days lie between.")
REST_AFTER = Reason("rest-after-heavy", "Yesterday's heavy lift asks for a day without running.")
WISH = Reason("wish", "You asked for the long run on Saturday.")
SHORT = Reason("abbreviated-content", "Bodyweight and single-leg work on an aerobic day costs little.")
BUFFER = Reason("no-key-run-after-heavy", "Nothing hard stands on the day after a heavy lift.")


def lift_of(kind: Any, sets: int, reps: int, rir: int, percent: int | None, order: int = 2) -> Lift:
    """Return a session of two big lifts, a single-leg lift and calves."""
    heavy = kind in ("heavy", "maintenance")
    big = [
        Prescription("back-squat", "knee-dominant", sets, reps, rir, percent, 180 if heavy else 90, False),
        Prescription(
            "hip-thrust", "thrust", sets, reps, rir, percent, 180 if heavy else 90, False, rir_min=max(1, rir - 1)
        ),
    ]
    single = Prescription(
        "single-leg-romanian-deadlift", "single-leg-hip", 2, 8, 3, None, 90, True,
        weaker_side_first=True, extra_weak_side_sets=1,
    )  # fmt: skip
    calf = Prescription("loaded-single-leg-calf-raise", "calf", 2, 10, 3, None, 60, True)
    plank = Prescription("side-plank", "trunk", 2, 1, 4, None, 45, True, hold_s=30)
    held = tuple(
        Prescription(one.id, one.slot, 3, 8, 3, 73, 120, one.per_side) if one in big else one for one in (*big, single)
    )
    return Lift(
        order,
        kind,
        (*big, single, calf, plank),
        (HARD, TWO),
        unless_signed_off=Alternative("base", held) if heavy else None,
        duration_s=2700,
        warm_up=("Straight after the run you are warm already.", "Then 8 reps at 40%, 5 at 60%, 3 at 75%."),
    )


def short_lift() -> Lift:
    """Return a short bodyweight session."""
    rows = (("single-leg-squat-to-box", "single-leg-knee", 8), ("single-leg-calf-raise", "calf", 12))
    done = tuple(Prescription(id_, slot, 2, reps, 4, None, 45, True) for id_, slot, reps in rows)  # type: ignore[arg-type]
    return Lift(2, "abbreviated", done, (SHORT,), duration_s=1500)


def intervals(total: int = 14000) -> Run:
    """Return 5 × 1 km at threshold with a warm-up and what is left as the cool-down."""
    steps = (
        Step("warmup", 3000),
        Repeat(5, (Step("work", 1000, target="threshold", rpe=(7, 7)), Step("recovery", 400))),
        Step("cooldown", total - 3000 - 7000),
    )
    return Run(1, "quality", total, 4200, (6, 7), steps, (HARD, TWO), "5 × 1 km at threshold", family="threshold")


def run(kind: Any, metres: int, rpe: tuple[int, int], reasons: tuple[Reason, ...] = (WISH,)) -> Run:
    """Return a run without parts."""
    return Run(1, kind, metres, round(metres * 0.35), rpe, (), reasons)


def long_run(metres: int) -> Run:
    """Return a long run that ends at marathon effort."""
    steps = (Step("steady", metres - 5000), Step("work", 5000, target="marathon", rpe=(5, 6)))
    return Run(1, "long", metres, round(metres * 0.36), (4, 5), steps, (WISH,), purpose="Time on your feet.")


def cross() -> Cross:
    """Return an easy cross-training session."""
    return Cross(1, "recovery", 2400, (2, 3), (REST_AFTER,))
