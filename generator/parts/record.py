"""What is remembered of a plan's part: of what it was made, the files it became, and what others need of it.

Records lie below ``build/cache/``, one file a plan, so they take no more room than the plans that the project has. They
are plain JSON that is checked as it is read: one that is damaged, cut short, from another version of hardday or from
elsewhere is passed over, and its part is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.bookmarks import Said, Written
from generator.frozen import frozen
from generator.link_check import Look
from generator.model.digest import digest
from generator.model.finding import Diagnostic
from generator.parts.codec import encode
from generator.parts.files import Files, is_name
from generator.parts.kept import kept_text, read_kept, write_kept
from generator.parts.record_files import ENDING, FORMAT, record_path
from generator.publish.calendars.ledger import Revision
from generator.publish.summary import Summary
from generator.reviews import Reviewed

_OWN = "plans/"
_NO_LOOK = Look((), (), ())


@frozen
class Fact:
    """What MkDocs knows of a page, as ``html.PageFacts`` has it; ``meta`` as JSON."""

    source: str
    title: str
    meta: str
    entries: str


@frozen
class Html:
    """What the whole site needs of a part's pages: for the site map and the search index, and for following links.

    ``facts_key`` stands for the facts.
    """

    facts: tuple[Fact, ...] = ()
    look: Look = _NO_LOOK
    facts_key: str = ""


_NO_HTML = Html()


@frozen
class Record:
    """A plan's part. ``key`` stands for all that it was made of but what the project's records say of it.

    That is in ``summary.past`` and ``events``: the part is as it would be made today if both come out the same.
    ``summary_key`` stands for the summary. ``pages`` are files below ``build/pages``, ``site`` those below the site; it
    is empty where only pages were written.
    """

    key: str
    summary: Summary
    summary_key: str
    said: Said
    review: Reviewed
    diagnostics: tuple[Diagnostic, ...]
    events: Mapping[str, Revision]
    pages: Files
    site: Files
    html: Html = _NO_HTML

    @property
    def written(self) -> Written:
        """The plan's outline with what its definition says of its addresses."""
        return Written(self.summary.plan, self.said)


def read_record(path: Path) -> Record | None:
    """Return what a record says; None if there is none that we know, or if it speaks of files that are no plan's."""
    record = read_kept(path, FORMAT, Record)
    if record is None or not all(is_name(name) and name.startswith(_OWN) for name in (*record.pages, *record.site)):
        return None
    return record


def key_for(value: object) -> str:
    """Return what stands for frozen data."""
    return digest(json.dumps(encode(value)).encode("utf-8"))


def write_records(folder: Path, records: Mapping[str, Record], as_read: Collection[str] = ()) -> None:
    """Let the records of these plans, and of no others, lie in a folder; by the plan's id.

    ``as_read``: those that were read there, which stay if nothing of them has changed since.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.suffix == ENDING and path.stem not in records and not path.is_dir():
            path.unlink(missing_ok=True)
    for plan_id, record in records.items():
        path = record_path(folder, plan_id)
        if plan_id in as_read and path.is_file():
            continue
        write_kept(path, kept_text(FORMAT, record))
