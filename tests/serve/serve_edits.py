"""What an author does, drawn: each edit changes a checkout's files and returns what takes it back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

_NOT_EVERYWHERE = ("imprint.md.j2", "moved.md.j2", "privacy.md.j2")

Undo = Callable[[], object]
Edit = Callable[[Random, Path], Undo]

_WORDS = ("Hills", "Snow & ice", "a < b", "*stars*", "[x](y)", "Grün", "{{ 1 }}", "100 %")


def _put(path: Path, text: str | bytes) -> Undo:
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return lambda: path.write_bytes(before) if before is not None else path.unlink()


def _changed(path: Path, old: str, new: str) -> Undo:
    text = path.read_text("utf-8")
    return _put(path, text.replace(old, new, 1) if old in text else text + "\n")


def _line(path: Path, key: str, value: str) -> Undo:
    """Write `key: value` in place of the first line of that key, or at the end."""
    lines = path.read_text("utf-8").splitlines()
    found = next((at for at, line in enumerate(lines) if line.strip().startswith(f"{key}:")), None)
    if found is None:
        return _put(path, "\n".join([*lines, f"{key}: {value}"]) + "\n")
    indent = lines[found][: len(lines[found]) - len(lines[found].lstrip())]
    lines[found] = f"{indent}{key}: {value}"
    return _put(path, "\n".join(lines) + "\n")


def _plan(draw: Random, root: Path) -> Path:
    return draw.choice(sorted((root / "plans").glob("*.yaml")))


def _quoted(draw: Random) -> str:
    return "'" + " ".join(draw.choices(_WORDS, k=draw.randint(1, 3))) + f" {draw.randint(1, 99)}'"


def title(draw: Random, root: Path) -> Undo:
    """Call a plan something else."""
    return _line(_plan(draw, root), "title", _quoted(draw))


def summary(draw: Random, root: Path) -> Undo:
    """Tell of a plan in other words."""
    return _line(_plan(draw, root), "summary", _quoted(draw))


def order(draw: Random, root: Path) -> Undo:
    """Give a plan another place among the cards."""
    return _line(_plan(draw, root), "order", str(draw.randint(1, 99)))


def volume(draw: Random, root: Path) -> Undo:
    """Run more or less; sometimes too much."""
    least = draw.randint(31, 36)
    return _line(root / "plans" / "winter.yaml", "volume", f"{least}-{least + draw.randint(1, 5)} km")


def pace(draw: Random, root: Path) -> Undo:
    """Run slower or faster."""
    return _line(_plan(draw, root), "easy_pace", f"5:{draw.randint(10, 55)} /km")


def weeks(draw: Random, root: Path) -> Undo:
    """Add weeks or take some away."""
    return _line(root / "plans" / "winter.yaml", "weeks", str(draw.randint(2, 5)))


def day(draw: Random, root: Path) -> Undo:
    """Rest on another day."""
    weekday = draw.choice(("monday", "wednesday", "friday", "sunday"))
    return _changed(root / "plans" / "winter.yaml", "friday: rest", f"{weekday}: rest")


def start(draw: Random, root: Path) -> Undo:
    """Begin on another date."""
    return _line(_plan(draw, root), "start", f"2027-0{draw.randint(1, 9)}-{draw.choice(('04', '11', '18'))}")


def new_plan(draw: Random, root: Path) -> Undo:
    """Write another plan, of its own or of another."""
    name = root / "plans" / f"plan-{draw.randint(1, 5)}.yaml"
    if draw.random() < 0.5:
        return _put(name, f"title: {_quoted(draw)}\nextends: winter\nsummary: Another.\n")
    return _put(name, (root / "plans" / "winter.yaml").read_text("utf-8"))


def gone_plan(draw: Random, root: Path) -> Undo:
    """Delete a plan; what extends it then has nothing to stand on."""
    path = _plan(draw, root)
    text = path.read_bytes()
    path.unlink()
    return lambda: path.write_bytes(text)


def renamed_plan(draw: Random, root: Path) -> Undo:
    """Give a plan another address."""
    path = _plan(draw, root)
    other = path.with_name(f"renamed-{draw.randint(1, 9)}.yaml")
    path.rename(other)
    return lambda: other.rename(path)


def policy_text(draw: Random, root: Path) -> Undo:
    """Tell of a policy in other words."""
    path = draw.choice(sorted((root / "plans" / "policies").glob("*.yaml")))
    return _line(path, "title", _quoted(draw))


def policy(draw: Random, root: Path) -> Undo:
    """Write a policy and let a plan follow it; some can't be kept."""
    name = f"house-{draw.randint(1, 3)}"
    rule = draw.choice(("ramp:\n    most: 9", "lift-spacing:\n    least: 3", "long-run-share:\n    most: 34"))
    undo = _put(root / "plans" / "policies" / f"{name}.yaml", f"title: Ours\nsummary: Ours.\nrules:\n  {rule}\n")
    follow = _line(_plan(draw, root), "policy", name)
    return lambda: (follow(), undo())


