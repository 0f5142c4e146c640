"""A running calendar that somebody already has, read from their file and written as a definition.

File → sheet → columns and weeks → cells understood by the vocabulary → kinds for the runs that have none → calendar.
"""

from generator.calendar_import.calendar import Calendar, CalendarWeek, Guess
from generator.calendar_import.columns import Columns, load_columns
from generator.calendar_import.reading import read_calendar

__all__ = ["Calendar", "CalendarWeek", "Columns", "Guess", "load_columns", "read_calendar"]
