"""No text that somebody wrote becomes code or an object: not in our own code, not through YAML."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from broken_days_project import ROOT, small_project

from generator import load, yaml_tree
from generator.checking import check_definitions
from generator.html.config import read_config
from generator.model.finding import Refused
from generator.settings.file import site_file

PACKAGE = ROOT / "generator"
#: Names that make code or objects of data, and those that run other programs.
CODE = {"eval", "exec", "compile", "__import__", "breakpoint"}
MODULES = {"pickle", "marshal", "shelve", "code", "codeop", "runpy", "dill", "joblib", "xmlrpc", "telnetlib", "pty"}
SHELLS = {"os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput"}
STARTS = ("os.exec", "os.spawn", "os.posix_spawn", "os.startfile")
SAFE = {"SafeLoader", "CSafeLoader", "_SAFE", "_LOADER", "_Tolerant", "_Settings"}
#: Where one of them stands, and why it may.
ALLOWED = {
    ("compiled_templates.py", "marshal"): "templates that this program compiled, kept in the user's own folder alone",
}


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return f"{_dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def _imported(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def _of_call(call: ast.Call) -> Iterator[str]:
    name = _dotted(call.func)
    if name in CODE or name.removeprefix("builtins.") in CODE or name in SHELLS or name.startswith(STARTS):
        yield name
    words = {keyword.arg: keyword.value for keyword in call.keywords}
    shell = words.get("shell")
    if shell is not None and not (isinstance(shell, ast.Constant) and shell.value is False):
        yield "shell="
    if name.startswith("yaml.") and "load" in name.rpartition(".")[2].lower():
        loader = words.get("Loader", call.args[1] if len(call.args) > 1 else None)
        said = ast.unparse(loader) if loader is not None else "none"
        if name != "yaml.safe_load" and said.rpartition(".")[2] not in SAFE:
            yield f"{name} with a loader of {said}"


def found_in(text: str) -> set[str]:
    """Return what makes code or objects of data in a module, or asks a shell."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt):
            found |= {name.partition(".")[0] for name in _imported(node)} & MODULES
        elif isinstance(node, ast.Call):
            found |= set(_of_call(node))
    return found


def test_our_code_makes_no_code_of_text() -> None:
    found = {
        (path.relative_to(PACKAGE).as_posix(), what)
        for path in sorted(PACKAGE.rglob("*.py"))
        for what in found_in(path.read_text("utf-8"))
    }
    assert found == set(ALLOWED)


@pytest.mark.parametrize(
    "text",
    [
        "eval(text)",
        "exec(text, {})",
        "import builtins\nbuiltins.exec(text)",
        "import os\nos.system('ls')",
        "import os\nos.execvp('ls', ['ls'])",
        "import subprocess\nsubprocess.run('ls', shell=True)",
        "import subprocess\nsubprocess.run('ls', shell=wanted)",
        "import pickle",
        "from pickle import loads",
        "import yaml\nyaml.load(text, Loader=yaml.Loader)",
        "import yaml\nyaml.load(text, yaml.FullLoader)",
        "import yaml\nyaml.unsafe_load(text)",
        "import yaml\nyaml.load_all(text, Loader=choose())",
        "compile(text, 'x', 'eval')",
    ],
)
def test_each_way_is_noticed(text: str) -> None:
    assert found_in(text)


def loaders_named(text: str) -> set[str]:
    """Return the loaders, as written, that a module hands to YAML's functions."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    named = {
        ast.unparse(keyword.value)
        for call in calls
        if _dotted(call.func).startswith("yaml.")
        for keyword in call.keywords
        if keyword.arg == "Loader"
    }
    return named | {ast.unparse(call.args[1]) for call in calls if _dotted(call.func) == "yaml.load" and call.args[1:]}


def test_every_loader_that_is_named_is_a_safe_one() -> None:
    """What stands behind the names that the first test takes for safe, wherever they are used."""
    seen: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for name in sorted(loaders_named(path.read_text("utf-8"))):
            seen.add(f"{module}:{name}")
            holder = yaml if name.startswith("yaml.") else importlib.import_module(module)
            loader = getattr(holder, name.rpartition(".")[2])
            assert issubclass(loader, yaml.SafeLoader | yaml.CSafeLoader), (module, name)
            assert not issubclass(loader, yaml.UnsafeLoader | yaml.FullLoader | yaml.Loader), (module, name)
    assert {
        "generator.yaml_tree:_LOADER",
        "generator.settings.file:_Tolerant",
        "generator.html.config:_Settings",
    } <= seen


#: Each would run something, or make an object, were it obeyed.
TAGS = (
    "!!python/object/apply:os.system ['touch {proof}']",
    "!!python/object/new:pathlib.Path ['{proof}']",
    "!!python/object:pathlib.PosixPath {{}}",
    "!!python/name:os.system",
    "!!python/module:os",
    "!!python/tuple [1, 2]",
    "!!python/object/apply:builtins.open ['{proof}', 'w']",
    '!!python/object/apply:builtins.eval [\'open("{proof}", "w")\']',
    "!<tag:yaml.org,2002:python/object/apply:os.system> ['touch {proof}']",
    "!clinic x",
    "!!binary aGFyZGRheQ==",
    "!!set {{a, b}}",
    "!!timestamp 2027-01-01",
    "!ENV HOME",
    "!!str x",
)
#: Files of a project that strangers send, and the line whose value the tag takes.
FILES = {
    "plans/winter.yaml": "title:",
    "plans/library/glossary.yaml": "",
    "plans/policies/stranger.yaml": "title:",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a policy; each test puts back what it changes."""
    root = small_project(tmp_path_factory.mktemp("tags") / "project")
    (root / "plans" / "policies" / "stranger.yaml").write_text(
        "title: Strange\nsummary: From somebody else.\nrules: {}\n", "utf-8"
    )
    return root


