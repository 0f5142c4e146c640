"""The few SVG elements that the pictures need. Texts are escaped here, numbers shortened."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup

from generator.publish.escape import escaped


def number(value: float) -> str:
    """Return a coordinate with one decimal at most, without a trailing zero."""
    return f"{round(value, 1):g}"


def element(name: str, *inside: Markup, **attributes: object) -> Markup:
    """Return an element. Attribute names take ``_`` for ``-``, and a last ``_`` where Python has the word."""
    written = "".join(f' {_attribute(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    body = Markup("").join(inside)
    return Markup(f"<{name}{written}>{body}</{name}>") if inside else Markup(f"<{name}{written}/>")


def text(words: str, x: float, y: float, style: str, anchor: str | None = None) -> Markup:
    """Return a line of text."""
    at = f'x="{number(x)}" y="{number(y)}" class="{escaped(style)}"' + (f' text-anchor="{anchor}"' if anchor else "")
    return Markup(f"<text {at}>{escaped(words)}</text>")


def box(x: float, y: float, width: float, height: float, style: str, radius: float | None = None) -> Markup:
    """Return a rectangle."""
    measures = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    rounded = "" if radius is None else f' rx="{number(radius)}"'
    return Markup(f'<rect {measures}{rounded} class="{escaped(style)}"/>')


def path(shapes: Iterable[tuple[float, float, float, float]], style: str) -> Markup:
    """Return many rectangles (x, y, width, height) as one path, which is far shorter."""
    drawn = "".join(
        f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z" for x, y, width, height in shapes
    )
    return Markup(f'<path class="{escaped(style)}" d="{drawn}"/>') if drawn else Markup("")


@cache
def _attribute(key: str) -> str:
    return {"viewbox": "viewBox"}.get(key, key.rstrip("_").replace("_", "-"))


def _value(value: object) -> str:
    """Markup, such as a link made by us, stays; a text is escaped; a number is shortened."""
    return number(value) if isinstance(value, (int, float)) else str(escaped(value))
