"""What a page may load and run: the content security policy that stands in every page, so that every host has it.

Styles may stand in a page: the theme and the clinic's colors need them. Nothing may come from anywhere else.
"""

from __future__ import annotations

PAGE_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
