"""`hardday host`: what it writes, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_in_process import Run


@pytest.fixture
def clinics(tmp_path: Path) -> Path:
    """A project with settings alone."""
    (tmp_path / "mkdocs.yml").write_text("site_url: https://a.example.org/plans\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("server", "line"),
    [
        ("nginx", "server_name a.example.org;"),
        ("nginx", "location /plans/ {"),
        ("caddy", "https://a.example.org {"),
        ("caddy", "handle_path /plans/* {"),
        ("headers", "/plans/*"),
    ],
)
def test_a_configuration_names_the_host_and_the_path(server: str, line: str, hardday: Run, clinics: Path) -> None:
    done = hardday("host", server, "--project", clinics)
    assert (done.status, done.err) == (0, "")
    assert line in [one.strip() for one in done.out.splitlines()]


def test_headers_name_the_scripts_of_the_site_that_is_there(hardday: Run, clinics: Path) -> None:
    """A site in another language has scripts of its own."""
    before = hardday("host", "headers", "--project", clinics).out
    (clinics / "site" / "assets" / "js-0123abcd").mkdir(parents=True)
    (clinics / "site" / "assets" / "js-readme.txt").write_text("", "utf-8")
    after = hardday("host", "headers", "--project", clinics).out
    assert "/plans/assets/js-0123abcd/*" in after
    assert after.count("/assets/js-") == before.count("/assets/js-") == 1


def test_folders_are_those_that_were_asked_for(hardday: Run, clinics: Path) -> None:
    done = hardday("host", "nginx", "--project", clinics, "--site", "/srv/plans/site", "--before", "/srv/plans/before")
    assert 'alias "/srv/plans/site/";' in done.out
    assert 'alias "/srv/plans/before/assets/$hardday_asset";' in done.out
    assert str(clinics) not in done.out
    assert (
        "hardday-before"
        not in hardday("host", "nginx", "--project", clinics, "--site", "/srv/site").out.split("server {")[1]
    )


def test_a_file_of_ours_is_written_over_and_no_other(hardday: Run, clinics: Path) -> None:
    out = clinics / "site.conf"
    for _ in range(2):
        done = hardday("host", "nginx", "--project", clinics, "--out", out)
        assert (done.status, done.out) == (0, f"{out} is written\n")
    out.write_text("server {}\n", "utf-8")
    assert hardday("host", "nginx", "--project", clinics, "--out", out).status == 2
    assert out.read_text("utf-8") == "server {}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["apache"],
        ["nginx", "--listen", "80; include /etc/passwd"],
        ["nginx", "--site", '/srv/a"; include x'],
        ["nginx", "--site", "/srv/$host"],
        ["caddy", "--site", "/srv/{env.HOME}"],
    ],
)
def test_what_would_change_a_configuration_is_wrong_usage(arguments: list[str], hardday: Run, clinics: Path) -> None:
    done = hardday("host", *arguments, "--project", clinics)
    assert (done.status, done.out) == (2, "")


def test_wrong_settings_write_nothing(hardday: Run, clinics: Path) -> None:
    (clinics / "mkdocs.yml").write_text('extra: {clinic: {embed_on: ["https://a.org;"]}}\n', "utf-8")
    done = hardday("host", "nginx", "--project", clinics)
    assert (done.status, done.out) == (1, "")
    assert "embed_on: 'https://a.org;' is not the address of a website" in done.err
