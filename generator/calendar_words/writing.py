"""A workout as the cell means it, in hardday's own words: ``6 x 800 m @ 5k / 400 m jog``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.calendar_words.lexemes import Lexeme, Unclear
from generator.calendar_words.nodes import Many, Meant, Node, One, every, meaning, steps
from generator.calendar_words.pauses import ENDS, RESTING
from generator.frozen import frozen

#: Efforts that make a run quality: threshold and harder, marathon pace, hills.
HARD = frozenset(
    {"threshold", "interval", "repetition", "mile", "3k", "5k", "10k", "half-marathon", "marathon", "hills", "hard"}
)
HARD_RPE = 6
_EASY = frozenset({"easy", "steady", "aerobic"})


class Unwritable(Exception):
    """What is understood and has no place in a workout's steps: a range, a count alone, a length and a time at once."""


@frozen
class Effort:
    """How a step is run: a word for it, a target, a pace and an RPE, each as workouts write them."""

    word: str = ""
    target: str = ""
    pace: str = ""
    rpe: str = ""

    def text(self, repeated: bool, pause: bool) -> str:
        """Return the words after a step's length; what is repeated without words is run, not merely steady."""
        aims = "".join(f" @ {aim}" for aim in (self.target, self.pace, self.rpe) if aim)
        plain = "run" if repeated and not pause and not aims else ""
        word = "" if self.target else self.word or plain
        return f"{f' {word}' if word else ''}{aims}"


def workout_text(nodes: Sequence[Node], target: str) -> str:
    """Return the workout; ``target`` is the effort named before it, for what says none.

    Unwritable if it is understood but has no such words, Unclear if it says two things.
    """
    repeats = [node for node in nodes if isinstance(node, Many)]
    open_ = [node for node in nodes if not _says_effort(node)]
    meant = repeats or (open_ if len(open_) == 1 else [])
    aimed = Effort(target=target)
    return ", ".join(_written(node, aimed if node in meant else Effort(), repeated=False) for node in nodes)


def _says_effort(node: Node) -> bool:
    said = meaning(node.words)
    return bool(said.aims or said.soft or said.paces or said.rpes or said.step not in (None, "run"))


def effort(meant: Meant, words: Sequence[Lexeme], within: Effort) -> Effort:
    """Return how a step is run, by its own words and those of the repeat it stands in."""
    aimed = {aim.target for aim in meant.aims}
    targets = aimed or {target for target, _ in meant.soft if meant.step not in ENDS}
    step = "" if targets == {"strides"} or meant.step in (None, "run") else str(meant.step)
    gentle = step in _EASY | RESTING or (targets == {"strides"} and meant.step in RESTING)
    if gentle and targets:
        raise Unclear(words[0].start, words[-1].end, "it is easy and hard at once; write one of them")
    if len(aimed) > 1:
        raise Unclear(words[0].start, words[-1].end, "it names two efforts; write one of them")
    if None in aimed or len(targets) > 1 or (step in ENDS and targets):
        raise Unwritable
    if (
        meant.optional
        or {"last", "first"} & meant.signs
        or len({pace.text for pace in meant.paces}) > 1
        or len(meant.rpes) > 1
    ):
        raise Unwritable
    own = not (step or targets)
    low, high = meant.rpes[0].rpe if meant.rpes else (0, 0)
    return Effort(
        step or (within.word if own else ""),
        str(next(iter(targets))) if targets else within.target if own else "",
        meant.paces[0].text if meant.paces else "" if step else within.pace,
        f"RPE {'-'.join(dict.fromkeys((str(low), str(high))))}" if meant.rpes else "" if step else within.rpe,
    )


def _is_open(node: Node) -> bool:
    """Return whether the effort of a repeat holds for a part of it."""
    return not _says_effort(node) and (isinstance(node, One) or any(map(_is_open, node.body)))


def _written(node: Node, within: Effort, repeated: bool) -> str:
    meant = meaning(node.words)
    if isinstance(node, One):
        return _one(node, effort(meant, node.words, within).text(repeated, pause=False))
    if node.count.least < 1:
        why = "repeats are counted in whole numbers from 1 to 100; write 6 x 800 m"
        raise Unclear(node.count.start, node.count.end, why)
    if node.count.least != node.count.most or (_says_effort(node) and not any(map(_is_open, node.body))):
        raise Unwritable
    inner = [_written(one, effort(meant, node.words, within), repeated=True) for one in node.body]
    body = inner[0] if len(inner) == 1 and isinstance(node.body[0], One) else f"({', '.join(inner)})"
    if node.pause is None:
        return f"{node.count.least} x {body}"
    pause = meaning(node.pause.words)
    words = effort(pause, node.pause.words, Effort()).text(repeated, pause=True)
    return f"{node.count.least} x {body} / {_one(node.pause, words)}"


def _one(one: One, words: str) -> str:
    if one.quantity is None or "-" in one.quantity.amount.text:
        raise Unwritable
    if any(other.timed != one.quantity.timed for other in one.also):
        raise Unwritable
    return f"{one.quantity.amount.text}{words}"


def is_hard(nodes: Iterable[Node]) -> bool:
    """Return whether a workout is quality by its own words: its efforts, or repeats with a jog or a rest between."""
    return any(_hard(node) for node in nodes)


def _hard(node: Node) -> bool:
    if isinstance(node, One):
        return _hard_words(node.words)
    if _hard_words(node.words) or any(_hard(one) for one in node.body):
        return True
    meant = meaning([word for inner in every([node]) for word in inner.words])
    strides = {"strides"} == {target for target, _ in meant.soft} | {aim.target for aim in meant.aims}
    works = [one for one in steps(node.body) if meaning(one.words).step not in RESTING]
    rests = [meaning(one.words).step for one in steps([node]) if one not in works]
    paused = node.pause is not None and meaning(node.pause.words).step in (None, "jog", "recovery")
    gentle = any(meaning([*one.words, *node.words]).step in _EASY for one in works)
    return not strides and not gentle and bool(works) and (paused or bool({"jog", "recovery"} & set(rests)))


def _hard_words(words: Sequence[Lexeme]) -> bool:
    meant = meaning(words)
    soft = {target for target, _ in meant.soft} if meant.step not in ENDS else set()
    targets = {aim.target for aim in meant.aims} | soft
    return None in targets or bool(targets & HARD) or any(felt.rpe[0] >= HARD_RPE for felt in meant.rpes)