def tagged(project: Path, file: str, tag: str, proof: Path) -> int:
    """Let a value in a file be tagged; return its line."""
    path, key = project / file, FILES[file]
    lines = path.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(key) and line and not line.startswith("#"))
    lines[at] = f"{lines[at].split(':')[0]}: {tag.format(proof=proof)}"
    path.write_text("\n".join([*lines, ""]), "utf-8")
    return at + 1


def faults_of(project: Path, file: str, tag: str, proof: Path) -> list[str]:
    """Return what is wrong, one line each, with a tag in a file, which is put back."""
    before = (project / file).read_bytes()
    line = tagged(project, file, tag, proof)
    try:
        told = [str(one) for one in _told(project)]
    finally:
        (project / file).write_bytes(before)
    return [one for one in told if one.startswith(f"{file}:{line}:")]


def _told(project: Path) -> list[object]:
    try:
        return list(check_definitions(project, ()).diagnostics)
    except Refused as refused:
        return list(refused.diagnostics)


@pytest.mark.parametrize("file", FILES)
def test_every_tag_is_refused_with_its_place(project: Path, file: str, tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    for tag in TAGS:
        told = faults_of(project, file, tag, proof)
        assert any("YAML tag" in one for one in told), (file, tag, told)
    assert not proof.exists()


def test_a_loader_that_constructs_is_noticed(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    safe = load.parse_tree

    def constructing(data: bytes, path: str) -> yaml_tree.Tree:
        if path == "plans/winter.yaml":
            return yaml_tree.Tree(path, yaml.unsafe_load(data))
        return safe(data, path)

    monkeypatch.setattr(load, "parse_tree", constructing)
    proof = tmp_path / "proof"
    told = faults_of(project, "plans/winter.yaml", TAGS[0], proof)
    assert proof.exists()
    assert not any("YAML tag" in one for one in told)


def _with_setting(project: Path, line: str) -> tuple[Path, str]:
    """Add a line to mkdocs.yml; return the file, and its text before."""
    path = project / "mkdocs.yml"
    before = path.read_text("utf-8")
    path.write_text(f"{before.rstrip()}\n{line}\n", "utf-8")
    return path, before


@pytest.mark.parametrize("tag", TAGS)
def test_settings_make_no_object(project: Path, tmp_path: Path, tag: str) -> None:
    """mkdocs.yml may have MkDocs' own tags (``!ENV``, ``!!python/name:``): for our own settings each is nothing.

    What would make an object is refused with its place, before MkDocs reads the file.
    """
    proof = tmp_path / "proof"
    path, before = _with_setting(project, f"hostile: {tag.format(proof=proof)}")
    try:
        if "python/object" in tag or "python/module" in tag:
            line = len(before.rstrip().splitlines()) + 1
            with pytest.raises(
                Refused, match=rf"^mkdocs.yml:{line}:10: error mkdocs.yml can't be read: the tag !!python/"
            ):
                site_file(project)
        else:
            assert isinstance(site_file(project)["hostile"], str | bytes | set | date | None)
    finally:
        path.write_text(before, "utf-8")
    assert not proof.exists()


@pytest.mark.parametrize("tag", [tag for tag in TAGS if "python/" in tag])
def test_what_reads_settings_for_mkdocs_makes_no_object_either(project: Path, tmp_path: Path, tag: str) -> None:
    proof = tmp_path / "proof"
    path, before = _with_setting(project, f"extra_hostile: {tag.format(proof=proof)}")
    try:
        with pytest.raises(Refused, match=r"the settings can't be read|Unrecognised configuration name"):
            read_config(project, "{}")
    finally:
        path.write_text(before, "utf-8")
    assert not proof.exists()


def test_names_and_the_environment_are_known_in_settings(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARDDAY_TEST_NAME", "From outside")
    path, before = _with_setting(project, "repo_name: !ENV HARDDAY_TEST_NAME\ncopyright: !ENV [NOT_THERE, 'No one']")
    named = "  - toc:\n      slugify: !!python/name:markdown.extensions.toc.slugify_unicode"
    path.write_text(path.read_text("utf-8").replace("  - toc:", named), "utf-8")
    try:
        config = read_config(project, "{}").config
    finally:
        path.write_text(before, "utf-8")
    assert (config.repo_name, config.copyright) == ("From outside", "No one")
    assert callable(config.mdx_configs["toc"]["slugify"])
