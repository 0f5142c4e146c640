"""Mutants put in place of the original while tests run, and the original put back.

A changed function lends its code to the original, so that whoever imported it by name runs the mutant too; a changed
table takes the original's place in every module of the program that has it.
"""

import __future__

import ast
import copy
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FunctionType

from mutants import Mutant, Same

import generator.rules as registry


class _Tidied(ast.NodeTransformer):
    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        """Let the operand stand for itself where ``not`` was left out."""
        self.generic_visit(node)
        return node.operand if isinstance(node.op, Same) else node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        """Let the side that is left stand for itself."""
        self.generic_visit(node)
        return node if len(node.values) > 1 else node.values[0]


def _compiled(mutant: Mutant) -> CodeType:
    tree = _Tidied().visit(copy.deepcopy(mutant.tree))
    module = ast.Module([tree], [])
    flags = __future__.annotations.compiler_flag
    return compile(ast.fix_missing_locations(module), mutant.where, "exec", flags=flags, dont_inherit=True)


@contextmanager
def in_place(mutant: Mutant) -> Iterator[None]:
    """Put a mutant in place of the original, and the original back at the end."""
    space = dict(vars(mutant.module))
    exec(_compiled(mutant), space)
    original, changed = vars(mutant.module)[mutant.top], space[mutant.top]
    if isinstance(original, FunctionType):
        undo = _lend({original: changed})
    elif isinstance(original, type):
        undo = _lend(dict(zip(_methods(original), _methods(changed), strict=True)))
    else:
        undo = _replace(mutant.top, original, changed)
    registry._resolved.cache_clear()
    try:
        yield
    finally:
        undo()
        registry._resolved.cache_clear()


def _methods(of: type) -> list[FunctionType]:
    plain = (value.fget if isinstance(value, property) else value for value in vars(of).values())
    return [value for value in plain if isinstance(value, FunctionType) and value.__module__ == of.__module__]


def _lend(functions: dict[FunctionType, FunctionType]) -> Callable[[], None]:
    kept = {function: (function.__code__, function.__defaults__) for function in functions}
    for function, other in functions.items():
        function.__code__, function.__defaults__ = other.__code__, other.__defaults__

    def undo() -> None:
        for function, (code, defaults) in kept.items():
            function.__code__, function.__defaults__ = code, defaults

    return undo


def _replace(name: str, original: object, changed: object) -> Callable[[], None]:
    """Rebind a table in every module that has it by its name; a rule's parameters stand in the registry as well."""
    program = [module for key, module in list(sys.modules.items()) if key.startswith("generator")]
    holders = [module for module in program if vars(module).get(name) is original]
    rules = [rule for rule in registry.RULES if rule.parameters is original]

    def bind(value: object) -> None:
        for module in holders:
            setattr(module, name, value)
        for rule in rules:
            object.__setattr__(rule, "parameters", value)

    bind(changed)
    return lambda: bind(original)
