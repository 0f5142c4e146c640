"""Policy and plan made into overrides: what is set otherwise than by the rules' defaults, and why; and what the
rules, so set, say of a definition before any day is chosen.

A plan's own word stands over its policy's. ``because`` beside the parameters is the reason for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.model.asking import written_anywhere
from generator.model.definition import Authored
from generator.model.finding import Diagnostic
from generator.model.plan import Override
from generator.overrides.faults import faults_in_overrides, faults_in_policy
from generator.overrides.reading import merged, overrides_of
from generator.overrides.sketch import faults_of_sketch
from generator.rules import resolve

__all__ = ["faults_in_overrides", "faults_in_policy", "faults_of_sketch", "merged", "overrides_of", "rule_checks"]


def rule_checks(
    policies: Mapping[str, tuple[Override, ...]], sketched: bool = True
) -> Callable[[Authored], Iterator[Diagnostic]]:
    """Return the check of a definition's own overrides and of what the rules say of its phases, for ``validate``.

    ``policies`` holds the overrides of each policy by name. Where a program is written out, the audit of the whole
    plan says what the rules say, all of it together; so it does where only the overrides are asked for.
    """

    def check(authored: Authored) -> Iterator[Diagnostic]:
        own = overrides_of(authored.definition.rules)
        yield from faults_in_overrides(authored, own)
        if sketched and not written_anywhere(authored.definition):
            yield from faults_of_sketch(authored, resolve(merged(policies.get(authored.definition.policy, ()), own)))

    return check
