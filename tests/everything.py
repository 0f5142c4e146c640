"""Whether all is run: the long tests, and of the others every case instead of a share."""

from __future__ import annotations

import os

#: True for ``make test-all`` and on CI.
EVERYTHING = bool(os.environ.get("CI") or os.environ.get("HARDDAY_ALL"))
