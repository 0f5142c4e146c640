"""Against the published table (domain: 32 race times within 0.2 %, training paces within rounding)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.science import vdot as v


def seconds(text):
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return total


TABLE = """
30 30:40 63:46 2:21:04 4:49:17 6:24 -    2:16
35 27:00 56:03 2:04:13 4:16:03 5:40 -    2:00
38 25:12 52:17 1:55:55 3:59:35 5:19 4:54 1:52
40 24:08 50:03 1:50:59 3:49:45 5:06 4:42 1:47
45 21:50 45:16 1:40:20 3:28:26 4:38 4:16 1:35
50 19:57 41:21 1:31:35 3:10:49 4:15 3:55 1:27
55 18:22 38:06 1:24:18 2:56:01 3:56 3:37 1:19
60 17:03 35:22 1:18:09 2:43:25 3:40 3:23 1:15
"""
ROWS = [line.split() for line in TABLE.split("\n") if line]
RACES = (5_000, 10_000, v.HALF_MARATHON_M, v.MARATHON_M)
RESULTS = [(int(row[0]), metres, row[1 + i]) for row in ROWS for i, metres in enumerate(RACES)]


@pytest.mark.parametrize(("fitness", "metres", "time"), RESULTS)
def test_race_times(fitness, metres, time):
    assert v.race_time(fitness, metres) == pytest.approx(seconds(time), rel=0.002)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_training_paces(row):
    fitness = int(row[0])
    assert v.pace(fitness, v.THRESHOLD) == pytest.approx(seconds(row[5]), abs=3)
    if row[6] != "-":
        assert v.pace(fitness, v.INTERVAL) == pytest.approx(seconds(row[6]), abs=2)
    assert v.race_pace(fitness, v.MILE_M) * 0.4 == pytest.approx(seconds(row[7]), abs=3)


@pytest.mark.parametrize(
    ("metres", "time", "expected", "digits"),
    [(5_000, "24:34", 39.1104, 4), (5_000, "27:00", 34.9632, 4), (10_000, "42:30", 48.390, 3)],
)
def test_unit_values(metres, time, expected, digits):
    assert round(v.vdot(metres, seconds(time)), digits) == expected


@given(st.floats(15, 85), st.sampled_from(RACES))
def test_prediction_turns_back(fitness, metres):
    assert v.vdot(metres, v.race_time(fitness, metres)) == pytest.approx(fitness, abs=1e-3)


@given(st.floats(10, 90), st.floats(0.5, 1.1))
def test_pace_turns_back(fitness, share):
    assert v.from_pace(v.pace(fitness, share), share) == pytest.approx(fitness)


@pytest.mark.parametrize(
    ("metres", "time", "other", "expected"),
    [
        (5_000, "20:00", 10_000, "41:42"),
        (10_000, "40:00", v.HALF_MARATHON_M, "1:28:15"),
        (v.HALF_MARATHON_M, "1:30:00", v.MARATHON_M, "3:07:39"),
    ],
)
def test_riegel(metres, time, other, expected):
    assert v.riegel(metres, seconds(time), other) == pytest.approx(seconds(expected), abs=0.6)


@pytest.mark.parametrize(("metres", "time"), [(0, 60), (5_000, 0), (-1, 60)])
def test_no_result_no_vdot(metres, time):
    with pytest.raises(ValueError, match="above zero"):
        v.vdot(metres, time)
