"""Browser code of a site in another language: the same code, with that language's words in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from library_texts import read_library_texts
from site_project import ROOT

from generator.language import speaking
from generator.publish.assets import Assets, assets
from generator.publish.browser_words import MODULE, spoken_code

LIBRARY = read_library_texts(ROOT / "plans" / "library")


def shipped(language: str) -> Assets:
    with speaking(language):
        library = read_library_texts(ROOT / "plans" / "library")
        return assets(ROOT / "templates" / "assets", lambda code: spoken_code(code, library))


def module(code: dict[str, bytes]) -> str:
    return code[MODULE].decode()


def test_english_code_is_as_it_stands() -> None:
    assert shipped("en") == assets(ROOT / "templates" / "assets")


def test_texts_are_replaced_wherever_they_stand_and_nothing_else() -> None:
    text = 'say(t("Close"), `${t("Today")} · ${at("Close")}`, "Close", t(name), t("No such text"));'
    code = {"a.js": text.encode()}
    with speaking("de"):
        found = spoken_code(code, LIBRARY)
    assert (
        found["a.js"].decode()
        == 'say(t("Schließen"), `${t("Heute")} · ${at("Close")}`, "Close", t(name), t("No such text"));'
    )


def test_a_text_with_quotes_stays_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.browser_words._", lambda text: '"); alert("')
    with speaking("de"):
        found = spoken_code({"a.js": b't("Close");'}, LIBRARY)
    assert found["a.js"] == rb't("\"); alert(\"");'


def test_numbers_have_their_forms_and_slugs_their_names() -> None:
    with speaking("de"):
        library = read_library_texts(ROOT / "plans" / "library")
        said = module(spoken_code({"a.js": b'tn("one day later", "{n} days later", n)'}, library))
    assert 'LANGUAGE = "de"' in said
    assert '"one day later":{"other":"{n} Tage später","one":"einen Tag später"}' in said
    assert '"back-squat":"Kniebeuge mit Langhantel"' in said
    assert '"two-recovery-days":"Zwei Erholungstage"' in said
    assert '"quality":"Tempo"' in said


def test_other_words_have_another_address() -> None:
    english, german = shipped("en"), shipped("de")
    assert english.scripts != german.scripts
    assert english.modules == german.modules
    assert not re.search(rb't\("Close"', b"".join(german.files.values()))


_IMPORTED = re.compile(r'import \{([^}]*)\} from "[./]*words\.js";|import \{([^}]*)\} from "[./]*lib/words\.js";')
_COMMENT = re.compile(r"^[ \t]*(?://|/?\*).*$", re.M)
MODULES = [path for path in sorted((ROOT / "templates" / "assets" / "js").rglob("*.js")) if path.name != "words.js"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_imports_the_words_that_it_uses_and_no_others(path: Path) -> None:
    """A module that marks texts without importing `t` would fail when it runs."""
    code = _COMMENT.sub("", path.read_text("utf-8"))
    found = _IMPORTED.search(code)
    imported = {name.strip() for name in (found[1] or found[2]).split(",")} if found else set()
    rest = _IMPORTED.sub("", code)
    assert {name for name in ("t", "tn") if re.search(rf"(?<![\w.$]){name}\(", rest)} <= imported
    assert {name for name in imported if not re.search(rf"(?<![\w.$]){name}\b", rest)} == set()


def test_modules_are_told_apart_by_their_folder(tmp_path: Path) -> None:
    """Two sites of two languages on one host never share a module."""
    assert not set(shipped("en").files) & {path for path in shipped("de").files if "/js-" in path}
