"""Wordings that an author settles: a kind, rest, a whole day, or nothing at all."""

from __future__ import annotations

import re

import pytest
from cell_texts import session_text, sound, vocabulary

from generator.calendar_words import CellReading, read_cell, settled, with_settled
from generator.model.given import GIVEN_KINDS, GivenDay


def by(wordings: dict[str, str], cell: str) -> CellReading:
    """Read a cell by the shipped vocabulary with wordings settled."""
    return read_cell(cell, with_settled(vocabulary(), wordings))


def told(wordings: dict[str, str], cell: str) -> str:
    """Return what a cell says, in one line."""
    read = by(wordings, cell)
    assert sound(cell, read) == "read", (read.unknown, read.why)
    return " + ".join(map(session_text, read.sessions)) or "rest"


@pytest.mark.parametrize(
    ("wording", "meant", "cell", "text"),
    [
        ("club night", "quality", "club night", "quality (club night)"),
        ("club night", "quality", "Club-Night 60 min", "quality 60 min (Club-Night)"),
        ("Club  Night", " Quality ", "8 km club night on trails", "quality 8 km (club night, on trails)"),
        ("club night", "easy", "club night 5 km + bike 30 min", "easy 5 km (club night) + cross 30 min (bike)"),
        ("club night", "rest", "club night", "rest"),
        ("club night", "rest", "club night or easy 5 km", "rest or easy 5 km"),
        ("club night", "skip", "club night easy 5 km", "easy 5 km"),
        ("at the club", "skip", "6 x 400 m @ mile at the club / 200 m jog", "quality: 6 x 400 m @ mile / 200 m jog"),
        ("club night", "quality 60 min (club night)", "CLUB NIGHT", "quality 60 min (club night)"),
        (
            "club night",
            "quality 60 min (club night)",
            "club night + easy 5 km",
            "quality 60 min (club night) + easy 5 km",
        ),
        ("B2B", "long 30 km + easy 5 km", "b2b", "long 30 km + easy 5 km"),
        ("easy/tempo 8 km", "quality", "easy/tempo 8 km", "quality 8 km (easy/tempo 8 km)"),
        ("easy tempo", "aerobic", "easy tempo 8 km", "aerobic 8 km (easy tempo)"),
        ("tempo", "aerobic", "tempo 8 km", "aerobic 8 km (tempo)"),
        ("long progression", "long", "long progression 20 km", "long 20 km (long progression)"),
        ("5 w/ 3 fast", "quality", "5 w/ 3 fast", "quality (5 w/ 3 fast)"),
        ("8 (easy)", "easy", "8 (easy)", "easy (8 [easy])"),
        ("★", "cross", "★ 40 min", "cross 40 min (★)"),
        ("Laufen mit Hund", "easy", "laufen mit Hund 30 min", "easy 30 min (laufen mit Hund)"),
        ("parkrun", "quality", "parkrun", "quality (parkrun)"),
        ("6 x 400", "quality: 6 x 400 m @ mile / 200 m jog", "6 x 400", "quality: 6 x 400 m @ mile / 200 m jog"),
        ("ST", "skip", "rest ST", "rest"),
    ],
)
def test_a_settled_wording(wording: str, meant: str, cell: str, text: str) -> None:
    assert told({wording: meant}, cell) == text


@pytest.mark.parametrize("kind", GIVEN_KINDS)
def test_every_kind_can_be_meant(kind: str) -> None:
    cell = "zumba 8 km"
    assert told({"zumba": kind}, cell) == f"{kind} 8 km (zumba)"


def test_several_are_settled_and_the_last_word_counts() -> None:
    first = with_settled(vocabulary(), {"zumba": "easy", "club": "skip"})
    assert read_cell("zumba 8 km club", first).sessions[0].kind == "easy"
    again = with_settled(first, {"Zumba": "cross"})
    assert read_cell("zumba 8 km club", again).sessions[0].kind == "cross"
    assert read_cell("zumba 8 km club", first).sessions[0].kind == "easy"
    assert vocabulary().settled == {}


def test_a_whole_day_beside_other_words_is_asked_about() -> None:
    read = by({"club night": "quality 60 min (club night)"}, "club night 8 km")
    assert read.unknown == ("club night 8 km",)
    assert "stands for a whole session" in read.why[0]


@pytest.mark.parametrize(
    ("wording", "meant", "words"),
    [
        ("club night", "qualty", "Did you mean 'quality'?"),
        ("club night", "hard 60 min", "'hard' is not a kind of day"),
        ("club night", "quality 60", "'60' in 'quality 60' has no unit"),
        ("club night", "", "can't be ''"),
        ("club night", "easy 5 km + + easy", "a session is missing"),
        ("", "easy", "has no word to settle"),
        (" ", "easy", "has no word to settle"),
        ("6", "easy", "has no word to settle"),
        ("6-8", "easy", "has no word to settle"),
        ("5:30", "easy", "has no word to settle"),
        ("+", "skip", "has no word to settle"),
        ("( / )", "skip", "has no word to settle"),
        ("a" * 301, "easy", "is longer than a cell"),
    ],
)
def test_what_cannot_be_settled(wording: str, meant: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        with_settled(vocabulary(), {wording: meant})


def test_settled_makes_a_given_session_of_its_kind() -> None:
    session = by({}, "5 mi @ 9:00/mi RPE 3").sessions[0]
    assert session.kind is None
    given = settled(session, "aerobic")
    assert given.text == "aerobic 5 mi (9:00 /mi, RPE 3)"
    assert GivenDay.parse(given.text).sessions == (given,)
