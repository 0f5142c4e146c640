"""The words of browser code in the site's language, as a module that takes the place of an English one without any.

``templates/assets/js/site_words.js`` says what it holds. English needs no words: they stand in the code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from generator.language import SOURCE, _, spoken, spoken_tag
from generator.language.voice import words_spoken
from generator.model.vocabulary import DayKind
from generator.publish.naming import kind_word, rule_name
from generator.publish.texts import LibraryTexts
from generator.rules import RULES

MODULE = "site_words.js"
#: Numbers enough to meet every form that a language has for them.
_NUMBERS = range(1000)


def browser_words(templates: Path, library: LibraryTexts) -> dict[str, bytes]:
    """Return the module by its path in the scripts' folder; nothing in English."""
    if spoken() == SOURCE:
        return {}
    said = {"LANGUAGE": spoken_tag(), "WORDS": _words(templates), "NAMES": _names(library)}
    lines = (f"export const {name} = {_json(value)};\n" for name, value in said.items())
    return {MODULE: "".join(lines).encode("utf-8")}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words(templates: Path) -> dict[str, str | dict[str, str]]:
    """Each text of browser code that is said otherwise in this language."""
    from generator.language.sources.browser_code import messages  # what nobody needs for English

    found = {
        one.text: _forms(one.text, one.plural) if one.plural else _(one.text) for one in messages(templates.parent)
    }
    return {text: said for text, said in sorted(found.items()) if said != text}


def _forms(one: str, many: str) -> dict[str, str]:
    """The forms for numbers, by the names that Unicode (and ``Intl.PluralRules``) has for their kinds."""
    from babel import Locale

    kind_of = Locale.parse(spoken_tag(), sep="-").plural_form
    forms: dict[str, str] = {}
    for number in _NUMBERS:
        forms.setdefault(kind_of(number), words_spoken().ngettext(one, many, number))
    return {"other": forms.get("other", many), **forms}


def _names(library: LibraryTexts) -> Mapping[str, str]:
    """What browser code knows by its slug alone: exercises, rules, kinds of day."""
    exercises: dict[str, Any] = {slug: str(entry["name"]) for slug, entry in library.exercises.items()}
    rules = {rule.slug: rule_name(rule.slug) for rule in RULES}
    return exercises | rules | {kind: kind_word(kind) for kind in get_args(DayKind)}
