"""``athlete.json`` and what pages tell browser code of moves: weeks that may move alike share what is told of them."""

from __future__ import annotations

import dataclasses
import html
import json

import sample_plans as sample
from page_outline import pages_of

ALIKE = {"roles": "a,b.1", "ok": {"10": [0, 0]}, "no": {}, "clash": []}
MOVES = {1: ALIKE, 2: {**ALIKE, "roles": "a,b.2"}, 4: {**ALIKE, "no": {"01": "lift-spacing"}}}
PAGE = dataclasses.replace(sample.page_of(sample.race_plan()), moves=MOVES)
PAGES = pages_of(PAGE)


def test_weeks_share_what_is_told_of_their_moves() -> None:
    data = json.loads(PAGES[f"plans/{PAGE.plan.id}/athlete.json"])
    assert len(data["moves"]) == 2
    for week in data["weeks"]:
        expected = MOVES.get(week["week"])
        if expected is None:
            assert "moves" not in week
        else:
            assert {"roles": week["moves"]["roles"], **data["moves"][week["moves"]["of"]]} == expected


def test_a_week_page_says_under_which_roles_a_move_is_kept() -> None:
    for number in range(1, 6):
        page = next(text for path, text in PAGES.items() if path.endswith(f"/week-{number:02d}/index.md"))
        expected = MOVES.get(number)
        assert (f'data-roles="{expected["roles"]}"' in html.unescape(page)) if expected else ("data-roles" not in page)
