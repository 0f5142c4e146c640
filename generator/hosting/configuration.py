"""Configurations of web servers, made of the settings, so that they agree with the site that they serve."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import jinja2

from generator.frozen import frozen
from generator.hosting import files
from generator.hosting.headers import headers_file, site_headers
from generator.settings import Settings
from generator.shipped import TEMPLATES

Server = Literal["nginx", "caddy", "headers"]
SERVERS: tuple[Server, ...] = ("nginx", "caddy", "headers")
_TEMPLATES = {"nginx": "nginx.conf.j2", "caddy": "Caddyfile.j2"}
#: Folders and addresses go into a configuration as they are; these letters mean nothing to any server's.
PLAIN_FOLDER = re.compile(r"/[\w./ @+-]*")
PLAIN_LISTEN = re.compile(r"[0-9a-z.:\[\]-]{1,100}")


@frozen
class Asked:
    """Where things are on the host: the folder of the site, those of the sites before it, and where to listen.

    ``listen`` is a port or an address with one (``8080``, ``127.0.0.1:8080``); empty for the usual ports.
    """

    site: Path
    before: tuple[Path, ...] = ()
    listen: str = ""


def kept_before(root: Path) -> tuple[Path, ...]:
    """Return the folders of a project in which the site before stands, while a build swaps them and afterwards."""
    return root / "build" / "site-next", root / "build" / "site-before" / "1"


def configuration(server: Server, settings: Settings, asked: Asked) -> str:
    """Return a configuration's text; ValueError if a folder or address can't stand in one.

    Headers name the folder of the site's scripts, which a site in another language calls otherwise: that of the built
    site, where there is one.
    """
    path = urlsplit(settings.address).path or "/"
    if server == "headers":
        built = sorted((asked.site / "assets").glob("js-????????/"))
        return headers_file(settings, path, f"assets/{built[0].name}/" if built else "")
    for folder in (asked.site, *asked.before):
        if not PLAIN_FOLDER.fullmatch(str(folder)) or ".." in folder.parts:
            raise ValueError(
                f"{str(folder)!r} can't stand in a configuration: use letters, digits, spaces, . - _ and /"
            )
    if asked.listen and not PLAIN_LISTEN.fullmatch(asked.listen):
        raise ValueError(f"{asked.listen!r} is not a port or an address with one, such as 127.0.0.1:8080")
    host = urlsplit(settings.address).netloc.lower() or "localhost"
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES / "hosting"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # what goes in was read by forms that let nothing through
    )
    return environment.get_template(_TEMPLATES[server]).render(
        host=host.partition(":")[0] if not host.startswith("[") else host,
        authority=host,
        scheme=urlsplit(settings.address).scheme or "http",
        name=re.sub(r"[^a-z0-9]+", "_", f"{host}{path}".lower()).strip("_"),
        path=path,
        bare_path=path.rstrip("/"),
        path_pattern=re.escape(path),
        site=str(asked.site),
        before=[str(folder) for folder in asked.before],
        listen=asked.listen,
        headers=site_headers(settings),
        types=files.TYPES,
        with_charset=files.WITH_CHARSET,
        packed=files.PACKED,
        hashed=files.HASHED,
        for_ever=files.FOR_EVER,
        anew=files.ANEW,
    )
