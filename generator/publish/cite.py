"""A source named in a sentence, as a link to its place on the sources page."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from generator.publish.escape import escaped
from generator.publish.texts import Entries
from generator.publish.views.source import source_facts


def citing(sources: Entries, to: Callable[[str], str]) -> Callable[[str], Markup]:
    """Return ``cite(key)`` for a page's templates; it raises ValueError for a key the bibliography lacks."""

    def cite(key: str) -> Markup:
        source = source_facts(key, sources)
        return Markup('<a href="{}">{}</a>').format(to(source.address), escaped(source.short))

    return cite
