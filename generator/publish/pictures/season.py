"""The season in one picture, in two layouts: wide with bars to click, and one that fits a phone without scrolling.

The wide one is a group of links, so it cannot be an image to a screen reader; the narrow one has no links, because
bars of a phone's width are too small to hit: there the list of weeks below it leads on.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from markupsafe import Markup

from generator.frozen import frozen
from generator.language import _, pgettext, remembered
from generator.model.units import METRES_PER
from generator.publish.escape import escaped
from generator.publish.pictures import svg
from generator.publish.views.season import Band, SeasonFacts, SeasonWeek


@frozen
class Layout:
    """Measures of one layout in the picture's own units. ``widest`` is the most that a week takes."""

    width: float
    left: float
    widest: float
    height: float
    text: float
    links: bool
    style: str

    @property
    def letter(self) -> float:
        """About the width of a letter."""
        return self.text * 0.56

    @property
    def top(self) -> float:
        """Where the bars' area begins: below the band and the sign-off's word."""
        return self.text * 3.6

    @property
    def floor(self) -> float:
        """Where bars stand."""
        return self.top + self.height


WIDE = Layout(width=960, left=44, widest=80, height=210, text=13, links=True, style="hd-season hd-season--wide")
NARROW = Layout(width=358, left=24, widest=56, height=130, text=11.5, links=False, style="hd-season hd-season--narrow")
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200)
_MARK = 8.0
#: Stands for a week's link. No text holds it: what is escaped has no control characters.
_LINK = Markup("\x00")


def season_picture(season: SeasonFacts, to: Callable[[str], str]) -> Markup:
    """Return both layouts; style sheets show the one that fits. ``to`` turns an address into a link from the page."""
    wide, narrow = _drawn(season)
    ways = (to(week.link.address) for week in season.weeks)
    linked = "".join(f"{before}{way}" for before, way in zip(wide, (*ways, ""), strict=True))
    return Markup(f"{linked}\n{narrow}")


@remembered(2)
def _drawn(season: SeasonFacts) -> tuple[tuple[str, ...], str]:
    """Return the wide picture, cut where the link of each week belongs, and the narrow one: several pages show them."""
    return tuple(_draw(season, WIDE).split(_LINK)), str(_draw(season, NARROW))


def _draw(season: SeasonFacts, layout: Layout) -> Markup:
    slot = min((layout.width - layout.left) / max(len(season.weeks), 1), layout.widest)
    scale = layout.height / _ceiling(season)
    depth = max((week.key_lifts + week.short_lifts for week in season.weeks), default=0)
    low = layout.floor + 10 + depth * _MARK + layout.text
    parts = [*_grid(season, layout, scale), *(_band(band, layout, slot) for band in season.bands)]
    parts += [
        part
        for place, week in enumerate(season.weeks)
        for part in _week(week, layout, layout.left + place * slot, slot, scale, low)
    ]
    parts += _gate(season, layout, slot, low)
    word = pgettext("beside a picture's marks, six letters at most", "lifts")
    room = layout.links and len(word) * layout.letter <= layout.left
    parts += [svg.text(word, 0, layout.floor + 10 + _MARK, "ax")] if depth and room else []
    role = {"role": "group" if layout.links else "img", "aria_label": season.summary}
    return svg.element(
        "svg", *parts, class_=layout.style, viewbox=f"0 0 {layout.width:g} {svg.number(low + 6)}", **role
    )


def _ceiling(season: SeasonFacts) -> float:
    return max((week.length for week in season.weeks), default=0.0) or 1.0


