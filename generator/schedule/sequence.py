"""The best sequence of weeks, exactly, by dynamic programming over the seams.

The weeks of a plan are drawn from long lists of candidates, of which a good plan needs only the first few. So each
week starts with its cheapest candidates and one outsider, which stands for all candidates not yet found: it costs no
more than the cheapest of them, fits every neighbor and moves as little as possible. A best sequence without outsiders
is therefore best among all sequences. One with outsiders says which weeks need more candidates; they get them, and the
search is repeated. When nothing is left to find there are no outsiders, so the search ends. Where a list is too long
to be found whole, the search ends with the best of what is found.

Each search first looks for sequences whose weekdays change as little as they must, then for ones with more changes:
whatever lies above the limit, going by a lower bound for the weeks ahead, is left alone.
"""

from __future__ import annotations

from itertools import pairwise

from generator.schedule.ahead import Ahead
from generator.schedule.candidates import Candidate, Stream
from generator.schedule.demand import Demand
from generator.schedule.law import SEAM
from generator.schedule.layout import TooManyWays
from generator.schedule.link import Link, Node
from generator.schedule.preferences import CHANGES, HIGHEST, seam_gap_cost
from generator.schedule.seam import Seam
from generator.schedule.steps import Steps, last_days

_FIRST_LOOK, _GROWTH = 12, 3
_MORE_CHANGES = (0, 1, 2, 4, 8, 16, 32, 64, 128, 256)


class Sequencer:
    """Finds the best sequence of candidates for a row of demands."""

    def __init__(self, demands: tuple[Demand, ...], steps: Steps) -> None:
        self._demands = demands
        numbers: dict[Demand, int] = {}
        row = [numbers.setdefault(demand, len(numbers)) for demand in demands]
        different = list(numbers)
        self._streams = [Stream(demand, steps) for demand in different]
        self._row = [self._streams[number] for number in row]
        pairs = list(pairwise(row))
        seams = {pair: Seam(different[pair[0]], different[pair[1]], steps) for pair in dict.fromkeys(pairs)}
        self._seams = [seams[pair] for pair in pairs]
        self._steps = steps
        self._kept = self._days_kept()

    def best(self) -> tuple[Candidate, ...] | None:
        """Return the best legal sequence, or None if there is none. TooManyWays if nobody can tell."""
        spent = False
        for stream in self._streams:
            stream.fetch(_FIRST_LOOK)
        while True:
            path = self._search()
            if path is None and spent:
                raise TooManyWays
            if path is None:
                return None
            wanting = {id(stream): stream for stream, c in zip(self._row, path, strict=True) if c is None}
            if not wanting:
                return tuple(candidate for candidate in path if candidate is not None)
            for stream in wanting.values():
                stream.fetch(len(stream.found) * _GROWTH)
            if any(stream.spent for stream in wanting.values()):
                spent = True
                for stream in self._streams:
                    stream.end()

    def _days_kept(self) -> list[int]:
        """For each week, how many days before it must be told apart when it is chosen, since later weeks read them."""
        kept, needed = [], 0
        for week in reversed(range(len(self._demands))):
            depth = self._seams[week].depth if week < len(self._seams) else 0
            needed = max(0, max(depth, needed) - self._demands[week].length)
            kept.append(needed)
        return kept[::-1]

    def _search(self) -> tuple[Candidate | None, ...] | None:
        ahead = Ahead(self._row, self._seams, self._steps)
        least = min((node.cost + rest for node, rest in self._first(ahead)), default=None)
        if least is None:
            return None
        for more in _MORE_CHANGES:
            node = self._reached(ahead, (least // CHANGES + more + 1) * CHANGES - 1)
            if node is not None:
                return _path(node)
        node = self._reached(ahead, HIGHEST)
        return None if node is None else _path(node)

    def _reached(self, ahead: Ahead, limit: int) -> Node | None:
        """Return the end of the best sequence that costs at most ``limit``."""
        nodes = _ranked([node for node, rest in self._first(ahead) if node.cost + rest <= limit])
        for week in range(1, len(self._demands)):
            nodes = self._follow(week, nodes, ahead, limit)
        last = len(self._seams)
        for node in nodes:
            node.cost += (ahead.after(last, node.candidate) or 0) if node.candidate else 0
        return min(nodes, key=lambda node: (node.cost, node.rank), default=None)

    def _first(self, ahead: Ahead) -> list[tuple[Node, int]]:
        """The first week's gaps are measured as if its like came before: where a plan begins has no say in them."""
        stream = self._row[0]
        found: list[tuple[Node, int]] = []
        for place, c in enumerate(stream.ordered):
            rest = ahead.after(0, c)
            if rest is not None:
                found.append((Node(c.cost + seam_gap_cost(c.tail, c.head), c, place, None, ()), rest))
        rest = ahead.after_outsider[0]
        if stream.floor is not None and rest is not None:
            found.append((Node(stream.floor, None, -1, None, ()), rest))
        return found

    def _follow(self, week: int, nodes: list[Node], ahead: Ahead, limit: int) -> list[Node]:
        """Return the week's nodes, each after the best of the earlier ones."""
        stream, seam = self._row[week], self._seams[week - 1]
        wanted = [
            (place, candidate, limit - candidate.cost - rest)
            for place, candidate in enumerate(stream.ordered)
            if (rest := ahead.after(week, candidate)) is not None
        ]
        highest = max((most for _, _, most in wanted), default=0)
        rest = ahead.after_outsider[week]
        groups: dict[tuple[int, ...], list[Node]] = {}
        for node in nodes:
            groups.setdefault(self._before(week, node), []).append(node)
        found: list[Node] = []
        for before, group in groups.items():
            link = Link(seam, group, highest)
            least = group[0].cost + CHANGES * seam.least_changes
            for place, candidate, most in wanted:
                way = link.best(candidate, most) if least <= most else None
                if way is not None:
                    found.append(Node(way[0] + candidate.cost, candidate, place, way[1], before))
            if stream.floor is not None and rest is not None and least + stream.floor + rest <= limit:
                found.append(Node(least + stream.floor, None, -1, group[0], before))
        return _ranked(found)

    def _before(self, week: int, node: Node) -> tuple[int, ...]:
        if self._kept[week] == 0 or node.candidate is None:
            return ()
        return last_days((*node.before, SEAM, *node.candidate.cells), self._kept[week])


def _path(node: Node) -> tuple[Candidate | None, ...]:
    path: list[Candidate | None] = []
    last: Node | None = node
    while last is not None:
        path.append(last.candidate)
        last = last.earlier
    return tuple(reversed(path))


def _ranked(nodes: list[Node]) -> list[Node]:
    """Order nodes by cost; sequences that cost the same come in the order of their weeks, the earliest week first."""
    nodes.sort(key=lambda n: (n.earlier.rank if n.earlier else 0, n.place))
    for rank, node in enumerate(nodes):
        node.rank = rank
    nodes.sort(key=lambda n: (n.cost, n.rank))
    return nodes
