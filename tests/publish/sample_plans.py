"""Plans built by hand: every kind of session, week and plan that pages must show. Numbers are plausible, not proven."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from library_texts import read_library_texts
from sample_sessions import REST_AFTER, WISH, cross, intervals, lift_of, long_run, run, short_lift

from generator.model.finding import Finding
from generator.model.plan import (
    Assessment,
    Day,
    Lift,
    Override,
    Phase,
    Plan,
    Race,
    Repeat,
    Run,
    Session,
    Step,
    Week,
)
from generator.model.vocabulary import WEEKDAYS
from generator.publish.texts import LibraryTexts, PlanPage, PlanTexts

LIBRARY = Path(__file__).resolve().parents[2] / "plans" / "library"


def library() -> LibraryTexts:
    """Return the clinic's real library."""
    return read_library_texts(LIBRARY)


def week(number: int, phase: str, sessions: list[tuple[Any, tuple[Session, ...]]], **more: Any) -> Week:
    """Return a week of these days, its distance added up."""
    length, start = len(sessions), more.pop("start", None)
    days = tuple(
        Day(
            (number - 1) * length + index,
            WEEKDAYS[((number - 1) * length + index) % 7],
            None if start is None else f"{start}-{index + 1:02d}",
            kind,
            held,
            (REST_AFTER,) if kind == "rest" else (),
        )
        for index, (kind, held) in enumerate(sessions)
    )
    metres = sum(one.distance_m or 0 for day in days for one in day.runs)
    return Week(
        number, phase, more.pop("cutback", False), metres, more.pop("running"), more.pop("strength"), days, **more
    )


def training_week(number: int, phase: str, lift: Lift, scale: float, whole: float = 1000, **more: Any) -> Week:
    """Return the article's week: quality and heavy on Tuesday, short on Thursday, long and heavy on Saturday."""

    def size(metres: int) -> int:
        return round(int(metres * scale / whole) * whole)

    return week(
        number,
        phase,
        [
            ("aerobic", (run("aerobic", size(10000), (3, 4)),)),
            ("quality", (intervals(size(14000)), lift)),
            ("rest", ()),
            ("aerobic", (run("aerobic", size(12000), (3, 4)), short_lift())),
            ("easy", (run("easy", size(8000), (2, 3)),)),
            ("long", (long_run(size(26000)), lift)),
            ("cross", (cross(),)),
        ],
        **more,
    )


def race_week(number: int) -> Week:
    """Return a week that ends in a marathon."""
    easy = (Step("warmup", 2000), Repeat(4, (Step("work", None, 20, target="strides"), Step("recovery", None, 60))))
    race = Run(1, "race", 42195, 12600, (7, 9), (), (WISH,))
    return week(
        number,
        "taper",
        [
            ("rest", ()),
            ("quality", (Run(1, "quality", 8000, 2700, (5, 6), easy, (WISH,), "Strides"),)),
            ("rest", ()),
            ("easy", (run("easy", 5000, (2, 3)),)),
            ("rest", ()),
            ("easy", (run("easy", 3000, (2, 3)),)),
            ("race", (race,)),
        ],
        running="race",
        strength="off",
    )


def race_plan(**more: Any) -> Plan:
    """Return six weeks to a marathon: base, cutback, heavy, maintenance, race."""
    base, heavy, keep = (
        lift_of("base", 3, 10, 3, 68),
        lift_of("heavy", 3, 6, 2, 80),
        lift_of("maintenance", 2, 6, 3, 80),
    )
    weeks = (
        training_week(1, "base", base, 0.8, running="base", strength="base", assessment=Assessment("first", TESTS)),
        training_week(
            2, "base", lift_of("base", 2, 10, 4, 65), 0.7, running="base", strength="base", cutback=True, deload=True,
            assessment=Assessment("retest", TESTS),
        ),
        training_week(3, "heavy", heavy, 0.9, running="build", strength="heavy"),
        training_week(4, "heavy", heavy, 1.0, running="build", strength="heavy"),
        training_week(5, "maintenance", keep, 1.2, running="specific", strength="maintenance"),
        race_week(6),
    )  # fmt: skip
    phases = (
        Phase(
            "base", "Base", 1, 2, "base", "base", "Learn the lifts and build the running they stand on.",
            ("You run 45 km a week without pain",),
            ("Six weeks of base done", "A professional watched every big lift"),
        ),
        Phase("heavy", "Heavy", 3, 4, "build", "heavy", "More weight, fewer reps."),
        Phase("maintenance", "Maintenance", 5, 5, "specific", "maintenance", "Keep the strength, spend little."),
        Phase("taper", "Taper and race", 6, 6, "race", "off", "Arrive fresh."),
    )  # fmt: skip
    shape: dict[str, Any] = {
        "id": "marathon-competitive",
        "title": "Competitive marathoner",
        "units": "km",
        "week_starts": "monday",
        "start": None,
        "race": Race(42195, 6, 41, "City Marathon"),
        "signed_off": False,
        "base_done": False,
        "beyond_the_article": False,
        "phases": phases,
        "weeks": weeks,
        "findings": (
            Finding(
                "ramp", "warning", 5, None, "Week 5 runs 74 km, 19% more than the biggest of the four weeks before."
            ),
        ),
        "overrides": (Override("ramp", "most", 25, "This runner has held 80 km for years."),),
        "audience": "competitive",
        "sources": ("seynders-2022", "doma-deakin-2013"),
        "big_lifts": ("back-squat", "hip-thrust"),
    }
    return Plan(**(shape | more))


