"""Independent judges of hosted pages: Lighthouse and pa11y."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from site_project import ROOT

_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
_SCRIPT = Path(__file__).with_name("pa11y_pages.mjs")

#: What pa11y says and we don't mend, by a part of its code, with the reason.
IGNORED: dict[str, str] = {
    "3_2_2.H32.2": "the search answers while one types, the colors change at a click: neither form is ever sent",
    "H43.HeadersRequired": "the calendar's heads have their scope, which does the same (H63); axe finds nothing there",
}


def chromium_program() -> str:
    """The path of the system's Chromium."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
    )
    assert found, "no Chromium found: run tools/system-programs"
    return found


def pa11y_findings(addresses: Sequence[str]) -> list[str]:
    """What pa11y's two engines find wrong, one line each."""
    done = subprocess.run(
        ["node", str(_SCRIPT), chromium_program()],
        input=json.dumps(addresses), cwd=ROOT, capture_output=True, text=True, check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    judged = json.loads(done.stdout)
    assert len(judged) == len(addresses), "pa11y left pages out"
    return [
        f"{page['url']}: {one['runner']} {one['code']} {one['message']} at {one['selector']}: {one['context'][:160]}"
        for page in judged
        for one in page["issues"]
        if not one["unsure"] and not any(part in one["code"] for part in IGNORED)
    ]


def lighthouse(address: str, runs: int = 3) -> tuple[dict[str, float], list[str]]:
    """The median score of each category on a phone, 0 to 100, and what the last run complains of."""
    reports = _undisturbed(address, runs)
    scores = {
        name: statistics.median(100 * report["categories"][name]["score"] for report in reports)
        for name in ("performance", "accessibility", "best-practices", "seo")
    }
    return scores, _complaints(reports[-1])


def _undisturbed(address: str, runs: int) -> list[dict[str, Any]]:
    """The runs in which the machine was most its own, by Lighthouse's measure of it, never by the score.

    Other work on the same processors is measured as the page's own slowness. Runs are made until enough of them had
    nearly the best machine seen, at most four more than wanted.
    """
    reports: list[dict[str, Any]] = []
    while len(reports) < (runs + 4 if runs > 1 else 1):
        reports.append(_report(address))
        best = max(map(_machine, reports))
        if sum(_machine(report) >= 0.9 * best for report in reports) >= runs:
            break
    return sorted(reports, key=_machine)[-runs:]


def _machine(report: dict[str, Any]) -> float:
    return float(report["environment"]["benchmarkIndex"])


def _report(address: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        done = subprocess.run(
            [
                str(ROOT / "node_modules" / ".bin" / "lighthouse"), address, "--quiet", "--output=json",
                f"--output-path={file}", f"--chrome-flags={_FLAGS}", "--no-enable-error-reporting",
            ],
            cwd=folder, env=os.environ | {"CHROME_PATH": chromium_program()},
            capture_output=True, text=True, check=False, timeout=240,
        )  # fmt: skip
        assert file.is_file(), f"lighthouse ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
        report: dict[str, Any] = json.loads(file.read_text("utf-8"))
    assert not report.get("runtimeError"), report["runtimeError"]
    return report


def _complaints(report: dict[str, Any]) -> list[str]:
    """The audits that cost points, and the measured times."""
    weighted = {
        one["id"] for category in report["categories"].values() for one in category["auditRefs"] if one["weight"]
    }
    return [
        f"{name}: {audit['score']} {audit.get('displayValue', '')}"
        for name, audit in report["audits"].items()
        if name in weighted and audit["score"] is not None and audit["score"] < 1
    ]
