"""Drawn calendars said in people's words: wordings that leave a runner no doubt, in any case, order and spacing."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from tests.calendars.calendar_drawn import DAYS, Drawn, DrawnDay, DrawnWeek

REST = ("rest", "Rest", "REST", "off", "Off", "rest day", "day off", "", "-")
WORDS = {
    "easy": ("easy {}", "{} easy", "easy run {}", "{} easy run", "recovery {}", "{} recovery run", "easy jog {}"),
    "aerobic": ("aerobic {}", "{} aerobic", "steady {}", "{} steady run", "general aerobic {}", "{} aerobic run"),
    "quality": ("tempo {}", "{} tempo", "tempo run {}", "threshold {}", "fartlek {}", "quality {}", "{} tempo run"),
    "long": ("long {}", "{} long", "long run {}", "{} long run", "long slow run {}"),
    "race": ("race {}", "{} race", "tune-up race {}"),
    "cross": ("cross {}", "{} cross", "bike {}", "swim {}", "{} bike", "cross-training {}", "cross training {}"),
}
OPTIONAL = ("rest or {}", "{} or rest", "off or {}", "optional {}", "{} (optional)")
UNITS = {
    "km": ("{} km", "{}km", "{} kilometers", "{} k"),
    "mi": ("{} mi", "{}mi", "{} miles", "{} mile"),
    "min": ("{} min", "{}min", "{} mins", "{} minutes", "{}'"),
}
RANGES = ("{}-{}", "{} - {}", "{}–{}", "{} to {}")
NAMED_RACES = {5: "5k", 10: "10k", 21.1: "half marathon", 42.2: "marathon"}
HEADERS = (
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("MON", "TUES", "WED", "THURS", "FRI", "SAT", "SUN"),
)


@st.composite
def amounts(draw: Any, session: Drawn) -> str:
    """Say how far or how long; whole hours and minutes also as people write them."""
    if session.kind == "race" and session.least in NAMED_RACES and draw(st.booleans()):
        return NAMED_RACES[session.least]
    ends = [f"{end:g}" for end in dict.fromkeys((session.least, session.most))]
    if session.unit == "min" and len(ends) == 1 and session.least >= 60 and draw(st.booleans()):
        hours, minutes = divmod(int(session.least), 60)
        ways = (f"{hours} h {minutes} min", f"{hours}h{minutes:02}", f"{hours} hr {minutes} min")
        return draw(st.sampled_from(ways if minutes else (f"{hours} h", f"{hours} hours")))
    number = ends[0] if len(ends) == 1 else draw(st.sampled_from(RANGES)).format(*ends)
    return draw(st.sampled_from(UNITS[session.unit])).format(number)


@st.composite
def cells(draw: Any, day: DrawnDay) -> str:
    """Say a day as a cell of somebody's calendar."""
    if not day:
        return draw(st.sampled_from(REST))
    said = [draw(_said(session)) for session in day]
    text = " + ".join(said)
    return draw(st.sampled_from([text, text, text.upper(), text.title(), f" {text} "]))


@st.composite
def _said(draw: Any, session: Drawn) -> str:
    amount = draw(amounts(session)) if session.unit else ""
    text = " ".join(draw(st.sampled_from(WORDS[session.kind])).format(amount).split())
    return draw(st.sampled_from(OPTIONAL)).format(text) if session.optional else text


@st.composite
def tables(draw: Any, weeks: Sequence[DrawnWeek]) -> str:
    """Say the calendar as the text of a CSV file, its days in any order, perhaps with a column of remarks."""
    names = draw(st.sampled_from(HEADERS))
    order = draw(st.one_of(st.just(list(range(len(DAYS)))), st.permutations(range(len(DAYS)))))
    notes = draw(st.booleans())
    out = io.StringIO()
    rows = csv.writer(
        out, delimiter=draw(st.sampled_from([",", ";"])), lineterminator=draw(st.sampled_from(["\n", "\r\n"]))
    )
    rows.writerow([draw(st.sampled_from(["week", "Week", "Wk"])), *(names[i] for i in order), *["Notes"] * notes])
    for number, week in enumerate(weeks, 1):
        remark = ["well done!"] if number % 3 == 0 else [""]
        rows.writerow([str(number), *(draw(cells(week[i])) for i in order), *remark * notes])
    return out.getvalue()
