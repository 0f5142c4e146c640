"""No bookmark breaks: the ledger of all addresses, what was renumbered or given up since, and where it leads."""

from generator.bookmarks.expected import expected
from generator.bookmarks.history import History, read_history
from generator.bookmarks.ledger import FILE as LEDGER
from generator.bookmarks.ledger import changes, is_address, read_ledger, write_ledger
from generator.bookmarks.past import past_of, pasts_of
from generator.bookmarks.settled import OVER, Settled, settled
from generator.bookmarks.told import told

__all__ = [
    "LEDGER",
    "OVER",
    "History",
    "Settled",
    "changes",
    "expected",
    "is_address",
    "past_of",
    "pasts_of",
    "read_history",
    "read_ledger",
    "settled",
    "told",
    "write_ledger",
]
