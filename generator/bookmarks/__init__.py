"""No bookmark breaks: the ledger of all addresses, what was renumbered or given up since, and where it leads."""

from generator.bookmarks.expected import expected
from generator.bookmarks.history import History, history_of, read_history
from generator.bookmarks.ledger import FILE as LEDGER
from generator.bookmarks.ledger import changes, is_address, read_ledger, write_ledger
from generator.bookmarks.moved_file import read_moved_file
from generator.bookmarks.past import Ledgers, past_of, pasts_of
from generator.bookmarks.settled import OVER, Settled, settled
from generator.bookmarks.told import told
from generator.bookmarks.written import Said, Written, written

__all__ = [
    "LEDGER",
    "OVER",
    "History",
    "Ledgers",
    "Said",
    "Settled",
    "Written",
    "changes",
    "expected",
    "history_of",
    "is_address",
    "past_of",
    "pasts_of",
    "read_history",
    "read_ledger",
    "read_moved_file",
    "settled",
    "told",
    "write_ledger",
    "written",
]
