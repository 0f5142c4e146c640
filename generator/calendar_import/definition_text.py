"""A calendar written as a definition: YAML that a physical therapist likes to edit, each guess with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.calendar_import.amounts import ASSUMED_PACE, pace_text
from generator.calendar_import.calendar import Calendar, CalendarWeek
from generator.frozen import frozen
from generator.model.definition import CalendarStrength
from generator.model.quoting import FORBIDDEN, one_line
from generator.model.units import Pace
from generator.model.vocabulary import Audience, Unit

BECAUSE = "the running is the calendar's own; hardday adds lifts and changes no run"
_GUESSED = " `a guess` is what hardday supposed: change it where it is wrong."
LONGEST_COMMENT = 140
FIRST_LINE = "# yaml-language-server: $schema=definition.schema.json"
_PLAIN = re.compile(r"[^\W_][^\n]*", re.S)
_NOT_PLAIN = re.compile(r": |:$| #|^(?:~|null|Null|NULL)$")
_AUDIENCES = "competitive, recreational, first-timer, masters, returning or triathlete"


@frozen
class Heading:
    """What the definition says beside its calendar. ``file`` names what was imported; '' is what nobody said."""

    file: str
    title: str
    audience: Audience = "recreational"
    author: str = ""
    source: str = ""
    licence: str = ""
    easy_pace: str = ""


def definition_text(calendar: Calendar, heading: Heading, relaxed: Sequence[str] = ()) -> str:
    """Return the definition's text; ``relaxed`` are rules that the calendar's own running breaks."""
    reasons: dict[tuple[int, str], list[str]] = {day: ["nothing is written there"] for day in calendar.blank}
    for guess in calendar.guesses:
        reasons.setdefault((guess.week, guess.day), []).append(guess.reason)
    lines = [
        *_about(calendar, heading),
        "",
        *_entry(),
        "",
        *_strength(),
        "",
        *_rules(relaxed),
        f"# The running, week by week and as it is.{_GUESSED if reasons else ''}",
        "calendar:",
        *(line for week in calendar.weeks for line in _week(week, reasons)),
    ]
    return "\n".join(lines) + "\n"


def title_from(stem: str) -> str:
    """Return a title made of a file's name: ``spring_half-2027`` gives ``Spring half 2027``."""
    words = one_line(" ".join(re.split(r"[\s_-]+", stem)).strip(), 79).replace("\N{REPLACEMENT CHARACTER}", "")
    return f"{words[:1].upper()}{words[1:]}" if words else "A running calendar"


def scalar(text: str) -> str:
    """Return a text as YAML's value: as it stands where YAML reads it so, else in quotation marks."""
    if _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text) and text == text.strip():
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _said(key: str, text: str, comment: str = "") -> str:
    value = scalar(FORBIDDEN.sub("", " ".join(text.split())))
    return f"{key}: {value}  # {comment}" if comment else f"{key}: {value}"


def _about(calendar: Calendar, heading: Heading) -> Iterator[str]:
    weeks = f"{len(calendar.weeks)} week{'' if len(calendar.weeks) == 1 else 's'}"
    yield FIRST_LINE
    yield f"# Imported from {one_line(heading.file, 100)}. `hardday check` says what the rules make of it."
    yield _said("title", heading.title)
    yield _said("summary", f"A running calendar of {weeks}, as it is, with strength placed on it by rule.")
    yield _said("audience", heading.audience, _AUDIENCES)
    yield _said("units", calendar.units)
    yield _said("week_starts", calendar.week_starts)
    yield _pace(calendar, heading)
    yield _said("author", heading.author or "not named yet", "" if heading.author else "who answers for this plan")
    for key, text, wanted in (
        ("source", heading.source, "whose calendar it is and where it stands, or: our own"),
        ("licence", heading.licence, "under which licence or with whose permission it is published"),
    ):
        yield _said(key, text) if text else f"# {key}: needed before publishing: {wanted}"


def _pace(calendar: Calendar, heading: Heading) -> str:
    if heading.easy_pace:
        return _said("easy_pace", pace_text(Pace.parse(heading.easy_pace), _unit_of(heading.easy_pace)))
    if calendar.easy_pace is not None:
        return _said("easy_pace", pace_text(calendar.easy_pace, calendar.units), "from the calendar's easy runs")
    return _said("easy_pace", ASSUMED_PACE[calendar.units], "assumed: write this runner's own")


def _unit_of(pace: str) -> Unit:
    return "mi" if pace.strip().endswith("mi") else "km"


def _entry() -> Iterator[str]:
    yield "entry:"
    yield "  base_done: no   # yes if 6-8 weeks of base strength are done already"
    yield "  signed_off: no  # yes if a professional has confirmed that the lifts are done correctly"


def _strength() -> Iterator[str]:
    usual = CalendarStrength()
    settings = (
        ("# sessions", "2", "key lifts a week, such as 2 or 2-3; without this line each phase's usual number"),
        ("abbreviated", str(usual.abbreviated), "short bodyweight sessions a week, where the rules allow"),
        ("heavy", "yes" if usual.heavy else "no", "no: base weight throughout"),
        ("# base_weeks", "8", "weeks of base before the first heavy one, 6 to 8; without this line as long as fits"),
    )
    yield "# The lifting. Its phases follow from the running unless you write phases: of your own here."
    yield "strength:"
    wide = max(len(f"{key}: {value}") for key, value, _ in settings)
    for key, value, comment in settings:
        yield f"  {f'{key}: {value}':<{wide}}  # {comment}"


def _rules(relaxed: Sequence[str]) -> Iterator[str]:
    if relaxed:
        yield "# Rules for running that this calendar does not keep; they warn instead."
        yield "rules:"
        for slug in relaxed:
            yield f"  {slug}:"
            yield "    level: warning"
            yield f"    because: {scalar(BECAUSE)}"
        yield ""


def _week(week: CalendarWeek, reasons: Mapping[tuple[int, str], Sequence[str]]) -> Iterator[str]:
    yield f"  {week.number}:{f'  # {week.remark}' if week.remark else ''}"
    for day, given in week.days.items():
        why = "; ".join(dict.fromkeys(reasons.get((week.number, day), ())))
        comment = f"  # a guess: {one_line(why, LONGEST_COMMENT)}" if why else ""
        yield f"    {day}: {scalar(given.written)}{comment}"
