"""A week that layers have laid anew, as the scheduler is asked for it: every run fixed, lifts as the rules allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.frozen import frozen
from generator.language import N_, _
from generator.layers.lifting import Effect
from generator.layers.running_days import WeekDays
from generator.model.day_wish import ALL_KINDS, ALL_LIFTS
from generator.model.finding import Place
from generator.model.frame import Frame, KindAsk, LiftAsk, Must, Wish
from generator.model.vocabulary import DAY_KINDS, KEY_LIFTS, LiftKind

BASE_SESSIONS = 2  # of any kind, that make a base week
NO_LIFT = N_("no lift while ill, nor on the first two days back")


@frozen
class Ask:
    """What is asked of one week: its days, on which of them nothing may be lifted, and how its lifting changes.

    ``done``: days before an illness, which stay as they are, and their lifts. ``short``: short sessions beside what
    key lifts a base week has room for; ``lifts``: how many lifts the week has without layers. ``text`` says which
    layers they are, ``whys`` what each changed day tells the athlete.
    """

    days: WeekDays
    done: Mapping[int, LiftKind | None]
    no_lift: frozenset[int]
    no_gym: bool
    paused: bool
    short: int
    lifts: int
    effect: Effect | None
    text: str
    place: Place
    whys: Sequence[str]


def layered(frame: Frame, ask: Ask) -> Frame:
    """Return the frame of a week laid anew; everything it says of its runs is a must."""
    effect = ask.effect
    return replace(
        frame,
        strength="off" if ask.paused else effect.kind if effect else frame.strength,
        kinds=tuple(_kinds(ask)),
        lifts=tuple(_with_done(list(_lifts(frame, ask)), ask)),
        musts=tuple(_must(frame, ask, position) for position in range(frame.length)),
        wishes=tuple(_wishes(frame)),
        layered=True,
        no_gym=ask.no_gym,
        paused=frame.strength if ask.paused else None,
        eased=effect is not None and effect.eased,
        back=effect.back if effect else 0,
    )


def _kinds(ask: Ask) -> Iterator[KindAsk]:
    found = [day.kind for day in ask.days]
    for kind in DAY_KINDS:
        if kind in found:
            yield KindAsk(kind, found.count(kind), ask.text, ask.place)


def _must(frame: Frame, ask: Ask, position: int) -> Must:
    lifts = ALL_LIFTS
    for said in frame.musts:
        if said.position == position and "none" in said.lifts:
            lifts &= said.lifts
    text = ask.text
    if position in ask.done:
        lifts = frozenset({ask.done[position] or "none"})
    elif position in ask.no_lift:
        lifts, text = frozenset({"none"}), _(NO_LIFT)
    return Must(position, frozenset({ask.days[position].kind}), lifts, text, ask.place, ask.whys[position])


def _wishes(frame: Frame) -> Iterator[Wish]:
    """Of the author's words only those about lifting are left, and these are wishes now."""
    for must in frame.musts:
        if must.lifts != ALL_LIFTS and "none" not in must.lifts:
            yield Wish(must.position, ALL_KINDS, must.lifts, must.text, must.place)
    for wish in frame.wishes:
        yield replace(wish, kinds=ALL_KINDS)


def _with_done(asks: list[LiftAsk], ask: Ask) -> Iterator[LiftAsk]:
    """Lifts that are done have their place in the week, whatever else is asked of it."""
    yield from asks
    for kind, number in Counter(lift for lift in ask.done.values() if lift is not None).items():
        room = sum(asked.most for asked in asks if asked.kind == kind)
        if room < number:
            yield LiftAsk(kind, 0, number - room, ask.text, ask.place)


def _lifts(frame: Frame, ask: Ask) -> Iterator[LiftAsk]:
    short = sum(asked.most for asked in frame.lifts if asked.kind not in KEY_LIFTS)
    if ask.paused:
        most = ask.lifts if ask.no_gym else max(short, BASE_SESSIONS if frame.strength == "base" else 0)
    else:
        most = max(short, ask.short)
        for asked in frame.lifts:
            if asked.kind in KEY_LIFTS:
                yield _key_lift(asked, ask.effect.lift if ask.effect else None, ask)
    if most:
        text = f"{most} short lift{'' if most == 1 else 's'}"
        yield LiftAsk("abbreviated", 0, most, text, ask.place, wanted=0 if ask.paused and not ask.no_gym else most)


def _key_lift(asked: LiftAsk, kind: LiftKind | None, ask: Ask) -> LiftAsk:
    most = max(asked.most, BASE_SESSIONS) if ask.effect is not None and ask.effect.kind == "base" else asked.most
    wanted = asked.wanted or asked.least
    return replace(asked, kind=kind or asked.kind, least=0, most=most, wanted=wanted, place=ask.place)
