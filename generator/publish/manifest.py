"""The manifest with which a phone puts the site on its home screen, and its icons in the clinic's colors."""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Mapping
from typing import Any

from generator.language import _, spoken_tag
from generator.settings.contrast import color_of

MANIFEST = "manifest.webmanifest"
ICONS = "assets/icons/"
#: The icons' colors as they are drawn: the mark's and, behind it, the header's.
_DRAWN = {"header": "#0f5c6e", "header_text": "#ffffff"}
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Colors of an icon's palette from the header's to the mark's; as many of the header's follow, for its clear edges.
_STEPS = 8


def manifest(settings: Mapping[str, Any]) -> bytes:
    """Return the manifest; every address in it is relative, so that it serves below any path."""
    colors = _colors(settings)
    name = str(settings.get("site_name") or _("Training plans"))
    said = {
        "id": "./",
        "name": name,
        "short_name": name,
        "description": str(settings.get("site_description") or ""),
        "lang": "en-US" if spoken_tag() == "en" else spoken_tag(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": colors["header"],
        "background_color": "#ffffff",
        "icons": [
            {"src": f"{ICONS}icon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": f"{ICONS}icon-192.png", "sizes": "192x192", "type": "image/png"},
            {"src": f"{ICONS}icon-512.png", "sizes": "512x512", "type": "image/png"},
            {
                "src": f"{ICONS}icon-maskable-512.png",
                "sizes": "512x512",
                "type": "image/png",
                "purpose": "maskable",
            },
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def icons(pages: Mapping[str, bytes], settings: Mapping[str, Any]) -> dict[str, bytes]:
    """Return our icons among the pages' files, in the clinic's colors."""
    colors = _colors(settings)
    drawn = {path: content for path, content in pages.items() if path.startswith(ICONS)}
    if colors == _DRAWN:
        return drawn
    return {path: (_svg if path.endswith(".svg") else _png)(content, colors) for path, content in drawn.items()}


def _colors(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return both colors; one that is no color is left as it is drawn."""
    given: Any = settings
    for key in ("extra", "clinic", "colors"):
        given = given.get(key) if isinstance(given, Mapping) else None
    written = given if isinstance(given, Mapping) else {}
    return {name: color_of(str(written.get(name))) or drawn for name, drawn in _DRAWN.items()}


def _svg(content: bytes, colors: Mapping[str, str]) -> bytes:
    text = content.decode("utf-8")
    return re.sub("|".join(_DRAWN.values()), lambda found: _exchanged(found[0], colors), text).encode("utf-8")


def _exchanged(color: str, colors: Mapping[str, str]) -> str:
    return next(colors[name] for name, drawn in _DRAWN.items() if drawn == color)


def _png(content: bytes, colors: Mapping[str, str]) -> bytes:
    """Return the picture with another palette."""
    back, mark = (bytes.fromhex(colors[name][1:]) for name in _DRAWN)
    mixed = [
        bytes(round(a + (b - a) * step / (_STEPS - 1)) for a, b in zip(back, mark, strict=True))
        for step in range(_STEPS)
    ]
    begin = content.index(b"PLTE")
    (length,) = struct.unpack(">I", content[begin - 4 : begin])
    palette = b"PLTE" + b"".join(mixed) + back * _STEPS
    if not content.startswith(_SIGNATURE) or len(palette) != length + 4:
        raise ValueError("an icon is a PNG with sixteen colors")
    end = begin + 4 + length
    return content[:begin] + palette + struct.pack(">I", zlib.crc32(palette)) + content[end + 4 :]
