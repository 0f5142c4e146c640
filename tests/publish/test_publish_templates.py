"""Templates decide nothing: no arithmetic, no rule, no style attribute, and a missing value is an error."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest
import sample_plans as sample

from generator.publish.markdown import press
from generator.shipped import TEMPLATES

OURS = sorted([*(TEMPLATES / "pages").glob("*.j2"), *(TEMPLATES / "partials").glob("*.j2")])
#: A sign at the edge of a tag keeps or takes white space.
CODE = re.compile(r"\{\{[+-]?(.*?)[+-]?\}\}|\{%[+-]?(.*?)[+-]?%\}", re.S)
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
ARITHMETIC = re.compile(r"[+*/%]|(?<!\w)-|-(?!\w)|\b(?:sum|round|abs|int|float)\b|[<>]")


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_template_calculates(path: Path) -> None:
    for found in CODE.finditer(path.read_text("utf-8")):
        code = QUOTED.sub("", found[1] or found[2])
        assert not ARITHMETIC.search(code), code


def test_the_pattern_finds_arithmetic() -> None:
    for code in ("week.number + 1", "a - b", "x * 2", "x/2", "metres % 7", "days | sum", "week > 3"):
        assert ARITHMETIC.search(code)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_template_styles_by_hand(path: Path) -> None:
    assert not re.search(r"\sstyle=|<script|\son[a-z]+=", path.read_text("utf-8"))


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        press(TEMPLATES, {}).templates.from_string("{{ missing }}").render()


@pytest.mark.parametrize("there", ["javascript:alert(1)", "/absolute/", "../up/", "a b/", "https://example.org/"])
def test_only_addresses_of_the_site_are_linked(there: str) -> None:
    template = press(TEMPLATES, sample.library().sources).templates.from_string("{{ to(there) }}")
    from generator.publish.markdown import link_from

    with pytest.raises(ValueError, match="not an address"):
        template.render(there=there, to=lambda address: link_from("plans/", address))


def test_what_is_joined_or_looped_is_escaped_too() -> None:
    shown = press(TEMPLATES, {}).templates.from_string("{{ x | join(', ') }}{% for y in x %}{{ y }}{% endfor %}")
    assert "<" not in shown.render(x=["<b>", "<i>"])
