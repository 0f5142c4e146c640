"""A part of the theme is rendered once where it is the same, and only there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from mkdocs.utils.templates import url_filter

from generator.html.reading import Reader
from generator.html.same import SameParts


class Theme:
    """Templates that count how often each was rendered."""

    def __init__(self, **templates: str) -> None:
        self.counted: list[str] = []
        named = {name: f"{{{{ count('{name}') }}}}{text}" for name, text in templates.items()}
        self.environment = jinja2.Environment(loader=jinja2.DictLoader(named))
        self.environment.globals["count"] = lambda name: self.counted.append(name) or ""
        self.environment.filters["url"] = url_filter
        self.parts = SameParts(self.environment)

    def page(self, url: str, **given: Any) -> str:
        up = "/".join([".."] * url.count("/"))
        page = SimpleNamespace(url=url, title=url)
        return self.environment.get_template("main").render(page=page, base_url=up, config={"name": "site"}, **given)

    def times(self, name: str) -> int:
        return self.counted.count(name)


def test_a_part_is_rendered_once_for_pages_beside_one_another() -> None:
    theme = Theme(main="{{ page.title }} {% include 'foot' %}", foot="{{ config.name }} {{ 'stop/' | url }}")
    assert theme.page("plans/a/week-01/") == "plans/a/week-01/ site ../../../stop/"
    assert theme.page("plans/a/week-02/") == "plans/a/week-02/ site ../../../stop/"
    assert theme.times("foot") == 1
    assert theme.page("plans/a/") == "plans/a/ site ../../stop/"
    assert theme.page("plans/b/week-01/") == "plans/b/week-01/ site ../../../stop/"
    assert theme.times("foot") == 3
    theme.parts.forget()
    theme.page("plans/a/week-02/")
    assert theme.times("foot") == 4


def test_links_into_the_folder_of_a_page_are_its_own() -> None:
    theme = Theme(main="{% include 'outer' %}", outer="{% include 'foot' %}", foot="{{ 'plans/a/week-02/' | url }}")
    assert theme.page("plans/a/week-01/") == "../week-02/"
    assert theme.page("plans/a/week-02/") == "./"


def test_pages_at_the_top_are_never_beside_one_another() -> None:
    theme = Theme(main="{% include 'foot' %}", foot="{{ 'rules/' | url }}")
    assert [theme.page("rules/"), theme.page("guide/"), theme.page("")] == ["./", "../rules/", "rules/"]


def test_a_part_depends_on_what_it_reads() -> None:
    theme = Theme(main="{% set mark = page.title[-2] %}{% include 'foot' %}", foot="{{ mark }}{{ other }}{{ more }}")
    assert [theme.page("a/b/1/"), theme.page("a/b/2/"), theme.page("a/b/1/")] == ["1", "2", "1"]
    assert theme.times("foot") == 2
    assert [theme.page("a/b/1/", other=1), theme.page("a/b/1/", other=True)] == ["11", "1True"]
    lists = [[str(number)] for number in range(50)]
    assert [theme.page("a/b/1/", more=one) for one in lists] == [f"1{one}" for one in lists]


def test_what_a_part_sets_is_there_for_whoever_imports_it() -> None:
    theme = Theme(
        main="{% include 'foot' %}{% import 'foot' as foot with context %}{{ foot.said }}", foot="{% set said = 1 %}"
    )
    assert [theme.page("a/b/1/"), theme.page("a/b/2/")] == ["1", "1"]


def test_a_block_is_rendered_once_where_it_is_the_same() -> None:
    frame = "{% set kind = page.title[0] %}{% block top %}{{ count('top') }}{{ kind }}{% endblock %}"
    theme = Theme(
        main="{% extends 'frame' %}{% block own %}{{ count('own') }}{{ page.title }}{% endblock %}",
        frame=frame + "{% block own %}{% endblock %}",
    )
    assert [theme.page(f"{url}/") for url in ("a/b/1", "a/b/2")] == ["aa/b/1/", "aa/b/2/"]
    assert (theme.times("top"), theme.times("own")) == (1, 2)


def test_a_block_that_others_fill_is_kept_as_they_fill_it() -> None:
    theme = Theme(
        main="{% extends 'frame' %}{% block top %}{{ super() }}{{ page.title }}{% endblock %}",
        frame="{% block top %}{{ count('top') }}{{ config.name }}:{% endblock %}",
    )
    assert [theme.page(f"{url}/") for url in ("a/b/1", "a/b/2")] == ["site:a/b/1/", "site:a/b/2/"]
    assert theme.times("top") == 1


def test_a_block_within_a_loop_sees_the_loop() -> None:
    theme = Theme(main="{% for n in [1, 2] %}{% block one scoped %}{{ n }}{% endblock %}{% endfor %}")
    assert [theme.page("a/b/1/"), theme.page("a/b/2/")] == ["12", "12"]


@pytest.mark.parametrize("text", ["{{ page }}", "{{ super() }}", "{% block inner %}{% endblock %}", "{% include x %}"])
def test_a_block_that_may_be_another_on_each_page_is_not_kept(text: str) -> None:
    templates = {"text": f"{{% block own %}}{text}{{% endblock %}}{{% block other %}}{{{{ a }}}}{{% endblock %}}"}
    found = Reader(jinja2.Environment(loader=jinja2.DictLoader(templates))).blocks("text")
    assert "own" not in found
    assert found["other"] == {"a"}


@pytest.mark.parametrize(
    "text",
    [
        *("{{ page.title }}", "{{ pages }}", "{{ self.x() }}", "{{ item.active }}", "{{ item['active'] }}"),
        *(
            "{{ items | map(attribute='active') | list }}",
            "{{ items | random }}",
            "{{ x | script_tag }}",
            "{% block a %}{% endblock %}",
        ),
        *(
            "{% extends 'a' %}",
            "{% include name %}",
            "{% include 'reads' %}",
            "{% import 'reads' as r with context %}",
            "{{ build_date_utc }}",
        ),
        *("{{ items.append(1) }}", "{% include 'missing' %}", "{{ x | nothing }}", "{% if %}", "{% include 'text' %}"),
    ],
)
def test_what_may_be_another_on_each_page_is_not_kept(text: str) -> None:
    templates = {"text": text, "reads": "{% if page %}{% endif %}", "a": ""}
    environment = jinja2.Environment(loader=jinja2.DictLoader(templates))
    environment.filters["script_tag"] = environment.filters["url"] = url_filter
    assert Reader(environment).names("text") is None


def test_what_is_read_is_named() -> None:
    templates = {
        "text": "{% set a = b %}{{ a }}{% for c in d %}{{ loop.index }}{% endfor %}{% include 'more' %}",
        "more": "{{ e | url }}",
    }
    environment = jinja2.Environment(loader=jinja2.DictLoader(templates))
    environment.filters["url"] = url_filter
    assert Reader(environment).names("text") == {"b", "d", "e"}
