"""Drawn definitions expanded one after the other, and what came of each: a plan without errors, or a reason.

Run as a program it does as many as one likes: ``python tests/pressure/expanding.py 0 100000``.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from clash_brute import clashing_weeks, wanted_by  # noqa: E402
from day_rules_brute import findings  # noqa: E402
from drawn_definitions import definition, with_other_numbers  # noqa: E402

from generator.model.definition import Authored  # noqa: E402
from generator.model.finding import Refused  # noqa: E402
from generator.model.frame import Clash, Frame  # noqa: E402
from generator.outline import outline  # noqa: E402
from generator.overrides import merged, overrides_of, rule_checks  # noqa: E402
from generator.pipeline import Expanded, draft  # noqa: E402
from generator.project import Project, open_project  # noqa: E402
from generator.rules import Policy, resolve  # noqa: E402
from generator.schedule import Scheduled, TooManyWays, fits, schedule  # noqa: E402
from generator.settle import settle  # noqa: E402
from generator.validate import validate  # noqa: E402
from generator.yaml_tree import Tree  # noqa: E402

#: Rules over numbers that the author alone wrote: a plan that breaks them is refused at the author's line.
AUTHORS_NUMBERS = frozenset({"ramp", "single-run-spike"})
#: Rules whose numbers a policy may change and the second implementation takes as they are.
OF_POLICIES = ("base-dose", "maintenance-when-intense")
#: Definitions with the same days and other numbers that follow each that expands.
OTHERS = 9
Scheduler = Callable[[tuple[Frame, ...], Policy], Scheduled]


@dataclass
class Tally:
    """How many definitions came to what, and what should not have been, a line each."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, which: str, outcome: str, wrong: list[str]) -> None:
        """Note what came of one definition."""
        self.counts[outcome] += 1
        self.wrong += [f"{which}: {text}" for text in wrong]


def expand_all(seeds: Iterable[int], scheduler: Scheduler = schedule) -> Tally:
    """Expand the definitions drawn from these seeds; ``scheduler`` answers for those that are refused."""
    project, tally = open_project(ROOT), Tally()
    for seed in seeds:
        tally.add(f"seed {seed}", *_outcome(project, definition(random.Random(seed)), scheduler))
    return tally


def expand_families(seeds: Iterable[int], wanted: int, scheduler: Scheduler = schedule) -> Tally:
    """Expand definitions drawn from these seeds until so many have expanded or clash.

    Each that expands is followed by OTHERS that ask for the same days with other numbers: of all the time a plan takes,
    choosing its days takes most, and that is done once for all of them.
    """
    project, tally = open_project(ROOT), Tally()
    for seed in seeds:
        draw = random.Random(seed)
        first = definition(draw)
        outcome, wrong = _outcome(project, first, scheduler)
        tally.add(f"seed {seed}", outcome, wrong)
        for other in range(1, OTHERS + 1 if outcome == "expanded" else 1):
            told = _outcome(project, with_other_numbers(draw, first), scheduler)
            tally.add(f"seed {seed}, number {other} with the same days", *told)
        if tally.counts["expanded"] + tally.counts["clash"] >= wanted:
            break
    return tally


def _outcome(project: Project, drawn: dict[str, object], scheduler: Scheduler) -> tuple[str, list[str]]:
    tree = Tree("drawn.yaml", drawn)
    try:
        expanded = draft(project, tree, "drawn")
    except Refused as refused:
        return _refused(project, tree, refused, scheduler)
    return _expanded(expanded)


def _expanded(expanded: Expanded) -> tuple[str, list[str]]:
    """A plan without a finding at level error, which the second implementation confirms."""
    errors = [found for found in expanded.plan.findings if found.severity == "error"]
    wrong = [str(found) for found in errors if found.rule not in AUTHORS_NUMBERS]
    seen = findings(expanded.plan, wanted_by(expanded.policy))
    # how many sets and sessions a phase has is a policy's, too; only days are compared here
    days = {
        found for found in seen if found[3] == "error" and found[0] not in ("base-dose", "maintenance-when-intense")
    }
    wrong += [f"the second implementation finds {found}" for found in sorted(days, key=str)]
    return ("the author's numbers" if errors else "expanded"), wrong


def _refused(project: Project, tree: Tree, refused: Refused, scheduler: Scheduler) -> tuple[str, list[str]]:
    """A definition that is none, a clash that brute force confirms, or another stated reason."""
    told = [found for found in refused.diagnostics if found.message and found.severity == "error"]
    wrong = [] if told else ["refused without a reason"]
    try:
        validate(tree, "drawn", project.known, (rule_checks(project.policies.overrides, True),))
    except Refused:
        return "no valid definition", wrong
    frames, policy = asked(project, tree)
    try:
        answer = scheduler(frames, policy)
    except TooManyWays:
        seven = all(len(frame.weekdays) <= 7 for frame in frames)
        return "too many ways", [f"seven days are said to be too free: {told}"] * seven
    clashes = [found for found in answer if isinstance(found, Clash)]
    if not clashes:
        return "refused after the days were chosen", wrong
    named = {week for clash in clashes for week in clash.weeks}
    proved = clashing_weeks(frames, wanted_by(policy))
    if named != proved:
        wrong.append(f"a clash in weeks {sorted(named)}, but brute force finds it in {sorted(proved)}: {told}")
    return "clash", wrong


def asked(project: Project, tree: Tree) -> tuple[tuple[Frame, ...], Policy]:
    """Return what a valid definition asks of the scheduler."""
    authored: Authored = validate(tree, "drawn", project.known)
    written = authored.definition
    policy = resolve(merged(project.policies.overrides[written.policy], overrides_of(written.rules)))
    base, library = policy.params("base-before-heavy"), project.library
    authored = settle(
        authored,
        (base["least"], base["most"]),
        lambda tried, first, last: fits(outline(tried, library, first, last), policy),
    )
    return outline(authored, library), policy


def _all(first: int, end: int) -> Tally:
    """Expand the definitions of many seeds on all cores, and tell on standard error how far that is."""
    done, wanted = Tally(), [range(begin, min(end, begin + 500)) for begin in range(first, end, 500)]
    with ProcessPoolExecutor() as pool:
        for tally in pool.map(expand_all, wanted):
            done.counts += tally.counts
            done.wrong += tally.wrong
            print(f"{done.counts.total()} of {end - first}", file=sys.stderr)
    return done


if __name__ == "__main__":
    found = _all(int(sys.argv[1]), int(sys.argv[2]))
    print(dict(found.counts), *found.wrong, sep="\n")
    sys.exit(1 if found.wrong else 0)
