"""Eighteen builds, each killed at another moment of its work."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from power_cut import at_work, days, trial

pytestmark = pytest.mark.long


def test_eighteen_moments_of_work(tmp_path: Path) -> None:
    day = days(tmp_path)
    for moment in at_work(day, Random(18), 18):
        assert trial(day, tmp_path / "trial", moment) == []
