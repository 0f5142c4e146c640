"""The kinds of file that a site holds: their types, and which of them never change under their name."""

from __future__ import annotations

from collections.abc import Mapping

#: Each type with the endings of its files.
TYPES: Mapping[str, tuple[str, ...]] = {
    "text/html": ("html",),
    "text/css": ("css",),
    "text/javascript": ("js", "mjs"),
    "text/calendar": ("ics",),
    "text/plain": ("txt",),
    "text/csv": ("csv",),
    "application/json": ("json", "map"),
    "application/manifest+json": ("webmanifest",),
    "application/xml": ("xml",),
    "application/gzip": ("gz",),
    "image/svg+xml": ("svg",),
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/webp": ("webp",),
    "image/x-icon": ("ico",),
    "font/woff2": ("woff2",),
}
#: Types whose files are text in UTF-8, and are told so.
WITH_CHARSET = (
    "text/html",
    "text/css",
    "text/javascript",
    "text/calendar",
    "text/plain",
    "text/csv",
    "application/json",
)
#: Types worth packing.
PACKED = (
    *(one for one in WITH_CHARSET if one != "text/html"),
    *("application/manifest+json", "application/xml", "image/svg+xml"),
)
#: What stands below ``assets/`` under a name made of its content, as a regular expression: eight digits before a point
#: or a slash. Such a file may be kept for a year and never be asked for again; all else is asked for anew.
HASHED = r"assets/(?:[^?]*[-.])?[0-9a-f]{8}[./]"
FOR_EVER = "public, max-age=31536000, immutable"
ANEW = "no-cache"