def exercise(draw: Random, root: Path) -> Undo:
    """Write an exercise's purpose or name anew."""
    path = root / "plans" / "library" / "exercises.yaml"
    return _line(path, draw.choice(("name", "purpose")), _quoted(draw))


def glossary(draw: Random, root: Path) -> Undo:
    """Add a word to the glossary's first entry."""
    return _line(root / "plans" / "library" / "glossary.yaml", draw.choice(("term", "text")), _quoted(draw))


def page_template(draw: Random, root: Path) -> Undo:
    """Print something more on pages of one kind."""
    path = draw.choice(sorted((root / "templates" / "pages").glob("*.md.j2")))
    return _put(path, path.read_text("utf-8") + f"\n<p>Printed {draw.randint(1, 999)}</p>\n")


def partial(draw: Random, root: Path) -> Undo:
    """Change what several kinds of pages share."""
    path = root / "templates" / "partials" / "day.md.j2"
    return _put(path, path.read_text("utf-8") + f"{{# {draw.randint(1, 999)} #}}<!-- {draw.randint(1, 999)} -->\n")


def guide(draw: Random, root: Path) -> Undo:
    """Write a guide on, or give it another title."""
    path = draw.choice(sorted((root / "templates" / "guide").glob("*.md.j2")))
    if draw.random() < 0.5:
        return _line(path, "title", _quoted(draw))
    return _put(path, path.read_text("utf-8") + f"\nOne more sentence, number {draw.randint(1, 999)}.\n")


def style(draw: Random, root: Path) -> Undo:
    """Change the style sheet."""
    path = draw.choice(sorted((root / "templates" / "assets" / "css").glob("*.css")))
    return _put(path, path.read_text("utf-8") + f"\n.hd-{draw.randint(1, 999)} {{ margin: 0; }}\n")


def script(draw: Random, root: Path) -> Undo:
    """Change the browser's code."""
    path = root / "templates" / "assets" / "js" / "main.js"
    return _put(path, path.read_text("utf-8") + f"\nconsole.debug({draw.randint(1, 999)});\n")


def theme(draw: Random, root: Path) -> Undo:
    """Change what stands around every page."""
    path = root / "templates" / "theme" / "partials" / "clinic-footer.html"
    return _put(path, path.read_text("utf-8") + f"<!-- {draw.randint(1, 999)} -->\n")


def site_map(draw: Random, root: Path) -> Undo:
    """Change a template that is made once for the whole site."""
    path = root / "templates" / "theme" / "sitemap.xml"
    return _put(path, path.read_text("utf-8") + f"\n<!-- {draw.randint(1, 999)} -->\n")


def settings(draw: Random, root: Path) -> Undo:
    """Change the clinic, the site's name or address, or how long a review holds."""
    key, value = draw.choice(
        (
            ("site_name", _quoted(draw)),
            ("site_url", draw.choice(("https://training.example.org/", "https://example.org/plans/"))),
            ("phone", f'"+1 555 010 0{draw.randint(100, 999)}"'),
            ("name", _quoted(draw)),
            ("disclaimer", _quoted(draw)),
            ("header", f'"#0f5c{draw.randint(10, 70)}"'),
            ("headers_file", draw.choice(("yes", "no"))),
            ("permalink", draw.choice(("true", "false"))),
            ("review_after", f"{draw.randint(1, 24)} months"),
        )
    )
    return _line(root / "mkdocs.yml", key, value)


