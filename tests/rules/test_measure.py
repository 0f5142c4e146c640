"""Rounding to whole meters never trips a limit, and whatever is really over it still does."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from rule_faults import drawn, found

from generator.model.units import metres
from generator.rules.measure import Measured, longest, total

tenths = st.integers(5, 400)  # of a mile: half a mile to forty


def _mi(amount: int) -> int:
    """Return whole meters for tenths of a mile, as plans store them."""
    return metres(Decimal(amount) / 10, "mi")


def _long_runs(*tenths_of_miles: int) -> str:
    return " || ".join(f"Su long {amount / 10} mi" for amount in tenths_of_miles)


def test_eleven_miles_after_ten_are_ten_percent() -> None:
    assert _mi(110) / _mi(100) > 1.1
    assert found("single-run-spike", _long_runs(100, 110)) == []
    assert found("single-run-spike", _long_runs(100, 111)) == [(2, 13, "warning")]
    assert found("ramp", _long_runs(100, 110)) == []
    assert found("ramp", _long_runs(100, 111)) == [(2, None, "warning")]


@drawn
@given(tenths)
def test_exactly_ten_percent_more_is_never_pointed_out(ten_percent: int) -> None:
    assert found("single-run-spike", _long_runs(ten_percent * 10, ten_percent * 11)) == []
    assert found("ramp", _long_runs(ten_percent * 10, ten_percent * 11)) == []


@drawn
@given(tenths)
def test_a_tenth_of_a_mile_more_than_that_always_is(ten_percent: int) -> None:
    text = _long_runs(ten_percent * 10, ten_percent * 11 + 1)
    assert found("single-run-spike", text)[0][:2] == (2, 13)
    assert found("ramp", text)[0][:2] == (2, None)


@drawn
@given(st.integers(1, 40))
def test_a_step_of_a_mile_is_never_an_error_and_a_longer_one_is(start: int) -> None:
    if start * 3 < 100:  # beyond 30 percent
        assert [severity for *_, severity in found("single-run-spike", _long_runs(start, start + 10))] == ["warning"]
    if start * 3 < 110:
        assert [severity for *_, severity in found("single-run-spike", _long_runs(start, start + 11))] == ["error"]


@drawn
@given(st.integers(1, 20))
def test_a_long_run_of_half_the_week_is_let_pass(half: int) -> None:
    others = f"Tu easy {half / 10} mi | Th easy {half / 5} mi"
    assert found("long-run-share", f"{others} | Su long {half * 3 / 10:.1f} mi") == []
    assert found("long-run-share", f"{others} | Su long {(half * 3 + 1) / 10:.1f} mi") == [(1, 6, "warning")]


@drawn
@given(st.integers(1, 30))
def test_a_cutback_of_exactly_twelve_percent_is_deep_enough(size: int) -> None:
    text = "Su easy {} mi || [cutback] Su easy {} mi"
    assert found("cutback", text.format(size * 2.5, f"{size * 2.2:.1f}")) == []
    assert found("cutback", text.format(size * 2.5, f"{size * 2.2 + 0.1:.1f}")) == [(2, None, "warning")]


@drawn
@given(st.integers(1, 30))
def test_a_cutback_of_exactly_thirty_five_percent_is_not_too_deep(size: int) -> None:
    text = "Su easy {} mi || [cutback] Su easy {} mi"
    assert found("cutback", text.format(size * 2, f"{size * 1.3:.1f}")) == []
    assert found("cutback", text.format(size * 2, f"{size * 1.3 - 0.1:.1f}")) == [(2, None, "warning")]


def test_session_caps_know_rounding_too() -> None:
    assert _mi(51) > _mi(500) * 0.102
    rest = "Th easy {} mi | Su easy {} mi"
    assert found("quality-cap", f"Tu quality 10 mi (5.1 mi @ threshold) | {rest.format(20, 20)}") == []
    assert found("quality-cap", f"Tu quality 10 mi (5.11 mi @ threshold) | {rest.format(20, 20)}") == [(1, 1, "error")]
    pieces = "Tu quality 12 mi (10 x 0.51 mi @ threshold / 400 m jog)"
    assert found("quality-cap", f"{pieces} | {rest.format(20, 18)}") == []
    assert found("quality-cap", f"{pieces} | {rest.format(20, 17)}") == [(1, 1, "error")]


def test_six_miles_in_pieces_are_six_miles_at_marathon_pace() -> None:
    assert 6 * metres(Decimal(1), "mi") < metres(Decimal(6), "mi")
    assert found("long-run-then-light", "Sa long 16 mi 140 min (6 x 1 mi @ marathon)+heavy") == [(1, 5, "warning")]
    assert found("long-run-then-light", "Sa long 16 mi 140 min (6 x 0.99 mi @ marathon)+heavy") == []


def test_a_sum_is_known_to_as_many_meters_as_it_has_parts() -> None:
    week = total([Measured(8000), Measured(12000), Measured(0, 0)])
    assert week == Measured(20000, 2)
    assert (week.least, week.most) == (19998, 20002)
    assert week - Measured(5000) == Measured(15000, 3)
    assert longest([Measured(5), Measured(7), Measured(6)]) == Measured(7)
    assert longest([]) == Measured(0, 0)


def test_over_and_under_ask_for_certainty_and_reaching_does_not() -> None:
    ten = Measured(10000)
    assert not Measured(11002).over(110, ten)
    assert Measured(11003).over(110, ten)
    assert not Measured(8999).under(90, ten)
    assert Measured(8998).under(90, ten)
    assert not Measured(5001).beyond(5000)
    assert Measured(5002).beyond(5000)
    assert Measured(4999).reaches(5000)
    assert not Measured(4998).reaches(5000)
