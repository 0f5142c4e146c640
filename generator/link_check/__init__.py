"""Follow every link of a built site: pages, anchors, pictures, style sheets, scripts, the manifest.

A site is looked at in parts, each when it is made and from memory (``look``): what of it leads out of the part, and
which anchors it offers. ``dead_links_of`` joins the looks of the whole site; ``dead_links`` does both for a folder.
Addresses of other sites are left alone.
"""

from generator.link_check.joining import dead_links, dead_links_of
from generator.link_check.looking import Look, look

__all__ = ["Look", "dead_links", "dead_links_of", "look"]
