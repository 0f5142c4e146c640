"""The site that engines are tried on: the project's own plans, and one for each other day on which weeks may begin."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from engine_drivers import Engine

T = TypeVar("T")
#: A plan for each first day of the week.
PLANS = {"monday": "time-crunched", "sunday": "sunday-weeks", "saturday": "saturday-weeks"}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ONE_DAY = timedelta(days=1)

_WEEK = """
const place = (card) => Number(card.dataset.place ?? card.dataset.at);
const cards = [...document.querySelectorAll(".hd-day")];
const days = cards.toSorted((one, other) => place(one) - place(other));
const bars = [...document.querySelectorAll(".hd-strip > a")];
return {
  dates: days.map((card) => card.querySelector(".hd-when").firstChild.data.trim()),
  today: days.findIndex((card) => card.classList.contains("hd-today")),
  first: cards[0].classList.contains("hd-today"),
  strip: bars.findIndex((bar) => bar.getAttribute("aria-current") === "date"),
  pills: document.querySelector(".hd-pills").textContent,
};
"""


def add_plans(project: Path) -> None:
    """Write plans whose weeks begin on Sunday and on Saturday into a copy of the project."""
    for first in ("sunday", "saturday"):
        text = f"title: Weeks from {first}\nextends: time-crunched\nweek_starts: {first}\norder: 900\n"
        (project / "plans" / f"{PLANS[first]}.yaml").write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class WeekPage:
    """What a week's page shows, its days in the order of the week."""

    dates: list[str]
    today: int
    first: bool
    strip: int
    pills: str


def week_page(engine: Engine) -> WeekPage:
    """Read the week's page that the engine shows."""
    return WeekPage(**engine.run(_WEEK))


def today_of(engine: Engine) -> date:
    """The day on the engine's own calendar, by the browser's clock and time zone."""
    year, month, day = engine.run(
        "const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()];"
    )
    return date(year, month, day)


def on_one_day(engine: Engine, look: Callable[[date], T]) -> tuple[date, T]:
    """Do what depends on today, and return that day with what came of it; again if midnight passed meanwhile."""
    today = today_of(engine)
    found = look(today)
    later = today_of(engine)
    return (today, found) if later == today else (later, look(later))


def keep(engine: Engine, key: str, value: Any) -> None:
    """Write an entry as the site's code would."""
    engine.run(f"localStorage.setItem({'hardday.1.' + key!r}, JSON.stringify({json.dumps(value)}));")


def forget(engine: Engine) -> None:
    """Delete everything that is kept."""
    engine.run("localStorage.clear();")


def named(day: date) -> str:
    """``Saturday, November 28``."""
    return f"{day:%A, %B} {day.day}"


def last_weekday(day: date, name: str) -> date:
    """The last such weekday up to a day."""
    return day - ((day.weekday() - WEEKDAYS.index(name)) % 7) * ONE_DAY
