"""Random definitions that a sensible author could write: the raw material of the property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@st.composite
def _phase(
    draw: Any, phase_id: str, running: str, strength: str, weeks: tuple[int, int], volume: tuple[int, int], units: str
) -> dict[str, Any]:
    runs = draw(st.integers(3, 6))
    quality = draw(st.sampled_from([[], ["threshold"], ["hills", "fartlek"], ["threshold", "intervals"]]))
    low, high = volume
    share = 0.46 if runs <= 3 else 0.36 if runs == 4 else 0.30
    body: dict[str, Any] = {
        "kind": running,
        "volume": f"{low}-{high} {units}",
        "long": f"{max(5, round(low * share))}-{max(5, round(high * share))} {units}",
        "runs": str(runs),
        "cutback": draw(st.sampled_from(["every 3 weeks", "every 4 weeks"])),
    }
    if quality:
        body["quality"] = quality
    if runs < 6 and draw(st.booleans()):
        body["cross"] = "1"
    if draw(st.booleans()):
        body["aerobic"] = str(draw(st.integers(1, max(1, runs - 2))))
    lift: dict[str, Any] = {"kind": strength}
    if strength == "base":
        lift["sessions"] = draw(st.sampled_from(["2", "2-3"]))
    elif strength in ("heavy", "maintenance"):
        lift["sessions"] = draw(st.sampled_from(["1", "1-2"]))
        lift["abbreviated"] = str(draw(st.integers(0, 1)))
    return {
        "id": phase_id,
        "title": phase_id.title(),
        "weeks": str(draw(st.integers(*weeks))),
        "running": body,
        "strength": lift,
    }


@st.composite
def definitions(draw: Any) -> dict[str, Any]:
    """Draw a definition as YAML would give it: text in mappings and lists."""
    units = draw(st.sampled_from(["km", "mi"]))
    start = draw(st.integers(30, 60)) if units == "km" else draw(st.integers(20, 38))
    peak = round(start * draw(st.sampled_from([1.1, 1.2, 1.3])))
    phases = [draw(_phase("base", "base", "base", (6, 8), (start, peak), units))]
    if draw(st.booleans()):
        strength = draw(st.sampled_from(["heavy", "base_hold"]))
        phases.append(draw(_phase("build", "build", strength, (3, 8), (peak, round(peak * 1.1)), units)))
        if draw(st.booleans()):
            kept = "maintenance" if strength == "heavy" else "base_hold"
            phases.append(draw(_phase("sharpen", "specific", kept, (2, 4), (peak, peak), units)))
    definition: dict[str, Any] = {
        "title": "A drawn plan",
        "summary": "Drawn by a test.",
        "audience": draw(st.sampled_from(["competitive", "recreational"])),
        "units": units,
        "week_starts": draw(st.sampled_from(["monday", "sunday", "saturday"])),
        "author": "a test",
        "easy_pace": "6:00 /km",
        "phases": phases,
    }
    if draw(st.booleans()):
        days = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=2, unique=True))
        words = draw(st.permutations(["long", "rest", "no lift", "aerobic or easy", "no run"]))
        definition[draw(st.sampled_from(["days", "wishes"]))] = dict(zip(days, words, strict=False))
    if draw(st.booleans()):
        definition["big_lifts"] = draw(st.sampled_from([["back-squat"], ["trap-bar-deadlift", "hip-thrust"]]))
    return definition
