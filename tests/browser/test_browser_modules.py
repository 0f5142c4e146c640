"""Everything in this folder that Node's runner tests: the browser's pure modules, without a browser."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from date_sums import ZONES, sums
from node_tests import ROOT, node, run_node_tests

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.test.js"))
#: Each file tests something: a runner that finds nothing in one is no proof of it.
LEAST_TESTS = 5


def test_modules_under_node():
    ran = run_node_tests(FILES, cwd=ROOT)
    assert not ran.failed, ran.output
    assert ran.tests >= LEAST_TESTS * len(FILES), ran.output


@pytest.mark.parametrize(
    "wrong", ['import "./nothing.js";', "import assert from 'node:assert'; assert(false);", "process.exit(1);"]
)
def test_a_fault_in_node_is_seen(tmp_path, wrong):
    file = tmp_path / "seeded.test.mjs"
    file.write_text(f'import {{ test }} from "node:test"; test("fine", () => {{}}); {wrong}\n')
    assert run_node_tests([file], cwd=tmp_path).failed


def test_no_tests_are_no_proof(tmp_path):
    assert not run_node_tests([], cwd=tmp_path).tests


@pytest.mark.parametrize("zone", ZONES)
def test_every_date_of_twelve_years_is_pythons(zone):
    script = HERE / "dates_sums_of_node.mjs"
    done = subprocess.run(
        [node(), str(script)], capture_output=True, text=True, env=os.environ | {"TZ": zone}, timeout=60
    )
    assert not done.returncode, done.stderr
    assert json.loads(done.stdout) == sums(zone)


def test_zones_differ():
    """Were TZ ignored, all zones would agree, with each other and with nothing proven."""
    assert len({sums(zone)["today"] for zone in ZONES}) == len(ZONES)
