"""A plan's numbers as one SVG file: running by week, minutes by week, sets by movement. The same plan, the same bytes.

The file stands alone: it brings its own colors, for light and for dark, a title and a description for screen readers,
and a text for each bar. Nothing is told by color alone: parts keep their order, and the legend names them in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from markupsafe import Markup

from generator.frozen import frozen
from generator.model.units import METRES_PER
from generator.publish.escape import escaped, plain
from generator.publish.pictures import svg
from generator.stats.measure import PlanNumbers, WeekNumbers
from generator.stats.table import amount, minutes

#: Stands in every picture of ours, so that no other file is ever written over.
MARK = "hardday stats picture"
_WIDTH, _LEFT, _BAR_HEIGHT, _TEXT = 960.0, 132.0, 150.0, 13.0
_WIDEST, _ROW = 64.0, 20.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_STYLE = """
svg{--paper:#fff;--ink:#1f2933;--soft:#52606d;--line:#e3e7ea;--rest:#b5c7cd;--long:#0f5c6e;--hard:#b34d12;--lift:#5b4b8a;
--cross:#878d96;--race:#8a1c4a;font-family:system-ui,sans-serif;font-size:13px}
@media (prefers-color-scheme:dark){svg{--paper:#1e2129;--ink:#e6e9ec;--soft:#a9b3bd;--line:#343a44;--rest:#4a6169;
--long:#67c6d9;--hard:#f0a36b;--lift:#b3a2e6;--cross:#8a919c;--race:#f29cc0}}
.paper{fill:var(--paper)}text{fill:var(--ink)}.soft{fill:var(--soft)}.head{font-weight:600;font-size:15px}
.name{font-weight:600;font-size:18px}.grid{stroke:var(--line);fill:none}.rest{fill:var(--rest)}.long{fill:var(--long)}
.hard{fill:var(--hard)}.lift{fill:var(--lift)}.cross{fill:var(--cross)}.race{fill:var(--race)}.cell{fill:var(--long);fill-opacity:.16}
.light{fill:none;stroke:var(--soft);stroke-dasharray:3 3}
"""


@frozen
class Part:
    """A part of each week's bar: its style, its name in the legend, its size by week."""

    style: str
    name: str
    sizes: tuple[float, ...]


@frozen
class Panel:
    """Bars by week: a title with its unit, parts from the floor up, what each bar says."""

    title: str
    parts: tuple[Part, ...]
    said: tuple[str, ...]

    @property
    def highest(self) -> float:
        """The highest bar."""
        return max((sum(sizes) for sizes in zip(*(part.sizes for part in self.parts), strict=True)), default=0) or 1.0


def stats_picture(numbers: PlanNumbers) -> str:
    """Return the picture as an SVG file's text."""
    slot = min((_WIDTH - _LEFT) / max(len(numbers.weeks), 1), _WIDEST)
    y, drawn = 64.0, [svg.text(plain(numbers.title), 0, 26, "name")]
    drawn.append(svg.text(_about(numbers), 0, 46, "soft"))
    for panel in _panels(numbers):
        drawn += _bars(panel, numbers.weeks, y, slot)
        y += _BAR_HEIGHT + 74
    if numbers.slots:
        drawn += _matrix(numbers, y, slot)
        y += (len(numbers.slots) + 1) * _ROW + 44
    high = svg.number(y)
    head = [
        Markup(f"<!-- {MARK} -->"),
        Markup("<title>{}</title>").format(escaped(plain(numbers.title))),
        Markup("<desc>{}</desc>").format(escaped(_described(numbers))),
        Markup(f"<style>{_STYLE.replace(chr(10), '')}</style>"),
        svg.box(-16, 0, _WIDTH + 32, y, "paper"),
    ]
    attributes = {"xmlns": "http://www.w3.org/2000/svg", "viewbox": f"-16 0 {_WIDTH + 32:g} {high}", "role": "img"}
    return str(svg.element("svg", *head, *drawn, **attributes)) + "\n"


def _panels(numbers: PlanNumbers) -> Iterator[Panel]:
    weeks, per = numbers.weeks, float(METRES_PER[numbers.units])
    if any(week.run_distance_m > 0 for week in weeks):
        quality = tuple(max(0, week.quality_m) / per for week in weeks)
        long = tuple(max(0, week.long_run_m) / per for week in weeks)
        race = tuple(max(0, week.race_m) / per for week in weeks)
        whole = zip((week.run_distance_m / per for week in weeks), quality, long, race, strict=True)
        rest = tuple(max(0.0, all_of_it - sum(parts)) for all_of_it, *parts in whole)
        parts = [Part("long", "the long run", long), Part("hard", "quality runs", quality)]
        parts += [Part("rest", "other runs", rest), Part("race", "races", race)]
        shown = tuple(part for part in parts if any(part.sizes))
        said = tuple(_said_of_running(week, numbers) for week in weeks)
        yield Panel(f"Running, {numbers.units} a week", shown, said)
    run, lift, cross = (
        tuple(max(0, seconds) / 60 for seconds in found)
        for found in ((w.run_s for w in weeks), (w.lift_s for w in weeks), (w.cross_s for w in weeks))
    )
    every = [Part("rest", "running", run), Part("lift", "lifting (estimated)", lift)]
    every.append(Part("cross", "cross-training", cross))
    said = tuple(
        f"Week {week.number}: {minutes(week.run_s)} min running, {minutes(week.lift_s)} lifting, "
        f"{minutes(week.cross_s)} cross-training"
        for week in weeks
    )
    yield Panel("Minutes a week", tuple(part for part in every if any(part.sizes)), said)


def _said_of_running(week: WeekNumbers, numbers: PlanNumbers) -> str:
    long, quality = amount(week.long_run_m, numbers), amount(week.quality_m, numbers)
    whole = f"Week {week.number}: {amount(week.run_distance_m, numbers)} {numbers.units}"
    return f"{whole}, long run {long}, quality runs {quality}{', a lighter week' if week.cutback else ''}"


def _bars(panel: Panel, weeks: Sequence[WeekNumbers], y: float, slot: float) -> list[Markup]:
    floor, scale = y + 34 + _BAR_HEIGHT, _BAR_HEIGHT / panel.highest
    drawn = [svg.text(panel.title, 0, y + 14, "head"), *_legend(panel, y + 14), *_grid(panel.highest, floor, scale)]
    for place, (week, said) in enumerate(zip(weeks, panel.said, strict=True)):
        x, at = _LEFT + place * slot + slot * 0.1, floor
        inside = [Markup("<title>{}</title>").format(escaped(said))]
        for part in panel.parts:
            tall = part.sizes[place] * scale
            at -= tall
            if tall > 0:
                inside.append(svg.box(x, at, slot * 0.8, tall, part.style))
        if week.cutback:
            inside.append(svg.box(x, at, slot * 0.8, floor - at, "light"))
        drawn.append(svg.element("g", *inside))
    return [*drawn, *_week_numbers(weeks, floor + 16, slot)]


def _legend(panel: Panel, y: float) -> list[Markup]:
    drawn, x = [], _LEFT + 60
    for part in panel.parts:
        drawn += [svg.box(x, y - 10, 11, 11, part.style, 2), svg.text(part.name, x + 16, y, "soft")]
        x += 34 + len(part.name) * _TEXT * 0.55
    return drawn


def _grid(highest: float, floor: float, scale: float) -> list[Markup]:
    step = next((size for size in _STEPS if highest / size <= 4), ceil(highest / 4))
    drawn = []
    for value in range(0, int(highest) + 1, step):
        y = floor - value * scale
        drawn.append(svg.element("path", class_="grid", d=f"M{_LEFT:g} {svg.number(y)}H{_WIDTH:g}"))
        drawn.append(svg.text(str(value), _LEFT - 8, y + 4, "soft", "end"))
    return drawn


def _week_numbers(weeks: Sequence[WeekNumbers], y: float, slot: float) -> list[Markup]:
    every = max(1, ceil(_TEXT * 1.7 / slot))
    drawn = [svg.text("week", _LEFT - 8, y, "soft", "end")]
    shown = ((place, week.number) for place, week in enumerate(weeks) if (place + 1) % every == 0 or every == 1)
    return drawn + [svg.text(str(n), _LEFT + (place + 0.5) * slot, y, "soft", "middle") for place, n in shown]


def _matrix(numbers: PlanNumbers, y: float, slot: float) -> list[Markup]:
    """Sets by movement and week: the number, a cell each."""
    drawn = [svg.text("Sets a week by movement", 0, y + 14, "head")]
    most = max((sets for week in numbers.weeks for sets in week.sets.values()), default=1) or 1
    roomy = slot >= _TEXT * 1.6
    for row, name in enumerate(numbers.slots):
        top = y + 28 + row * _ROW
        drawn.append(svg.text(name, _LEFT - 8, top + 14, "soft", "end"))
        for place, week in enumerate(numbers.weeks):
            sets = week.sets.get(name, 0)
            if sets > 0:
                drawn.append(_cell(_LEFT + place * slot, top, slot, sets, most, roomy))
    return [*drawn, *_week_numbers(numbers.weeks, y + 28 + len(numbers.slots) * _ROW + 16, slot)]


def _cell(x: float, y: float, slot: float, sets: int, most: int, roomy: bool) -> Markup:
    tall = (_ROW - 2) * (1.0 if roomy else max(0.15, sets / most))
    ground = svg.box(x + 1, y + _ROW - 2 - tall, max(slot - 2, 1), tall, "cell", 2)
    said = Markup("<title>{}</title>").format(sets)
    words = [svg.text(str(sets), x + slot / 2, y + 14, "ink", "middle")] if roomy else []
    return svg.element("g", said, ground, *words)


def _about(numbers: PlanNumbers) -> str:
    total = numbers.total
    count = len(numbers.weeks)
    usual = minutes(total.total_s / max(count, 1))
    said = f"{count} weeks, {sum(total.lifts.values())} lifts, about {usual} minutes a week"
    return f"{said}. Dashed: a lighter week." if any(week.cutback for week in numbers.weeks) else f"{said}."


def _described(numbers: PlanNumbers) -> str:
    """Return the picture in words: how far, how long, how many sets, from least to most."""
    weeks = numbers.weeks
    said = [_about(numbers)]
    far = [week.run_distance_m for week in weeks if week.run_distance_m > 0]
    if far:
        least, most = amount(min(far), numbers), amount(max(far), numbers)
        said.append(f"Running between {least} and {most} {numbers.units} a week.")
    for slot in numbers.slots:
        sets = [week.sets.get(slot, 0) for week in weeks]
        said.append(f"{slot}: {min(sets)} to {max(sets)} sets a week.")
    return " ".join(said)
