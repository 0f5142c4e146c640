"""One week's runs: how long each is, so that together they make the week's distance exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from generator.frozen import frozen
from generator.model.frame import Must, PlacedWeek, Wish
from generator.model.units import METRES_PER, metres
from generator.model.vocabulary import DayKind, Unit
from generator.progress.paces import Paces, whole_minutes
from generator.progress.quality import Chosen
from generator.progress.shares import Share, share
from generator.progress.targets import Target

AEROBIC_WEIGHT, EASY_WEIGHT, QUALITY_WEIGHT = 1.0, 0.7, 1.1
SHORTEST_RUN = {"km": 3, "mi": 2}
SHORTEST_WARM_UP_M = {"km": 1_500, "mi": metres(1, "mi")}  # and cool-down
LONGEST_WARM_UP_M = {"km": 4_000, "mi": metres(3, "mi")}
SHORTEST_AEROBIC_S = 35 * 60
LONG_SHARE = {3: 0.40, 4: 0.35}  # of the week, where the author gives no long run; 30 % with five runs or more


@frozen
class WeekAsk:
    """What one week's runs have to fit. ``quality`` holds the sessions by position; ``race_m`` counts for tune-ups."""

    placed: PlacedWeek
    target: Target
    unit: Unit
    paces: Paces
    quality: dict[int, Chosen]
    race_m: int = 0


@frozen
class Shared:
    """Whole units for each run by position, and the aerobic days that had to become easy.

    ``bounds``: of the runs that share what the fixed ones leave, the weight, the least and the most of each.
    """

    units: dict[int, int]
    made_easy: frozenset[int]
    bounds: dict[int, Share] = field(default_factory=dict)


@frozen
class Short:
    """Why a week's distance can't be shared: the fewest and the most units its runs can take in all.

    ``longest`` is the greatest distance that a run other than the long run needs.
    """

    total: int
    long: int | None
    least: int
    most: int
    longest: int


def metres_of(units: int, unit: Unit) -> int:
    """Return whole metres for whole km or miles."""
    return metres(units, unit)


def least_aerobic(unit: Unit, paces: Paces) -> int:
    """Return the fewest whole units that make an aerobic run of 35 minutes."""
    units = SHORTEST_RUN[unit]
    while whole_minutes(metres_of(units, unit) / 1000 * paces.of("aerobic")) < SHORTEST_AEROBIC_S:
        units += 1
    return units


def positions(placed: PlacedWeek, kind: DayKind) -> tuple[int, ...]:
    """Return the positions of the week's days of a kind."""
    return tuple(i for i, day in enumerate(placed.days) if day.kind == kind)


def second_long_position(placed: PlacedWeek) -> int | None:
    """Return where the second long run stands: the aerobic day after the long run, across the seam if need be."""
    longs, days = positions(placed, "long"), placed.days
    after = next((i + 1 for i in longs if i + 1 < len(days) and days[i + 1].kind == "aerobic"), None)
    if after is None and longs and longs[-1] == len(days) - 1 and days[0].kind == "aerobic":
        return 0
    return after


def shared(ask: WeekAsk, wished_too: bool = True) -> Shared | Short:
    """Share the week's distance over its runs.

    Where it is too little, aerobic days without a lift or a fixed wish become easy, the fewest that do; days on which
    an aerobic run is only wished for do so if ``wished_too``.
    """
    found: Shared | Short = _attempt(ask, frozenset())
    if isinstance(found, Short) and found.total > found.most:
        return _attempt(ask, frozenset(), roomy=True)
    soft = may_be_easy(ask, wished_too)
    for count in range(1, len(soft) + 1):
        if isinstance(found, Shared):
            return found
        found = _attempt(ask, frozenset(soft[-count:]))
    return found


def may_be_easy(ask: WeekAsk, wished_too: bool) -> tuple[int, ...]:
    """Return the aerobic days that may become easy: no lift, no fixed wish, not the second long run."""
    frame = ask.placed.frame
    said: tuple[Must | Wish, ...] = frame.musts if wished_too else (*frame.musts, *frame.wishes)
    kept: set[int | None] = {word.position for word in said if "easy" not in word.kinds}
    if ask.target.second_long:
        kept |= {second_long_position(ask.placed)}
    return tuple(i for i in positions(ask.placed, "aerobic") if ask.placed.days[i].lift is None and i not in kept)


