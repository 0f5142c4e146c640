"""What ``{% trans %}`` and ``_`` in a template say: the catalogue's text is our markup, each value in it is escaped.

Templates are written by us and so is the catalogue; values are not. They are put into the translation as they would
be put into the template: by ``escaped``, once.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from generator import language
from generator.publish.escape import escaped


def said(text: str, /, **values: object) -> Markup:
    """Return a text in the site's language with its values: ``said("Hello %(name)s", name=...)``."""
    return _with(language._(text), values)


def said_of(one: str, many: str, number: int, /, **values: object) -> Markup:
    """Return the form for a number; ``num`` is the number itself."""
    return _with(language.ngettext(one, many, number), {"num": number} | values)


def said_in(context: str, text: str, /, **values: object) -> Markup:
    """Return a text that means something else elsewhere."""
    return _with(language.pgettext(context, text), values)


def _with(text: str, values: Mapping[str, object]) -> Markup:
    return Markup(text % {name: escaped(value) for name, value in values.items()})