def language(draw: Random, root: Path) -> Undo:
    """Speak German, or English again."""
    return _line(root / "mkdocs.yml", "language", draw.choice(("de", "en")))


def no_feature(draw: Random, root: Path) -> Undo:
    """Take a feature of the theme away, or put it back."""
    path = root / "mkdocs.yml"
    text = path.read_text("utf-8")
    here, gone = "    - navigation.top\n", "    # - navigation.top\n"
    return _put(path, text.replace(here, gone) if here in text else text.replace(gone, here))


def nothing(draw: Random, root: Path) -> Undo:
    """Save a file as it is."""
    path = _plan(draw, root)
    return _put(path, path.read_bytes())


def broken_plan(draw: Random, root: Path) -> Undo:
    """Write what can't be read."""
    path = _plan(draw, root)
    bad = draw.choice((b"\n  x: [", b"\nphases: no\n", b"\xff\xfe\x00", b"\ntitel: x\n", b"\nvolume: *a\n"))
    return _put(path, path.read_bytes() + bad)


def broken_policy(draw: Random, root: Path) -> Undo:
    """Write a policy that can't be read."""
    return _put(root / "plans" / "policies" / "house-9.yaml", "title: Ours\nrules: [\n")


def broken_library(draw: Random, root: Path) -> Undo:
    """Take an exercise's movement away."""
    return _line(root / "plans" / "library" / "exercises.yaml", "slot", "elbow-dominant")


def broken_template(draw: Random, root: Path) -> Undo:
    """Write a template that can't be used, of pages that every site has."""
    path = draw.choice(sorted((root / "templates" / "pages").glob("*.md.j2")))
    if path.name in _NOT_EVERYWHERE:
        path = path.with_name("home.md.j2")
    return _put(path, path.read_text("utf-8") + draw.choice(("{% if %}", "{{ no_such_thing }}", "{{ 1 / 0 }}")))


def broken_theme(draw: Random, root: Path) -> Undo:
    """Write a template of the theme that can't be used."""
    path = root / "templates" / "theme" / "main.html"
    return _put(path, path.read_text("utf-8") + "{% block %}")


def broken_settings(draw: Random, root: Path) -> Undo:
    """Write settings that can't be read, or that MkDocs does not know."""
    path = root / "mkdocs.yml"
    bad = draw.choice(("\n  - [", "\nplugins:\n  - no-such-plugin\n", "\nno_such_setting: 1\n"))
    return _put(path, path.read_text("utf-8") + bad)


def linked_plan(draw: Random, root: Path) -> Undo:
    """Put a link in a plan's place."""
    path = root / "plans" / "short.yaml"
    if not path.exists():
        return nothing(draw, root)
    text = path.read_bytes()
    path.unlink()
    path.symlink_to("winter.yaml")
    return lambda: (path.unlink(), path.write_bytes(text))


def no_plans(draw: Random, root: Path) -> Undo:
    """Move all plans away."""
    there, aside = root / "plans", root / "plans-aside"
    shutil.move(there, aside)
    return lambda: shutil.move(aside, there)


#: Edits after which the site can usually be published.
GOOD: tuple[Edit, ...] = (
    *(title, summary, order, volume, pace, weeks, day, start, new_plan, gone_plan, renamed_plan, policy_text, policy),
    *(exercise, glossary, page_template, partial, guide, style, script, theme, site_map, settings, language),
    *(no_feature, nothing),
)
#: Edits after which it can't.
BROKEN: tuple[Edit, ...] = (
    *(broken_plan, broken_policy, broken_library, broken_template, broken_theme, broken_settings),
    *(linked_plan, no_plans),
)
