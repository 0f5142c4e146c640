"""Fifty of the three hundred drawn edits after which a warm build is a cold one; see ``warm_rounds``."""

from __future__ import annotations

from pathlib import Path

import pytest
from warm_rounds import fifty_edits


@pytest.mark.long
def test_warm_is_cold_after_fifty_drawn_edits(tmp_path: Path) -> None:
    fifty_edits(tmp_path, seed=16)
