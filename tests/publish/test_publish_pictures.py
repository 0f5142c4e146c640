"""The pictures say in words what they draw, and draw what the plan says."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
import sample_plans as sample

from generator.publish.markdown import link_from
from generator.publish.pictures.season import NARROW, WIDE, season_picture
from generator.publish.pictures.steps import step_bar
from generator.publish.pictures.year import WEEKS, model_year, plan_stretches, year_picture
from generator.publish.summary import summary_of
from generator.publish.views.run import Stretch
from generator.publish.views.season import season_facts

PLANS = [sample.race_plan(), sample.rolling_plan(), sample.staged_plan()]
IDS = [plan.id for plan in PLANS]


def drawn(plan: sample.Plan) -> tuple[ElementTree.Element, ElementTree.Element]:
    both = season_picture(season_facts(plan), lambda there: link_from(f"plans/{plan.id}/", there))
    wide, narrow = (ElementTree.fromstring(one) for one in both.split("\n"))
    return wide, narrow


def rects(picture: ElementTree.Element, style: str) -> list[ElementTree.Element]:
    return [one for one in picture.iter("rect") if one.get("class") == style]


@pytest.mark.parametrize("plan", PLANS, ids=IDS)
def test_both_layouts_say_the_same_in_words(plan: sample.Plan) -> None:
    wide, narrow = drawn(plan)
    assert wide.get("aria-label") == narrow.get("aria-label")
    assert all(phase.title in str(wide.get("aria-label")) for phase in plan.phases)


@pytest.mark.parametrize("plan", PLANS, ids=IDS)
def test_links_stand_in_a_group_and_never_in_an_image(plan: sample.Plan) -> None:
    wide, narrow = drawn(plan)
    assert (wide.get("role"), narrow.get("role")) == ("group", "img")
    assert not list(narrow.iter("a"))
    links = list(wide.iter("a"))
    assert [link.get("href") for link in links] == [f"week-{week.number:02d}/" for week in plan.weeks]
    assert all(link.findtext("title") for link in links)


def test_a_bar_is_as_tall_as_its_week_is_long() -> None:
    plan = sample.race_plan()
    for picture in drawn(plan):
        bars = [*rects(picture, "all"), *rects(picture, "pale")]
        lengths = sorted(week.run_distance_m for week in plan.weeks)
        heights = sorted(float(str(bar.get("height"))) for bar in bars)
        assert len(bars) == len(plan.weeks)
        for height, length in zip(heights, lengths, strict=True):
            assert height / heights[-1] == pytest.approx(length / lengths[-1], abs=0.01)


def test_cutbacks_are_pale_and_the_race_is_marked() -> None:
    wide, _ = drawn(sample.race_plan())
    assert len(rects(wide, "pale")) == sum(week.cutback for week in sample.race_plan().weeks)
    assert len(rects(wide, "race")) == 1


@pytest.mark.parametrize(("signed", "lines"), [(False, 1), (True, 0)])
def test_the_sign_off_is_a_line_unless_it_is_given(signed: bool, lines: int) -> None:
    for picture in drawn(sample.race_plan(signed_off=signed)):
        assert sum(one.get("class") == "gate" for one in picture.iter("path")) == lines


def test_nothing_is_drawn_outside_the_picture() -> None:
    for plan in PLANS:
        for picture in drawn(plan):
            _, _, width, height = map(float, str(picture.get("viewBox")).split())
            for bar in picture.iter("rect"):
                x, y, wide, tall = (float(str(bar.get(key))) for key in ("x", "y", "width", "height"))
                assert x >= 0
                assert y >= 0
                assert x + wide <= width + 0.2
                assert y + tall <= height


def test_text_on_a_phone_is_never_below_eleven_pixels() -> None:
    """The narrow picture is drawn in a phone's own pixels: 390 less 16 on either side."""
    assert NARROW.width <= 390 - 2 * 16
    assert NARROW.text >= 11
    assert WIDE.text * 880 / WIDE.width >= 11  # the narrowest page that shows the wide one


def test_pictures_bring_no_color_and_no_style_of_their_own() -> None:
    pages = [summary_of(page) for page in sample.sample_pages()]
    pictures = [str(season_picture(season_facts(plan), str)) for plan in PLANS] + [str(year_picture(pages, str))]
    for picture in pictures:
        assert not re.search(r"\s(?:style|fill|stroke)=", picture)


def test_a_step_bar_shares_its_width_by_length() -> None:
    bar = ElementTree.fromstring(step_bar((Stretch("easy", 3000), Stretch("hard", 1000))))
    widths = {one.get("class"): float(re.findall(r"h([\d.]+)v", str(one.get("d")))[0]) for one in bar}
    assert widths["easy"] / widths["hard"] == pytest.approx(3, rel=0.03)
    assert bar.get("aria-hidden") == "true"


def test_the_model_year_is_a_year() -> None:
    assert sum(stretch.weeks for stretch in model_year()) == WEEKS


def test_a_race_ends_its_plan_at_the_end_of_the_year() -> None:
    stretches = plan_stretches(sample.race_plan())
    assert [stretch.strength for stretch in stretches] == ["base", "heavy", "maintenance", "off"]
    assert stretches[-1].first + stretches[-1].weeks == WEEKS
    assert plan_stretches(sample.rolling_plan())[0].first > 0


def test_the_year_names_every_plan_with_weeks() -> None:
    plans = [summary_of(page) for page in sample.sample_pages()]
    wide, narrow = (ElementTree.fromstring(one) for one in year_picture(plans, str).split("\n"))
    for picture in (wide, narrow):
        titles = [one.text for one in picture.iter("text") if one.get("class") == "title"]
        assert titles == ["A model year", "Competitive marathoner", "Time-crunched runner"]
