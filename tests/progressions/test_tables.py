"""Every progression's docstring holds its table; here the tables are run."""

import pytest

from generator.progressions import (
    abbreviated,
    base_hold,
    base_load,
    heavy_load,
    long_run,
    maintenance,
    power,
    recovery_after_race,
    strength_taper,
    volume,
)

NO, YES = False, True
THREE_TO_ONE = (NO, NO, NO, YES)


def table(module):
    rows = [line.strip("|").split("|") for line in module.__doc__.splitlines() if line.startswith("|")]
    head, _, *body = ([cell.strip() for cell in row] for row in rows)
    return [dict(zip(head, row, strict=True)) for row in body]


def as_written(row):
    def band(least, most):
        return str(least) if least == most else f"{least}-{most}"

    return {
        "label": row.label,
        "sessions": band(row.sessions_least, row.sessions_most),
        "sets": str(row.sets),
        "reps": str(row.reps),
        "RIR": band(row.rir_min, row.rir),
        "% 1RM": str(row.percent),
        "deload": "yes" if row.deload else "no",
    }


def assert_table(module, rows):
    written = table(module)
    assert len(written) == len(rows)
    for line, row in zip(written, rows, strict=True):
        assert {key: line[key] for key in as_written(row)} == as_written(row)


def test_base_table():
    assert_table(base_load, base_load.prescribe(THREE_TO_ONE * 2))


def test_heavy_table():
    assert_table(heavy_load, heavy_load.prescribe(THREE_TO_ONE * 2))


def test_base_hold_table():
    assert_table(base_hold, base_hold.prescribe((NO, YES, NO), (NO, NO, YES)))


def test_maintenance_table():
    assert_table(maintenance, maintenance.prescribe((NO, YES)))


def test_taper_table():
    assert_table(strength_taper, strength_taper.prescribe((NO,)))


def test_power_table():
    assert_table(power, power.prescribe(THREE_TO_ONE))
    assert [line["jumps"] for line in table(power)] == [str(n) for n in power.jumps(THREE_TO_ONE)]


def test_abbreviated_table():
    for line, part in zip(table(abbreviated), abbreviated.prescribe(), strict=True):
        assert (line["exercise"], line["sets"], line["reps"]) == (part.exercise, str(part.sets), str(part.reps))
        assert line["hold s"] == ("-" if part.hold_s is None else str(part.hold_s))


@pytest.mark.parametrize(
    ("module", "start", "end", "by"), [(volume, 48, 64, 20), (long_run, 18, 26, 25)], ids=["volume", "long run"]
)
def test_running_tables(module, start, end, by):
    written = table(module)
    cutbacks = tuple(line["cutback"] == "yes" for line in written)
    assert [line["km"] for line in written] == [str(n) for n in module.prescribe(start, end, cutbacks, by)]


def test_recovery_table():
    for line, metres in zip(table(recovery_after_race), (10_000, 21_097, 42_195), strict=True):
        found = recovery_after_race.prescribe(metres)
        assert list(line.values())[1:] == [
            str(n) for n in (found.quiet_days, found.short_lifts_from, found.base_lifts_from, found.rest_days)
        ]
