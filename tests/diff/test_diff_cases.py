"""Triples: an old definition, a new one, and what `hardday diff` tells of them. HARDDAY_RENEW=1 renews."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from diff_plans import ROOT

from generator.cli import main

CASES = sorted((ROOT / "tests" / "cases" / "diff").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_told(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(case)
    monkeypatch.setattr("sys.argv", ["hardday", "diff", "--project", str(ROOT), "old.yaml", "new.yaml"])
    status = 0
    try:
        main()
    except SystemExit as leaving:
        status = int(leaving.code or 0)
    printed = capsys.readouterr()
    if os.environ.get("HARDDAY_RENEW"):
        (case / "expected.txt").write_text(printed.out, "utf-8")
    assert printed.out == (case / "expected.txt").read_text("utf-8")
    assert status == (1 if case.name == "refused-now" else 0)
    assert bool(printed.err) == (case.name == "refused-now")


def test_the_same_words_on_every_run() -> None:
    case = CASES[0]
    command = [sys.executable, "-m", "generator", "diff", str(case / "old.yaml"), str(case / "new.yaml")]
    runs = {
        subprocess.run(
            command, cwd=ROOT, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
