"""A run's steps as one bar: hard parts tall and strong, easy parts low and pale, as the step list says in words."""

from __future__ import annotations

from markupsafe import Markup

from generator.publish.pictures import svg
from generator.publish.views.run import Stretch

WIDTH, HEIGHT, GAP = 200.0, 10.0, 0.8
_TALL = {"hard": 10.0, "easy": 5.0, "walk": 2.5}


def step_bar(stretches: tuple[Stretch, ...]) -> Markup:
    """Return the bar, hidden from screen readers because the list says it in words; empty without steps."""
    whole = sum(stretch.length for stretch in stretches)
    if not whole:
        return Markup("")
    shapes: dict[str, list[tuple[float, float, float, float]]] = {kind: [] for kind in _TALL}
    at = 0.0
    for stretch in stretches:
        wide = WIDTH * stretch.length / whole
        tall = _TALL[stretch.kind]
        shapes[stretch.kind].append((at, HEIGHT - tall, max(wide - GAP, 0.4), tall))
        at += wide
    drawn = [svg.path(found, kind) for kind, found in shapes.items() if found]
    return svg.element(
        "svg",
        *drawn,
        class_="hd-steps",
        viewbox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
