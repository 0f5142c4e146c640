"""Write the text of a file as a note on the merge request, over our last one if there is one.

Needs HARDDAY_NOTE_TOKEN, a project access token with the scope ``api``, and what GitLab sets for every pipeline.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MARK = "<!-- hardday diff -->"
A_PAGE = 100


def notes_address() -> str:
    """Return where the merge request's notes are."""
    names = ("CI_API_V4_URL", "CI_PROJECT_ID", "CI_MERGE_REQUEST_IID")
    api, project, request = (os.environ[name] for name in names)
    return f"{api}/projects/{project}/merge_requests/{request}/notes"


def ask(address: str, method: str = "GET", **said: str) -> Any:
    """Ask GitLab, and return its answer."""
    headers = {"PRIVATE-TOKEN": os.environ["HARDDAY_NOTE_TOKEN"], "Content-Type": "application/json"}
    data = json.dumps(said).encode("utf-8") if said else None
    request = urllib.request.Request(address, data, headers, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def notes(address: str) -> Iterator[dict[str, Any]]:
    """Yield the merge request's notes, a page after the other."""
    page = 1
    while found := ask(f"{address}?per_page={A_PAGE}&page={page}"):
        yield from found
        page += 1
        if len(found) < A_PAGE:
            return


def main(file: str) -> None:
    """Write the note."""
    text, address = Path(file).read_text(encoding="utf-8"), notes_address()
    own = ask(f"{os.environ['CI_API_V4_URL']}/user")["id"]
    ours = (note for note in notes(address) if note["author"]["id"] == own and note["body"].startswith(MARK))
    last = next(ours, None)
    if last is None:
        ask(address, "POST", body=text)
    else:
        ask(f"{address}/{last['id']}", "PUT", body=text)


if __name__ == "__main__":
    main(sys.argv[1])
