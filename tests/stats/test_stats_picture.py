"""The picture of a plan's numbers: one well-formed file, the same every time, read aloud and in the dark."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.model.plan import Plan
from generator.pipeline import preview
from generator.project import open_project
from generator.stats import measured, stats_picture

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def _plan(name: str) -> Plan:
    return preview(open_project(ROOT), ROOT / "plans" / f"{name}.yaml", "x.yaml").plan


@pytest.fixture(scope="module")
def marathon() -> Plan:
    return _plan("marathon-competitive")


def test_it_is_one_image_with_a_title_and_a_description(marathon: Plan) -> None:
    root = ElementTree.fromstring(stats_picture(measured(marathon)))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Competitive marathoner"
    said = root.findtext(f"{SVG}desc") or ""
    assert "Running between 34 and 55 mi a week." in said
    assert "calf: 0 to 6 sets a week." in said


def test_bars_are_as_high_as_their_weeks_are_far(marathon: Plan) -> None:
    numbers = measured(marathon)
    root = ElementTree.fromstring(stats_picture(numbers))
    bars = [g for g in root.iter(f"{SVG}g") if (g.findtext(f"{SVG}title") or "").startswith("Week ")]
    running = bars[: len(numbers.weeks)]
    heights = [
        sum(float(box.get("height") or 0) for box in bar.iter(f"{SVG}rect") if box.get("class") != "light")
        for bar in running
    ]
    scale = heights[0] / numbers.weeks[0].run_distance_m
    for week, height in zip(numbers.weeks, heights, strict=True):
        assert abs(height - week.run_distance_m * scale) < 0.5


def test_the_same_plan_gives_the_same_bytes_and_another_others(marathon: Plan) -> None:
    first = stats_picture(measured(marathon))
    assert first == stats_picture(measured(marathon))
    week = replace(marathon.weeks[0], run_distance_m=1)
    assert first != stats_picture(measured(replace(marathon, weeks=(week, *marathon.weeks[1:]))))


def test_it_stands_alone_in_light_and_dark(marathon: Plan) -> None:
    drawn = stats_picture(measured(marathon))
    assert "prefers-color-scheme:dark" in drawn
    assert not re.search(r"<script|href=|url\(", drawn)


def test_text_can_be_read_on_its_ground_in_both_schemes(marathon: Plan) -> None:
    style = re.search(r"<style>(.*)</style>", stats_picture(measured(marathon)))
    assert style
    light, dark = style[1].split("@media", 1)
    for scheme in (light, dark):
        color = dict(re.findall(r"--(\w+):(#[0-9a-f]{3,6})", scheme))
        for name in ("ink", "soft"):
            assert _contrast(color[name], color["paper"]) >= 4.5, name
        for name in ("rest", "long", "hard", "lift", "cross", "race"):
            least = 1.6 if name == "rest" else 3.0
            assert _contrast(color[name], color["paper"]) >= least, name


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(letter * 2 for letter in color[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_plan_by_time_and_a_strangers_title_are_drawn(marathon: Plan) -> None:
    assert "Minutes a week" in stats_picture(measured(_plan("return-from-injury")))
    odd = replace(marathon, title="</title><script>alert(1)</script>\x00", weeks=marathon.weeks * 20)
    root = ElementTree.fromstring(stats_picture(measured(odd)))
    assert root.find(f"{SVG}script") is None
    assert ElementTree.fromstring(stats_picture(measured(replace(marathon, weeks=())))) is not None
