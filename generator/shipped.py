"""What comes with hardday: page templates and words, and the library, policies and settings that a project begins with.

In a checkout they stand beside the package, for whoever works on them; in an installed package they lie in it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
#: The folder that holds ``templates/``, ``plans/library``, ``plans/policies`` and ``mkdocs.yml``.
SHIPPED = _PACKAGE / "shipped_files" if (_PACKAGE / "shipped_files").is_dir() else _PACKAGE.parent
TEMPLATES = SHIPPED / "templates"
