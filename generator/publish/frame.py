"""The frame: a page of the site into which a saved article is put where there is no reception.

By itself it says that a page is not saved. Its title and heading stand in all that is made of it, so the worker
(``templates/assets/js/sw``) has to know them.
"""

from __future__ import annotations

from generator.language import N_

FRAME = "offline/"
FRAME_TITLE = N_("Not on this phone yet")
FRAME_HEADING = "not-saved"
