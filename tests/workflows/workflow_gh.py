"""The program ``gh api`` as far as the workflows use it, on a file of comments or issues instead of GitHub."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

_FILTER = re.compile(
    r'\.\[\] \| select\(\.user\.login == "([^"]+)" and \(\.body \| startswith\("([^"]+)"\)\)\) \| \.(id|number)'
)


def main(store: Path, login: str, arguments: list[str]) -> None:
    """Answer, or fail as gh does."""
    assert arguments.pop(0) == "api"
    method, fields, jq, address = "GET", {}, "", ""
    while arguments:
        argument = arguments.pop(0)
        if argument == "--method":
            method = arguments.pop(0)
        elif argument == "--jq":
            jq = arguments.pop(0)
        elif argument in ("--field", "--raw-field"):
            name, _, value = arguments.pop(0).partition("=")
            is_file = argument == "--field" and value.startswith("@")
            fields[name] = Path(value[1:]).read_text("utf-8") if is_file else value
        elif argument not in ("--paginate", "--silent"):
            assert not argument.startswith("-"), argument
            address = argument
    entries = json.loads(store.read_text("utf-8"))
    if method == "GET":
        wanted = _FILTER.fullmatch(jq)
        assert wanted, jq
        found = (one for one in entries if one["user"]["login"] == wanted[1] and one["body"].startswith(wanted[2]))
        print("\n".join(str(one[wanted[3]]) for one in found))
        return
    if method == "POST":
        number = 100 + len(entries)
        entries.append({"id": number, "number": number, "user": {"login": login}, "address": address, **fields})
    else:
        number = int(address.rpartition("/")[2])
        entry = next(one for one in entries if one["id"] == number)
        entry.update(fields, address=address)
    store.write_text(json.dumps(entries), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
