"""Browser code in the site's language: the same code with other words in it.

A text in ``t("...")`` is replaced by its translation. What depends on a number, or is known by its slug alone, stands
in the module ``site_words.js``, which in English is empty: see ``templates/assets/js/site_words.js``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import get_args

from generator.language import SOURCE, _, spoken, spoken_tag
from generator.language.voice import words_spoken
from generator.model.vocabulary import DayKind
from generator.publish.naming import kind_word, rule_name
from generator.publish.texts import LibraryTexts
from generator.rules import RULES

MODULE = "site_words.js"
#: Numbers enough to meet every form that a language has for them.
_NUMBERS = range(1000)


def spoken_code(code: Mapping[str, bytes], library: LibraryTexts) -> dict[str, bytes]:
    """Return modules, by their path, in the language that is spoken."""
    if spoken() == SOURCE:
        return dict(code)
    from generator.language.sources.browser_code import COUNTED, MARKED  # English needs none of it

    texts = {name: text.decode("utf-8") for name, text in code.items()}
    counted = sorted({found for text in texts.values() for found in COUNTED.findall(text)})
    words = {json.loads(one): _forms(json.loads(one), json.loads(many)) for one, many in counted}
    said = {"LANGUAGE": spoken_tag(), "WORDS": words, "NAMES": _names(library)}
    module = "".join(f"export const {name} = {_json(value)};\n" for name, value in said.items())
    return {name: MARKED.sub(_translated, text).encode("utf-8") for name, text in (texts | {MODULE: module}).items()}


def _translated(marked: re.Match[str]) -> str:
    return marked[1] + _json(_(json.loads(marked[2])))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
    exercises = {slug: library.name_of(slug) for slug in library.exercises}
    rules = {rule.slug: rule_name(rule.slug) for rule in RULES}
    return exercises | rules | {kind: kind_word(kind) for kind in get_args(DayKind)}
