"""The site's addresses (permanent, contract) and the files that MkDocs makes them from.

An address is relative to the site's root and ends in a slash; the home page's is empty.
"""

from __future__ import annotations

from generator.model.plan import Phase, Plan, Week

ASSESSMENT = "assessment/"
LOG = "log/"
IMPRINT = "imprint/"
PRIVACY = "privacy/"
EMBED = "embed/"


def plan_address(plan: Plan) -> str:
    """Return ``plans/<plan>/``."""
    return f"plans/{plan.id}/"


def phase_address(plan: Plan, phase: Phase) -> str:
    """Return ``plans/<plan>/<phase>/``."""
    return f"plans/{plan.id}/{phase.id}/"


def week_address(plan: Plan, week: Week) -> str:
    """Return ``plans/<plan>/week-07/``: two digits, three in plans of 100 weeks or more."""
    width = 3 if len(plan.weeks) >= 100 else 2
    return f"plans/{plan.id}/week-{week.number:0{width}d}/"


def this_week_address(plan: Plan) -> str:
    """Return ``plans/<plan>/this-week/``."""
    return f"plans/{plan.id}/this-week/"


def calendar_address(plan: Plan) -> str:
    """Return ``plans/<plan>/calendar/``."""
    return f"plans/{plan.id}/calendar/"


def booklet_address(plan: Plan) -> str:
    """Return ``plans/<plan>/booklet/``."""
    return f"plans/{plan.id}/booklet/"


def feed_addresses(plan: Plan) -> tuple[str, ...]:
    """Return where a plan's calendars to subscribe to are: one a dated race, each with its private variant."""
    names = (*(("calendar",) if plan.start else ()), *(race.id for race in plan.races))
    return tuple(f"plans/{plan.id}/{name}{busy}.ics" for name in names for busy in ("", "-busy"))


def exercise_address(slug: str) -> str:
    """Return ``exercises/<exercise>/``."""
    return f"exercises/{slug}/"


def rule_address(slug: str) -> str:
    """Return ``rules/<rule>/``."""
    return f"rules/{slug}/"


def source_file(address: str) -> str:
    """Return the Markdown file below ``build/pages`` whose page has this address: always an ``index.md``.

    MkDocs leaves a link in HTML alone, Zensical reads it as relative to the file; only where file and address lie
    at the same depth do both mean the same page.
    """
    return f"{address}index.md"


def relative(here: str, there: str) -> str:
    """Return the way from one page's address to another's, as a browser needs it; anchors are kept."""
    path, mark, anchor = there.partition("#")
    shared = 0
    while (end := here.find("/", shared) + 1) and path.startswith(here[shared:end], shared):
        shared = end
    way = "../" * here.count("/", shared) + path[shared:]
    return (way or ("" if mark else "./")) + mark + anchor
