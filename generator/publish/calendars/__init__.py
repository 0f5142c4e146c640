"""Calendars to subscribe to: one whole-day event for each training day of a plan that leads to a dated race."""
