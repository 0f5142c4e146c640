"""Flat, frozen facts: all that a template prints, worked out once. No markup, no addresses relative to a page."""
