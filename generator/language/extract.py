"""Bring the catalogues up to date with the words that stand in code, templates and library.

``python -m generator.language.extract`` adds new messages to every ``templates/locale/*.po``, keeps translations, and
puts those of messages that are gone at the end. ``--new fr`` begins a language. ``--check`` writes nothing and fails if
a catalogue is not as it would be written, lacks a translation or has one that is not certain.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po, write_po

from generator.language.faults import faults_in, texts_of
from generator.language.sources import Message, all_messages
from generator.language.voice import CATALOGUES

ROOT = Path(__file__).resolve().parents[2]
_WIDTH = 120
_HEADER = """\
# The words of the site. Left: American English, as it stands in the code; right: the same in this language.
# `make words` brings the left up to date; only the right is written by hand. docs/language.md says more.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


def template_of(messages: Iterable[Message]) -> Catalog:
    """Return all messages once, each with the files where it stands.

    A text that has a form for several in one place has it everywhere.
    """
    found: dict[tuple[str, str], Message] = {}
    places: dict[tuple[str, str], dict[str, None]] = {}
    comments: dict[tuple[str, str], dict[str, None]] = {}
    for message in messages:
        key = (message.context, message.text)
        if key not in found or message.plural:
            found[key] = message
        places.setdefault(key, {})[message.place] = None
        comments.setdefault(key, {})[message.comment] = None
    template = Catalog(charset="utf-8")
    for key, message in found.items():
        text = (message.text, message.plural) if message.plural else message.text
        stands: Any = [(place, None) for place in places[key] if place]
        said = [comment for comment in comments[key] if comment]
        template.add(text, None, stands, auto_comments=said, context=message.context or None).flags.clear()
    return template


def updated(content: bytes, template: Catalog, language: str) -> bytes:
    """Return a catalogue's file with the template's messages; its translations are kept."""
    catalogue = read_po(io.BytesIO(content), locale=Locale.parse(language, sep="-"))
    for key, gone in list(catalogue.obsolete.items()):
        if template.get(gone.id, gone.context) is not None:  # it is back, and so is its translation
            catalogue.add(gone.id, gone.string, context=gone.context)
            del catalogue.obsolete[key]
    catalogue.update(template, no_fuzzy_matching=True)
    for entry in (*catalogue, *catalogue.obsolete.values()):
        entry.flags &= {"fuzzy"}
    for key in [key for key, entry in catalogue.obsolete.items() if not _is_translated(entry)]:
        del catalogue.obsolete[key]
    written = io.BytesIO()
    write_po(written, catalogue, width=_WIDTH, omit_header=True, include_lineno=False)
    header = _HEADER.format(language=language, plurals=catalogue.plural_forms)
    return header.encode("utf-8") + written.getvalue().strip(b"\n") + b"\n"


def _is_translated(entry: Entry) -> bool:
    return any(texts_of(entry.string))


def faults_of(path: Path, template: Catalog) -> Iterator[str]:
    """Yield what is wrong with a catalogue: it is not up to date, or a translation is missing or not right."""
    content = path.read_bytes()
    if updated(content, template, path.stem) != content:
        yield f"{path.name}: not up to date with the words of the site; run make words and commit it"
    yield from (f"{path.name}: {fault}" for fault in faults_in(updated(content, template, path.stem)))


def main(arguments: list[str] | None = None) -> int:
    """Update or check every catalogue; return 1 if a check fails."""
    parser = argparse.ArgumentParser(prog="python -m generator.language.extract", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if anything is missing")
    parser.add_argument("--new", metavar="LANGUAGE", help="begin the catalogue of a language, such as fr or pt-BR")
    asked = parser.parse_args(arguments)
    template = template_of(all_messages(ROOT))
    if asked.new:
        path = CATALOGUES / f"{asked.new}.po"
        if not path.exists():
            path.write_bytes(updated(b"", template, asked.new))
    faults: list[str] = []
    for path in sorted(CATALOGUES.glob("*.po")):
        if asked.check:
            faults += faults_of(path, template)
            continue
        path.write_bytes(updated(path.read_bytes(), template, path.stem))
        left = sum(not _is_translated(entry) for entry in read_po(io.BytesIO(path.read_bytes())) if entry.id)
        print(f"{path.name}: {len(template)} messages, {left} to translate")
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
