"""Names of exercises, sources and policies: known, and once each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.definition import Authored
from generator.model.finding import Diagnostic
from generator.model.quoting import nearest
from generator.validate_sense.checking import Known, SenseCheck, error


def _big_lifts(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    lifts = authored.definition.big_lifts
    for index, lift in enumerate(lifts):
        at = ("big_lifts", index)
        if lift not in known["big_lifts"]:
            what = "is no big lift" if lift in known["exercises"] else "is no exercise of plans/library/exercises.yaml"
            hint = nearest(lift, sorted(known["big_lifts"])) or f"Big lifts: {', '.join(sorted(known['big_lifts']))}."
            yield error(authored, at, f"'{lift}' {what}", hint)
        elif lift in lifts[:index]:
            yield error(authored, at, f"'{lift}' is named twice", "Keep one.")
    if not lifts:
        message = "at least one big lift is needed: a squat, a deadlift or a hip thrust"
        yield error(authored, ("big_lifts",), message, "Name one, or delete the line.", "cornerstone-lift")


def _sources(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    sources = authored.definition.sources
    for index, source in enumerate(sources):
        at = ("sources", index)
        if source not in known["sources"]:
            message = f"'{source}' is not in plans/library/sources.yaml"
            yield error(authored, at, message, nearest(source, sorted(known["sources"])))
        elif source in sources[:index]:
            yield error(authored, at, f"'{source}' is named twice", "Keep one.")


def _policy(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    policy = authored.definition.policy
    if policy not in known["policies"]:
        there = sorted(known["policies"])
        hint = nearest(policy, there) or f"There are: {', '.join(there)}."
        yield error(authored, ("policy",), f"there is no policy '{policy}'", hint)


CHECKS: tuple[SenseCheck, ...] = (_big_lifts, _sources, _policy)
