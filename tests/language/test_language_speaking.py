"""What is spoken, where, and how numbers, dates and lists are written in it."""

from __future__ import annotations

import contextvars
import threading
from pathlib import Path

import pytest

from generator.language import (
    LanguageUnknown,
    _,
    date_range,
    date_text,
    joined,
    lower_first,
    month_name,
    ngettext,
    number,
    pgettext,
    short_date,
    speaking,
    spoken,
    spoken_tag,
    voice,
    weekday_letters,
    weekday_name,
)
from generator.model.finding import Refused
from generator.settings import site_language

PO = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

msgid "Rest"
msgstr "{rest}"

msgid "{{n}} run"
msgid_plural "{{n}} runs"
{forms}

msgctxt "how an effort feels"
msgid "easy"
msgstr "locker"
"""


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a small German and a small Polish catalogue, and one of Austria's German."""
    german = ("nplurals=2; plural=(n != 1);", 'msgstr[0] "{n} Lauf"\nmsgstr[1] "{n} Läufe"')
    polish = (
        "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
        'msgstr[0] "{n} bieg"\nmsgstr[1] "{n} biegi"\nmsgstr[2] "{n} biegów"',
    )
    for name, rest, (plurals, forms) in (("de", "Ruhe", german), ("de-CH", "Rueh", german), ("pl", "", polish)):
        text = PO.format(language=name, plurals=plurals, rest=rest, forms=forms)
        (tmp_path / f"{name}.po").write_text(text, encoding="utf-8")
    monkeypatch.setattr(voice, "CATALOGUES", tmp_path)
    return tmp_path


def test_english_is_what_stands_in_the_code(catalogues: Path) -> None:
    assert (_("Rest"), ngettext("{n} run", "{n} runs", 1), ngettext("{n} run", "{n} runs", 3)) == (
        "Rest",
        "1 run",
        "3 runs",
    )
    assert (spoken(), _("")) == ("en", "")
    with speaking("en-GB"):
        assert (spoken(), spoken_tag(), _("Rest")) == ("en", "en-GB", "Rest")


def test_a_language_is_spoken_inside_and_no_more_behind(catalogues: Path) -> None:
    with speaking("de"):
        assert (_("Rest"), ngettext("{n} run", "{n} runs", 3), pgettext("how an effort feels", "easy")) == (
            "Ruhe",
            "3 Läufe",
            "locker",
        )
        with speaking("en"):
            assert _("Rest") == "Rest"
        assert _("Rest") == "Ruhe"
    assert _("Rest") == "Rest"


def test_a_language_has_as_many_forms_as_it_needs(catalogues: Path) -> None:
    with speaking("pl"):
        assert [ngettext("{n} run", "{n} runs", n) for n in (1, 3, 5)] == ["1 bieg", "3 biegi", "5 biegów"]
        assert _("Rest") == "Rest", "what is not translated stays English"


def test_a_region_speaks_its_own_language_or_the_general_one(catalogues: Path) -> None:
    for tag, rest in (("de-AT", "Ruhe"), ("de_AT", "Ruhe"), ("DE", "Ruhe"), ("de-CH", "Rueh"), ("de-ch-1996", "Rueh")):
        with speaking(tag):
            assert _("Rest") == rest, tag


def test_a_thread_in_a_copied_context_speaks_the_same_and_another_one_english(catalogues: Path) -> None:
    said: list[str] = []
    with speaking("de"):
        here = contextvars.copy_context()
        for target in (lambda: said.append(_("Rest")), lambda: here.run(lambda: said.append(_("Rest")))):
            thread = threading.Thread(target=target)
            thread.start()
            thread.join()
    assert said == ["Rest", "Ruhe"]


def test_a_changed_catalogue_is_read_anew(catalogues: Path) -> None:
    with speaking("de"):
        assert _("Rest") == "Ruhe"
    german = catalogues / "de.po"
    german.write_text(german.read_text("utf-8").replace('"Ruhe"', '"Pause"'), encoding="utf-8")
    with speaking("de"):
        assert _("Rest") == "Pause"


@pytest.mark.parametrize("tag", ["fr", "", "d", "../de", "deutsch", "x" * 9000, "de\x00", "zh-Hant-DE"])
def test_a_language_without_words_is_refused(catalogues: Path, tag: str) -> None:
    with pytest.raises(LanguageUnknown) as unknown, speaking(tag):
        pass
    assert unknown.value.known == ("de", "de-CH", "en", "pl")
    assert spoken() == "en"


def test_numbers_dates_and_lists_in_english() -> None:
    assert number("12.5") == "12.5"
    assert (date_text("2027-03-02"), date_text("2027-03-02", year=True)) == ("March 2", "March 2, 2027")
    assert (short_date("2027-09-02"), month_name(5)) == ("Sep 2", "May")
    assert date_range("2027-03-01", "2027-03-07") == "March 1–7"
    assert date_range("2027-03-29", "2027-04-04") == "March 29–April 4"
    assert date_range("2026-12-28", "2027-01-03") == "December 28–January 3"
    assert (weekday_name("tuesday"), weekday_letters("tuesday", 3)) == ("Tuesday", "Tue")
    assert [joined(parts) for parts in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == ["", "a", "a and b", "a, b, and c"]
    assert lower_first("Quality run") == "quality run"


def test_numbers_dates_and_lists_in_german() -> None:
    with speaking("de"):
        assert number("12.5") == "12,5"
        assert (date_text("2027-03-02"), date_text("2027-03-02", year=True)) == ("2. März", "2. März 2027")
        assert (short_date("2027-09-02"), month_name(5)) == ("2. Sept.", "Mai")
        assert date_range("2027-03-01", "2027-03-07") == "1.–7. März"
        assert date_range("2027-03-29", "2027-04-04") == "29. März – 4. April"
        assert (weekday_name("tuesday"), weekday_letters("tuesday", 3)) == ("Dienstag", "Di")
        assert joined(("a", "b", "c")) == "a, b und c"
        assert lower_first("Tempolauf") == "Tempolauf"


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ("theme:\n  language: de\n", "de"),
        ("theme:\n  name: material\n", "en"),
        ("theme: material\n", "en"),
        ("theme:\n  language:\n", "en"),
        ("site_name: Plans\n", "en"),
    ],
)
def test_the_sites_language_stands_in_its_settings(tmp_path: Path, settings: str, language: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert site_language(tmp_path) == language


@pytest.mark.parametrize(
    ("settings", "place", "hint"),
    [
        ("theme:\n  language: fr\n", "mkdocs.yml:2:13", "Write language: and one of de, en."),
        ("theme:\n  name: material\n  language: dee\n", "mkdocs.yml:3:13", "Did you mean 'de'?"),
        ("theme:\n  language: [de]\n", "mkdocs.yml:2:13", "one of de, en"),
        ("theme:\n  language: ''\n", "mkdocs.yml:2:13", "one of de, en"),
    ],
)
def test_a_language_that_is_missing_is_told_at_its_place(tmp_path: Path, settings: str, place: str, hint: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        site_language(tmp_path)
    (found,) = refused.value.diagnostics
    assert str(found.place) == place
    assert hint in found.hint
    assert "docs/language.md" in found.hint
