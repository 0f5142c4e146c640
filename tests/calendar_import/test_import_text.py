"""Tables of text: delimiters, encodings, quotation marks, Markdown with words around it, and what is no table."""

from __future__ import annotations

from pathlib import Path

import pytest
from import_tables import HEADER, WEEK, days, faults, places, read, rows

DAYS = ["rest", "easy 5 km", "aerobic 8 km", "easy 6 km", "rest", "easy 6 km", "long 16 km"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_makes_weekdays(delimiter: str, tmp_path: Path) -> None:
    text = rows(f"1,{WEEK}").replace(",", delimiter)
    assert days(read(tmp_path, text)) == DAYS


def test_a_comma_in_a_cell_does_not_make_it_the_delimiter(tmp_path: Path) -> None:
    cell = "quality 8 km: 2 km easy, 4 km @ threshold, 2 km easy"
    text = rows(f"1;rest;{cell};rest;rest;rest;rest;long 10 km", header=HEADER.replace(",", ";"))
    assert days(read(tmp_path, text))[1] == cell


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_of_spreadsheet_programs(encoding: str, tmp_path: Path) -> None:
    text = rows(f"1,rest,easy 5 km (Grüße),{WEEK.split(',', 2)[2]}")
    assert days(read(tmp_path, text.encode(encoding)))[1] == "easy 5 km (Grüße)"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends(line_end: str, tmp_path: Path) -> None:
    found = faults(lambda: read(tmp_path, rows(f"1,{WEEK}", f"2,blah,{WEEK[5:]}").replace("\n", line_end)))
    assert places(found) == [(3, 2)]


def test_a_row_is_counted_as_a_spreadsheet_counts_it(tmp_path: Path) -> None:
    text = rows(f'1,"rest\n",{WEEK[5:]}', "", f"2,rest,blah,{WEEK.split(',', 2)[2]}")
    assert places(faults(lambda: read(tmp_path, text))) == [(4, 3)]


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_opens(tmp_path: Path) -> None:
    (fault,) = faults(lambda: read(tmp_path, rows(f"1,{WEEK}", f'2,"{WEEK}', f"3,{WEEK}")))
    assert str(fault) == "calendar.csv:3:1: error row 3 opens a quotation mark that is never closed"


def test_an_apostrophe_or_an_inch_mark_inside_a_cell_is_a_letter(tmp_path: Path) -> None:
    text = rows(f"1,{WEEK}").replace("easy 5 km", 'easy 5 km (coach\'s "loop")')
    assert "loop" in days(read(tmp_path, text))[1]


def test_title_rows_and_blank_rows_above_the_header(tmp_path: Path) -> None:
    assert days(read(tmp_path, f"Spring plan,,,\n\n,,,\n{rows(f'1,{WEEK}')}")) == DAYS


MARKDOWN = """# My plan

A word | with an upright line before the table.

| Week | Mon | Tue | Wed | Thu | Fri | Sat | Sun |
|:-----|:---:|-----|-----|-----|-----|-----|----:|
| 1 | rest | **easy** 5 km | aerobic 8 km | *easy 6 km* | rest | easy 6 km | long 16 km |

* MP = marathon pace
"""


@pytest.mark.parametrize("name", ["plan.md", "plan.txt", "plan.csv", "plan.markdown"])
def test_a_pasted_markdown_table_with_words_around_it(name: str, tmp_path: Path) -> None:
    assert days(read(tmp_path, MARKDOWN, name)) == DAYS


def test_markdown_without_rule_and_outer_lines(tmp_path: Path) -> None:
    text = rows(f"1,{WEEK}").replace(",", " | ")
    assert days(read(tmp_path, text, "plan.md")) == DAYS


def test_a_fault_in_markdown_has_the_line_of_the_file(tmp_path: Path) -> None:
    found = faults(lambda: read(tmp_path, MARKDOWN.replace("aerobic 8 km", "blah"), "plan.md"))
    assert places(found) == [(7, 4)]


def test_a_table_a_phase_is_one_calendar(tmp_path: Path) -> None:
    second = MARKDOWN.replace("# My plan", "# Build").replace("| 1 |", "| 2 |")
    assert len(read(tmp_path, MARKDOWN + second, "plan.md").weeks) == 2


def test_text_between_tabs_pasted_from_a_spreadsheet(tmp_path: Path) -> None:
    assert days(read(tmp_path, rows(f"1,{WEEK}").replace(",", "\t"), "plan.txt")) == DAYS


def test_times_signs_are_not_emphasis(tmp_path: Path) -> None:
    text = MARKDOWN.replace("aerobic 8 km", "aerobic 8 km (2*2*2)")
    assert "(2*2*2)" in days(read(tmp_path, text, "plan.md"))[2]


#: What is no calendar, and words of the one error.
NO_CALENDAR: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "the file is empty"),
    "blank": (b"\xef\xbb\xbf \r\n\t\n", "the file is empty"),
    "only commas": (b",,,\n,,,\n", "the file is empty"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a table of text"),
    "zeros": (bytes(4096), "not a table of text"),
    "a zero in a cell": (rows(f"1,{WEEK}").replace("easy", "ea\0sy").encode(), "not a table of text"),
    "old spreadsheet": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "spreadsheet of the old kind"),
    "prose": (b"Dear coach,\nplease, find, my, plan\n", "no row names the days of the week"),
    "one day": (b"a,mon\n1,2\n", "no row names the days of the week"),
    "turned": (b"day,1,2\nMon,a,b\nTue,a,b\nWed,a,b\n", "run down column 1"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\n", "no row names the days of the week"),
    "too large": (b"week,mon\n" + b"x" * 3_000_000, "more than 2 MB"),
    "ten megabytes in a line": (b"x," * 5_000_000, "more than 2 MB"),
    "a long line": (rows(f"1,{WEEK}").encode() + b"2," + b"x" * 200_000, "a cell that has no end"),
    "columns": (rows(f"1,{WEEK}").encode() + b"2" + b"," * 500, "more than 2,000 rows and 200 columns"),
    "rows": (rows(f"1,{WEEK}").encode() + b"," * 8 + b"\n" + b"x\n" * 3000, "more than 2,000 rows and 200 columns"),
    "quotes": (b'"' * 100_001, "row 1 opens a quotation mark that is never closed"),
}


