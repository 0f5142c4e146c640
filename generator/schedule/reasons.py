"""Why each run, rest day and lift stands where it stands: the rule (or the wish) and a sentence for the athlete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.frozen import frozen
from generator.language import N_, _, joined, upper_first, weekday_name
from generator.model.day_wish import ALL_KINDS, ALL_LIFTS
from generator.model.frame import Frame, Must, PlacedDay, PlacedWeek, Wish
from generator.model.line import DayRole, Line
from generator.model.plan import Reason
from generator.model.vocabulary import INTENSE_PHASES
from generator.rules.policy import Policy
from generator.schedule.cell import Cell
from generator.schedule.reason_words import asked_for, between, kept_for

_NEXT_COMBINED = N_("{day} is the next hard run and lift: {between} between.")
_LAST_COMBINED = N_("{day} was the last hard run and lift: {between} between.")
_NEXT_LIFTED = N_("{day} is the next hard day with a lift: {between} between.")
_LAST_LIFTED = N_("{day} was the last hard day with a lift: {between} between.")
_MOST = 3  # reasons that a session carries at most
_NEAR = 10  # days; what lies further off explains nothing


def line_of(frames: Sequence[Frame], weeks: Sequence[Sequence[Cell]]) -> Line:
    """Return the days of placed cells as rules read them, each on its own date."""
    return tuple(
        cell.role(frame.first_day + position, frame.number, frame.weekdays[position])
        for frame, cells in zip(frames, weeks, strict=True)
        for position, cell in enumerate(cells)
    )


def placed(frames: Sequence[Frame], weeks: Sequence[Sequence[Cell]], policy: Policy) -> tuple[PlacedWeek, ...]:
    """Return the frames with their days chosen, each day with its reasons."""
    line = line_of(frames, weeks)
    days: list[PlacedDay] = []
    for frame, cells in zip(frames, weeks, strict=True):
        for position, cell in enumerate(cells):
            day = _Day(frame, position, line, len(days), policy)
            lift_reasons = tuple(_first(day.why_lift())) if cell.lift else ()
            days.append(PlacedDay(cell.kind, cell.lift, tuple(_first(day.why_day())), lift_reasons))
    rest = iter(days)
    return tuple(PlacedWeek(frame, tuple(next(rest) for _ in frame.weekdays)) for frame in frames)


def _first(reasons: Iterator[Reason]) -> Iterator[Reason]:
    cited: set[str] = set()
    for reason in reasons:
        if reason.rule not in cited and len(cited) < _MOST:
            cited.add(reason.rule)
            yield reason


@frozen
class _Day:
    """One day of the line and what may be said about it. Rules that are off are not cited."""

    frame: Frame
    position: int
    line: Line
    i: int
    policy: Policy

    @property
    def here(self) -> DayRole:
        return self.line[self.i]

    @property
    def name(self) -> str:
        return weekday_name(self.here.weekday)

    def why_day(self) -> Iterator[Reason]:
        """Yield reasons for the day's run, cross-training or rest, the most telling first."""
        asked = tuple(self._asked(lift=False))
        yield from asked
        if self.frame.layered and asked and self.here.kind == "rest":
            return
        if self.here.kind == "race":
            yield from self._why_race()
        elif self.here.key_run:
            yield from self._why_key_run()
        elif self.here.kind in ("rest", "cross"):
            yield from self._why_off()
        else:
            yield from self._why_quiet_run()

    def why_lift(self) -> Iterator[Reason]:
        """Yield reasons for the day's lift, the most telling first."""
        yield from self._asked(lift=True)
        yield from (self._why_key_lift() if self.here.key_lift else self._why_short_lift())
        yield from self._cite("lift-after-run", _("Run first, then lift."))

    def _asked(self, lift: bool) -> Iterator[Reason]:
        every: tuple[Must | Wish, ...] = (*self.frame.musts, *self.frame.wishes)
        for said in every:
            if said.position == self.position and self._speaks(said, lift):
                thing = kept_for(self.here.kind, self.here.lifts[0] if lift else None)
                kept = _("This plan keeps {day} for {thing}.").format(day=self.name, thing=thing)
                if self.frame.given and not lift:
                    kept = _("The calendar has {thing} on {day}.").format(day=self.name, thing=thing)
                if isinstance(said, Must) and self.frame.layered and (said.why or not self.frame.given):
                    kept = said.why
                if isinstance(said, Wish):
                    kept = _("This plan prefers {day} for {thing}.").format(day=self.name, thing=thing)
                yield from (Reason("wish", text) for text in (kept,) if text)
                return

    def _speaks(self, said: Must | Wish, lift: bool) -> bool:
        if lift:
            return said.lifts != ALL_LIFTS and any(name in said.lifts for name in self.here.lifts)
        return said.kinds != ALL_KINDS and self.here.kind in said.kinds

    def _why_race(self) -> Iterator[Reason]:
        yield Reason("wish", _("Race day: the weeks before lead up to it."))
        heavy = next((day for day in self._back(28) if day.heavy), None)
        if heavy is not None:
            ago = self.here.day - heavy.day
            text = _("The last heavy lift was {days} days ago, well clear of the race.").format(days=ago)
            yield from self._cite("heavy-clear-of-race", text)
        else:
            yield from self._cite("heavy-clear-of-race", _("No heavy lift stands anywhere near the race."))

    def _why_key_run(self) -> Iterator[Reason]:
        if self.here.combined:
            text = _("{day} takes the hard run and the lift, so the easy days stay easy.").format(day=self.name)
            yield from self._cite("hard-days-hard", text)
            yield from self._recovered(_NEXT_COMBINED, _LAST_COMBINED)
        else:
            text = _("{day} is one of the week's hard days, so that the others can stay easy.").format(day=self.name)
            yield from self._cite("hard-days-hard", text)
        yesterday = next(self._back(1), None)
        if yesterday is None or not yesterday.lifts:
            yield from self._cite("no-key-run-after-heavy", _("No lift the day before, so you start this run fresh."))
        text = _("{asked}; {day} leaves the most room.")
        yield Reason("wish", text.format(asked=asked_for(self.frame, self.here.kind), day=self.name))

    def _why_off(self) -> Iterator[Reason]:
        yesterday = next(self._back(1), None)
        rest = self.here.kind == "rest"
        if yesterday is not None and yesterday.heavy:
            text = _("Yesterday was a heavy lift; today cross-training takes the place of a run, on purpose.")
            if rest:
                text = _("Yesterday was a heavy lift; today nothing is planned, on purpose.")
            yield from self._cite("rest-after-heavy", text)
        elif yesterday is not None and yesterday.key_run:
            text = _("Yesterday was hard; today cross-training takes the place of a run, on purpose.")
            if rest:
                text = _("Yesterday was hard; today nothing is planned, on purpose.")
            yield from self._cite("hard-days-hard", text)
        yield from self._cite("no-lift-on-easy-days", _("A day to recover, without any lifting."))
        yield Reason("wish", _("{asked}.").format(asked=asked_for(self.frame, self.here.kind)))

    def _why_quiet_run(self) -> Iterator[Reason]:
        yesterday, tomorrow = next(self._back(1), None), next(self._on(1), None)
        if yesterday is not None and yesterday.heavy:
            text = _(
                "Yesterday was a heavy lift, and not every week has room for a rest day here: keep this run relaxed."
            )
            yield from self._cite("rest-after-heavy", text)
        if tomorrow is not None and tomorrow.key_run:
            yield from self._cite("hard-days-hard", _("Tomorrow is hard, so today stays easy."))
        elif yesterday is not None and yesterday.key_run:
            yield from self._cite("hard-days-hard", _("Yesterday was hard, so today stays easy."))
        elif not self.here.key_lift:
            yield from self._cite("hard-days-hard", self._hard_days())
        if self.here.key_lift:
            yield from self._cite("hosts", _("A steady run can carry the lift, so the easy days stay free of it."))
        if self.here.kind == "easy" and not self.here.lifts:
            yield from self._cite(
                "no-lift-on-easy-days", _("An easy day is there to recover, so no lift stands on it.")
            )
        yield Reason("wish", _("{asked}; this is one.").format(asked=asked_for(self.frame, self.here.kind)))

    def _why_key_lift(self) -> Iterator[Reason]:
        if self.here.key_run:
            text = _("{day} is already hard, so the easy days stay easy.").format(day=self.name)
            yield from self._cite("hard-days-hard", text)
            yield from self._recovered(_NEXT_LIFTED, _LAST_LIFTED)
        elif self.here.lifts[0] == "base":
            yield from self._cite("hard-days-hard", _("A steady aerobic run can carry a base lift."))
        else:
            yield from self._cite(
                "third-key-lift", _("While the running is calm, an aerobic day can carry a heavy lift.")
            )
        if self.here.running in INTENSE_PHASES and self.here.lifts[0] == "maintenance":
            text = _("The running is at its hardest now, so this lift only keeps what you have.")
            yield from self._cite("maintenance-when-intense", text)
        other = next((day for day in (*self._back(_NEAR), *self._on(_NEAR)) if day.key_lift), None)
        if other is not None:
            text = _("{between} between this lift and {day}'s.")
            text = text.format(between=upper_first(between(self.here, other)), day=_named(other))
            yield from self._cite("lift-spacing", text)
        tomorrow = next(self._on(1), None)
        if self.here.heavy and tomorrow is not None and tomorrow.kind in ("rest", "cross"):
            yield from self._cite("rest-after-heavy", _("Tomorrow has no run, so there is time to recover."))

    def _why_short_lift(self) -> Iterator[Reason]:
        text = _("A short session without the big lifts, so it takes little from your next run.")
        yield from self._cite("abbreviated-content", text)
        if self.here.kind == "aerobic":
            text = _("{day} is an aerobic day, not an easy one, so it may carry a short lift.")
            yield from self._cite("no-lift-on-easy-days", text.format(day=self.name))

    def _recovered(self, following: str, past: str) -> Iterator[Reason]:
        """The next combined day, or else the one before: at least two days lie between. Both are sentences."""
        later = next((day for day in self._on(_NEAR) if day.combined), None)
        earlier = next((day for day in self._back(_NEAR) if day.combined), None)
        if later is not None:
            text = _(following).format(day=_named(later), between=between(self.here, later))
            yield from self._cite("two-recovery-days", text)
        elif earlier is not None:
            text = _(past).format(day=_named(earlier), between=between(earlier, self.here))
            yield from self._cite("two-recovery-days", text)

    def _hard_days(self) -> str:
        first_day = self.i - self.position
        days = self.line[first_day : first_day + self.frame.length]
        week = [day for day in days if day.key_run or day.key_lift]
        if not week:
            return _("A calm week: every run stays easy.")
        *first, last = [_named(day) for day in week]
        listed = joined((", ".join(first), last)) if first else last
        return _("The hard work stands on {days}, so today stays easy.").format(days=listed)

    def _cite(self, rule: str, text: str) -> Iterator[Reason]:
        if self.policy.level(rule) != "off":
            yield Reason(rule, text)

    def _back(self, days: int) -> Iterator[DayRole]:
        return reversed(self.line[max(0, self.i - days) : self.i])

    def _on(self, days: int) -> Iterator[DayRole]:
        return iter(self.line[self.i + 1 : self.i + 1 + days])


def _named(day: DayRole) -> str:
    return weekday_name(day.weekday)
