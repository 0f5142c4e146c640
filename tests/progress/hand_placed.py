"""Weeks placed by hand, with no scheduler: enough for tests of progress, and deliberately not clever.

Runs go to the author's fixed days first, then to the same places every week. Key lifts go to quality, long and
aerobic days in that order, short ones to what is left of the aerobic days.
"""

from functools import cache
from pathlib import Path

from generator.library import load_library
from generator.model.frame import Frame, PlacedDay, PlacedWeek
from generator.outline import outline
from generator.progress import progress
from generator.validate import validate
from generator.yaml_tree import read_tree

ROOT = Path(__file__).parents[2]
USUAL = {
    "quality": (1, 3, 4),
    "long": (5, 6),
    "aerobic": (6, 3, 0, 4, 2),
    "easy": (4, 2, 0, 6),
    "cross": (2, 6, 0),
}
HOSTS = ("quality", "long", "aerobic")


@cache
def library():
    return load_library(ROOT / "plans" / "library")


def known():
    shared = library()
    return {
        "exercises": frozenset(shared.exercises),
        "big_lifts": frozenset(slug for slug, exercise in shared.exercises.items() if exercise.big),
        "sources": frozenset(shared.sources),
        "policies": frozenset({"hard-hard", "separate-days", "low-frequency"}),
    }


def authored(text, name="made-up"):
    return validate(read_tree(text.encode(), f"plans/{name}.yaml"), name, known())


def shipped(name):
    return authored((ROOT / "plans" / f"{name}.yaml").read_text(encoding="utf-8"), name)


def place(frame: Frame) -> PlacedWeek:
    free = set(range(frame.length))
    kinds = {}

    def put(position, kind):
        kinds[position] = kind
        free.discard(position)

    wanted = {ask.kind: ask.count for ask in frame.kinds}
    race = frame.goal_race if frame.goal_race is not None else next(iter(frame.tune_ups), None)
    if race is not None:
        put(race, "race")
    for must in frame.musts:
        kind = next((k for k in must.kinds if wanted.get(k)), None)
        if len(must.kinds) == 1 and kind and must.position in free:
            put(must.position, kind)
            wanted[kind] -= 1
    for kind, usual in USUAL.items():
        for position in (*usual, *range(frame.length)):
            if wanted.get(kind, 0) and position in free:
                put(position, kind)
                wanted[kind] -= 1
    lifts = dict(_lifts(frame, kinds))
    return PlacedWeek(frame, tuple(PlacedDay(kinds.get(i, "rest"), lifts.get(i)) for i in range(frame.length)))


def _lifts(frame, kinds):
    hosts = sorted((i for i, kind in kinds.items() if kind in HOSTS), key=lambda i: (HOSTS.index(kinds[i]), i))
    for ask in sorted(frame.lifts, key=lambda ask: ask.kind == "abbreviated"):
        for _ in range(ask.most):
            if hosts:
                yield hosts.pop(0), ask.kind


def placed(written):
    return tuple(place(frame) for frame in outline(written))


def expanded(written):
    return progress(written, placed(written), library())


HEAD = """
title: Made up
summary: A plan for tests.
audience: {audience}
units: {unit}
easy_pace: {pace}
author: tests
"""


def made(body, unit="km", pace="5:40 /km", audience="competitive"):
    return authored(HEAD.format(unit=unit, pace=pace, audience=audience) + body)
