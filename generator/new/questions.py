"""The questions, in their order: what is asked, what it means in plain words, and what is taken if nobody answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from generator.frozen import frozen
from generator.model.units import Pace
from generator.model.vocabulary import Audience, Unit
from generator.new import answers as read
from generator.new.answers import Answers
from generator.new.distances import least_now, reachable

Said = Mapping[str, Any]
_PACES: dict[str, tuple[str, str]] = {
    "competitive": ("5:15 /km", "8:25 /mi"),
    "recreational": ("6:00 /km", "9:40 /mi"),
    "first-timer": ("6:45 /km", "10:50 /mi"),
    "masters": ("6:15 /km", "10:00 /mi"),
    "returning": ("6:45 /km", "10:50 /mi"),
    "triathlete": ("5:45 /km", "9:15 /mi"),
}
_FASTEST_S, _SLOWEST_S = 150, 1200
_NOW_KM = {"competitive": 60, "recreational": 40, "first-timer": 25, "masters": 35, "returning": 28, "triathlete": 36}
_KM_A_MILE = 1.6
#: Stands for answers that are not given yet.
_LATER = {"id": "x", "title": "x", "author": "x"}


@frozen
class Question:
    """``name`` is the answer's and, with a hyphen, the option's. ``read`` gives ValueError for what can't be meant."""

    name: str
    asks: str
    means: str
    default: Callable[[Said], str]
    read: Callable[[str, Said], Any]

    @property
    def option(self) -> str:
        """The option that answers it on the command line."""
        return f"--{self.name.replace('_', '-')}"


def _number(least: int, most: int) -> Callable[[str, Said], int]:
    return lambda text, said: read.read_number(text, least, most)


def _now(said: Said) -> str:
    """What such runners usually run, and enough for the runs that are wanted."""
    km = _NOW_KM[said["audience"]]
    usual = km if said["units"] == "km" else round(km / _KM_A_MILE)
    tried = answers_from({**said, **_LATER, "now": usual, "peak": usual})
    return str(max(usual, least_now(tried, tried.runs)))


def _peak(said: Said) -> str:
    """A third more than now, or as much as the weeks lead up to."""
    tried = answers_from({**said, **_LATER, "peak": said["now"]})
    return str(max(said["now"], min(round(said["now"] * 4 / 3), reachable(tried))))


def _pace(text: str, said: Said) -> str:
    words = " ".join(text.split())
    if not _FASTEST_S <= Pace.parse(words).seconds_per_km <= _SLOWEST_S:
        raise ValueError("an easy pace lies between 2:30 and 20:00 /km (4:01 and 32:11 /mi)")
    return words


def _usual_pace(said: Said) -> str:
    return _PACES[said["audience"]][said["units"] == "mi"]


def _title(said: Said) -> str:
    race = "Off-season" if said["race"] == read.NO_RACE else said["race"]
    return f"{race[:1].upper()}{race[1:]}, {said['audience']}"


def _weeks(said: Said) -> str:
    return {"marathon": "20", "half marathon": "16", read.NO_RACE: "12"}.get(said["race"], "14")


def _address(said: Said) -> str:
    """The title's address; at a terminal one that is still free."""
    usual = read.address_of(said["title"])
    if usual not in said["taken"] or not said["asks"]:
        return usual
    return next(f"{usual[:50]}-{n}" for n in count(2) if f"{usual[:50]}-{n}" not in said["taken"])


def _free_address(text: str, said: Said) -> str:
    found = read.read_id(text.strip())
    if found in said["taken"]:
        raise ValueError(f"plans/{found}.yaml is there already, and nothing is written over it; choose another address")
    return found


QUESTIONS: tuple[Question, ...] = (
    Question(
        "audience",
        "Who is the runner?",
        "competitive, recreational, first-timer, masters (50 and over), returning (from an injury) or triathlete.\n"
        "First-timers and returning runners stay with base lifts; the others lift heavy once they have the base.",
        lambda said: "recreational",
        lambda text, said: read.read_word(text, read.AUDIENCES),
    ),
    Question(
        "race",
        "Which race is it for?",
        "none, 5k, 10k, half marathon, marathon, or a distance such as 15 km. It is run in the last week.",
        lambda said: "half marathon",
        lambda text, said: read.read_race(text),
    ),
    Question(
        "weeks",
        "How many weeks?",
        f"{read.LEAST_WEEKS} to {read.MOST_WEEKS}. Heavy lifts need six weeks of base before them: 12 weeks or more.",
        _weeks,
        _number(read.LEAST_WEEKS, read.MOST_WEEKS),
    ),
    Question(
        "runs",
        "How many runs a week?",
        f"{read.LEAST_RUNS} to {read.MOST_RUNS}, the long run among them. Two days without one leave room to recover.",
        lambda said: "4",
        _number(read.LEAST_RUNS, read.MOST_RUNS),
    ),
    Question(
        "long_day",
        "Which day is the long run?",
        "A weekday. The race, if there is one, is on this day too. All other days hardday chooses by its rules.",
        lambda said: "sunday",
        lambda text, said: read.read_weekday(text),
    ),
    Question(
        "units",
        "Kilometers or miles?",
        "km or mi: how you write the plan. Athletes can read it in either.",
        lambda said: "km",
        lambda text, said: read.read_word({"miles": "mi", "kilometers": "km"}.get(text.lower(), text), read.UNITS),
    ),
    Question(
        "easy_pace",
        "What is this runner's usual easy pace?",
        "Such as 6:00 /km or 9:40 /mi. It only tells the time from the distance; nobody has to aim at it.",
        _usual_pace,
        _pace,
    ),
    Question(
        "now",
        "How far does this runner go in a week now?",
        "A usual week of the last month, all runs together, in the unit you chose. The plan begins here.",
        _now,
        lambda text, said: read.read_amount(text, said["units"]),
    ),
    Question(
        "peak",
        "How far shall the biggest week go?",
        "The week with the most running. Weeks grow by a tenth at most; every fourth is lighter.",
        _peak,
        lambda text, said: read.read_amount(text, said["units"]),
    ),
    Question(
        "title",
        "What is the plan called?",
        "Its name on the site.",
        _title,
        lambda text, said: read.read_text(text, read.LONGEST_TITLE),
    ),
    Question(
        "id",
        "What is its address?",
        "Small letters, digits and hyphens: the file is plans/<address>.yaml, the page /plans/<address>/, for ever.",
        _address,
        _free_address,
    ),
    Question(
        "author",
        "Who answers for it?",
        "Your name, or the clinic's. The plan's page says it.",
        lambda said: said["clinic"] or "The clinic",
        lambda text, said: read.read_text(text, read.LONGEST_AUTHOR),
    ),
)


def answers_from(said: Said) -> Answers:
    """Return the answers of somebody who has answered every question."""
    audience: Audience = said["audience"]
    units: Unit = said["units"]
    return Answers(
        id=said["id"],
        title=said["title"],
        audience=audience,
        race=said["race"],
        weeks=said["weeks"],
        runs=said["runs"],
        long_day=said["long_day"],
        units=units,
        now=said["now"],
        peak=said["peak"],
        author=said["author"],
        easy_pace=said["easy_pace"],
    )
