"""Each catalogue that is shipped is whole, and whatever is wrong with one is told."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.language import extract, languages
from generator.language.extract import ROOT, faults_of, main, template_of, updated
from generator.language.faults import faults_in
from generator.language.sources import Message, all_messages
from generator.language.sources.python_code import MARKS
from generator.language.voice import CATALOGUES

SHIPPED = sorted(CATALOGUES.glob("*.po"))


def test_german_is_shipped() -> None:
    assert languages() == ("de", "en")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_catalogue_is_whole(path: Path) -> None:
    assert list(faults_of(path, template_of(all_messages(ROOT)))) == []


def catalogue(*entries: str) -> bytes:
    """Return a catalogue's file with these entries."""
    return updated(b"", template_of([]), "de") + "\n\n".join(("", *entries, "")).encode()


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('msgid "Rest"\nmsgstr ""', "not translated"),
        ('msgid "{n} run"\nmsgid_plural "{n} runs"\nmsgstr[0] "{n} Lauf"\nmsgstr[1] ""', "not translated"),
        ('#, fuzzy\nmsgid "Rest"\nmsgstr "Ruhe"', "fuzzy"),
        ('msgid "{day} of week {week}"\nmsgstr "{day} in Woche"', "other values than the source: lacks {week}"),
        ('msgid "{x}"\nmsgstr "{x} {y}"', "adds {y}"),
        ('msgid "{x:.1f} km"\nmsgstr "{x} km"', "other values"),
        ('msgid "%(x)s km"\nmsgstr "%(y)s km"', "other values"),
        ('msgid "{{ cite(1) }}"\nmsgstr "cite"', "other values"),
        ('msgid "<b>Now</b>"\nmsgstr "<b>Jetzt"', "other tags"),
        ('msgid "[here](a/)"\nmsgstr "[hier](b/)"', "other links"),
        ('msgid "**Now**"\nmsgstr "Jetzt"', "other marks"),
        ('msgid "{n} run"\nmsgid_plural "{n} runs"\nmsgstr[0] "ein Lauf"\nmsgstr[1] "{n} Läufe"', ""),
        ('msgid "{a}, then {b}"\nmsgstr "{b} nach {a}"', ""),
    ],
)
def test_what_is_wrong_with_a_translation_is_told(entry: str, fault: str) -> None:
    found = list(faults_in(catalogue(entry)))
    assert any(fault in one for one in found) if fault else not found


def test_a_missing_message_turns_the_check_red(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "CATALOGUES", tmp_path)
    monkeypatch.setattr(
        extract, "all_messages", lambda root: [Message("Rest", place="a.py"), Message("Run", place="a.py")]
    )
    whole = updated(b"", template_of([Message("Rest", place="a.py")]), "de").replace(b'msgstr ""\n\n', b"\n\n")
    (tmp_path / "de.po").write_bytes(whole.replace(b'"Rest"\nmsgstr ""', b'"Rest"\nmsgstr "Ruhe"'))
    assert main(["--check"]) == 1
    assert main([]) == 0
    content = (tmp_path / "de.po").read_bytes()
    assert b'msgid "Rest"\nmsgstr "Ruhe"' in content
    assert b'msgid "Run"\nmsgstr ""' in content
    assert main(["--check"]) == 1, "the new message has no translation yet"
    (tmp_path / "de.po").write_bytes(content.replace(b'"Run"\nmsgstr ""', b'"Run"\nmsgstr "Lauf"'))
    assert main(["--check"]) == 0


def test_translations_are_kept_and_what_is_gone_stands_at_the_end() -> None:
    both = template_of([Message("Rest", place="b.py", comment="A day's kind"), Message("Run", place="a.py")])
    first = updated(b"", both, "de").replace(b'"Run"\nmsgstr ""', b'"Run"\nmsgstr "Lauf"')
    assert updated(first, both, "de") == first, "twice is once"
    later = updated(first, template_of([Message("Rest", place="b.py")]), "de").decode()
    assert later.endswith('#~ msgid "Run"\n#~ msgstr "Lauf"\n')
    assert "Date" not in later
    assert "Babel" not in later
    assert b'msgid "Run"\nmsgstr "Lauf"' in updated(later.encode(), both, "de"), "it comes back with its translation"


def test_one_text_is_one_message_wherever_it_stands() -> None:
    found = template_of(
        [
            Message("Run", place="a.py"),
            Message("Run", place="b.py", comment="the sport"),
            Message("Run", place="c.py", context="a step"),
            Message("{n} run", "{n} runs", "d.py"),
            Message("{n} run", place="e.py"),
        ]
    )
    assert [entry.id for entry in found if entry.id] == ["Run", "Run", ("{n} run", "{n} runs")]
    assert [place for place, _ in found.get("Run").locations] == ["a.py", "b.py"]


def _marked_in_f_strings(code: str) -> list[int]:
    fields = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FormattedValue)]
    calls = [node for field in fields for node in ast.walk(field) if isinstance(node, ast.Call)]
    return [node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id in MARKS]


def test_no_message_hides_in_an_f_string_where_nobody_collects_it() -> None:
    assert _marked_in_f_strings("f\"{_('Rest')} now\"") == [1]
    for path in sorted((ROOT / "generator").rglob("*.py")):
        assert not _marked_in_f_strings(path.read_text("utf-8")), path


def _unmarked_arguments(code: str) -> list[int]:
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    named = [node for node in calls if isinstance(node.func, ast.Name) and node.func.id in MARKS and node.args]
    return [node.lineno for node in named if isinstance(node.args[0], (ast.JoinedStr, ast.BinOp))]


def test_what_is_asked_of_the_catalogue_is_a_text_or_a_constant() -> None:
    assert _unmarked_arguments('_(f"week {n}")') == [1]
    for path in sorted((ROOT / "generator").rglob("*.py")):
        assert not _unmarked_arguments(path.read_text("utf-8")), path
