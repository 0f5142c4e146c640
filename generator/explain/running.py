"""Where a week's running comes from: the author's distances, the tables, and what each run got of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.explain.number import Number, metres_text, units_text, written_text
from generator.frozen import frozen
from generator.model.definition import Authored, Keys, PhaseText, Progression
from generator.model.frame import Frame
from generator.model.units import METRES_PER, DistanceRange
from generator.progress.running import RunWorking
from generator.progress.targets import block_of
from generator.progress.week_run import LONG_SHARE, metres_of, positions

_NAMES = {"volume": "the week's running", "long": "the long run", "second_long": "the second long run"}
_TABLES = {"volume": "volume", "long": "long_run", "second_long": "long_run"}


@frozen
class Block:
    """A week's phase as the author wrote it: the definition, the phase and its keys, the week, all weeks of it."""

    authored: Authored
    frame: Frame
    weeks: tuple[Frame, ...]

    @property
    def text(self) -> PhaseText:
        """The phase's text."""
        return block_of(self.authored, self.frame)[1]

    @property
    def keys(self) -> Keys:
        """The keys under which the phase stands."""
        return self.authored.block_keys(block_of(self.authored, self.frame)[0])


def target_numbers(block: Block, working: RunWorking) -> Iterator[Number]:
    """Yield the week's distance, its long run and its second long run, as the author and the tables have them."""
    for name in _NAMES:
        units = getattr(working.ask.target, name)
        given = getattr(block.text.running, name)
        if units is not None and given is not None:
            yield _target(block, name, given, units, working)
    longs = positions(working.ask.placed, "long")
    if working.ask.target.long is None and longs:
        yield _usual_long(working, longs[0])


def _target(block: Block, name: str, given: Progression, units: int, working: RunWorking) -> Number:
    frame, run = block.frame, block.text.running
    keys = (*block.keys, "running", name)
    count = f"week {frame.week_in_phase} of {frame.weeks_in_phase}"
    details: dict[str, Any] = {"units": units, "unit": working.ask.unit, "week": frame.week_in_phase}
    if not isinstance(given, DistanceRange):
        at = (*keys, frame.week_in_phase - 1)
        why = f"{name}: {written_text(given)}, the value of {count}"
        details |= {"written_m": [one.metres for one in given]}
        place = block.authored.place(*at)
        return Number(_NAMES[name], units_text(units, working.ask.unit), name, why, place, details=details)
    cutbacks = [week.cutback for week in block.weeks]
    details |= {"from_m": given.start.metres, "to_m": given.end.metres, "cutbacks": cutbacks}
    details |= {"cutback_by": run.cutback_by.value}
    why = f"{name}: {written_text(given)}, {count}"
    if frame.cutback:
        kept = "" if name == "volume" else ", kept within 20 to 30"
        why += f": a lighter week, {run.cutback_by.value:g} % under the week before (cutback_by{kept})"
    else:
        why += f": loading week {frame.loading} of {cutbacks.count(False)}, "
        same = given.start == given.end
        why += "all alike" if same else "each the same share above the one before, in whole units"
    place = block.authored.place(*keys)
    return Number(_NAMES[name], units_text(units, working.ask.unit), name, why, place, _TABLES[name], None, details)


def _usual_long(working: RunWorking, position: int) -> Number:
    ask, total = working.ask, _total(working)
    runs = sum(day.kind in ("quality", "long", "aerobic", "easy") for day in ask.placed.days)
    share = LONG_SHARE.get(max(3, runs), 0.30)
    units = working.shared.units[position]
    why = f"the phase says no long:, so it is {share * 100:.0f} % of the week, as with {runs} runs"
    details = {"units": units, "unit": ask.unit, "share": share, "total": total}
    return Number("the long run", units_text(units, ask.unit), "usual_share", why, details=details)


def _total(working: RunWorking) -> int:
    ask = working.ask
    return max(0, round((ask.target.volume or 0) - ask.race_m / float(METRES_PER[ask.unit])))


def share_number(working: RunWorking, position: int) -> Number:
    """Return how a run's distance was shared out of what the fixed runs leave of the week."""
    ask, shared = working.ask, working.shared
    units = shared.units[position]
    fixed = {i: u for i, u in shared.units.items() if i not in shared.bounds}
    left, count = _total(working) - sum(fixed.values()), len(shared.bounds)
    bound = shared.bounds[position]
    taken = [f"{units_text(u, ask.unit)} of {_kind(working, i)}" for i, u in fixed.items()]
    race = [f"{metres_text(ask.race_m, 'm')} of race"] if ask.race_m else []
    less = f" less {' and '.join((*taken, *race))}" if taken or race else ""
    of_all = (
        f"{units_text(left, ask.unit)} shared over {count} run{'s' if count > 1 else ''}" if count > 1 else "the rest"
    )
    why = (
        f"the week's {units_text(ask.target.volume or 0, ask.unit)}{less}: {of_all}; {_kind(working, position)} weighs "
    )
    why += f"{bound.weight:g}, at least {units_text(bound.least, ask.unit)}"
    why += f", at most {units_text(bound.most, ask.unit)}" if bound.most < left else ""
    if position in shared.made_easy:
        why += "; an easy run, since it is too short for a steady one this week"
    details = {
        "units": units,
        "unit": ask.unit,
        "left": left,
        "place": list(shared.bounds).index(position),
        "shares": [{"weight": b.weight, "least": b.least, "most": b.most} for b in shared.bounds.values()],
    }
    return Number("distance", units_text(units, ask.unit), "shared", why, details=details)


def _kind(working: RunWorking, position: int) -> str:
    if position == working.second:
        return "second long run"
    easy = position in working.shared.made_easy
    kind = "easy" if easy else working.ask.placed.days[position].kind
    return {"long": "long run", "quality": "the quality run"}.get(kind, f"{kind} running")


def fixed_number(working: RunWorking, position: int) -> Number:
    """Return the distance of a run that has its own line: the long run or the second long run."""
    units, unit = working.shared.units[position], working.ask.unit
    name = "second_long" if position == working.second else "long"
    said = getattr(working.ask.target, name) is not None
    why = "this week's second long run, above" if name == "second_long" else "this week's long run, above"
    details = {"units": units, "unit": unit, "name": name if said else "usual_share", "metres": metres_of(units, unit)}
    return Number("distance", units_text(units, unit), "fixed", why, details=details)
