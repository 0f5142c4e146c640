"""A spreadsheet's values as people see them: ``6`` under the format ``0.0" km"`` is ``6.0 km``."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

_TOKEN = re.compile(
    r"\"(?P<literal>[^\"]*)\"|\\(?P<escaped>.)|[_*].|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]"
    r"|(?P<half>AM/PM|A/P)|(?P<date>y+|m+|d+|h+|s+)|(?P<digits>[0#?,]*\.?[0#?]+|@|General)|(?P<other>.)",
    re.I | re.S,
)
_MOST = 1e12  # what no calendar holds, and what prints as more digits than fit a cell

Moment = datetime.datetime | datetime.date | datetime.time | datetime.timedelta


def shown(value: object, number_format: str) -> str:
    """Return a cell's value as its format shows it; what a format is not followed in is shown plainly."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return _number(value, number_format)
    if isinstance(value, Moment):
        return _moment(value, number_format)
    return str(value)


def _plain(value: float) -> str:
    return format(Decimal(format(value, ".10g")), "f") if abs(value) < _MOST else format(value, "g")


def _number(value: float, number_format: str) -> str:
    section, value = _section(value, number_format)
    tokens = list(_TOKEN.finditer(section))
    digits = [token["digits"] for token in tokens if token["digits"]]
    if (
        len(digits) != 1
        or abs(value) >= _MOST
        or any(token["date"] or token["other"] in ("E", "/") for token in tokens)
    ):
        return _plain(value)
    percent = any(token["other"] == "%" for token in tokens)
    return "".join(
        _digits(value * 100 if percent else value, token["digits"]) if token["digits"] else _literal(token)
        for token in tokens
    ).strip()


def _section(value: float, number_format: str) -> tuple[str, float]:
    """Return the part of the format for this value; the part for negative ones shows the sign itself."""
    sections = re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", number_format)
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    return (sections[2] if value == 0 and len(sections) > 2 else sections[0]), value


def _literal(token: re.Match[str]) -> str:
    return token["literal"] or token["escaped"] or token["other"] or ""


def _digits(value: float, pattern: str) -> str:
    if pattern in ("@", "General", "general"):
        return _plain(value)
    _, dot, decimals = pattern.partition(".")
    text = f"{value:.{len(decimals)}f}"
    needed = len(decimals.replace("#", "").replace("?", ""))
    while dot and len(text.partition(".")[2]) > needed and text.endswith("0"):
        text = text[:-1]
    return text.rstrip(".")


def _moment(value: Moment, number_format: str) -> str:
    tokens = list(_TOKEN.finditer(number_format.split(";")[0]))
    if not any(token["date"] or token["elapsed"] for token in tokens):
        return str(value)
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        moment, hours = datetime.datetime(1900, 1, 1) + datetime.timedelta(seconds=seconds % 86_400), seconds // 3600
    elif isinstance(value, datetime.time):
        moment, hours = datetime.datetime.combine(datetime.date(1900, 1, 1), value), value.hour
    else:
        moment = datetime.datetime(value.year, value.month, value.day)
        moment = value.replace(tzinfo=None) if isinstance(value, datetime.datetime) else moment
        hours = moment.hour
    twelve = any(token["half"] for token in tokens)
    return "".join(_part(tokens, index, moment, hours, twelve) for index in range(len(tokens))).strip()


def _part(tokens: list[re.Match[str]], index: int, moment: datetime.datetime, hours: int, twelve: bool) -> str:
    token = tokens[index]
    if token["half"]:
        return "AM" if moment.hour < 12 else "PM"
    code = (token["date"] or token["elapsed"] or "").lower()
    if not code:
        return "" if token["digits"] else _literal(token)
    two = f"0{min(2, len(code))}d"
    if code[0] == "m" and _is_minutes(tokens, index):
        return format(hours * 60 + moment.minute if token["elapsed"] else moment.minute, two)
    if code[0] == "h":
        hour = hours if token["elapsed"] else (moment.hour % 12 or 12) if twelve else moment.hour
        return format(hour, two)
    if code[0] == "s":
        return format(moment.second, two)
    return _day(code, moment, two)


def _day(code: str, moment: datetime.datetime, two: str) -> str:
    name = {"d": datetime.datetime.strftime(moment, "%A"), "m": datetime.datetime.strftime(moment, "%B")}
    if code[0] == "y":
        return f"{moment.year:04d}" if len(code) > 2 else f"{moment.year % 100:02d}"
    if len(code) > 2:
        return name[code[0]][: 3 if len(code) == 3 else None]
    return format(moment.day if code[0] == "d" else moment.month, two)


def _is_minutes(tokens: list[re.Match[str]], index: int) -> bool:
    """M is minutes behind hours or before seconds, and else months."""
    codes = [(n, (token["date"] or token["elapsed"] or "").lower()) for n, token in enumerate(tokens)]
    before = [code for n, code in codes if n < index and code]
    after = [code for n, code in codes if n > index and code]
    return bool(tokens[index]["elapsed"] or (before and before[-1][0] == "h") or (after and after[0][0] == "s"))
