import pytest

from generator.science.one_rm import CHART, brzycki, epley, percent_1rm, percent_of_max, rpe


@pytest.mark.parametrize(
    ("reps", "percent"),
    [(1, 100), (2, 95), (3, 93), (4, 90), (5, 87), (6, 85), (7, 83), (8, 80), (9, 77), (10, 75), (12, 70), (15, 65)],
)
def test_chart(reps, percent):
    assert CHART[reps] == percent_of_max(reps) == percent


@pytest.mark.parametrize(
    ("reps", "percent"), [(1, 100), (3, 90.9), (4, 88.2), (5, 85.7), (6, 83.3), (8, 78.9), (10, 75.0), (12, 71.4)]
)
def test_epley(reps, percent):
    assert 100 * 100 / epley(100, reps) == pytest.approx(percent * 1.0, abs=0.05)


@pytest.mark.parametrize(
    ("reps", "percent"), [(1, 100), (3, 94.4), (4, 91.7), (5, 88.9), (6, 86.1), (8, 80.6), (10, 75.0)]
)
def test_brzycki(reps, percent):
    assert 100 * 100 / brzycki(100, reps) == pytest.approx(percent, abs=0.05)


@pytest.mark.parametrize(("reps", "rir", "percent"), [(6, 2, 80), (8, 3, 73), (8, 2, 75), (6, 3, 77), (5, 2, 83)])
def test_prescription_identity(reps, rir, percent):
    assert percent_1rm(reps, rir) == percent


def test_rpe_is_ten_less_the_reserve():
    assert rpe(2) == 8


@pytest.mark.parametrize(
    "call", [lambda: percent_of_max(0), lambda: percent_of_max(16), lambda: epley(80, 0), lambda: brzycki(80, 11)]
)
def test_outside_the_formulas(call):
    with pytest.raises(ValueError, match="repetition"):
        call()
