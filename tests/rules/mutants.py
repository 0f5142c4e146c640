"""Small changes to the source of the rules, one at a time, put in place of the original while tests run.

A mutant changes one spot of one function, class or table of a module: a comparison becomes its neighbour or its
opposite, ``and`` becomes ``or``, one side of either is left out, a condition is inverted, a number moves by one, an
early end or a finding is dropped, a member leaves a tuple or set of names, plus becomes minus, ``any`` becomes
``all``, ``max`` becomes ``min``. Evidence, wording and the lists of names that a parameter accepts are left alone.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_WORKED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
}
_SWAPPED = {"any": "all", "all": "any", "max": "min", "min": "max"}
_TESTED = (ast.If, ast.While, ast.IfExp)
#: Top-level names that judge no plan: they say and cite, name types, or make rules of modules as the program starts.
_SAID = ("EVIDENCE", "Value", "Params", "rule_from", "role_signature")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change. ``top`` names the function, class or table, ``tree`` is what it becomes; ``line`` counts from 1.

    ``text`` is the line as it stands in the source.
    """

    module: ModuleType
    top: str
    line: int
    text: str
    change: str
    tree: ast.stmt

    @property
    def where(self) -> str:
        """File and line, from the program's folder on."""
        return f"{Path(*self.module.__name__.split('.'))}.py:{self.line}"

    def __str__(self) -> str:
        return f"{self.where} {self.change}: {self.text}"


def mutants_of(module: ModuleType) -> Iterator[Mutant]:
    """Yield every mutant of a module, in the order of its source."""
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    lines = source.splitlines()
    for top in ast.parse(source).body:
        name = _name_of(top)
        if name is None or name in _SAID:
            continue
        line = top.lineno
        for index, node in enumerate(_judging(top)):
            line = getattr(node, "lineno", line)
            for nth, change in enumerate(_changes(node)):
                tree = copy.deepcopy(top)
                spot = next(found for at, found in enumerate(_judging(tree)) if at == index)
                text = next(told for at, told in enumerate(_changes(spot, apply=nth)) if at == nth)
                assert text == change
                yield Mutant(module, name, line, lines[line - 1].strip(), change, tree)


def _name_of(top: ast.stmt) -> str | None:
    if isinstance(top, (ast.FunctionDef, ast.ClassDef)):
        return top.name
    if isinstance(top, ast.AnnAssign) and isinstance(top.target, ast.Name) and top.value is not None:
        return top.target.id
    if isinstance(top, ast.Assign) and isinstance(top.targets[0], ast.Name):
        return top.targets[0].id
    return None


def _judging(node: ast.AST) -> Iterator[ast.AST]:
    """Walk a tree in order, without annotations, docstrings and what a parameter is called and accepts."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "format_spec"):
            continue
        children = value if isinstance(value, list) else [value]
        if isinstance(node, ast.ClassDef):
            children = [child for child in children if isinstance(child, ast.FunctionDef)]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Parameter":
            children = node.args[1:2] if field == "args" else []
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or) and field == "values":
            children = [child for child in children if not isinstance(child, ast.Constant)]
        for child in children:
            if isinstance(child, ast.AST):
                yield from _judging(child)


def _changes(node: ast.AST, apply: int = -1) -> Iterator[str]:
    """Yield what can be changed at a node, in words; the change numbered ``apply`` is made as it is yielded."""
    for number, (told, make) in enumerate(_possible(node)):
        if number == apply:
            make()
        yield told


def _possible(node: ast.AST) -> Iterator[tuple[str, Any]]:
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for other in _COMPARED[type(operator)]:
                told = f"{type(operator).__name__} becomes {other.__name__}"
                yield told, lambda index=index, other=other: node.ops.__setitem__(index, other())
    if isinstance(node, ast.BoolOp):
        other_op = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield f"{type(node.op).__name__} becomes {other_op.__name__}", lambda: setattr(node, "op", other_op())
        for index in _conditions(node):
            yield f"without '{ast.unparse(node.values[index])}'", lambda index=index: node.values.pop(index)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "without not", lambda: setattr(node, "op", Same())
    if isinstance(node, _TESTED):
        yield "condition inverted", lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, ast.comprehension):
        for index in range(len(node.ifs)):
            told = f"without if '{ast.unparse(node.ifs[index])}'"
            yield told, lambda index=index: node.ifs.pop(index)
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield f"{node.value} inverted", lambda: setattr(node, "value", not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        for step in (1, -1):
            told = f"{node.value} becomes {node.value + step}"
            yield told, lambda step=step: setattr(node, "value", node.value + step)
    if isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in _WORKED:
        other_work = _WORKED[type(node.op)]
        yield f"{type(node.op).__name__} becomes {other_work.__name__}", lambda: setattr(node, "op", other_work())
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SWAPPED:
        name, called = node.func.id, node.func
        yield f"{name} becomes {_SWAPPED[name]}", lambda: setattr(called, "id", _SWAPPED[name])
    if isinstance(node, (ast.Tuple, ast.Set)) and node.elts and all(map(_is_name, node.elts)):
        for index, member in enumerate(node.elts):
            yield f"without member {ast.unparse(member)}", lambda index=index: node.elts.pop(index)
    for field in ("body", "orelse"):
        block = getattr(node, field, None)
        for index, statement in enumerate(block if isinstance(block, list) else ()):
            if _may_go(statement):
                told = f"without '{ast.unparse(statement).splitlines()[0]}'"
                yield told, lambda block=block, index=index: block.__setitem__(index, ast.Pass())


def _conditions(node: ast.BoolOp) -> list[int]:
    """Return which sides can be left out: all but a value that stands in for what is missing (``or 0``)."""
    return [index for index, side in enumerate(node.values) if not isinstance(side, ast.Constant)]


class Same(ast.UAdd):
    """Stands where ``not`` stood; see ``mutant_swap``."""


def _is_name(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _may_go(statement: ast.stmt) -> bool:
    """True for what ends early, counts on or tells: a statement whose loss still leaves a program."""
    if isinstance(statement, ast.Expr):
        return not isinstance(statement.value, ast.Constant)
    return isinstance(statement, (ast.Continue, ast.Break, ast.AugAssign)) or (
        isinstance(statement, ast.Return) and statement.value is None
    )
