"""Are the tests of the browser's modules tests? Each comparison and each number of a module is changed once.

One run of Node's tests for each change, on a copy in a folder of its own: the tests have to turn red. The few changes
that change nothing are listed with the reason why.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from node_tests import ROOT, node

pytestmark = pytest.mark.long

PATIENCE_S = 12  # thirty times as long as the tests take, for a change that makes them go on for ever
SCRIPTS = Path("templates/assets/js")
MODULES = ("dates", "loads", "paces", "signals", "units", "csv")
OPERATORS = {
    "===": "!==", "!==": "===", ">=": ">", "<=": "<", ">": ">=", "<": "<=", "&&": "||", "||": "&&",
    "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "??": "&&",
}  # fmt: skip
_OPERATOR = re.compile(r" (===|!==|>=|<=|>|<|&&|\|\||\?\?|\+|-|\*|/|%) ")
_NUMBER = re.compile(r"(?<![\w.$\[\\{])(\d[\d_]*(?:\.\d+)?)(?![\w.}])")
_COMMENT = re.compile(r"/\*\*.*?\*/|^\s*//.*?$", re.S | re.M)
_TEXT = re.compile(r"\"[^\"\n]*\"|/\^?(?:\\.|\[[^\]\n]*\]|[^/\n\\ ])+/[a-z]*(?=[.,;)])")

#: Changes that no test can see, by what then stands in the line, each with the reason.
SAME_ANYWAY: dict[str, str] = {
    "3: 93, 5: 90, 5: 87": "4 lies midway between its neighbors on the chart",
    "5: 87, 7: 85, 7: 83": "so does 6",
    "7: 83, 9: 80, 9: 77": "and 8",
    "one <= reps": "only asked for repetitions that are not on the chart",
    "one >= reps": "only asked for repetitions that are not on the chart",
    "- 1e-10": "any tolerance far below what can be seen will do",
    "+ 1e-10": "any tolerance far below what can be seen will do",
    '"number" || Number.isFinite': "what is no number is not less than six hours either",
    "metres >= 0": "no distance has a VDOT below 10",
    "seconds >= 0": "no time has a VDOT above 90",
    "metres > 1 ": "no race is a meter long",
    "seconds > 1 ": "or lasts a second",
    "found > LEAST": "nobody's VDOT is exactly 10",
    "found < MOST": "or exactly 90",
    "(61 * metres) / 600": "from faster than anybody runs",
    "(60 / metres) / 600": "from faster than anybody runs",
    "/ 601,": "from faster than anybody runs",
    "(61 * metres) / 30": "to slower than anybody runs",
    "(60 * metres) * 30": "to slower than anybody runs",
    "/ 31]": "to slower than anybody runs",
    ">= 0.01)": "exact to less than can be seen",
    "> 0.0101)": "exact to less than can be seen",
    "middle) >= fitness": "exact to less than can be seen",
}


@dataclass(frozen=True)
class Mutant:
    module: str
    line: int
    before: str
    after: str
    text: str

    def __str__(self) -> str:
        return f"{self.module}.js:{self.line}: {self.before.strip()} -> {self.after.strip()}"


def mutants(module: str) -> Iterator[Mutant]:
    """The module with one operator or one number changed, each in turn; comments and quoted texts stay."""
    text = (ROOT / SCRIPTS / "lib" / f"{module}.js").read_text(encoding="utf-8")
    hidden = _TEXT.sub(
        lambda found: "~" * len(found[0]), _COMMENT.sub(lambda found: re.sub(r"[^\n]", "~", found[0]), text)
    )
    changes = [(found.span(1), OPERATORS[found[1]]) for found in _OPERATOR.finditer(hidden)]
    changes += [(found.span(1), _other(found[1])) for found in _NUMBER.finditer(hidden)]
    for (start, end), new in sorted(changes):
        changed = text[:start] + new + text[end:]
        line = text.count("\n", 0, start)
        yield Mutant(module, line + 1, text.splitlines()[line], changed.splitlines()[line], changed)


def _other(number: str) -> str:
    """Another number: one more for a whole one, a little more for the others."""
    return str(float(number) * 1.01) if "." in number else str(int(number) + 1)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the tests of browser modules need."""
    folder = tmp_path_factory.mktemp("mutants")
    for name in (SCRIPTS, Path("tests/browser"), Path("tests/vectors")):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy2(ROOT / "package.json", folder)
    return folder


def red(tests: Path) -> bool:
    """True if a file of tests fails, or goes on for ever: a program of its own leaves nothing behind."""
    try:
        return bool(subprocess.run([node(), str(tests)], capture_output=True, timeout=PATIENCE_S).returncode)
    except subprocess.TimeoutExpired:
        return True


def test_changes_that_change_nothing_are_real_changes():
    after = [mutant.after for module in MODULES for mutant in mutants(module)]
    assert [part for part in SAME_ANYWAY if not any(part in line for line in after)] == []
    assert len(after) > 300


@pytest.mark.parametrize("module", MODULES)
def test_each_change_turns_the_tests_red(copy: Path, module: str):
    file = copy / SCRIPTS / "lib" / f"{module}.js"
    tests = copy / "tests/browser" / f"{module}.test.js"
    original = file.read_text(encoding="utf-8")
    assert not red(tests)
    survivors = []
    try:
        for mutant in mutants(module):
            file.write_text(mutant.text, encoding="utf-8")
            if not red(tests):
                survivors.append(mutant)
    finally:
        file.write_text(original, encoding="utf-8")
    assert [str(one) for one in survivors if not any(part in one.after for part in SAME_ANYWAY)] == []
