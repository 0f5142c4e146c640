"""What is worked out once and used again is what would be worked out anew, whatever was printed before it."""

from __future__ import annotations

import posixpath
import unicodedata
from dataclasses import replace

import pytest
import sample_plans as sample
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from sample_given import given_plan

from generator.language import remembered, speaking, speech, weekday_name
from generator.model.plan import Plan
from generator.publish.addresses import relative
from generator.publish.escape import plain
from generator.publish.markdown import Press, press
from generator.publish.plan_pages import plan_pages
from generator.publish.views.week import weeks_facts
from generator.settings import Clinic
from generator.shipped import TEMPLATES

LIBRARY = sample.library()
PLANS = [sample.race_plan(), sample.staged_plan(), sample.rolling_plan(), given_plan()]
ADDRESSES = st.lists(st.sampled_from(["plans", "plan", "a", "week-01", "calendar"]), max_size=4).map(
    lambda names: "".join(f"{name}/" for name in names)
)


def printed(printer: Press, plan: Plan) -> dict[str, str]:
    return dict(plan_pages(printer, sample.page_of(plan), LIBRARY, Clinic()))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: str(plan.id))
def test_a_plans_pages_are_the_same_whatever_was_printed_before(plan: Plan) -> None:
    used = press(TEMPLATES, LIBRARY.sources)
    for other in PLANS:
        printed(used, replace(other, title="Another"))
    with speaking("de"):
        german = printed(used, plan)
        assert german == printed(press(TEMPLATES, LIBRARY.sources), plan)
    assert printed(used, plan) == printed(press(TEMPLATES, LIBRARY.sources), plan) != german


def test_a_part_is_printed_anew_where_its_facts_its_place_or_its_language_differ() -> None:
    printer = press(TEMPLATES, LIBRARY.sources)
    day = weeks_facts(sample.page_of(sample.race_plan()), LIBRARY)[4].days[1]
    here, deeper = Markup("../../../"), Markup("../../../../")
    first = printer.parts(speech(), here, "day", day)
    assert printer.parts(speech(), here, "day", replace(day)) is first
    assert printer.parts(speech(), here, "day", replace(day, name="Someday")) == str(first).replace(
        "Tuesday", "Someday", 1
    )
    assert printer.parts(speech(), deeper, "day", day) == str(first).replace('href="', 'href="../')
    assert printer.parts(speech(), here, "booklet_day", day) != first
    with speaking("de"):
        assert "Warum heute?" in printer.parts(speech(), here, "day", day)


def test_what_is_remembered_is_remembered_by_language_and_kind_of_number() -> None:
    asked: list[object] = []

    @remembered(10)
    def said(day: str, number: float) -> str:
        asked.append(number)
        return f"{weekday_name(day)} {number}"

    assert said("monday", 1) == said("monday", 1) == "Monday 1"
    assert said("monday", 1.0) == "Monday 1.0"
    with speaking("de"):
        assert said("monday", 1) == "Montag 1"
    assert said("monday", 1) == "Monday 1"
    assert asked == [1, 1.0, 1]


@given(ADDRESSES, ADDRESSES, st.sampled_from(["", "#mon", "plan.json"]))
def test_the_way_to_another_page_is_that_of_a_path(here: str, there: str, end: str) -> None:
    path, mark, anchor = f"{there}{end}".partition("#")
    way = posixpath.relpath(f"/{path}", f"/{here}") + ("/" if not path or path.endswith("/") else "")
    assert relative(here, there + end) == ("" if way == "./" and mark else way) + mark + anchor


@given(st.text(st.one_of(st.characters(), st.sampled_from(" \u00a0\t\u2028\u202e\x00é"))))
def test_a_plain_text_is_one_letter_by_letter(text: str) -> None:
    breaks = "\t\n\r\v\f\x85\u2028\u2029 "
    kept = (" " if one in breaks else one for one in text if one in breaks or unicodedata.category(one)[0] != "C")
    expected = "".join(kept)
    while "  " in expected:
        expected = expected.replace("  ", " ")
    assert plain(text) == expected.strip(" ")
