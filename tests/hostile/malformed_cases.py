"""What a hostile file is made of: words, byte mutations, faults put into lines. The same cases for the same seed."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: How a case's files come to be: the folder of the project, then what stands in the file.
Place = Callable[[Path, bytes], None]


@dataclass(frozen=True, slots=True)
class Case:
    """A file, the command that reads it, and what must come of it.

    ``path`` is the file's, from the project's folder; it is what ``command`` says or what its project holds.
    ``lines`` are those (from 1) of which each must be told, all in one go. ``refused``: exit status 1, no less.
    ``beside`` are files that stand there, too; ``place`` puts something else than a file there.
    """

    name: str
    path: str
    data: bytes
    command: tuple[str, ...]
    lines: tuple[int, ...] = ()
    refused: bool = False
    table: bool = False
    beside: tuple[tuple[str, bytes], ...] = ()
    place: Place | None = None


#: What stands where a number, a date, a name or a text should.
SCALARS = (
    *(".nan", ".inf", "-.inf", "NaN", "Infinity", "-0", "-0.0", "0", "-1", "1e999999", "1e-999999", "0x7fffffff"),
    *("9" * 100, "9" * 5000, "1" + "0" * 400 + " km", "1_000", "0o17", "1:2:3:4", "99999999999999999999-1", "10**9"),
    *("2027-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "2027-13-01", "2027-1-1", "-0001-01-01", "24:61"),
    *("weeks 1-1000000000", "week 1000000000", "1000000000", "every 1000000000 weeks", "0 km", "-5 km", "1e9 km"),
    *("NaN km", "inf mi", "5:99 /km", "1e309 %", "½ km", "٣ km", "５ km", "² km", "1\u00a0km", "1\u2009km"),
    *("../../etc/passwd", "/dev/zero", "CON", "file:///etc/passwd", "..\\..\\x", "a\\0b", "~", "null", "yes", "''"),
    *("!!python/object:os.system x", "!!binary aGk=", "!!timestamp 2027-02-30", "!!int nine", "!!float .nan", "!x y"),
    *("&a x", "*a", "<<", "{<<: *a}", "[[[[[[[[]]]]]]]]", "{a: {b: {c: {d: 1}}}}", "[]", "{}", "? x", "- x", "|", ">"),
    *('"\\u001b[31mred"', '"\\x07\\x9b2J"', '"\\ud800"', '"\\u202e"', '"\\0"', '"\\r\\n::error::x"', '"' + "%s%n" * 9),
    *("<script>alert(1)</script>", "{{ 7*7 }}", "${jndi:ldap://x}", "'; DROP TABLE plans; --", "=1+1", "@SUM(1)"),
    *(
        "\u00ad",
        "\u200b",
        "é" * 400,
        "e\u0301" * 400,
        "\U0001f3c3" * 100,
        "\u202eabc",
        "\ufeff",
        "Ω≈ç√∫˜µ≤",
        "x" * 3000,
    ),
    *("undefined", "None", "True", "nil", "NIL", "-", "--", ".", "..", "/", "%", "#", ":", ": :", "`", "@", "\t"),
)
#: Bytes that stand nowhere in a good file of text.
BYTES = (
    *(b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x1b[2J"),
    *(b"\x1b]0;x\x07", b"\r", b"\r\r\n", b"\x85", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\x0c", b"\x0b"),
    *(b"\n\n\n", b"\t", b"'", b'"', b"[", b"{", b"]", b"}", b"&a ", b"*a", b"<<: ", b"? ", b"- ", b"---\n", b"...\n"),
    *(b"!!python/name:os.system ", b"%YAML 9.9\n", b"#", b"\\", b"\\u0000", b"e999999", b"9" * 30, b":", b",", b";"),
)
_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7", "cp037")


def mutated(draw: random.Random, data: bytes) -> bytes:
    """Return the bytes with one to four of them, or one run of them, changed, lost, moved, repeated or put in."""
    for _ in range(draw.choice((1, 1, 1, 2, 4))):
        data = draw.choice(_MUTATIONS)(draw, data)
    return data


def _flipped(draw: random.Random, data: bytes) -> bytes:
    at = draw.randrange(len(data) or 1)
    return data[:at] + bytes([draw.randrange(256)]) + data[at + 1 :]


def _cut(draw: random.Random, data: bytes) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] + data[at + draw.choice((1, 3, 20, 200)) :]


def _ended(draw: random.Random, data: bytes) -> bytes:
    return data[: draw.randrange(len(data) + 1)]


def _put_in(draw: random.Random, data: bytes) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] + draw.choice(BYTES) * draw.choice((1, 1, 1, 50)) + data[at:]


def _repeated(draw: random.Random, data: bytes) -> bytes:
    at, long = draw.randrange(len(data) + 1), draw.choice((1, 5, 60))
    return data[:at] + data[at : at + long] * draw.choice((2, 30, 300)) + data[at + long :]


def _moved(draw: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    draw.shuffle(lines) if draw.random() < 0.2 else lines.insert(
        draw.randrange(len(lines)), lines.pop(draw.randrange(len(lines)))
    )
    return b"\n".join(lines)


def _indented(draw: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = draw.randrange(len(lines))
    lines[at] = draw.choice((b"\t", b"  ", b" ", b"    ")) + lines[at] if draw.random() < 0.5 else lines[at].lstrip()
    return b"\n".join(lines)


def _lines_ended_otherwise(draw: random.Random, data: bytes) -> bytes:
    return b"".join(line + draw.choice((b"\n", b"\r\n", b"\r", b"\n\r")) for line in data.split(b"\n"))


def _encoded(draw: random.Random, data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(draw.choice(_ENCODINGS), "replace")


def with_word(draw: random.Random, data: bytes) -> bytes:
    """Return the text with the value of one line replaced by a hostile one."""
    lines = data.split(b"\n")
    told = [at for at, line in enumerate(lines) if b": " in line or line.lstrip().startswith(b"- ")]
    if told:
        at = draw.choice(told)
        before, mark, _ = lines[at].partition(b": " if b": " in lines[at] else b"- ")
        lines[at] = before + mark + draw.choice(SCALARS).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


_MUTATIONS = (
    *(_flipped, _cut, _ended, _put_in, _put_in, _repeated, _moved, _indented, _lines_ended_otherwise, _encoded),
    *(with_word, with_word, with_word, with_word, with_word, with_word),
)


def with_faults(draw: random.Random, text: str, most: int = 6) -> tuple[str, tuple[int, ...]]:
    """Return a YAML text with several faults that have nothing to do with each other, and the lines they stand in.

    Each is a key that nothing knows, put in after a line of ``key: value``, at its indentation.
    """
    lines, after = text.split("\n"), []
    for at, line in enumerate(lines):
        key, mark, value = line.strip().partition(": ")
        if (
            mark
            and value.strip() not in ("|", ">-", ">")
            and key.replace("_", "").isalpha()
            and not _goes_on(lines, at)
        ):
            after.append(at)
    chosen = set(draw.sample(after, min(len(after), draw.randint(2, most))))
    made: list[str] = []
    told: list[int] = []
    for at, line in enumerate(lines):
        made.append(line)
        if at in chosen:
            made.append(" " * (len(line) - len(line.lstrip())) + f"zz_unknown_{at}: {draw.choice(('1', 'x', '[]'))}")
            told.append(len(made))
    return "\n".join(made), tuple(told)


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """True where the next line belongs to this one's value."""
    rest = [line for line in lines[at + 1 :] if line.strip()][:1]
    return any(len(line) - len(line.lstrip()) > len(lines[at]) - len(lines[at].lstrip()) for line in rest)


