"""How each kind of value is written: its pattern, examples and unit, as ``model`` reads it and not stricter.

Patterns are of the kind that JavaScript and Python both know. Values are stripped and, where the model does so, read in
any case; patterns allow for both.
"""

from __future__ import annotations

from typing import Any

from generator.model.day_wish import KIND_WORDS, LIFT_WORDS
from generator.model.given import GIVEN_KINDS
from generator.model.units import RACES
from generator.model.vocabulary import WEEKDAYS

Node = dict[str, Any]

_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,3})?"
_TO = r"\s*(?:-|–|to)\s*"


def any_case(word: str) -> str:
    """Return a pattern for a word in small or capital letters; a space stands for any spaces."""
    return "".join(
        f"[{letter.upper()}{letter}]" if letter.isalpha() else r"\s+" if letter == " " else letter for letter in word
    )


def whole(pattern: str) -> str:
    """Return the pattern of a whole value that matches ``pattern`` between spaces."""
    return rf"^\s*(?:{pattern})\s*$"


def _weekday(name: str) -> str:
    """Three letters of a weekday are enough."""
    pattern = ""
    for letter in reversed(name[3:]):
        pattern = f"(?:{any_case(letter)}{pattern})?"
    return any_case(name[:3]) + pattern


_DISTANCE = rf"{_NUMBER}\s*(?:km|mi|m)"
_RANGE = "|".join(rf"{_NUMBER}\s*(?:{unit})?{_TO}{_NUMBER}\s*{unit}" for unit in ("km", "mi"))
_RACE = "|".join(any_case(name) for name in RACES)
_WEEKS = rf"{any_case('week')}[Ss]?\s+[0-9]"
_NO = rf"(?:{any_case('no ')})?"
_DAY_WORD = rf"{_NO}(?:{'|'.join(map(any_case, (*KIND_WORDS, *LIFT_WORDS)))})"
_CHOICE = rf"{_DAY_WORD}(?:\s+{any_case('or')}\s+{_DAY_WORD})*"
_KIND = "|".join(map(any_case, GIVEN_KINDS))
_AMOUNT = rf"{_NUMBER}(?:\s*-\s*{_NUMBER})?\s*(?:km|mi|m|h|min|s)(?![a-z])"
_SESSION = (
    rf"(?:{any_case('rest or ')})?(?:{_KIND})(?![A-Za-z])(?:\s*(?:{_AMOUNT}|{_RACE}))*"
    r"(?:\s*\([^()]*\))?(?:\s*:[\s\S]*)?"
)
DAY_NAME = whole("|".join([*map(_weekday, WEEKDAYS), r"[Dd][Aa][Yy] [0-9]{1,2}"]))
WHOLE_NUMBER = whole("-?[0-9]{1,9}")


def _text(description: str, pattern: str, *examples: str, unit: str = "") -> Node:
    told = {"x-unit": unit} if unit else {}
    shape = {"type": "string", "pattern": pattern, "errorMessage": f"Write {description}, such as {examples[0]}."}
    return {"description": f"Write {description}.", "examples": list(examples), **told, **shape}


#: What the model's types are in the schema, by the type's name.
TYPES: dict[str, Node] = {
    "Distance": _text(
        "a distance with its unit, or a race",
        whole(f"{_DISTANCE}|{_RACE}"),
        *("12 km", "7.5 mi", "800 m", "marathon", "half marathon", "10k", "5k"),
        unit="km, mi or m",
    ),
    "DistanceRange": _text(
        "a distance with its unit, from first week to last",
        whole(f"{_RANGE}|{_DISTANCE}"),
        *("48-64 km", "30-40 mi", "30 mi"),
        unit="km or mi",
    ),
    "Duration": _text(
        "a duration with its unit",
        whole(rf"{_NUMBER}\s*(?:h|min|s)"),
        *("40 min", "90 s", "1.5 h"),
        unit="h, min or s",
    ),
    "Pace": _text(
        "a pace with its unit",
        whole(r"[0-9]{1,2}:[0-5][0-9]\s*/\s*(?:km|mi)"),
        *("5:40 /km", "9:00 /mi"),
        unit="min:s per km or mi",
    ),
    "Percent": _text(
        "a percentage from 0 % to 100 %",
        whole(r"(?:0?100(?:\.0{1,3})?|0{0,2}[0-9]{1,2}(?:\.[0-9]{1,3})?)\s*%"),
        "20 %",
        "15 %",
        unit="%",
    ),
    "DayWish": _text(
        "a kind of day",
        whole(rf"{_CHOICE}(?:\s*\+\s*{_CHOICE})*"),
        *("long", "quality", "aerobic", "easy", "rest", "cross", "rest or cross"),
        *("quality + heavy", "long + heavy", "no lift", "no run"),
    ),
    "GivenDay": _text(
        "what the calendar has on the day: a kind of run, how far or how long, then words of its own in brackets",
        whole(rf"{any_case('rest')}|{_SESSION}(?:\s*\+\s*{_SESSION})*"),
        *("easy 6 km", "rest", "long 22-24 km", "quality 40 min (tempo)", "rest or easy 5 km", "cross 40 min (bike)"),
        unit="km, mi, m, h, min or s",
    ),
    "Weeks": _text("weeks of the plan", rf"^\s*{_WEEKS}", "week 9", "weeks 9-10", unit="weeks of the plan"),
    "Days": _text(
        "a stretch of days",
        rf"^\s*{_WEEKS}",
        *("week 12 tuesday - week 13 friday", "week 12 tuesday - friday", "week 12"),
    ),
    "CutbackMove": _text("a lighter week and where it goes", rf"^\s*{_WEEKS}", "week 8 to week 9"),
    "Workout": _text(
        "a workout, its parts joined by commas",
        "[0-9]",
        *("2 km easy, 5 x (1 km @ threshold, 400 m jog), 2 km easy", "5 min walk, 6 x (1 min run, 2 min walk)"),
        unit="km, mi, m, h, min or s",
    ),
    "WrittenExercise": _text(
        "an exercise with sets x repetitions and how heavy",
        r"^\s*[A-Za-z][^\u0000]*[0-9]",
        *("half-squat 4 x 4RM, rest 3 min", "leg-press 3 x 8-10 @ 70-75 %", "side-plank 2 x 30 s"),
        unit="RM, %, RIR or RPE",
    ),
    "YesNo": {
        "description": "yes or no.",
        "anyOf": [
            {"enum": ["yes", "no"]},
            {"type": "boolean"},
            {"type": "string", "pattern": whole("|".join(map(any_case, ("yes", "no", "true", "false"))))},
        ],
        "examples": ["yes", "no"],
        "errorMessage": "Write yes or no.",
    },
    "Date": {
        "description": "Write a date as year-month-day.",
        # What readers of older YAML make of a date is no text but an object without keys.
        "type": ["string", "object"],
        "maxProperties": 0,
        "pattern": whole("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
        "examples": ["2027-05-23"],
        "x-unit": "year-month-day",
        "errorMessage": "Write a date as year-month-day, such as 2027-05-23.",
    },
    "Sessions": {
        "description": "How many sessions a week, 0 to 4, or from - to.",
        "type": ["integer", "string"],
        "minimum": 0,
        "maximum": 4,
        "pattern": whole(rf"[0-4](?:{_TO}[0-4])?"),
        "examples": [2, "2-3"],
        "x-unit": "sessions a week",
        "errorMessage": "Write a number of sessions from 0 to 4, such as 2 or 2-3.",
    },
}
