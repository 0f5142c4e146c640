"""Tests of what is saved on a phone read and open pages as the other tests of the built site do."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path += [str(Path(__file__).resolve().parents[1] / name) for name in ("site", "publish")]
