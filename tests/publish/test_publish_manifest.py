"""The manifest and its icons, in the clinic's colors."""

from __future__ import annotations

import json
import struct
import zlib
from typing import Any

import pytest
from site_project import ROOT

from generator.publish.manifest import icons, manifest

FOLDER = ROOT / "templates" / "assets" / "icons"
DRAWN = {f"assets/icons/{path.name}": path.read_bytes() for path in FOLDER.iterdir()}
MOST_BYTES = 6 * 1024


def settings(**colors: str) -> dict[str, Any]:
    return {"site_name": "Plans", "extra": {"clinic": {"colors": colors}}}


def test_every_address_is_relative_so_that_it_serves_below_any_path() -> None:
    said = json.loads(manifest(settings()))
    named = [said["start_url"], said["scope"], said["id"], *(icon["src"] for icon in said["icons"])]
    assert not [address for address in named if address.startswith("/") or ":" in address]


def test_the_icons_that_it_names_are_there_and_as_large_as_it_says() -> None:
    for icon in json.loads(manifest(settings()))["icons"]:
        content = DRAWN[icon["src"]]
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", content[16:24])
            assert icon["sizes"] == f"{width}x{height}"
    assert {icon.get("purpose") for icon in json.loads(manifest(settings()))["icons"]} == {None, "maskable"}


def test_icons_are_light() -> None:
    assert all(len(content) <= MOST_BYTES for content in DRAWN.values())


def test_icons_take_the_colors_of_the_clinic() -> None:
    colored = icons(DRAWN, settings(header="#102030", header_text="#ffeedd"))
    assert set(colored) == set(DRAWN)
    for path, content in colored.items():
        if path.endswith(".svg"):
            assert b"#102030" in content
            assert b"#0f5c6e" not in content
        else:
            assert palette(content)[0] == (0x10, 0x20, 0x30)
            assert palette(content)[7] == (0xFF, 0xEE, 0xDD)


def palette(png: bytes) -> list[tuple[int, ...]]:
    """The colors of a PNG all of whose parts have the right check sum."""
    at, found = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        (checked,) = struct.unpack(">I", png[at + 8 + length : at + 12 + length])
        assert zlib.crc32(kind + data) == checked, kind
        found = data if kind == b"PLTE" else found
        at += 12 + length
    return [tuple(found[i : i + 3]) for i in range(0, len(found), 3)]


@pytest.mark.parametrize("color", ["teal", "", "#ff"])
def test_a_color_written_another_way_leaves_the_icons_as_they_are_drawn(color: str) -> None:
    assert icons(DRAWN, settings(header=color, header_text="#ffffff")) == DRAWN
