"""What somebody answers who starts a plan, and how each answer is read. Distances are whole km or miles a week."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import get_args

from generator.frozen import frozen
from generator.model.quoting import FORBIDDEN, nearest, quoted
from generator.model.units import METRES_PER, RACES, Distance
from generator.model.vocabulary import WEEKDAYS, Audience, Unit, Weekday

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
UNITS: tuple[Unit, ...] = get_args(Unit)
LEAST_WEEKS, MOST_WEEKS = 6, 30
LEAST_RUNS, MOST_RUNS = 3, 6
LONGEST_TITLE, LONGEST_AUTHOR, LONGEST_ID = 80, 300, 60
SHORTEST_RACE_M, LONGEST_RACE_M = 1500, 120_000
LONGEST_WEEK = 250
NO_RACE = "none"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_AMOUNT = re.compile(r"([0-9]{1,3})\s*(km|mi)?")


@frozen
class Answers:
    """All that is asked. ``race`` is its distance as written, or none; ``now`` and ``peak`` are a week's distance."""

    id: str
    title: str
    audience: Audience
    race: str
    weeks: int
    runs: int
    long_day: Weekday
    units: Unit
    now: int
    peak: int
    author: str
    easy_pace: str

    @property
    def race_m(self) -> int:
        """The race's distance in metres; 0 without a race."""
        return 0 if self.race == NO_RACE else Distance.parse(self.race).metres

    @property
    def unit_m(self) -> int:
        """How many metres the plan's unit has."""
        return int(METRES_PER[self.units])

    @property
    def may_be_heavy(self) -> bool:
        """True for runners whom the rules let lift heavy; the others stay with base lifts."""
        return self.audience not in ("first-timer", "returning")


def read_text(text: str, most: int) -> str:
    """Return a text on one line; ValueError if it is empty, too long, or hides characters."""
    words = " ".join(text.split())
    if not words:
        raise ValueError("nothing is written")
    if FORBIDDEN.search(words):
        raise ValueError("it holds a character that can't be seen")
    if len(words) > most:
        raise ValueError(f"it has {len(words)} characters; at most {most}")
    return words


def read_word(text: str, known: tuple[str, ...]) -> str:
    """Return one of the known words, however much of it and in whatever case it is written."""
    word = "-".join(text.lower().split())
    if word in known:
        return word
    begun = [name for name in known if len(word) >= 2 and name.startswith(word)]
    if len(begun) == 1:
        return begun[0]
    hint = nearest(word, known)
    raise ValueError(f"{quoted(text)} is not one of {', '.join(known)}{f'. {hint}' if hint else ''}")


def read_number(text: str, least: int, most: int) -> int:
    """Return a whole number within bounds."""
    if not re.fullmatch(r"[0-9]{1,4}", text.strip()) or not least <= int(text) <= most:
        raise ValueError(f"{quoted(text)} is not a whole number from {least} to {most}")
    return int(text)


def read_race(text: str) -> str:
    """Return the race's distance as a definition writes it, or none."""
    word = " ".join(text.lower().replace("-", " ").split())
    if word in ("", "none", "no", "no race"):
        return NO_RACE
    meant = {"half": "half marathon", "5 k": "5k", "10 k": "10k", "50 k": "50k"}.get(word, word)
    race = meant if meant in RACES else text.strip()
    try:
        metres = Distance.parse(race).metres
    except ValueError:
        hint = nearest(word, (*RACES, NO_RACE))
        wanted = "none, 5k, 10k, half marathon, marathon, or a distance with its unit, such as 15 km"
        raise ValueError(f"{quoted(text)} is not a race; write {wanted}{f'. {hint}' if hint else ''}") from None
    if not SHORTEST_RACE_M <= metres <= LONGEST_RACE_M:
        raise ValueError(f"a race has {SHORTEST_RACE_M / 1000:g} km to {LONGEST_RACE_M // 1000} km")
    return race


def read_amount(text: str, units: Unit) -> int:
    """Return a week's distance in the plan's unit; the unit may be left out, since it is chosen already."""
    found = _AMOUNT.fullmatch(text.strip().lower())
    if not found or not 1 <= int(found[1]) <= LONGEST_WEEK:
        raise ValueError(f"{quoted(text)} is not a week's distance from 1 to {LONGEST_WEEK} {units}, such as 40")
    if found[2] and found[2] != units:
        raise ValueError(f"{quoted(text)} is in {found[2]}; this plan is in {units}")
    return int(Decimal(found[1]))


def read_id(text: str) -> str:
    """Return the plan's address; ValueError if it can't be one."""
    if not _SLUG.fullmatch(text) or len(text) > LONGEST_ID or text == "index":
        raise ValueError(
            f"{quoted(text)} can't be an address; use small letters, digits and hyphens, such as first-half"
        )
    return text


def address_of(title: str) -> str:
    """Return the address that a title makes: ``Half marathon, masters`` gives ``half-marathon-masters``."""
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:LONGEST_ID].strip("-")
    return slug if slug and slug != "index" else "my-plan"


def read_weekday(text: str) -> Weekday:
    """Return a weekday; three letters are enough."""
    word = text.strip().lower()
    found = next((day for day in WEEKDAYS if len(word) >= 3 and day.startswith(word)), None)
    if found is None:
        hint = nearest(word, WEEKDAYS)
        raise ValueError(f"{quoted(text)} is not a weekday, such as sunday{f'. {hint}' if hint else ''}")
    return found
