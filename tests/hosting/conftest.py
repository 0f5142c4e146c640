"""Pages of hosts are judged as those of the site are: see ``tests/site/site_browser.py``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "site"))
