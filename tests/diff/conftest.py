"""The command run in this process, the way its script does."""

from __future__ import annotations

import pytest
from command_in_process import running
from diff_projects import Diff


@pytest.fixture
def diff(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Diff:
    """Run ``hardday diff``."""
    return running(monkeypatch, capsys, "diff")
