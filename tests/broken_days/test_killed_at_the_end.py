"""Eighteen builds, each killed between two of the changes to files with which it ends: exchange and records."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from power_cut import at_the_end, days, trial

pytestmark = pytest.mark.long


def test_eighteen_moments_of_the_end(tmp_path: Path) -> None:
    day = days(tmp_path)
    for moment in at_the_end(day, Random(19), 18):
        assert trial(day, tmp_path / "trial", moment) == []
