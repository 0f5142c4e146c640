"""The article's own week breaks no rule, and the four mutations of it that must be found are found."""

from article import LIGHT_HEAVY, base_week, light_week, week, weeks
from rule_faults import broken, faults_of_rule

from generator.rules import by_slug, resolve
from generator.rules.example import plan_from


def _broken(text: str) -> set[str]:
    return broken(plan_from(text))


def test_the_week_and_its_repetition_break_no_rule() -> None:
    assert _broken(week()) == set()
    assert _broken(weeks(week(), week(), week(), LIGHT_HEAVY, week())) == set()


def test_the_week_at_base_load_breaks_no_rule() -> None:
    assert _broken("[entry=new running=base strength=base] " + base_week()) == set()


def test_a_lift_on_wednesday_is_found() -> None:
    assert _broken(week(We="rest+abbreviated")) == {"no-lift-on-easy-days"}


def test_quality_on_thursday_is_found() -> None:
    moved = plan_from(week(Tu="aerobic 10 km+abbreviated", Th="quality 10 km+heavy"))
    assert broken(moved) == {"two-recovery-days", "rest-after-heavy"}
    (fault,) = faults_of_rule(by_slug("two-recovery-days"), moved, resolve())
    assert fault.day == 5
    assert "with 1 full day in between" in fault.text


def test_the_long_run_on_sunday_is_found_across_the_seam() -> None:
    moved = week(Sa="cross", Su="long 16 km+heavy")
    assert _broken(moved) == set()
    assert _broken(weeks(moved, moved)) == {"two-recovery-days", "rest-after-heavy"}
    (fault,) = faults_of_rule(by_slug("two-recovery-days"), plan_from(weeks(moved, moved)), resolve())
    assert (fault.week, fault.day) == (2, 8)


def test_a_third_heavy_lift_in_the_off_season_warns_until_friday_is_rest() -> None:
    for phase in ("[running=base] ", "[running=off-season] "):
        assert _broken(phase + week(Th="aerobic 10 km+heavy")) == {"rest-after-heavy"}
        assert _broken(phase + week(Th="aerobic 10 km+heavy", Fr="rest", Mo="aerobic 12 km")) == set()


def test_light_weeks_are_light() -> None:
    assert _broken(weeks(week(), light_week("heavy", "back-squat knee-dominant 3x6@2 80%"))) == {"cutback"}
