"""Run the command line, as ``hardday`` and as ``python -m generator``."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from generator.cli import main


def program() -> NoReturn:
    """Run a command and end with its exit status, at once.

    Python would first take apart all that the command had in memory, object by object: a twentieth of a short build.
    """
    status: object = None
    try:
        main()
    except SystemExit as ended:
        status = ended.code
    if not (status is None or isinstance(status, int)):
        sys.exit(str(status))
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody reads any more: Python knows how to end then
        sys.exit(status)
    os._exit(status or 0)


if __name__ == "__main__":
    program()
