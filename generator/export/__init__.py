"""Export: plans as tidy CSV tables, one for each kind of thing, for a spreadsheet or a program."""

from generator.export.cells import csv_text
from generator.export.files import strangers, write_tables, write_whole
from generator.export.tables import NAMES, TABLES, Table, table_of, written

__all__ = ["NAMES", "TABLES", "Table", "csv_text", "strangers", "table_of", "write_tables", "write_whole", "written"]
