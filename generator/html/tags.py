"""Names of HTML's elements."""

from __future__ import annotations

import re


def names(spaced: str) -> frozenset[str]:
    """Return the names in a text."""
    return frozenset(spaced.split())


#: Elements without an end.
VOID = names("area base br col embed hr img input link meta param source track wbr")
#: Elements whose content is no HTML, or is none in some versions of the parser.
SPECIAL = names("iframe math noembed noframes noscript plaintext pre script style template textarea xmp")
#: A title in a picture that holds text alone: some versions of the parser take all that stands in it for text.
TITLE = re.compile(r"<title(?: [^>]*)?>[^<]*</title>")
