"""`extra.clinic` of mkdocs.yml: what each setting means, and every fault at once, at its place, in plain words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from site_project import ROOT

from generator.model.finding import Refused
from generator.settings import Clinic, Settings, Span, read_settings, settings_of
from generator.settings.contrast import contrast, nearest_passing
from generator.settings.reading import KNOWN

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'


def read(folder: Path, text: str) -> Settings:
    """The settings of a mkdocs.yml with that text."""
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return read_settings(folder)


def clinic(folder: Path, lines: str) -> Settings:
    """The settings of a clinic with those lines, of which the first is line 3."""
    indented = "".join(f"    {line}\n" for line in lines.splitlines())
    return read(folder, f"extra:\n  clinic:\n{indented}")


def told(settings: Settings) -> list[str]:
    return [str(one) for one in settings.diagnostics]


def test_the_shipped_settings_are_right() -> None:
    assert told(read_settings(ROOT)) == []


@pytest.mark.parametrize(
    "text",
    ["", "site_name: x\n", "extra:\n", "extra:\n  clinic:\n", "extra: {clinic: {}}\n", "- a list\n"]
    + [f"extra:\n  clinic:\n    {name}:\n" for name in KNOWN],
)
def test_whatever_is_missing_has_a_sensible_result(text: str, tmp_path: Path) -> None:
    settings = read(tmp_path, text)
    assert settings.clinic == Clinic()
    assert told(settings) == []


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("nmae: Clinic", "mkdocs.yml:3:5: error 'nmae' is no setting of extra.clinic. Did you mean 'name'?"),
        ("colour:\n  link: x", "mkdocs.yml:3:5: error 'colour' is no setting of extra.clinic. Did you mean 'colors'?"),
        ("email: hello at clinic", "mkdocs.yml:3:12: error email: 'hello at clinic' is not an email address."),
        ("email: 'mailto:a@b.org'", "Write the address alone, without mailto:"),
        ("phone: call us", "mkdocs.yml:3:12: error phone: 'call us' is not a phone number."),
        ("booking: 'javascript:alert(1)'", "'javascript:alert(1)' is not a web address that a page may link to"),
        ("booking: data:text/html,x", "'data:text/html,x' is not a web address that a page may link to"),
        ("booking: clinic.example.org/book", "Did you mean 'https://clinic.example.org/book'?"),
        ("booking: https://me:secret@clinic.example.org", "is not a web address"),
        ("booking: https:///book", "is not a web address"),
        ("name: [a, b]", "name: is one text, not a list or a group of keys"),
        ('name: "a\\u202eb"', "turns the direction of the text round (U+202E) is written in name:"),
        ("colors: blue", "colors: is a group of lines of `key: value`"),
        ("colors: {link: teal}", "mkdocs.yml:3:20: error link: 'teal' is not a color. Write # and six digits"),
        ("colors:\n  link: #0f5c6e", "nothing stands after link: YAML takes what follows # for a comment"),
        ("colors: {lnik: '#000000'}", "'lnik' is no setting of extra.clinic.colors. Did you mean 'link'?"),
        (
            "colors: {link: '#777777'}",
            "link: #777777 has a contrast of 4.4 to 1 on white; text needs 4.5 to 1. "
            'The nearest color that is read well: "#767676".',
        ),
        ("colors: {link_dark: '#0f5c6e'}", "on the dark scheme's #1e2129; text needs 4.5 to 1"),
        ("colors: {header: '#ffff00'}", "header_text: #ffffff has a contrast of 1.0 to 1 on the header"),
        ("review_after: soon", "'soon' is not a span of time. Write 12 months, 2 years, 90 days, or never."),
        ("review_after: 0 months", "is not a span of time"),
        ("embed_on: ['*']", "mkdocs.yml:3:16: error embed_on: '*' is not the address of a website."),
        ("embed_on: [https://clinic.example.org/plans]", "Leave its path out: https://clinic.example.org."),
        ("embed_on: [clinic.example.org]", "Did you mean 'https://clinic.example.org'?"),
        ("embed_on: ['https://a.org; script-src *']", "is not the address of a website"),
        ("headers_file: maybe", "'maybe' is neither yes nor no"),
        ("logo: nowhere.svg", "there is no file 'clinic/nowhere.svg'"),
        ("logo: ../secret.svg", "'../secret.svg' is not the name of a picture in clinic/"),
        ("logo: /etc/passwd", "is not the name of a picture in clinic/"),
        ("logo: assets/images/logo.svg", "is not the name of a picture in clinic/"),
        ("name: A\nname: B", "mkdocs.yml:4:5: error 'name' stands here a second time; first in line 3"),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_place(lines: str, message: str, tmp_path: Path) -> None:
    settings = clinic(tmp_path, lines)
    assert any(message in line for line in told(settings)), told(settings)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    settings = clinic(tmp_path, "phone: x\nemail: x\nbooking: x\ncolors:\n  link: x\n  header: x\nlogo: x\nunknown: x")
    assert [one.place.line for one in settings.diagnostics] == [3, 4, 5, 7, 8, 9, 10]


def test_unknown_settings_beside_the_clinic_are_warned_of(tmp_path: Path) -> None:
    (line,) = told(read(tmp_path, "extra:\n  clinc:\n    name: x\n"))
    assert line == "mkdocs.yml:2:3: warning 'clinc' is no setting of extra. Did you mean 'clinic'?"


def test_what_is_meant_for_mkdocs_is_passed_over(tmp_path: Path) -> None:
    text = "x: &a !!python/name:y\nplugins: [*a]\nsite_url: !ENV [URL, 'https://a.org']\nextra:\n  clinic: {name: A}\n"
    assert read(tmp_path, text.replace("site_url: !ENV [URL, 'https://a.org']\n", "")).clinic.name == "A"


@pytest.mark.parametrize("text", ["extra: [", "extra: {clinic: &a {name: *a}}", "\x00", "a: b: c"])
def test_a_file_that_cannot_be_read_is_refused_or_told(text: str, tmp_path: Path) -> None:
    try:
        assert read(tmp_path, text).diagnostics
    except Refused as refused:
        assert re.match(r"mkdocs\.yml:[12]:[0-9]+: error ", str(refused))


def test_a_bomb_of_aliases_is_refused(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    with pytest.raises(Refused, match="nests too deep or holds too many"):
        read(tmp_path, "\n".join(rows) + "\nextra:\n  clinic: {embed_on: *a8}\n")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.example.org", "https://a.example.org/"),
        ("https://a.example.org/plans", "https://a.example.org/plans/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
    ],
)
def test_where_the_site_is_served(written: str, address: str, tmp_path: Path) -> None:
    settings = read(tmp_path, f"site_url: {written}\n")
    assert settings.address == address
    assert told(settings) == []


@pytest.mark.parametrize("written", ["a.example.org", "https://a.org/?x", "https://a.org/x;y{}", "ftp://a.org"])
def test_where_no_site_is_served(written: str, tmp_path: Path) -> None:
    assert told(read(tmp_path, f"site_url: {written}\n"))[0].startswith("mkdocs.yml:1:11: error site_url: ")


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("+1 555 010 0100", "+15550100100"),
        ("+49 (0)89 1234-56", "+4989123456"),
        ("(555) 010.0100 x12", "5550100100;ext=12"),
    ],
)
def test_a_phone_as_a_link(written: str, link: str) -> None:
    settings = settings_of({"clinic": {"phone": written}})
    assert told(settings) == []
    assert settings.clinic.telephone == link


@pytest.mark.parametrize(
    "written", ["mailto:desk@clinic.example.org?subject=First%20visit", "https://x.org/ü?a=b&c=(d)"]
)
def test_a_booking_link_is_made_safe_to_print(written: str) -> None:
    settings = settings_of({"clinic": {"booking": written}})
    assert told(settings) == []
    assert re.fullmatch(r"[A-Za-z0-9:/?#@%&=().+~_-]+", settings.clinic.booking)


def test_imprint_and_privacy_are_texts_or_a_link() -> None:
    said = settings_of({"clinic": {"imprint": "A <b>\nB\n\nC", "privacy": "D"}}).clinic
    assert said.imprint == (("A <b>", "B"), ("C",))
    assert said.privacy == (("D",),)
    linked = settings_of({"clinic": {"imprint": "https://clinic.example.org/imprint"}}).clinic
    assert (linked.imprint, linked.imprint_link) == ((), "https://clinic.example.org/imprint")


def test_websites_that_may_show_the_site() -> None:
    said = settings_of(
        {"clinic": {"embed_on": ["https://Clinic.example.org/", "https://*.example.org", "http://localhost:81"]}}
    )
    assert said.clinic.embed_on == ("https://clinic.example.org", "https://*.example.org", "http://localhost:81")
    assert settings_of({"clinic": {"embed_on": "https://a.org"}}).clinic.embed_on == ("https://a.org",)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Values that published contrast checkers give."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01) == contrast(other, one)


@pytest.mark.parametrize("ground", ["#ffffff", "#1e2129", "#808080", "#0f5c6e", "#ffff00"])
@pytest.mark.parametrize("color", ["#ff0000", "#00ff00", "#777777", "#0f5c6e", "#67c6d9"])
def test_the_color_that_is_proposed_passes_and_is_near(color: str, ground: str) -> None:
    better = nearest_passing(color, ground)
    assert contrast(better, ground) >= 4.5
    if contrast(color, ground) >= 4.5:
        assert better == color


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        (Span(months=12), date(2026, 1, 31), date(2027, 1, 31)),
        (Span(months=1), date(2027, 1, 31), date(2027, 2, 28)),
        (Span(months=12), date(2028, 2, 29), date(2029, 2, 28)),
        (Span(days=90), date(2026, 12, 1), date(2027, 3, 1)),
        (Span(months=999), date(9990, 1, 1), date(9999, 12, 31)),
    ],
)
def test_until_when_a_review_holds(span: Span, start: date, end: date) -> None:
    assert span.end(start) == end


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("logo.svg", SVG, ""),
        ("logo.svg", SVG.replace("<path", "<script>x</script><path"), "holds <script>"),
        ("logo.svg", SVG.replace("<path", '<path onclick="x"'), "holds onclick="),
        ("logo.svg", SVG.replace("<path", "<foreignObject/><path"), "holds <foreignobject>"),
        ("logo.svg", SVG.replace("<path", '<a href="javascript:x"/><path'), "elsewhere"),
        ("logo.svg", SVG.replace("<path", '<image href="https://x.org/a.png"/><path'), "elsewhere"),
        ("logo.svg", SVG.replace("<path", "<style>@import url(x)</style><path"), "elsewhere"),
        ("logo.svg", '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "defines entities"),
        ("logo.svg", SVG.replace(' viewBox="0 0 10 10"', ""), "says nothing of its size"),
        ("logo.svg", "<html></html>", "is not an SVG"),
        ("logo.svg", "no markup", "is not an SVG that browsers can read"),
        ("logo.png", SVG, "is not a picture of the kind its name says"),
        ("logo.gif", SVG, "is not the name of a picture in clinic/"),
        ("logo.svg", SVG + " " * 300_000, "has more than 200 KB"),
    ],
)
def test_a_logo_is_a_small_picture_in_which_nothing_runs(name: str, content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "clinic").mkdir()
    (tmp_path / "clinic" / name).write_text(content, "utf-8")
    settings = clinic(tmp_path, f"logo: {name}")
    assert [message in line for line in told(settings)] == ([True] if message else [])
    assert (settings.clinic.logo is None) == bool(message)


def test_a_logo_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "clinic").mkdir()
    (tmp_path / "secret.svg").write_text(SVG, "utf-8")
    (tmp_path / "clinic" / "logo.svg").symlink_to(tmp_path / "secret.svg")
    assert "is a link to another file" in told(clinic(tmp_path, "logo: logo.svg"))[0]
