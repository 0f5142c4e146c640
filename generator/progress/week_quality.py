"""The hard part of each week: which quality runs it has, and how much race effort ends its long run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.frozen import frozen
from generator.model.definition import Authored, PhaseText
from generator.model.frame import PlacedWeek
from generator.model.given import GivenDay
from generator.model.library import Library, RaceClass
from generator.progress.paces import Paces
from generator.progress.quality import Ask, Chosen, choose, strides, target_cap
from generator.progress.targets import Target
from generator.progress.week_run import WeekAsk, may_be_easy, metres_of, most_for_quality, positions
from generator.rules.rule import Params

#: What is left of a quality run's dose in cutback weeks, and of a taper week's share of the peak.
CUTBACK_SHARE, TAPER_SHARE = 0.7, 0.8
#: Race effort at the end of a long run: first and last distance in the phase, in meters, and its target.
LONG_WITH = {"marathon-pace": (9_656, 22_531, "marathon"), "half-marathon-pace": (5_000, 12_000, "half-marathon")}
MOST_OF_LONG = 0.6
LEAST_AT_EFFORT_M = 3_000


@dataclass(slots=True)
class Turns:
    """What the weeks before have had: quality runs and long runs of the phase, the last archetype of each family."""

    quality: int = 0
    longs: int = 0
    last: dict[str, str] = field(default_factory=dict)


@frozen
class PlanFacts:
    """What every week needs to know of the plan. ``given``: the days that a calendar gives, by the week's number."""

    authored: Authored
    library: Library
    paces: Paces
    caps: Params
    race: RaceClass | None
    given: Mapping[int, tuple[GivenDay, ...]] = field(default_factory=dict)


@frozen
class WeekQuality:
    """Chooses the quality runs of one week."""

    plan: PlanFacts
    aims: tuple[Target, ...]
    index: int
    turns: Turns

    def quality(self, ask: WeekAsk, block: PhaseText, effort: int) -> dict[int, tuple[Ask, Chosen]]:
        """Return the week's quality runs and what each was asked for, families in turn.

        Marathon effort is not asked for twice in a week.
        """
        families, turns = block.running.quality or ("strides",), self.turns
        found: dict[int, tuple[Ask, Chosen]] = {}
        for position in positions(ask.placed, "quality"):
            ahead = bool(effort) and families[turns.quality % len(families)] == "marathon-pace"
            family = families[(turns.quality + ahead) % len(families)]
            turns.quality += 1
            found[position] = self._chosen(ask, family)
            turns.last[family] = found[position][1].archetype.id
        return found

    def strides(self, ask: WeekAsk) -> dict[int, Chosen]:
        """Return strides for every quality run of the week."""
        one = strides(self._ask(ask, "strides", 0), self.plan.library, self.plan.paces)
        return dict.fromkeys(ask.quality, one)

    def _chosen(self, ask: WeekAsk, family: str) -> tuple[Ask, Chosen]:
        """Real quality first, with steady days made easy for it if nobody asked for them; else strides."""
        plan = self.plan
        for made_easy in ((), may_be_easy(ask, wished_too=False)):
            most = most_for_quality(ask, made_easy)
            asked = self._ask(ask, family, most)
            chosen = choose(asked, plan.library, plan.paces, plan.caps)
            if chosen.archetype.family == family:
                break
        return asked, chosen

    def _ask(self, ask: WeekAsk, family: str, most_m: int) -> Ask:
        frame = ask.placed.frame
        easing = frame.running in ("taper", "race")
        weeks = self.aims[max(0, self.index - 4) if easing else self.index : self.index + 1]
        peak = metres_of(max(aim.volume or 0 for aim in weeks), ask.unit)
        own = metres_of(ask.target.volume or 0, ask.unit)
        return Ask(
            family=family,
            unit=ask.unit,
            volume_m=peak,
            most_m=most_m,
            progress=_progress(ask.placed),
            eased=TAPER_SHARE * own / peak if easing and peak else CUTBACK_SHARE if frame.cutback else 1.0,
            running=frame.running,
            race=self.plan.race,
            last=self.turns.last.get(family),
        )


def _progress(week: PlacedWeek) -> float:
    return (week.frame.week_in_phase - 1) / max(1, week.frame.weeks_in_phase - 1)


def effort_m(
    plan: PlanFacts, week: PlacedWeek, block: PhaseText, aims: tuple[Target, ...], index: int, turns: Turns
) -> int:
    """Meters at race effort at the end of the long run: every second long run, none in cutback weeks."""
    long, units = aims[index].long, plan.authored.definition.units
    if block.running.long_with is None or long is None or week.frame.cutback or not positions(week, "long"):
        return 0
    turns.longs += 1
    if turns.longs % 2 == 0:
        return 0
    first, last, target = LONG_WITH[block.running.long_with]
    volume_m = metres_of(aims[index].volume or 0, units)
    most = target_cap("marathon", volume_m, plan.caps)
    minutes = float(plan.caps["marathon_minutes"])
    wanted = min(
        first + (last - first) * _progress(week),
        most,
        minutes * 60_000 / plan.paces.of(target),
        metres_of(long, units) * MOST_OF_LONG,
    )
    whole = int(wanted / metres_of(1, units) + 0.02)
    return metres_of(whole, units) if metres_of(whole, units) >= LEAST_AT_EFFORT_M else 0
