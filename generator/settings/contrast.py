"""Contrast between two colors, as WCAG 2.2 measures it, and the nearest color that is told apart.

Source: W3C, Web Content Accessibility Guidelines 2.2, relative luminance and contrast ratio.
"""

from __future__ import annotations

import re

#: What text needs (success criterion 1.4.3).
LEAST = 4.5
WHITE = "#ffffff"
BLACK = "#000000"
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_STEPS = 255


def color_of(text: str) -> str | None:
    """Return ``#rrggbb`` in small letters for ``#rgb`` or ``#rrggbb``; None for what is neither."""
    small = text.strip().lower()
    if not _HEX.fullmatch(small):
        return None
    return small if len(small) == 7 else "#" + "".join(letter * 2 for letter in small[1:])


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors written ``#rrggbb``, from 1 to 21."""
    darker, brighter = sorted((_luminance(one), _luminance(other)))
    return (brighter + 0.05) / (darker + 0.05)


def ratio_text(ratio: float) -> str:
    """Return a ratio to one decimal, cut and not rounded: one that fails never reads as one that holds."""
    return f"{int(ratio * 10 + 1e-9) / 10:.1f}"


def nearest_passing(color: str, ground: str, least: float = LEAST) -> str:
    """Return the color of the same hue that is nearest to ``color`` and has enough contrast on ``ground``.

    It is mixed with black or white, whichever takes less; the color itself if it passes.
    """
    mixed = ((share, _mixed(color, end, share)) for share in range(_STEPS + 1) for end in (BLACK, WHITE))
    return next(found for _, found in mixed if contrast(found, ground) >= least)


def _mixed(color: str, end: str, share: int) -> str:
    pairs = zip(_channels(color), _channels(end), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share / _STEPS):02x}" for a, b in pairs)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