def _grid(season: SeasonFacts, layout: Layout, scale: float) -> list[Markup]:
    """Draw lines at round distances, four at most."""
    if season.by_time:
        return []
    unit = float(METRES_PER[season.unit])
    highest = _ceiling(season) / unit
    step = next((size for size in _STEPS if highest / size <= 4), ceil(highest))
    drawn = [svg.text(season.unit, layout.left - 5, layout.text * 1.1, "ax", "end")]
    for value in range(step, int(highest) + 1, step):
        y = layout.floor - value * unit * scale
        drawn.append(svg.element("path", class_="grid", d=Markup(f"M{layout.left:g} {svg.number(y)}H{layout.width:g}")))
        drawn.append(svg.text(str(value), layout.left - 5, y + layout.text * 0.35, "ax", "end"))
    return drawn


def _band(band: Band, layout: Layout, slot: float) -> Markup:
    x, wide = layout.left + band.first * slot, (band.last - band.first + 1) * slot
    name = band.link.text if (len(band.link.text) + 1.5) * layout.letter <= wide else str(band.number)
    inside = [
        svg.box(x + 1, 0, wide - 2, layout.text * 1.6, "band", 3),
        svg.text(name, x + wide / 2, layout.text * 1.17, "on", "middle"),
    ]
    return svg.element("g", *inside, class_=f"s-{band.strength}")


def _week(
    week: SeasonWeek,
    layout: Layout,
    x: float,
    slot: float,
    scale: float,
    low: float,
) -> list[Markup]:
    wide = slot * 0.82
    at = x + (slot - wide) / 2

    def bar(metres: float, base: float, style: str) -> Markup:
        return svg.box(at, layout.floor - (base + metres) * scale, wide, metres * scale, style, 2)

    bars = [bar(week.length, 0, "pale" if week.cutback else "all"), bar(week.longest, 0, "far")]
    if week.race:
        bars.append(bar(week.race, week.length - week.race, "race"))
    group = f"s-{week.strength}"
    if layout.links:
        said = Markup("<title>{}</title>").format(_label(week))
        target = svg.box(x, layout.top, slot, low - layout.top, "hit")
        drawn = svg.element("a", said, target, *bars, class_=group, href=_LINK, tabindex="-1")
    else:
        drawn = svg.element("g", *bars, class_=group)
    label = [svg.text(str(week.number), x + slot / 2, low, "ax", "middle")] if _labelled(week, slot, layout) else []
    return [drawn, *_marks(week, layout, x + slot / 2, slot), *label]


def _label(week: SeasonWeek) -> Markup:
    """Return what a bar says when pointed at."""
    said = _("{week}: {total}, longest run {longest}, {lifts}").format(
        week=week.link.text, total=week.total, longest=week.longest_text, lifts=week.lifts_text
    )
    return escaped(f"{said}, {week.note}" if week.note else said)


def _labelled(week: SeasonWeek, slot: float, layout: Layout) -> bool:
    every = max(1, ceil(layout.letter * 2.6 / slot))
    return week.number % every == 0


def _marks(week: SeasonWeek, layout: Layout, middle: float, slot: float) -> list[Markup]:
    size = min(12.0, slot * 0.55)
    rows = [(middle - size / 2, layout.floor + 8 + row * _MARK, size, 5.0) for row in range(week.key_lifts)]
    start = layout.floor + 8 + week.key_lifts * _MARK
    thin = [(middle - size / 2, start + row * _MARK + 1.5, size, 2.0) for row in range(week.short_lifts)]
    return [svg.path(shapes, style) for shapes, style in ((rows, "key"), (thin, "short")) if shapes]


def _gate(season: SeasonFacts, layout: Layout, slot: float, low: float) -> list[Markup]:
    if season.gate is None:
        return []
    x = layout.left + season.gate * slot
    drawn = Markup(f"M{svg.number(x)} {svg.number(layout.text * 1.8)}V{svg.number(low)}")
    line = svg.element("path", class_="gate", d=drawn)
    word = _("sign-off")
    late = x + (len(word) + 1) * layout.letter > layout.width
    said = svg.text(word, x - 4 if late else x + 4, layout.text * 2.9, "gate-word", "end" if late else None)
    return [line, said]
