"""The table for a terminal: weeks, days in straight columns, doses, distances in the plan's units."""

from dataclasses import replace

from article import LIGHT_HEAVY, week, weeks

from generator.audit import audit
from generator.model.plan import Plan
from generator.rules.example import plan_from
from generator.table import plan_table


def _plan(text: str) -> Plan:
    plan = plan_from(text)
    return replace(plan, findings=audit(plan))


def test_weeks_days_and_lifts_are_there() -> None:
    lines = plan_table(_plan(weeks(week(), week(), week(), LIGHT_HEAVY))).splitlines()
    assert lines[0] == "Example (example), 4 weeks, km"
    assert lines[2] == "Phase 1: running build, strength heavy"
    assert lines[3] == "  1    52 km"
    assert lines[4].split("  ")[:2] == ["", ""]
    assert [cell for cell in lines[4].split("  ") if cell.strip()] == [
        "Mo aerobic 8 km", "Tu quality 10 km+heavy", "We rest", "Th aerobic 10 km+short", "Fr aerobic 8 km",
        "Sa long 16 km+heavy", "Su cross",
    ]  # fmt: skip
    assert lines[5] == "      Tue heavy: back-squat 3x6@2, split-squat 2x8@3/side"
    assert any(line.startswith("  4") and line.endswith("  cutback") for line in lines)


def test_columns_stand_under_each_other_whatever_the_cells_hold() -> None:
    longer = "Mo aerobic 8.5 km | Tu quality 10 km+maintenance | Sa long 16.5 km+maintenance | Su easy 5 km"
    rows = [line for line in plan_table(_plan(weeks(week(), longer))).splitlines() if line.startswith("    Mo")]
    assert len(rows) == 2
    assert [row.index("  Sa") for row in rows] == [rows[0].index("  Sa")] * 2
    assert all("+maintenanceWe" not in row and "  We" in row for row in rows)


def test_distances_are_in_the_plan_s_units() -> None:
    text = plan_table(replace(_plan("Tu easy 6 mi | Su long 10.5 mi"), units="mi"))
    assert "  1  16.5 mi" in text
    assert "Tu easy 6 mi" in text
    assert "km" not in text


def test_runs_without_a_distance_show_their_time() -> None:
    lines = plan_table(_plan("Tu easy 30 min | Th aerobic 40 min+abbreviated")).splitlines()
    assert lines[3] == "  1   70 min"
    assert "Tu easy 30 min  We rest  Th aerobic 40 min+short" in lines[4]


def test_holds_show_their_seconds() -> None:
    assert "side-plank 2x1x25s/side" in plan_table(
        _plan("Th aerobic+abbreviated(side-plank frontal-plane 2x1@4 side hold 25 s)")
    )


def test_long_lifts_go_on_in_the_next_line() -> None:
    many = "; ".join(f"single-leg-romanian-deadlift-{'abc'[i % 3]} single-leg-hip 2x8@4 side" for i in range(6))
    lines = plan_table(_plan(f"Th aerobic+abbreviated({many})")).splitlines()
    doses = [line for line in lines if "romanian" in line]
    assert len(doses) > 1
    assert max(map(len, doses)) <= 120
    assert sum(line.count("2x8@4/side") for line in doses) == 6


def test_findings_are_left_to_the_diagnostics() -> None:
    assert "rest-after-heavy" not in plan_table(_plan(week(Su="easy 4 km")))
