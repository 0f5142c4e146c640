import itertools

from hypothesis import given
from hypothesis import strategies as st

from generator.progressions import base_hold, base_load, heavy_load, maintenance, power, strength_taper
from generator.science.one_rm import percent_1rm

CUTBACKS = st.lists(st.booleans(), min_size=1, max_size=30).map(tuple)


def labels(rows):
    return [row.label for row in rows]


def test_six_week_base():
    assert labels(base_load.prescribe((False,) * 6)) == ["B1", "B2", "B3", "B5", "B6", "B8"]


def test_six_week_base_with_cutback():
    assert labels(base_load.prescribe((False, False, False, True, False, False))) == [
        "B1", "B2", "B3", "B4", "B5", "B8",
    ]  # fmt: skip


def test_long_base_holds_its_last_step():
    assert labels(base_load.prescribe((False,) * 10))[5:] == ["B7", "B7", "B7", "B7", "B8"]


def test_one_week_has_nothing_to_retest():
    assert labels(base_load.prescribe((False,))) == ["B1"]


def test_stages_climb_the_same_steps():
    assert labels(base_load.held(stage) for stage in range(7)) == ["B1", "B2", "B3", "B5", "B6", "B7", "B7"]


def test_masters_keep_each_step_two_weeks():
    rows = heavy_load.prescribe((False, False, True, False, False, True), every=2)
    assert labels(rows) == ["H1", "H1", "H1 deload", "H2", "H2", "H2 deload"]


def test_heavy_holds_at_the_top():
    rows = heavy_load.prescribe((False,) * 12)
    assert (rows[-1].sets, rows[-1].reps, rows[-1].rir, rows[-1].rir_min) == (4, 6, 2, 1)


def test_heavy_ends_loading_unless_cut_back():
    assert not heavy_load.prescribe((False,) * 4)[-1].deload
    assert heavy_load.prescribe((False, False, False, True))[-1].deload


def test_advanced_goes_below_six():
    reps = [row.reps for row in heavy_load.prescribe((False,) * 8, advanced=True)]
    assert reps == [8, 7, 6, 6, 5, 4, 3, 3]


@given(CUTBACKS, CUTBACKS, st.integers(1, 4), st.booleans())
def test_reps_never_rise_and_load_never_falls(base, heavy, every, advanced):
    rows = [*base_load.prescribe(base), *heavy_load.prescribe(heavy, every, advanced)]
    loading = [row for row in rows if not row.deload]
    for before, after in itertools.pairwise(loading):
        assert after.reps <= before.reps
        assert after.percent >= before.percent


@given(CUTBACKS, st.integers(1, 4), st.booleans())
def test_heavy_is_heavy_and_never_to_failure(cutbacks, every, advanced):
    for row in heavy_load.prescribe(cutbacks, every, advanced):
        assert row.reps + row.rir <= 10
        assert row.percent >= 75
        assert row.percent == percent_1rm(row.reps, row.rir)
        assert row.rir_min >= 1
        assert advanced or row.reps >= 6


@given(CUTBACKS)
def test_base_is_base(cutbacks):
    for row in (*base_load.prescribe(cutbacks), *base_hold.prescribe(cutbacks)):
        assert row.reps + row.rir >= 11
        assert row.percent < 75


@given(CUTBACKS)
def test_every_week_has_a_row_and_cutbacks_are_lighter(cutbacks):
    for module in (base_load, base_hold, heavy_load, maintenance, power):
        rows = module.prescribe(cutbacks)
        assert len(rows) == len(cutbacks)
        assert [row.deload for row in rows] == list(cutbacks)
    assert len(strength_taper.prescribe(cutbacks)) == len(cutbacks)


@given(CUTBACKS)
def test_jumps_rise_from_40_to_80(cutbacks):
    contacts = power.jumps(cutbacks)
    assert all(40 <= n <= 80 and n % 10 == 0 for n in contacts)
    loading = [n for n, cutback in zip(contacts, cutbacks, strict=True) if not cutback]
    assert loading == sorted(loading)


@given(CUTBACKS, st.integers(75, 85))
def test_what_comes_after_heavy_keeps_its_load(cutbacks, reached):
    for module in (maintenance, power, strength_taper):
        for row in module.prescribe(cutbacks, reached):
            assert row.percent <= max(reached, 75)
            assert row.percent == percent_1rm(row.reps, row.rir)
            assert row.reps == 6
