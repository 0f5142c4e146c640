"""Every wording of the vocabulary means what its list says, and every fault of the file is told at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from cell_texts import FOLDER, reading, told

from generator.calendar_words import load_vocabulary
from generator.model.finding import Refused
from generator.model.step_text import TARGETS
from generator.model.units import RACES

LISTS: dict[str, Any] = yaml.load((FOLDER / "calendar_words.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
SHOWN = "plans/library/calendar_words.yaml"
RESTING = ("jog", "recovery", "walk")


def of(name: str, group: str) -> list[str]:
    """Return the wordings of a group, all inner lists together."""
    found = LISTS[name][group]
    return found if isinstance(found, list) else [text for inner in found.values() for text in inner]


@pytest.mark.parametrize("kind", [kind for kind in LISTS["kinds"] if kind != "rest"])
def test_every_kind_is_read_as_itself(kind: str) -> None:
    for text in of("kinds", kind):
        session = reading(f"{text} 8 km").sessions[0]
        assert session.kind == ("easy" if kind == "recovery" else kind), text
        assert session.recovery is (kind == "recovery"), text
        assert session.distance is not None, text
        assert session.distance.least == 8000, text
        label = session.label.casefold()
        assert (text.casefold() in label) is (text in LISTS["kinds"][kind].get("kept", [])), (text, label)
        assert reading(f"8 km {text}").sessions == (session,), text


@pytest.mark.parametrize("kind", [kind for kind in LISTS["kinds"] if kind not in ("rest", "race")])
def test_a_kind_needs_no_length(kind: str) -> None:
    for text in of("kinds", kind):
        assert [session.kind for session in reading(text).sessions] == ["easy" if kind == "recovery" else kind], text


def test_every_rest_is_rest() -> None:
    for text in of("kinds", "rest"):
        assert told(text) == "rest"
        assert told(f" {text.upper()} ") == "rest"
        assert not reading(text).empty


def test_kinds_together() -> None:
    for pair, kind in LISTS["together"].items():
        first, second = pair.split()
        for text in (f"{first} {second} 8 km", f"{second} 8 km {first}"):
            session = reading(text).sessions[0]
            assert session.kind == ("easy" if kind == "recovery" else kind), text


@pytest.mark.parametrize("target", TARGETS)
def test_every_pace_is_an_effort(target: str) -> None:
    for text in of("paces", target):
        assert told(f"6 x 800 m @ {text} / 400 m jog").endswith(f": 6 x 800 m @ {target} / 400 m jog"), text
        assert told(f"8 km at {text}").endswith(f": 8 km @ {target}"), text
    for text in LISTS["paces"][target].get("alone", []):
        assert f"20 min @ {target}" in told(f"WU 2 km, 20 min {text}, CD 2 km"), text
    for text in LISTS["paces"][target].get("behind", []):
        assert f": 20 min @ {target}" in told(f"20 min {text}"), text
        assert reading(f"{text} 20 min").unknown or target == "marathon"


@pytest.mark.parametrize("race", LISTS["races"])
def test_every_race_has_its_distance(race: str) -> None:
    for text in of("races", race):
        session = reading(text).sessions[0]
        assert session.kind == "race", text
        assert session.distance is not None
        assert session.distance.most == RACES[race], text


def test_everything_counted() -> None:
    for text in of("counted", "strides"):
        assert told(f"easy 8 km + 6 {text}") == f"easy 8 km (6 {text})"
        assert told(f"easy 8 km + 6 x 100 m {text}") == "easy 8 km: 6 x 100 m @ strides"
    for text in of("counted", "hills"):
        assert told(f"8 {text}") == f"quality (8 {text})"


@pytest.mark.parametrize("word", LISTS["steps"])
def test_every_step_is_written_as_itself(word: str) -> None:
    for text in of("steps", word):
        if word in RESTING:
            assert told(f"6 x 800 m @ 5k / 400 m {text}").endswith(f"6 x 800 m @ 5k / 400 m {word}"), text
        elif word == "run":
            assert told(f"6 x (1 min {text}, 2 min walk)") == "?: 6 x (1 min run, 2 min walk)", text
        else:
            assert f": 10 min {word}, 20 min @ threshold" in told(f"10 min {text}, 20 min @ threshold"), text


@pytest.mark.parametrize("unit", LISTS["units"])
def test_every_unit(unit: str) -> None:
    for text in of("units", unit):
        far, further = ("800", "900") if unit in ("m", "s") else ("6", "8")
        text = f" {text}" if text[0].isalpha() else text
        assert told(f"easy {far}{text}") == f"easy {far} {unit}", text
        assert told(f"{far}-{further}{text} easy") == f"easy {far}-{further} {unit}", text


def test_every_amount() -> None:
    for amount, texts in LISTS["amounts"].items():
        for text in texts:
            assert told(f"easy {text}") == f"easy {amount}"


def test_every_detail_is_kept() -> None:
    for text in of("parts", "detail"):
        assert told(f"easy 8 km {text}") == f"easy 8 km ({text})"
    for text in of("parts", "daytime"):
        assert told(f"{text} easy 8 km") == f"easy 8 km ({text})"
    for text in of("parts", "pause"):
        assert told(f"6 x 400 m @ mile, {text}") == f"quality ({text}): 6 x 400 m @ mile"


def test_fillers_and_choices() -> None:
    for text in of("parts", "filler"):
        assert told(f"{text} easy 8 km") == "easy 8 km"
    for text in of("parts", "optional"):
        assert told(f"easy 8 km {text}") == "rest or easy 8 km"
    for text in of("signs", "or"):
        assert told(f"rest {text} easy 8 km") == "rest or easy 8 km"
        assert reading(f"easy 8 km {text} tempo 8 km").unknown


def test_every_strength_is_left_out() -> None:
    for text in of("parts", "strength"):
        assert told(text) == "rest"
        assert told(f"easy 8 km + {text}") == "easy 8 km"
        assert reading(f"easy 8 km, {text} 20 min").notes[0].startswith(f"'{text} 20 min' is left out")


def test_words_that_hold_a_sentence_together() -> None:
    for text in of("signs", "repeat"):
        assert told(f"6 {text} 800 m @ 5k / 400 m jog") == "quality: 6 x 800 m @ 5k / 400 m jog", text
    for text in of("signs", "with"):
        assert told(f"8 mi {text} 5 mi @ MP") == "quality 8 mi: 5 mi @ marathon", text
    for text in (*of("signs", "then"), *of("signs", "and"), *of("signs", "plus")):
        assert told(f"WU 2 km {text} 20 min @ LT") == "quality: 2 km warm up, 20 min @ threshold", text
    for text in of("signs", "to"):
        assert told(f"easy 8 {text} 10 km") == "easy 8-10 km"
    for text in of("signs", "per"):
        assert told(f"8 km 5:00 {text} km") == "? 8 km (5:00 /km)"
    for text in of("signs", "reps"):
        assert told(f"6 x 800 m @ 5k, 2 min {text}") == "quality: 6 x 800 m @ 5k / 2 min", text
    for text in of("signs", "sets"):
        assert told(f"2 x (4 x 400 m @ mile / 60 s), 5 min {text}").endswith(" / 60 s) / 5 min"), text
    for text in of("signs", "last"):
        assert told(f"16 km, {text} 5 km @ MP") == "quality 16 km: 11 km, 5 km @ marathon", text
    for text in of("signs", "first"):
        assert told(f"16 km, {text} 5 km @ MP") == "quality 16 km: 5 km @ marathon, 11 km", text
    for text in of("signs", "total"):
        assert told(f"2 km WU, 20 min @ T, 10 km {text}").startswith("quality 10 km: 2 km warm up"), text


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("kinds:\n", "kins:\n", "", "'kins' is not known here Did you mean 'kinds'?"),
        ("  rest:\n    plain:", "  resting:\n    plain:", "", "'resting' is not known here"),
        ("      - rest day\n", "      - rest day\n      - Rest-Day\n", "", "'Rest-Day' stands here twice"),
        ("      - easy run\n", "      - tempo\n", "", "'tempo' already means easy"),
        ("      - easy run\n", "      - 5 km run\n", "", "'5 km run' begins with a number"),
        ("      - easy run\n", '      - ""\n', "", "'' is no wording"),
        ("      - easy run\n", "      -\n", "", "expected one wording"),
        ("      - easy run\n", f"      - {'long ' * 20}\n", "", "is no wording"),
        ("  easy long: long\n", "  easy long: longest\n", "", "expected two kinds and the one they are"),
        ("  easy long: long\n", "  easy: long\n", "", "expected two kinds and the one they are"),
        ("  km: [", "  ell: [", "", "'ell' is not known here"),
        ("  1 mi:\n", "  1 mile or so:\n", "", "is not a distance with its unit"),
        ("  per: [per, pro]", "  per: per", "", "expected a list of words"),
        ("  threshold:\n    alone:\n", "  threshold:\n    lone:\n", "", "'lone' is not known here"),
        ("parts:\n", "parts: none\nmore:\n", "", "expected groups of words"),
    ],
)
def test_faults_of_the_file(tmp_path: Path, old: str, new: str, place: str, words: str) -> None:
    text = (FOLDER / "calendar_words.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "calendar_words.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        load_vocabulary(tmp_path)
    found = [f"{d.message} {d.hint}".strip() for d in refused.value.diagnostics]
    assert any(words in message for message in found), found
    assert all(d.place.path == SHOWN for d in refused.value.diagnostics)
    if words in found[0] and old != "kinds:\n":
        line = text[: text.index(old)].count("\n") + 1
        assert abs(refused.value.diagnostics[0].place.line - line) <= 1000


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = (FOLDER / "calendar_words.yaml").read_text(encoding="utf-8")
    text = text.replace("      - easy run\n", "      - tempo\n", 1).replace("  km: [", "  ell: [", 1)
    (tmp_path / "calendar_words.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        load_vocabulary(tmp_path)
    assert len(refused.value.diagnostics) == 2


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "kinds: [", "kinds:\n  easy: 5\n", "\x00"])
def test_a_file_of_anything(tmp_path: Path, text: str) -> None:
    (tmp_path / "calendar_words.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Refused):
        load_vocabulary(tmp_path)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        load_vocabulary(tmp_path)
    assert "can't be read" in refused.value.diagnostics[0].message
    (tmp_path / "calendar_words.yaml").mkdir()
    with pytest.raises(Refused):
        load_vocabulary(tmp_path)