TESTS = ("single-leg-calf-raise", "y-balance-anterior")


def staged_plan() -> Plan:
    """Return a return from injury: three stages of run and walk, no dates, in miles."""
    stages = []
    for number, (on, off) in enumerate(((60, 120), (120, 60), (300, 60)), start=1):
        steps = (
            Step("walk", None, 300),
            Repeat(6, (Step("work", None, on, rpe=(2, 3)), Step("walk", None, off))),
            Step("walk", None, 300),
        )
        jog = Run(1, "easy", None, 600 + 6 * (on + off), (2, 3), steps, (WISH,), "Run and walk")
        days = [("easy", (jog,)), ("rest", ())] * 3 + [("rest", ())]
        stages.append(
            week(number, f"stage-{number}", days, running="base", strength="base", repeats=True)  # type: ignore[arg-type]
        )
    phases = tuple(
        Phase(
            f"stage-{n}", title, n, n, "base", "base", "Find out what the tissue takes.",
            (), ("No pain during the run above 2 of 10", "Back to normal the next morning"),
        )
        for n, title in enumerate(("Mostly walking", "Half and half", "Mostly running"), start=1)
    )  # fmt: skip
    return race_plan(
        id="return-from-injury", title="Return from injury", units="mi", race=None, staged=True, phases=phases,
        weeks=tuple(stages), findings=(), overrides=(), audience="returning", big_lifts=("goblet-squat",),
    )  # fmt: skip


def rolling_plan(**more: Any) -> Plan:
    """Return two weeks that repeat for as long as one likes, in miles, starting on a date."""
    heavy = lift_of("heavy", 3, 6, 2, 80)
    mile = 1609.344
    weeks = tuple(
        training_week(n, "rolling", heavy, scale, mile, running="base", strength="heavy", start="2027-03")
        for n, scale in ((1, 1.0), (2, 0.8))
    )
    phases = (Phase("rolling", "Every week", 1, 2, "base", "heavy", "A week you can keep all year."),)
    shape: dict[str, Any] = {
        "id": "time-crunched",
        "title": "Time-crunched runner",
        "units": "mi",
        "race": None,
        "rolling": True,
        "phases": phases,
        "weeks": weeks,
        "findings": (),
        "overrides": (),
        "audience": "recreational",
        "signed_off": True,
        "start": "2027-03-01",
    }
    return race_plan(**(shape | more))


def texts_of(plan: Plan, **more: Any) -> PlanTexts:
    """Return an author's texts for a plan."""
    shape: dict[str, Any] = {
        "id": plan.id,
        "title": plan.title,
        "summary": "To a marathon for a runner at home with 50 to 80 km a week who wants to lift heavy.",
        "for_you": ("you run 45 km a week without pain", "you can give two hard days and three easier ones"),
        "not_for_you": ("this is your first race", "you are coming back from injury: ask us first"),
        "entry": ("A gym with a rack and a barbell", "Three evenings a week"),
        "author": "Dana Example, PT, DPT",
        "reviewed_by": "Dana Example, PT, DPT",
        "reviewed_on": "2026-11-01",
        "sources": plan.sources,
    }
    return PlanTexts(**(shape | more))


def page_of(plan: Plan, **more: Any) -> PlanPage:
    """Return a plan with texts and a stand-in for its JSON."""
    return PlanPage(plan, texts_of(plan, **more), f'{{"id": "{plan.id}"}}\n')


def sample_pages() -> tuple[PlanPage, ...]:
    """Return one plan of each shape."""
    return page_of(race_plan(), order=1), page_of(rolling_plan(), order=2), page_of(staged_plan(), order=3)
