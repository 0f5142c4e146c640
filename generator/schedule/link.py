"""The cheapest way from the weeks before to one week after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from generator.schedule.candidates import Candidate
from generator.schedule.law import BROKEN
from generator.schedule.pattern import Pattern
from generator.schedule.preferences import CHANGES, SHUFFLED
from generator.schedule.seam import Seam


@dataclass(slots=True, eq=False)
class Node:
    """A week at the end of the best sequence that leads to it.

    No candidate: the outsider, which stands for all weeks not yet found. ``cost`` is the whole sequence's. ``place``
    orders the candidates of a week, ``rank`` whole sequences that cost the same. ``before``: the days before this week
    that later weeks still read.
    """

    cost: int
    candidate: Candidate | None
    place: int
    earlier: Node | None
    before: tuple[int, ...]
    rank: int = 0


#: The cheapest way found so far: its cost, the rank of the sequence it goes on from, that sequence's end.
_Found = tuple[int, int, Node | None]
_LAST_RANK = 1 << 60


class _Row(NamedTuple):
    """What the inner loop needs of an earlier week."""

    cost: int
    rank: int
    bits: int
    quiet: int
    tail: int
    node: Node


class _Bundle(NamedTuple):
    """Earlier weeks that share their key runs and lifts, cheapest first."""

    cost: int
    hard: int
    example: Pattern
    rows: list[_Row]


class _Way(NamedTuple):
    """A bundle as seen from later weeks: its least cost, and the bits its rows share when nothing moves."""

    cost: int
    shareable: int
    rows: list[_Row]


_cost = attrgetter("cost")


class Link:
    """Links weeks of one demand to weeks of the next.

    ``nodes`` come in order of cost, then rank. Nothing above ``limit`` is wanted.
    """

    def __init__(self, seam: Seam, nodes: Sequence[Node], limit: int) -> None:
        self._seam = seam
        self._limit = limit
        self._first = nodes[0]
        self._outsider = next((node for node in nodes if node.candidate is None), None)
        self._bundles: dict[int, _Bundle] = {}
        self._sorts: dict[tuple[int, ...], _Bundle] = {}
        self._ways: dict[int, list[_Way]] = {}
        self._known = [(node, node.candidate) for node in nodes if node.candidate is not None]
        same = self._known if seam.changes.alike else []
        self._same = {candidate.pattern.cells: (node, candidate) for node, candidate in same}

    def _bundle(self) -> None:
        """Sort the earlier weeks into bundles; put off until weeks that differ from theirs are looked at."""
        for node, candidate in self._known:
            self._add(node, candidate)
        self._known = []

    def _add(self, node: Node, candidate: Candidate) -> None:
        changes, pattern = self._seam.changes, candidate.pattern
        tail = self._seam.tail(node.before, candidate)
        row = _Row(node.cost, node.rank, changes.bits(pattern), changes.quiet_bits(pattern), tail, node)
        hard = changes.hard_bits(pattern)
        bundle = self._bundles.setdefault(hard, _Bundle(row.cost, hard, pattern, []))
        bundle.rows.append(row)
        self._sorts.setdefault(pattern.counts, bundle)

    def best(self, candidate: Candidate, limit: int) -> tuple[int, Node] | None:
        """Return the cheapest cost up to this week, its own left aside, and the node before it.

        None if there is no legal way of at most ``limit``.
        """
        changes, head = self._seam.changes, self._seam.head(candidate)
        found = self._from_outsider(limit)
        if changes.alike:
            found = self._unchanged(candidate, head, found)
        # Of weeks that ask for the same, only the very same one has no changes.
        if not changes.alike or self._first.cost + CHANGES <= found[0]:
            bits, quiet = (changes.bits(candidate.pattern), changes.quiet_bits(candidate.pattern))
            for way in self._seen_from(candidate):
                if way.cost > found[0]:
                    break
                found = self._through(way, bits, quiet, head, found)
        return None if found[2] is None else (found[0], found[2])

    def _unchanged(self, candidate: Candidate, head: int, found: _Found) -> _Found:
        cost, rank, _ = found
        same = self._same.get(candidate.pattern.cells)
        if same is None or same[0].cost > cost:
            return found
        step = self._seam.cost(self._seam.tail(same[0].before, same[1]), head)
        if step != BROKEN and (same[0].cost + step, same[0].rank) < (cost, rank):
            return same[0].cost + step, same[0].rank, same[0]
        return found

    def _through(self, way: _Way, bits: int, quiet: int, head: int, found: _Found) -> _Found:
        cost, rank, best = found
        known = self._seam.known(head)
        share, quiet_share = way.shareable, self._seam.changes.quiet
        for row in way.rows:
            if row.cost > cost:
                break
            total = row.cost + CHANGES * (share - (bits & row.bits).bit_count())
            if total > cost:
                continue
            step = known.get(row.tail)
            if step is None:
                step = self._seam.cost(row.tail, head)
            if step == BROKEN:
                continue
            total += step + SHUFFLED * (quiet_share - (quiet & row.quiet).bit_count())
            if total < cost or (total == cost and row.rank < rank):
                cost, rank, best = total, row.rank, row.node
        return cost, rank, best

    def _seen_from(self, candidate: Candidate) -> list[_Way]:
        """The bundles by what they cost at least, if nothing but their key runs and lifts has moved."""
        changes, pattern = self._seam.changes, candidate.pattern
        hard = changes.hard_bits(pattern)
        known = self._ways.get(hard)
        if known is None:
            self._bundle()
            shared = {b.example.counts: changes.shareable_and_hard(b.example, pattern) for b in self._sorts.values()}
            known = []
            for bundle in self._bundles.values():
                shareable, hard_shareable = shared[bundle.example.counts]
                cost = bundle.cost + CHANGES * (hard_shareable - (bundle.hard & hard).bit_count())
                if cost <= self._limit:
                    known.append(_Way(cost, shareable, bundle.rows))
            known.sort(key=_cost)
            self._ways[hard] = known
        return known

    def _from_outsider(self, limit: int) -> _Found:
        node, moved = self._outsider, CHANGES * self._seam.least_changes
        if node is None or node.cost + moved > limit:
            return limit, _LAST_RANK, None
        return node.cost + moved, node.rank, node
