"""A file of saved articles is made of a plan's pages and the library's exercises, whatever other plans there are."""

from __future__ import annotations

import json

import sample_plans as sample
from offline_site import articles

from generator.publish.articles import Article
from generator.publish.offline import BESIDE, beside_pack, pack_address, plan_pack

PAGE = sample.page_of(sample.race_plan())
USES = "<!--hd-uses-->\n<details>\n<p>One plan.</p>\n</details>\n<!--/hd-uses-->\n"


def article_at(address: str, uses: str = "") -> Article:
    if address.startswith("exercises/"):
        return Article("Back squat", f"<h1>Back squat</h1>\n<div>\n{uses}</div>")
    return Article(
        address, f'<h1>{address}</h1>\n<a href="../../../exercises/back-squat/">Back squat</a>\n<p>The same.</p>'
    )


def test_a_plans_articles_are_its_pages_and_the_exercises_they_lead_to() -> None:
    made = json.loads(plan_pack(PAGE, article_at))
    found = articles(made)
    plan = PAGE.plan
    assert (made["plan"], made["title"]) == (plan.id, PAGE.texts.title)
    assert {address for address in found if not address.startswith("plans/")} == {"exercises/back-squat/"}
    assert f"plans/{plan.id}/week-{plan.weeks[-1].number:02}/" in found
    assert all(
        found[address] == {"title": one.title, "html": one.html} for address in found for one in [article_at(address)]
    )


def test_a_line_that_articles_share_stands_there_once() -> None:
    lines = json.loads(plan_pack(PAGE, article_at))["lines"]
    assert lines.count("<p>The same.</p>") == 1
    assert len(set(lines)) == len(lines)


def test_which_plans_use_an_exercise_makes_no_difference() -> None:
    assert plan_pack(PAGE, lambda address: article_at(address, USES)) == plan_pack(PAGE, article_at)


def test_what_stands_beside_plans_is_asked_for_by_its_address() -> None:
    assert list(articles(json.loads(beside_pack(article_at)))) == list(BESIDE)
    assert pack_address(PAGE) == f"plans/{PAGE.plan.id}/offline.json"
