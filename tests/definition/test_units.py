"""Quantities: what is written comes back, what is ambiguous is refused, and only ValueError refuses."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from definition.drawing import drawn
from hypothesis import given
from hypothesis import strategies as st

from generator.model.units import (
    METRES_PER,
    RACES,
    Distance,
    DistanceRange,
    Duration,
    Pace,
    Parsed,
    Percent,
    metres,
)

KINDS: tuple[type[Parsed], ...] = (Distance, DistanceRange, Duration, Pace, Percent)
AMOUNTS = st.decimals(min_value=0, max_value=9999, places=3, allow_nan=False)
GAPS = st.sampled_from(["", " ", "  ", "\u00a0"])


def shown(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


@drawn
@given(AMOUNTS, st.sampled_from(sorted(METRES_PER)), GAPS)
def test_a_distance_comes_back(amount: Decimal, unit: str, gap: str) -> None:
    read = Distance.parse(f"{shown(amount)}{gap}{unit}")
    assert (read.metres, read.unit) == (metres(amount, unit), unit)
    assert abs(read.metres - float(amount) * float(METRES_PER[unit])) <= 0.5 + 1e-6


@drawn
@given(AMOUNTS, AMOUNTS, st.sampled_from(["km", "mi"]), st.sampled_from(["-", "–", " - ", " to "]), st.booleans())
def test_a_range_comes_back(first: Decimal, last: Decimal, unit: str, dash: str, both: bool) -> None:
    text = f"{shown(first)}{f' {unit}' if both else ''}{dash}{shown(last)} {unit}"
    read = DistanceRange.parse(text)
    assert (read.start.metres, read.end.metres) == (metres(first, unit), metres(last, unit))
    assert (read.start.unit, read.end.unit) == (unit, unit)


@drawn
@given(AMOUNTS, AMOUNTS, st.sampled_from([("km", "mi"), ("mi", "km")]))
def test_a_range_has_one_unit(first: Decimal, last: Decimal, units: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="write both ends in one unit"):
        DistanceRange.parse(f"{shown(first)} {units[0]}-{shown(last)} {units[1]}")


@drawn
@given(st.integers(0, 9999), st.sampled_from([("h", 3600), ("min", 60), ("s", 1)]))
def test_a_duration_comes_back(amount: int, unit: tuple[str, int]) -> None:
    assert Duration.parse(f"{amount} {unit[0]}").seconds == amount * unit[1]


@drawn
@given(st.integers(0, 99), st.integers(0, 59))
def test_a_pace_comes_back_in_both_units(minutes: int, seconds: int) -> None:
    per_km, per_mi = Pace.parse(f"{minutes}:{seconds:02} /km"), Pace.parse(f"{minutes}:{seconds:02}/mi")
    assert per_km.seconds_per_km == minutes * 60 + seconds
    assert per_mi.seconds_per_km * 1.609344 == pytest.approx(minutes * 60 + seconds)


@drawn
@given(st.decimals(min_value=0, max_value=100, places=3))
def test_a_percentage_comes_back(amount: Decimal) -> None:
    assert Percent.parse(f"{shown(amount)} %").value == float(amount)


@pytest.mark.parametrize(("name", "length"), RACES.items())
def test_races_by_name_in_any_case(name: str, length: int) -> None:
    assert Distance.parse(name).metres == Distance.parse(name.upper()).metres == length


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (Distance, "12", "'12' has no unit; expected a distance"),
        (Distance, "12 kms", "write '12 km'"),
        (Distance, "7.5 miles", "write '7.5 mi'"),
        (Distance, "12 KM", "write '12 km'"),
        (Distance, "800 meters", "write '800 m'"),
        (Distance, "5 M", "'5 M' is not a distance"),
        (Distance, "1,5 km", "is not a distance"),
        (Distance, "-5 km", "is not a distance"),
        (Distance, "12345 km", "is not a distance"),
        (Distance, "١٢ km", "is not a distance"),
        (Distance, "12 km\n", "is not a distance"),
        (Distance, "ultra", "is not a distance"),
        (DistanceRange, "40-56", "'40-56' has no unit"),
        (DistanceRange, "40-56 m", "is not a distance or a range"),
        (DistanceRange, "40-56-60 km", "is not a distance or a range"),
        (DistanceRange, "40 to 56 kilometers", "write '40 to 56 km'"),
        (Duration, "40", "'40' has no unit"),
        (Duration, "40 mins", "write '40 min'"),
        (Duration, "1:30 h", "is not a duration"),
        (Duration, "0.333 s", "is not a whole number of seconds"),
        (Pace, "4:30", "'4:30' has no unit"),
        (Pace, "4.30 /km", "is not a pace"),
        (Pace, "5:88 /km", "has more than 59 seconds"),
        (Pace, "5:4 /km", "is not a pace"),
        (Percent, "20", "'20' has no unit"),
        (Percent, "101 %", "is not a percentage"),
        (Percent, "-1 %", "is not a percentage"),
    ],
)
def test_what_is_ambiguous_is_refused(kind: type[Parsed], text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        kind.parse(text)


@drawn
@given(st.sampled_from(KINDS), st.one_of(st.text(), st.from_regex(r"[0-9.,:/ -]{0,12}(km|mi|m|min|s|h|%|/km)?")))
def test_only_value_errors_refuse(kind: type[Parsed], text: str) -> None:
    read: Any
    try:
        read = kind.parse(text)
    except ValueError as refused:
        assert 0 < len(str(refused)) < 300
    else:
        assert isinstance(read, kind)