@pytest.mark.parametrize("kind", NO_CALENDAR)
def test_what_is_no_calendar_is_refused_with_one_plain_error(kind: str, tmp_path: Path) -> None:
    content, words = NO_CALENDAR[kind]
    (fault,) = faults(lambda: read(tmp_path, content))
    assert words in str(fault)


def test_a_cell_too_long_for_a_day_is_told_at_its_place(tmp_path: Path) -> None:
    (fault,) = faults(lambda: read(tmp_path, rows(f"1,{WEEK}").replace("easy 5 km", "easy " * 200)))
    assert str(fault).startswith("calendar.csv:2:3: error row 2 (week 1), column 3 (tue): the cell holds more than 500")


@pytest.mark.parametrize("path", ["", "missing.csv", "a\0b.csv", "plan.csv/below", "x" * 300])
def test_a_folder_or_a_file_that_is_not_there(path: str, tmp_path: Path) -> None:
    from generator.calendar_import import read_calendar

    (tmp_path / "plan.csv").write_text("x", "utf-8")
    from import_tables import columns, vocabulary

    (fault,) = faults(lambda: read_calendar(tmp_path / path, vocabulary(), columns()))
    assert (fault.place.line, fault.place.column) == (1, 1)
    assert "can't be read" in fault.message or "is a folder" in fault.message


def test_a_device_is_not_read(tmp_path: Path) -> None:
    from import_tables import columns, vocabulary

    from generator.calendar_import import read_calendar

    (fault,) = faults(lambda: read_calendar(Path("/dev/zero"), vocabulary(), columns()))
    assert "this is not a file" in fault.message


def test_invisible_marks_from_the_web_are_taken_off(tmp_path: Path) -> None:
    text = rows(f"1,{WEEK}").replace("easy 5 km", "\u200beasy\u00a05\u202f\u2060km\u200e")
    assert days(read(tmp_path, text)) == DAYS