#: Whole files that are no text at all, or hardly one: each reader gets them all.
def raw_shapes(good: bytes) -> dict[str, bytes]:
    """Return files of bytes by name. ``good`` is one that is read well."""
    text, half = good.decode(), len(good) // 2
    return {
        "empty": b"",
        "spaces": b" " * 1000,
        "line ends": b"\n" * 5000,
        "one NUL": b"\0",
        "NUL in the middle": good[:half] + b"\0" + good[half:],
        "all NUL": b"\0" * 100_000,
        "latin-1": text.replace("e", "é").encode("latin-1", "replace"),
        "a BOM": b"\xef\xbb\xbf" + good,
        "two BOMs": b"\xef\xbb\xbf" * 2 + good,
        "a BOM in the middle": good[:half] + b"\xef\xbb\xbf" + good[half:],
        "only a BOM": b"\xef\xbb\xbf",
        **{f"{name} with {words}": mark + text.encode(name) for name, mark, words in _MARKED},
        "half of a letter at the end": good + b"\xe2\x82",
        "a lone surrogate": good[:half] + b"\xed\xb0\x80" + good[half:],
        "50 MB of spaces": b" " * (50 << 20),
        "50 MB of line ends": b"\n" * (50 << 20),
        "a line of 10 MB": b"a: " + b"x" * (10 << 20),
        "a line of 255 KB": b"a: " + b"x" * (255 << 10),
        "all bytes": bytes(range(256)) * 20,
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        "gzip": b"\x1f\x8b\x08\x00" + bytes(range(256)) * 40,
        "terminal": b"title: \x1b[2J\x1b]0;owned\x07\n" + good,
        "workflow commands": b"::error file=x::y\n::set-output name=a::b\n" + good,
    }


#: What stands where a file should, and is none.
NO_FILES: dict[str, Place] = {
    "a folder": lambda path, data: path.mkdir(),
    "a pipe": lambda path, data: os.mkfifo(path),
    "a link to a device": lambda path, data: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path, data: path.symlink_to(path.name),
}

_MARKED = (
    *(("utf-16-le", b"\xff\xfe", "a BOM"), ("utf-16-be", b"\xfe\xff", "a BOM"), ("utf-16-le", b"", "none")),
    *(("utf-16-be", b"", "none"), ("utf-32-le", b"\xff\xfe\0\0", "a BOM"), ("utf-32-be", b"\0\0\xfe\xff", "a BOM")),
    *(("utf-32-le", b"", "none"), ("utf-32-be", b"", "none")),
)
