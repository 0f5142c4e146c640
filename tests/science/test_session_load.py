import pytest

from generator.science.session_load import monotony, session_load, strain

WEEK = (135, 770, 0, 235, 120, 950, 90)


def test_a_week():
    assert sum(WEEK) == 2300
    assert monotony(WEEK) == pytest.approx(0.880, abs=0.0005)
    assert strain(WEEK) == pytest.approx(2025, abs=0.5)


def test_load():
    assert session_load(7, 45) == 315


@pytest.mark.parametrize("daily", [(), (300,), (200, 200, 200), (0, 0)])
def test_days_all_alike_have_no_monotony(daily):
    assert monotony(daily) is None
    assert strain(daily) is None
