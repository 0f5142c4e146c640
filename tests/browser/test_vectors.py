"""The generator against the very vectors that the browser's modules are tested with."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import date_sums
import pytest

from generator.publish import words
from generator.science import one_rm, session_load, vdot

VECTORS = Path(__file__).resolve().parents[1] / "vectors"


def vectors(name: str):
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def seconds(text: str) -> int:
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return total


@pytest.mark.parametrize("name", ["csv", "dates", "loads", "paces", "signals", "units"])
def test_each_file_names_its_source(name):
    assert len(vectors(name)["source"]) > 40


def test_days():
    cases = vectors("dates")
    for iso, number, weekday in cases["days"]:
        day = date.fromisoformat(iso)
        assert (date_sums.number(day), f"{day:%A}") == (number, weekday)
    for text in cases["no_days"]:
        try:
            real = date.fromisoformat(text) if text.isascii() and len(text) == 10 else None
        except ValueError:
            real = None
        assert real is None or not 1900 <= real.year < 2200, text


def test_starts_weeks_and_places():
    cases = vectors("dates")
    for case in cases["starts_for_race"]:
        assert date.fromisoformat(case["race"]) - timedelta(case["race_day"]) == date.fromisoformat(case["start"])
    for case in cases["weeks"]:
        first = date.fromisoformat(case["start"]) + timedelta((case["week"] - 1) * case["cycle"])
        last = first + timedelta(case["cycle"] - 1)
        assert [first.isoformat(), last.isoformat(), date_sums.range_text(first, last)] == [
            case["first"],
            case["last"],
            case["text"],
        ]
    for case in cases["where"]:
        found = date_sums.where(
            date.fromisoformat(case["today"]), *(case[name] for name in ("start", "days", "cycle", "kind"))
        )
        assert found == " ".join(str(case["is"][name]) for name in ("state", "week", "place", "inDays"))


def test_paces():
    cases = vectors("paces")
    for row in cases["table"]:
        for metres in (5_000, 10_000, vdot.HALF_MARATHON_M, vdot.MARATHON_M):
            found = vdot.race_time(row["vdot"], metres)
            assert found == pytest.approx(seconds(row[f"{metres:g}"]), rel=cases["race_tolerance"])
        within = cases["training_tolerance_s"]
        assert vdot.pace(row["vdot"], vdot.THRESHOLD) == pytest.approx(
            seconds(row["threshold_km"]), abs=within["threshold_km"]
        )
        if row["interval_km"]:
            assert vdot.pace(row["vdot"], vdot.INTERVAL) == pytest.approx(
                seconds(row["interval_km"]), abs=within["interval_km"]
            )
        repetition = vdot.race_pace(row["vdot"], vdot.MILE_M) * 0.4
        assert repetition == pytest.approx(seconds(row["repetition_400"]), abs=within["repetition_400"])
    for case in cases["values"]:
        assert vdot.vdot(case["metres"], seconds(case["time"])) == pytest.approx(case["vdot"], abs=case["within"])
    for case in cases["riegel"]:
        found = vdot.riegel(case["metres"], seconds(case["time"]), case["other"])
        assert found == pytest.approx(seconds(case["is"]), abs=0.6)
    assert (cases["easy_share"]["least"], cases["easy_share"]["most"]) == (vdot.EASY_LEAST, vdot.EASY_MOST)


def test_loads():
    cases = vectors("loads")
    for reps, percent in cases["chart"]:
        assert one_rm.percent_of_max(reps) == pytest.approx(percent, abs=1e-5)
    for case in cases["prescription"]:
        assert one_rm.percent_1rm(case["reps"], case["rir"]) == case["percent"]


def test_signals():
    cases = vectors("signals")
    week = cases["foster"]
    assert sum(week["daily"]) == week["total"]
    assert session_load.monotony(week["daily"]) == pytest.approx(week["monotony"], abs=0.0005)
    assert session_load.strain(week["daily"]) == pytest.approx(week["strain"], abs=0.5)
    for case in cases["weeks"]:
        for name, digits in (("monotony", 1e-6), ("strain", 1e-5)):
            found = getattr(session_load, name)(case["daily"])
            assert found == (None if case[name] is None else pytest.approx(case[name], abs=digits))
    for rpe, minutes, load in cases["loads"]:
        assert session_load.session_load(rpe, minutes) == load


def test_amounts():
    for metres, unit, text in vectors("units")["amounts"]:
        assert words.amount(metres, unit) == text


def test_tables_are_read_by_another_reader():
    """Python's own reader sees the same cells, but for the apostrophe that keeps a spreadsheet from running them."""
    for case in vectors("csv")["tables"]:
        found = list(csv.reader(io.StringIO(case["text"], newline="")))
        for row, expected in zip(found, case["rows"], strict=True):
            assert [cell in (wanted, f"'{wanted}") for cell, wanted in zip(row, expected, strict=True)] == [True] * len(
                row
            ), case["why"]
