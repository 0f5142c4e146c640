"""Calendars to subscribe to: one whole-day event for each training day of a plan that leads to a dated race."""

from generator.publish.calendars.feeds import Feeds, calendar_feeds
from generator.publish.calendars.ledger import FILE as LEDGER
from generator.publish.calendars.ledger import Ledger, read_ledger, write_ledger

__all__ = ["LEDGER", "Feeds", "Ledger", "calendar_feeds", "read_ledger", "write_ledger"]
