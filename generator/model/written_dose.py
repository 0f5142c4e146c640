"""A dose as a written program has it, kept as it is: ``4 x 4RM``, ``3 x 8-10 @ 70-75 %, rest 2 min``, ``2 x 30 s``."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.frozen import frozen
from generator.model.quoting import quoted
from generator.model.units import Duration

MOST_SETS, MOST_REPS, MOST_HOLD_S, MOST_REST_S, MOST_RM, MOST_RIR, MOST_WEEKS = 20, 100, 600, 1200, 50, 10, 60
_N = r"[0-9]{1,4}(?:\s*(?:-|–|to)\s*[0-9]{1,4})?"
_WEEKS = re.compile(r"([0-9]{1,3}) weeks?(?: of)?\s+", re.I)
_AMOUNT = re.compile(rf"({_N})\s*[x×]\s*({_N})(?:\s*(RM)\b|\s*(s)\b|\s*[x×]\s*({_N})\s*s\b)?\s*", re.I)
_REST = re.compile(r"(?:,\s*|\s+|^)rest\s+(.*)$", re.I)
_REST_TIME = re.compile(rf"({_N})\s*(min|s)")
_PERCENT = re.compile(rf"({_N})\s*%(?:\s*(?:of\s+)?1RM)?(?:\s*,?\s+(?=RIR|RPE)|$)", re.I)
_EFFORT = re.compile(rf"(RIR|RPE)\s*({_N})", re.I)
_RM = re.compile(rf"({_N})\s*RM", re.I)


@frozen
class Span:
    """A whole number as written: one value (both ends the same) or a range."""

    least: int
    most: int


@frozen
class WrittenDose:
    """One week's dose of an exercise. ``weeks``: for how many weeks it stands; ``load``: how heavy, in its own words.

    Exactly what is written is set: ``percent`` of 1RM, ``rir``, ``rm`` (a load with which so many repetitions are just
    possible). All three are None where nothing is said.
    """

    sets: Span
    reps: Span
    hold_s: Span | None = None
    percent: Span | None = None
    rir: Span | None = None
    rm: Span | None = None
    rest_s: Span | None = None
    load: str = ""
    weeks: int = 1

    @property
    def says_how_heavy(self) -> bool:
        """True if a load or an effort is written."""
        return bool(self.percent or self.rir or self.rm)


def dose_of(text: str, whole: str) -> WrittenDose:
    """Read a dose of the exercise that ``whole`` writes; ValueError names the part that is not understood."""
    weeks = _WEEKS.match(text)
    amount = _AMOUNT.match(text, weeks.end() if weeks else 0)
    if not amount:
        what = "nothing stands beside a bar" if not text else f"{quoted(text)} is not a dose"
        raise ValueError(f"{what} in {quoted(whole)}; write sets x repetitions, such as 4 x 6 @ RIR 2 or 2 x 30 s")
    sets, reps, is_rm, is_held, hold = amount.groups()
    effort, rest = _cut_rest(text[amount.end() :], whole)
    seconds = reps if is_held else hold
    dose = WrittenDose(
        sets=_span(sets, "sets", MOST_SETS),
        reps=Span(1, 1) if is_held else _span(reps, "repetitions", MOST_REPS),
        hold_s=_span(seconds, "seconds held", MOST_HOLD_S) if seconds else None,
        rest_s=rest,
        weeks=_span(weeks[1], "weeks", MOST_WEEKS).least if weeks else 1,
    )
    if is_rm:
        if effort:
            raise ValueError(f"{quoted(text)} says twice how heavy it is; {reps}RM is the load already")
        dose = replace(dose, rm=dose.reps, load=f"{''.join(reps.split())}RM")
    return _with_effort(dose, effort, whole) if effort else dose


def _with_effort(dose: WrittenDose, effort: str, whole: str) -> WrittenDose:
    words = effort.removeprefix("@").strip()
    plain = words.lower().removeprefix("to ")
    if plain == "failure":
        return replace(dose, rir=Span(0, 0), load="to failure")
    percent = _PERCENT.match(words) if effort.startswith("@") else None
    rest = words[percent.end() :] if percent else words
    told, rm = (pattern.fullmatch(rest) if effort.startswith("@") else None for pattern in (_EFFORT, _RM))
    if (rest and not told and not rm) or (percent and rm) or not words:
        raise ValueError(_not_understood(effort, words, whole))
    if percent:
        dose = replace(dose, percent=_span(percent[1], "percent of 1RM", 100, least=0))
    if told:
        dose = replace(dose, rir=_reserve(told))
    if rm:
        dose = replace(dose, rm=_span(rm[1], "repetitions", MOST_RM))
        if dose.rm and dose.reps.least > dose.rm.most:
            raise ValueError(f"{dose.reps.least} repetitions can't be done with a load of {words}, in {quoted(whole)}")
    return replace(dose, load=words)


def _reserve(told: re.Match[str]) -> Span:
    if told[1].upper() == "RIR":
        return _span(told[2], "repetitions in reserve", MOST_RIR, least=0)
    felt = _span(told[2], "on the scale of effort", 10, least=5)
    return Span(10 - felt.most, 10 - felt.least)


def _not_understood(effort: str, words: str, whole: str) -> str:
    right = "write @ RIR 2, @ 85 %, @ 6RM or to failure behind sets x repetitions"
    if re.fullmatch(_N, words):
        units = f"{words} %" if int(words[:2]) > MOST_RIR * 2 else f"{words}RM or RIR {words}"
        return f"{quoted(effort)} in {quoted(whole)} has no unit; write {units}"
    if re.search(r"[0-9]\s*(kg|lb|lbs)\b", words, re.I):
        return f"{quoted(effort)} in {quoted(whole)} is a weight, which is another for every runner; {right}"
    return f"{quoted(effort)} in {quoted(whole)} is not understood; {right}"


def _cut_rest(text: str, whole: str) -> tuple[str, Span | None]:
    """Return what stands before the rest between sets, and that rest in seconds."""
    found = _REST.search(text)
    before = (text[: found.start()] if found else text).strip().rstrip(",").strip()
    if not found:
        return before, None
    time = _REST_TIME.fullmatch(found[1].strip())
    if not time:
        raise ValueError(
            f"{quoted(found[0].strip(' ,'))} in {quoted(whole)} is no rest; write rest 90 s or rest 2-3 min"
        )
    ends = re.findall(r"[0-9]+", time[1])
    least, most = (Duration.parse(f"{end} {time[2]}").seconds for end in (ends[0], ends[-1]))
    if not 1 <= least <= MOST_REST_S or most > MOST_REST_S:
        raise ValueError(f"a rest of {found[1]} can't be, in {quoted(whole)}; expected up to {MOST_REST_S // 60} min")
    return before, _rising(Span(least, most), found[1])


def _span(text: str, what: str, most: int, least: int = 1) -> Span:
    ends = [int(end) for end in re.findall(r"[0-9]+", text)]
    span = _rising(Span(ends[0], ends[-1]), text)
    if span.least < least or span.most > most:
        raise ValueError(f"{text} {what} can't be; expected {least} to {most}")
    return span


def _rising(span: Span, text: str) -> Span:
    if span.least > span.most:
        raise ValueError(f"{quoted(text)} runs backwards; write the smaller number first")
    return span
