from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.units import METRES_PER, metres
from generator.publish import words


def plain(text: str) -> str:
    return text.replace(words.NBSP, " ")


@pytest.mark.parametrize(
    ("stored", "unit", "said"),
    [
        (14000, "km", "14 km"),
        (12500, "km", "12.5 km"),
        (42195, "km", "42.2 km"),
        (42195, "mi", "26.2 mi"),
        (8047, "mi", "5 mi"),
        (12070, "mi", "7.5 mi"),
        (0, "km", "0 km"),
        (100000, "km", "100 km"),
    ],
)
def test_distances(stored: int, unit: str, said: str) -> None:
    assert plain(words.distance(stored, unit)) == said  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.integers(1, 2000), st.sampled_from(["km", "mi"]))
def test_what_an_author_writes_with_one_decimal_comes_back(tenths: int, unit: str) -> None:
    stored = metres(METRES_PER[unit] * tenths / 10, "m")
    whole, rest = divmod(tenths, 10)
    assert words.amount(stored, unit) == (f"{whole}.{rest}" if rest else str(whole))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stored", "unit", "said"),
    [
        (400, "km", "400 m"),
        (1000, "km", "1 km"),
        (1200, "km", "1200 m"),
        (2000, "km", "2 km"),
        (1609, "km", "1 mi"),
        (400, "mi", "400 m"),
        (800, "mi", "800 m"),
        (1609, "mi", "1 mi"),
        (4828, "mi", "3 mi"),
        (1000, "mi", "1 km"),
        (3217, "km", "3.2 km"),
    ],
)
def test_steps_are_said_as_on_a_track(stored: int, unit: str, said: str) -> None:
    assert plain(words.step_distance(stored, unit)) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (20, "20 s"),
        (60, "1 min"),
        (90, "90 s"),
        (150, "2 min 30 s"),
        (2400, "40 min"),
        (4800, "1 h 20 min"),
        (3600, "1 h"),
    ],
)
def test_durations(seconds: int, said: str) -> None:
    assert plain(words.duration(seconds)) == said


@pytest.mark.parametrize(("seconds", "said"), [(4210, "1 h 10 min"), (2880, "50 min"), (200, "3 min"), (7, "1 min")])
def test_about(seconds: int, said: str) -> None:
    assert plain(words.about(seconds)) == said


def test_lists_read_aloud() -> None:
    assert words.joined(["a"]) == "a"
    assert words.joined(["a", "b"]) == "a and b"
    assert words.joined(["a", "b", "c"]) == "a, b, and c"


@pytest.mark.parametrize(("band", "said"), [((2, 2), "very easy"), ((3, 4), "steady"), ((6, 7), "comfortably hard")])
def test_effort_follows_the_upper_end(band: tuple[int, int], said: str) -> None:
    assert words.effort(band) == said