def _attempt(ask: WeekAsk, made_easy: frozenset[int], roomy: bool = False) -> Shared | Short:
    total = max(0, round((ask.target.volume or 0) - ask.race_m / float(METRES_PER[ask.unit])))
    fixed = dict(_fixed(ask, total))
    long = max((fixed[i] for i in positions(ask.placed, "long")), default=None)
    bounds = dict(_bounds(ask, total if long is None else long - 1, made_easy, fixed, roomy))
    rest = total - sum(fixed.values())
    given = share(rest, list(bounds.values()))
    if given is None:
        least = sum(fixed.values()) + sum(bound.least for bound in bounds.values())
        most = sum(fixed.values()) + sum(max(bound.least, bound.most) for bound in bounds.values())
        return Short(total, long, least, most, max((bound.least for bound in bounds.values()), default=0))
    return Shared(fixed | dict(zip(bounds, given, strict=True)), made_easy, bounds)


def _fixed(ask: WeekAsk, total: int) -> Iterator[tuple[int, int]]:
    runs = sum(day.kind in ("quality", "long", "aerobic", "easy") for day in ask.placed.days)
    for position in positions(ask.placed, "long"):
        usual = int(total * LONG_SHARE.get(max(3, runs), 0.30) + 0.5)
        yield position, ask.target.long if ask.target.long is not None else max(SHORTEST_RUN[ask.unit], usual)
    second = second_long_position(ask.placed)
    if ask.target.second_long is not None and second is not None:
        yield second, ask.target.second_long


def _bounds(
    ask: WeekAsk, most: int, made_easy: frozenset[int], fixed: dict[int, int], roomy: bool
) -> Iterator[tuple[int, Share]]:
    """Bounds for each run that is not fixed: ``most`` is one unit under the long run."""
    for position, day in enumerate(ask.placed.days):
        if position in fixed:
            continue
        if day.kind == "aerobic" and position not in made_easy:
            yield position, Share(AEROBIC_WEIGHT, least_aerobic(ask.unit, ask.paces), most)
        elif day.kind in ("easy", "aerobic"):
            yield position, Share(EASY_WEIGHT, SHORTEST_RUN[ask.unit], most)
        elif day.kind == "quality":
            yield position, _quality_share(ask, position, most, roomy)


def _quality_share(ask: WeekAsk, position: int, most: int, roomy: bool) -> Share:
    chosen, per = ask.quality[position], float(METRES_PER[ask.unit])
    around = SHORTEST_WARM_UP_M[ask.unit] * (1 if chosen.archetype.family == "strides" else 2)
    least = max(SHORTEST_RUN[ask.unit], -int(-(chosen.between_m + around) // per))
    usual = int((chosen.between_m + 2 * LONGEST_WARM_UP_M[ask.unit]) / per)
    return Share(QUALITY_WEIGHT, least, most if roomy else min(most, max(least, usual)))


def most_for_quality(ask: WeekAsk, made_easy: tuple[int, ...] = ()) -> int:
    """Return the meters that lie between warm-up and cool-down at most, once every other run has its least."""
    per, frozen = float(METRES_PER[ask.unit]), dict(_fixed(ask, ask.target.volume or 0))
    long = max((frozen[i] for i in positions(ask.placed, "long")), default=None)
    total = round((ask.target.volume or 0) - ask.race_m / per)
    count = len(positions(ask.placed, "quality"))
    least = sum(frozen.values())
    for position, day in enumerate(ask.placed.days):
        if position not in frozen and day.kind in ("aerobic", "easy"):
            steady = day.kind == "aerobic" and position not in made_easy
            least += least_aerobic(ask.unit, ask.paces) if steady else SHORTEST_RUN[ask.unit]
    room = (total - least) // max(1, count)
    room = room if long is None else min(room, long - 1)
    return int(room * per) - 2 * SHORTEST_WARM_UP_M[ask.unit]
