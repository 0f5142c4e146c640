"""The running year in one picture: a model year's strength phases, and below it each plan over its weeks.

Plans with a goal race end where the model year races; the others begin after its rest. Plans in stages have no weeks
and are left out; the guide's tables have them all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from generator.frozen import frozen
from generator.language import _, lower_first, ngettext
from generator.model.plan import Plan
from generator.model.vocabulary import StrengthPhase
from generator.publish import addresses, words
from generator.publish.naming import strength_name
from generator.publish.pictures import svg
from generator.publish.summary import Summary


@frozen
class Stretch:
    """Weeks with one strength phase; ``first`` counts from 0."""

    strength: StrengthPhase
    name: str
    first: int
    weeks: int


@frozen
class Layout:
    """Measures of one layout in the picture's own units."""

    width: float
    text: float
    links: bool
    style: str


WEEKS = 52
#: The model year of the guide's table, which is this project's reconstruction: strength phase and its weeks.
MODEL_YEAR: tuple[tuple[StrengthPhase, int], ...] = (
    ("off", 3),
    ("base", 8),
    ("heavy", 12),
    ("power", 4),
    ("maintenance", 22),
    ("taper", 3),
)
_REST_WEEKS = 3
_LAYOUTS = (
    Layout(width=720, text=13, links=True, style="hd-season hd-season--wide"),
    Layout(width=358, text=11.5, links=False, style="hd-season hd-season--narrow"),
)


def year_picture(pages: Sequence[Summary], to: Callable[[str], str]) -> Markup:
    """Return both layouts; ``to`` turns an address into a link from the page."""
    return Markup("\n").join(_draw(pages, layout, to) for layout in _LAYOUTS)


def _draw(pages: Sequence[Summary], layout: Layout, to: Callable[[str], str]) -> Markup:
    row = layout.text * 2.9
    rows = [(_("A model year"), model_year(), "")]
    rows += [
        (page.texts.title, plan_stretches(page.plan), addresses.plan_address(page.plan))
        for page in pages
        if not page.plan.staged
    ]
    parts = [
        part
        for place, (title, stretches, address) in enumerate(rows)
        for part in _row(title, stretches, to(address) if address and layout.links else "", place * row, layout)
    ]
    said = words.joined([_stretch_text(stretch) for stretch in model_year()])
    role = "group" if layout.links else "img"
    return svg.element(
        "svg",
        *parts,
        class_=layout.style,
        viewbox=f"0 0 {layout.width:g} {svg.number(len(rows) * row)}",
        role=role,
        aria_label=_("A model year of strength: {stretches}. Below it, each plan over its weeks.").format(
            stretches=said
        ),
    )


def _row(title: str, stretches: Sequence[Stretch], link: str, y: float, layout: Layout) -> list[Markup]:
    week = layout.width / WEEKS
    label = svg.text(title, 0, y + layout.text, "title")
    drawn = [svg.element("a", label, href=link, tabindex="-1") if link else label]
    for stretch in stretches:
        x, wide = stretch.first * week, stretch.weeks * week
        bar = [svg.box(x + 0.5, y + layout.text * 1.35, max(wide - 1, 1), layout.text * 1.25, "band", 2)]
        if (len(stretch.name) + 1) * layout.text * 0.56 <= wide:
            bar.append(svg.text(stretch.name, x + wide / 2, y + layout.text * 2.3, "on", "middle"))
        drawn.append(svg.element("g", *bar, class_=f"s-{stretch.strength}"))
    return drawn


def model_year() -> tuple[Stretch, ...]:
    """Return the model year's stretches."""
    found: list[Stretch] = []
    for strength, weeks in MODEL_YEAR:
        first = found[-1].first + found[-1].weeks if found else 0
        found.append(Stretch(strength, _name(strength), first, weeks))
    return tuple(found)


def plan_stretches(plan: Plan) -> tuple[Stretch, ...]:
    """Return a plan's strength phases placed in the year; longer plans keep their last 52 weeks."""
    weeks = plan.weeks[-WEEKS:]
    offset = WEEKS - len(weeks) if plan.race else min(_REST_WEEKS, WEEKS - len(weeks))
    found: list[Stretch] = []
    for place, week in enumerate(weeks):
        if found and found[-1].strength == week.strength:
            last = found.pop()
            found.append(Stretch(last.strength, last.name, last.first, last.weeks + 1))
        else:
            found.append(Stretch(week.strength, _name(week.strength), offset + place, 1))
    return tuple(found)


def _name(strength: StrengthPhase) -> str:
    return strength_name(strength)


def _stretch_text(stretch: Stretch) -> str:
    weeks = words.tied(ngettext("{n} week", "{n} weeks", stretch.weeks))
    return _("{weeks} {kind}").format(weeks=weeks, kind=lower_first(stretch.name))
