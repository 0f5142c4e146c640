"""Layers: one athlete's weeks laid over a plan that stays as it is.

First what changes the plan itself (``rewritten``: a lighter week moved, a week written out), then what changes weeks
of the plan that came of it (``overlay``: no gym, travel, illness): which runs are left, and what that means for the
lifts. The scheduler places the lifts anew; where they turn out too few for a base week, or none are left, the week
pauses (``after``). Weeks that no layer concerns keep their days.
"""

from __future__ import annotations

from generator.layers.course import Course
from generator.layers.overlay import Overlay, overlay
from generator.layers.rewriting import Rewritten, as_allowed, rewritten
from generator.layers.telling import layer_place, told_changes

__all__ = ["Course", "Overlay", "Rewritten", "as_allowed", "layer_place", "overlay", "rewritten", "told_changes"]
