"""A difference as the comment of a pull request: the summary first, each plan folded below it.

Whatever an author wrote stays text: no markup, no mention, no reference and no link comes of it, on GitHub and GitLab.
No line begins with an author's words, since a line may command GitLab. What grows too long is cut, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diff.difference import AddressChange, Difference, PlanDifference
from generator.diff.lines import (
    BETWEEN,
    FEW,
    address_groups,
    capital,
    feed_text,
    headline,
    plan_summary,
    shared_groups,
    shown_in,
    week_lines,
    whole_lines,
)
from generator.model.quoting import FORBIDDEN

#: By this line a workflow finds its comment again.
MARK = "<!-- hardday diff -->"
MOST = 60_000
_LONGEST_LINE = 1_500
_LINES_EACH = (10_000, 120, 40, 15, 5, 0)
_BREAK = "\u200b"
_MARKUP = re.compile(r"[\\`*_{}\[\]#!|~^$]|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
#: What would become a mention, a reference, or a link of itself.
_SPEAKING = re.compile(r"@|://|(?i:\bwww\.)|[#!~%$&](?=[\w\"'])|(?i:\bgh-(?=\d))|\b[0-9a-f](?=[0-9a-f]{6,39}\b)")


def difference_markdown(found: Difference, most: int = MOST) -> str:
    """Return the comment, of at most so many characters."""
    for lines in _LINES_EACH:
        text = _document(found, lines, len(found.plans))
        if len(text) <= most:
            return text
    shown = len(found.plans)
    while len(text) > most and shown:
        shown //= 2
        text = _document(found, 0, shown)
    return text if len(text) <= most else f"{text[: most - 40].rpartition(chr(10))[0]}\n\n_The rest is left out._"


def _document(found: Difference, lines: int, plans: int) -> str:
    return "\n".join(_parts(found, lines, plans)) + "\n"


def _parts(found: Difference, lines: int, plans: int) -> Iterator[str]:
    yield MARK
    yield "### What changes for athletes"
    yield ""
    yield f"{capital(headline(found))}."
    yield ""
    yield from _errors(found, lines)
    yield from (
        f"- {_text(found.old)} can't be read: {_code(str(one.place))} {_text(one.message)}"
        for one in found.faults_before[:FEW]
    )
    shown, left = found.plans[:plans], len(found.plans) - plans
    yield from (f"- **{_text(plan.title)}** ({_code(plan.id)}): {_text(plan_summary(plan))}" for plan in shown)
    if left:
        yield f"- and {left} more {'plan' if left == 1 else 'plans'}, left out here: `hardday diff` tells all"
    yield ""
    for plan in shown:
        yield from _folded(f"{_html(plan.title)}", list(_plan(plan)), lines)
    shared = list(_shared(found))
    if shared:
        yield from _folded("What plans share", shared, lines)
    if found.rewritten:
        yield f"Written otherwise, with nothing that anybody sees: {', '.join(map(_code, found.rewritten[:50]))}."
        yield ""
    yield f"<sub>{_html(found.old)} → {_html(found.new)}, told by <code>hardday diff</code>.</sub>"


def _errors(found: Difference, lines: int) -> Iterator[str]:
    if not found.errors:
        return
    shown = found.errors[: max(5, min(lines, 30))]
    yield "**This can't be published as it is:**"
    yield ""
    for one in shown:
        yield f"- {_code(str(one.place))} {_text(one.message)}"
    if len(shown) < len(found.errors):
        yield f"- and {len(found.errors) - len(shown)} more: `hardday check` tells all"
    yield ""


def _folded(summary: str, told: list[str], lines: int) -> Iterator[str]:
    """Yield a part that opens at a click; where it is cut it says how much is left out."""
    yield f"<details><summary>{summary}</summary>"
    yield ""
    yield from told[:lines]
    if len(told) > lines:
        yield f"- … {len(told) - lines} more lines, left out here: `hardday diff` tells all"
    yield ""
    yield "</details>"
    yield ""


def _plan(plan: PlanDifference) -> Iterator[str]:
    yield from (f"- {_text(line)}" for line in whole_lines(plan))
    for weeks, texts in week_lines(plan.weeks):
        yield f"- **{weeks}:** {_text(BETWEEN.join(texts))}"
    for before, faults in (("Before", plan.refused_before), ("Now", plan.refused_now)):
        yield from (f"- {before}: {_code(str(one.place))} {_text(one.message)}" for one in faults[:FEW])
        if len(faults) > FEW:
            yield f"- {before}: and {len(faults) - FEW} more"
    for said, findings in (("New", plan.findings_new), ("Gone", plan.findings_gone)):
        for one in findings:
            rule = f" ({_code(one.rule)})" if one.rule else ""
            yield f"- {said} {one.severity}{rule}: {_text(one.message)} – {_code(str(one.place))}"
    yield from _addresses(plan.addresses)
    for feed in plan.feeds:
        yield f"- Calendar {_code('/' + feed.feed)}: {feed_text(feed)}"


def _shared(found: Difference) -> Iterator[str]:
    for heading, changes in shared_groups(found.shared):
        for change in changes:
            shown = shown_in(change)
            yield f"- {heading}: {_text(change.text)}" + (f" ({_text(shown)})" if shown else "")
    yield from _addresses(found.addresses)


def _addresses(changes: tuple[AddressChange, ...]) -> Iterator[str]:
    for said, shown, more in address_groups(changes):
        named = [_code(f"/{one.address}") + (f" → {_code('/' + one.leads)}" if one.leads else "") for one in shown]
        yield f"- Addresses {said}: {', '.join(named)}" + (f" and {more} more" if more else "")


def _text(text: str) -> str:
    """Return a text in which nothing is markup, on one line."""
    plain = _SPEAKING.sub(lambda found: _broken(found[0]), _one_line(text))
    escaped = _MARKUP.sub(lambda found: f"\\{found[0]}", plain)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _broken(found: str) -> str:
    """Return what would be a mention or a link with an invisible break in it."""
    return f":{_BREAK}//" if found == "://" else f"{found}{_BREAK}"


def _code(text: str) -> str:
    """Return a text as code, in which nothing is markup; a backtick in it is told by another mark."""
    return f"`{_one_line(text).replace('`', chr(0x2019)).replace('|', '¦') or ' '}`"


def _html(text: str) -> str:
    """Return a text inside markup of our own."""
    plain = _SPEAKING.sub(lambda found: _broken(found[0]), _one_line(text))
    entities = {ord(mark): f"&#{ord(mark)};" for mark in "&<>\"'`*_[]\\|~"}
    return plain.translate(entities)


def _one_line(text: str) -> str:
    line = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"
