"""The words of the rules' pages: their docstrings, parameters and evidence, read as the pages read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.language.sources.message import Message
from generator.rules import RULES
from generator.rules.page import read_page
from generator.rules.policy import LEVELS
from generator.rules.rule import Rule

SETTING = "a rule's setting, or a value of one"


def messages(root: Path) -> Iterator[Message]:
    """Yield the messages of every rule, in the registry's order; ``root`` is not looked at."""
    for rule in RULES:
        place = f"generator/rules/{rule.group}/{rule.slug.replace('-', '_')}.py"
        yield from (Message(text, place=place) for text in _texts(rule) if text)
    for name in dict.fromkeys(("level", *LEVELS, *(name for rule in RULES for name in _names(rule)))):
        yield Message(name.replace("_", " "), place="generator/rules", context=SETTING)
    for group in dict.fromkeys(rule.group for rule in RULES):
        yield Message(_humanized(group), place="generator/rules/__init__.py")


def _names(rule: Rule) -> Iterator[str]:
    """A rule's settings and what may stand in them, as policies write them."""
    for parameter in rule.parameters:
        yield from (parameter.name, *parameter.choices)


def _texts(rule: Rule) -> Iterator[str]:
    page = read_page(rule.page)
    yield from (_humanized(rule.slug), page.statement, page.why, page.reads, page.dissent)
    yield from (example.why for example in page.fails)
    yield from (parameter.meaning for parameter in rule.parameters)
    yield from (evidence.says for evidence in rule.evidence)


def _humanized(slug: str) -> str:
    """As pages name a rule: see ``generator/publish/naming.py``."""
    return slug.replace("-", " ").replace("_", " ").capitalize()
