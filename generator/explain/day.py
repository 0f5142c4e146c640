"""A plan's weeks and days explained: what stands there and why, and where each number comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.explain.elsewhere import Judge, Move, day_name
from generator.explain.lifts import lift_numbers
from generator.explain.number import Number, metres_text
from generator.explain.running import Block, target_numbers
from generator.explain.runs import day_numbers
from generator.frozen import frozen
from generator.model.frame import Frame
from generator.model.plan import Day, Lift, Reason, Week
from generator.pipeline import Expanded
from generator.progress.working import WeekWorking


@frozen
class Explanation:
    """One day: what stands there and why, its numbers, what moving the day would break, what moving its lift would."""

    week: int
    weekday: str
    content: str
    reasons: tuple[Reason, ...]
    numbers: tuple[Number, ...]
    moves: tuple[Move, ...]
    lift_moves: tuple[Move, ...]


@frozen
class WeekExplanation:
    """A week: its title, the numbers of the week as a whole, what layers changed, and the days asked for."""

    number: int
    title: str
    numbers: tuple[Number, ...]
    changes: tuple[str, ...]
    days: tuple[Explanation, ...]


class Explainer:
    """Explains the weeks and days of one plan."""

    def __init__(self, expanded: Expanded) -> None:
        self._expanded = expanded
        self._judge = Judge(expanded.placed, expanded.policy)
        self._caps = expanded.policy.params("quality-cap")
        self._frames: dict[str, list[Frame]] = {}
        for working in expanded.workings:
            self._frames.setdefault(working.placed.frame.phase, []).append(working.placed.frame)

    def week(self, number: int, position: int | None = None) -> WeekExplanation:
        """Return a week (from 1) with all of its days, or with the one at a position (from 0)."""
        week, working = self._expanded.plan.weeks[number - 1], self._expanded.workings[number - 1]
        positions = range(len(week.days)) if position is None else (position,)
        changes = tuple(f"{change.text} ({change.layer}: {change.because})" for change in week.changes)
        days = tuple(self.day(number, at) for at in positions)
        return WeekExplanation(number, self._title(week, working), self.numbers_of_week(number), changes, days)

    def numbers_of_week(self, number: int) -> tuple[Number, ...]:
        """Return the numbers of a week as a whole."""
        return tuple(self._of_week(self._expanded.plan.weeks[number - 1], self._expanded.workings[number - 1]))

    def numbers_of_day(self, number: int, position: int) -> tuple[Number, ...]:
        """Return the numbers of a day's runs and lifts; ``position`` counts from 0 within the week."""
        week, working = self._expanded.plan.weeks[number - 1], self._expanded.workings[number - 1]
        return tuple(self._of_day(week, working, position))

    def day(self, number: int, position: int) -> Explanation:
        """Return a day; ``position`` counts from 0 within the week."""
        standing, working = self._judge.standing(number, position), self._expanded.workings[number - 1]
        return Explanation(
            week=number,
            weekday=day_name(working.placed.frame, position),
            content=standing.content,
            reasons=standing.reasons,
            numbers=self.numbers_of_day(number, position),
            moves=standing.moves,
            lift_moves=standing.lift_moves,
        )

    def _title(self, week: Week, working: WeekWorking) -> str:
        plan, frame = self._expanded.plan, working.placed.frame
        title = f"Week {week.number} of {len(plan.weeks)}: {plan.phase(week.phase).title}"
        within = "a stage, done over and over until its criteria are met" if plan.staged else ""
        title += f" ({within or f'week {frame.week_in_phase} of {frame.weeks_in_phase}'})"
        title += f", running {week.running}, strength {week.strength.replace('_', ' ')}"
        return title + (", a lighter week" if week.cutback else "")

    def _block(self, working: WeekWorking) -> Block:
        frame = working.placed.frame
        return Block(working.authored, frame, tuple(self._frames[frame.phase]))

    def _of_week(self, week: Week, working: WeekWorking) -> Iterator[Number]:
        metres = metres_text(week.run_distance_m, self._expanded.plan.units)
        laid = self._week_laid_anew(week)
        if laid:
            yield Number("the week's running", metres, "layer", laid)
        if working.run is not None:
            before = ", before the layer" if laid else ""
            numbers = target_numbers(self._block(working), working.run)
            yield from (replace(number, what=f"{number.what}{before}") for number in numbers)
        elif not laid and working.placed.frame.given and week.run_distance_m:
            details = {"metres": week.run_distance_m}
            yield Number("the week's running", metres, "sum", "its runs as they are written, added up", details=details)

    def _of_day(self, week: Week, working: WeekWorking, position: int) -> Iterator[Number]:
        day = week.days[position]
        laid = self._day_laid_anew(week, day, position)
        if laid:
            yield Number("the run", day.kind, "layer", laid)
        else:
            yield from day_numbers(self._block(working), working, day, position, self._caps)
        placed = self._expanded.placed[week.number - 1].days[position].lift
        lift = next(iter(day.lifts), None)
        if isinstance(lift, Lift) and placed is not None and position in working.lifts:
            yield from lift_numbers(self._lifting_block(working, week), working.lifts[position], placed, lift)

    def _lifting_block(self, working: WeekWorking, week: Week) -> Block:
        """Lifts are dosed by the definition as layers have changed it."""
        block, course = self._block(working), self._expanded.course
        return block if course is None else Block(course.authored, block.frame, block.weeks)

    def _week_laid_anew(self, week: Week) -> str:
        course = self._expanded.course
        if course is None or course.plan.weeks[week.number - 1].run_distance_m == week.run_distance_m:
            return ""
        return self._layers(week)

    def _day_laid_anew(self, week: Week, day: Day, position: int) -> str:
        """Return which layers laid a day's running anew; nothing where it is as the plan without them has it."""
        course = self._expanded.course
        if course is None:
            return ""
        before = course.plan.weeks[week.number - 1].days[position]
        same = _numbers_of(before) == _numbers_of(day)
        return "" if same else self._layers(week)

    def _layers(self, week: Week) -> str:
        said = dict.fromkeys(f"{change.layer} ({change.because})" for change in week.changes)
        return f"laid anew by a layer: {'; '.join(said)}" if said else "laid anew, so that runs climb by rule again"


def _numbers_of(day: Day) -> tuple[object, ...]:
    runs = tuple((run.kind, run.distance_m, run.duration_s, run.steps) for run in day.runs)
    return (*runs, *(cross.duration_s for cross in day.crosses))
