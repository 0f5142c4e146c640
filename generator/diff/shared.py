"""What plans share and what of it is otherwise: the library, the policies, the clinic's own settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.compare.change import turned
from generator.diff.difference import SharedChange
from generator.diff.edition import Edition
from generator.model.finding import Refused
from generator.model.plan import Plan
from generator.settings.document import read_document

#: What an exercise's page alone shows; all else decides which exercises a plan has, or is told with them.
_PAGE_TEXTS = ("purpose", "cues", "faults", "not_when", "equipment")
_FILES = {"stop_signs": "the stop signs", "glossary": "the glossary", "tests": "the tests of left against right"}
#: Settings that visitors of the site see; of these lists and groups are compared value by value.
_SETTINGS = (
    ("site_name",),
    ("site_description",),
    ("site_url",),
    ("copyright",),
    ("theme", "language"),
    ("extra", "clinic"),
)
#: Told elsewhere, or by nothing that a visitor sees.
_NOT_SHOWN = {"exercises", "moved", "calendar_words"}
_LONGEST = 80


def decides(edition: Edition) -> object:
    """Return all that a plan's weeks depend on beside its file: where it is equal, an equal file is an equal plan."""
    project = edition.project
    if project is None:
        return edition.faults
    exercises = {
        slug: {key: value for key, value in said.items() if key not in _PAGE_TEXTS}
        for slug, said in project.library.texts["exercises"].items()
    }
    library = project.library
    policies = dict(project.policies.overrides)
    return exercises, library.sessions, library.texts["tests"], library.sources, policies


def exercise_texts(old: Edition, new: Edition) -> frozenset[str]:
    """Return the exercises whose page says something else now."""
    if old.project is None or new.project is None:
        return frozenset()
    before, after = (edition.project.library.texts["exercises"] for edition in (old, new) if edition.project)
    return frozenset(slug for slug in before if slug in after and before[slug] != after[slug])


def shared_changes(old: Edition, new: Edition, plans: Mapping[str, Plan]) -> Iterator[SharedChange]:
    """Yield them. ``plans`` are the new side's, to say which show a changed exercise."""
    if old.project is not None and new.project is not None:
        before, after = old.project.library.texts, new.project.library.texts
        yield from _exercises(before["exercises"], after["exercises"], plans)
        for name in sorted({*before, *after} - _NOT_SHOWN):
            yield from _file(name, before.get(name, {}), after.get(name, {}))
        yield from _policies(old, new)
    yield from _settings(old, new)


def _exercises(old: Mapping[str, Any], new: Mapping[str, Any], plans: Mapping[str, Plan]) -> Iterator[SharedChange]:
    users = {name: frozenset(_used(plan)) for name, plan in plans.items()}
    for slug in [*old, *(slug for slug in new if slug not in old)]:
        if slug not in new:
            yield SharedChange("exercise", f"{old[slug]['name']} is gone")
        elif slug not in old:
            yield SharedChange("exercise", f"{new[slug]['name']} is new")
        elif old[slug] != new[slug]:
            said = "; ".join(_fields(old[slug], new[slug]))
            shown = tuple(name for name, used in users.items() if slug in used)
            yield SharedChange("exercise", f"{new[slug]['name']}: {said}", shown)


def _used(plan: Plan) -> Iterator[str]:
    for week in plan.weeks:
        for lift in week.lifts:
            other = lift.unless_signed_off.exercises if lift.unless_signed_off else ()
            yield from (dose.id for dose in (*lift.exercises, *other))


def _fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in [*old, *(key for key in new if key not in old)]:
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        name = key.replace("_", " ")
        if isinstance(before, list) and isinstance(after, list):
            come = [str(line) for line in after if line not in before]
            gone = [str(line) for line in before if line not in after]
            parts = (
                f"new “{_short('; '.join(come))}”" if come else "",
                f"gone “{_short('; '.join(gone))}”" if gone else "",
            )
            yield f"{name} {', '.join(part for part in parts if part) or 'in another order'}"
        else:
            yield turned(
                "text", name, *(f"“{_short(value)}”" if value is not None else "none" for value in (before, after))
            ).text


def _file(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[SharedChange]:
    """Say of another file of the library which of its entries are otherwise."""
    if old == new:
        return
    told = {
        "new": [key for key in new if key not in old],
        "gone": [key for key in old if key not in new],
        "other words": [key for key in new if key in old and old[key] != new[key]],
    }
    said = [f"{what}: {', '.join(keys)}" for what, keys in told.items() if keys] or ["another order"]
    yield SharedChange("library", f"{_FILES.get(name, name.replace('_', ' '))}: {_short('; '.join(said), 400)}")


def _policies(old: Edition, new: Edition) -> Iterator[SharedChange]:
    assert old.project is not None
    assert new.project is not None
    before, after = old.project.policies, new.project.policies
    for name in sorted({*before.texts, *after.texts}):
        one, other = before.texts.get(name), after.texts.get(name)
        if one is None or other is None:
            yield SharedChange("policy", f"{name} is {'new' if one is None else 'gone'}")
            continue
        if (one.title, one.summary) != (other.title, other.summary):
            yield SharedChange("policy", f"{name}: other words")
        rules = [
            {(each.rule, each.parameter): each for each in side.overrides.get(name, ())} for side in (before, after)
        ]
        for key in sorted({*rules[0], *rules[1]}):
            sides = [rule.get(key) for rule in rules]
            if sides[0] != sides[1]:
                values = [f"{each.value}" if each else "as by default" for each in sides]
                reason = "" if values[0] != values[1] else " (another reason)"
                text = turned("rules", f"{name}: rule {key[0]}, {key[1]}", *values).text
                yield SharedChange("policy", f"{text}{reason}")


def _settings(old: Edition, new: Edition) -> Iterator[SharedChange]:
    if old.side.file is not None or new.side.file is not None:
        return
    before, after = (dict(_said(edition)) for edition in (old, new))
    for key in [*before, *(key for key in after if key not in before)]:
        if (before.get(key) or "") != (after.get(key) or ""):
            sides = [
                f"“{_short(side[key])}”" if side.get(key) not in (None, "") else "nothing" for side in (before, after)
            ]
            yield SharedChange("setting", turned("text", f"{key}:", *sides).text)


def _said(edition: Edition) -> Iterator[tuple[str, str]]:
    try:
        tree = read_document(edition.side.root, tuple({keys[0] for keys in _SETTINGS}))
    except Refused:
        return
    for keys in _SETTINGS:
        value: Any = tree.value
        for key in keys:
            value = value.get(key) if isinstance(value, Mapping) else None
        yield from _flat(".".join(keys).removeprefix("extra."), value)


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(f"{name}.{key}", inner)
    elif value is not None:
        yield name, ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _short(value: object, most: int = _LONGEST) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= most else f"{text[:most]}…"
