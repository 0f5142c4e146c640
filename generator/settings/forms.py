"""How single settings are written: what a text means, or what is wrong with it and what would be right."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from generator.model.quoting import quoted
from generator.settings.clinic import Paragraphs, Span
from generator.settings.contrast import color_of

_EMAIL = re.compile(r"[^\s@<>\"'(),:;\\\[\]]{1,64}@[^\W_](?:[\w-]{0,62})(?:\.[^\W_][\w-]{0,62})+")
_PHONE = re.compile(
    r"(?=(?:[^0-9]*[0-9]){3,20}[^0-9]*$)\+?[0-9(][0-9 ().\u00a0\u2009/–-]*(?: ?(?:x|ext\.?) ?[0-9]{1,6})?", re.I
)
_HOST = re.compile(r"[^\W_](?:[\w-]*)(?:\.[^\W_][\w-]*)*|\[[0-9a-fA-F:.]+\]")
_ORIGIN = re.compile(
    r"https?://(?:\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::[0-9]{1,5})?"
)
_SPAN = re.compile(r"([0-9]{1,3}) ?(day|week|month|year)s?", re.I)
#: Left as they are in a web address; all else is written in percent.
_IN_ADDRESS = "%/:?#[]@!$&*+,;=~"


class WrongForm(ValueError):
    """A text that is not written as the setting needs it: ``message``, and ``hint`` with what would be right."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def color(text: str) -> str:
    """Return a color as ``#rrggbb``."""
    found = color_of(text)
    if found is None:
        raise WrongForm(f"{quoted(text)} is not a color", 'Write # and six digits or letters a to f: "#0f5c6e".')
    return found


def email(text: str) -> str:
    """Return an email address."""
    if len(text) > 254 or not _EMAIL.fullmatch(text):
        hint = "Write the address alone, without mailto:" if text.lower().startswith("mailto:") else ""
        raise WrongForm(f"{quoted(text)} is not an email address", hint or "Write it as hello@clinic.example.org.")
    return text


def phone(text: str) -> str:
    """Return a phone number as people write it."""
    if not _PHONE.fullmatch(text):
        raise WrongForm(f"{quoted(text)} is not a phone number", 'Write it as "+1 555 010 0100".')
    return text


def link(text: str) -> str:
    """Return an address that a page may link to: http, https or mailto, and nothing that a browser would run."""
    if text.lower().startswith("mailto:"):
        mailbox, mark, more = text[7:].partition("?")
        return f"mailto:{email(mailbox)}{mark}{quote(more, safe=_IN_ADDRESS)}"
    return web_address(text)


def web_address(text: str) -> str:
    """Return an http or https address, with nothing in it that would end an attribute or a line."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise WrongForm(f"{quoted(text)} is not a web address") from None
    if parts.scheme.lower() not in ("http", "https"):
        bare = re.match(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)", text)
        hint = f"Did you mean {quoted(f'https://{text}')}?" if bare else "It begins with https://."
        raise WrongForm(f"{quoted(text)} is not a web address that a page may link to", hint)
    if not _HOST.fullmatch(host) or parts.username is not None or re.search(r"\s", text):
        raise WrongForm(f"{quoted(text)} is not a web address", "Write it as https://clinic.example.org/book.")
    return quote(text, safe=_IN_ADDRESS)


def origin(text: str) -> str:
    """Return a website's origin, as a policy names it: ``https://clinic.example.org``, without a path."""
    small = text.strip().lower().removesuffix("/")
    if _ORIGIN.fullmatch(small) and int(small.rpartition(":")[2] if small.count(":") > 1 else 1) <= 65535:
        return small
    message = f"{quoted(text)} is not the address of a website"
    shown = re.match(r"(https?://[a-z0-9.-]+(?::[0-9]+)?)[/?#]", small)
    if shown and _ORIGIN.fullmatch(shown[1]):
        raise WrongForm(f"{message} alone", f"Leave its path out: {shown[1]}.")
    if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", small):
        raise WrongForm(message, f"Did you mean 'https://{small}'?")
    raise WrongForm(message, "Write it as https://clinic.example.org.")


def site_address(text: str) -> str:
    """Return where a site is served, with a closing slash and nothing behind its path."""
    found = web_address(text)
    parts = urlsplit(found)
    if parts.query or parts.fragment:
        raise WrongForm(f"{quoted(text)} has more than a path", "Write it as https://training.example.org/.")
    if not re.fullmatch(r"[A-Za-z0-9._~/%-]*", parts.path) or "//" in parts.path or "/." in parts.path:
        raise WrongForm(f"{quoted(text)} has a path that a host can't serve", "Use letters, digits, - and /.")
    return found if found.endswith("/") else found + "/"


def span(text: str) -> Span | None:
    """Return how long a review holds; None for ``never``."""
    if text.lower() in ("never", "no"):
        return None
    found = _SPAN.fullmatch(text)
    if not found or not int(found[1]):
        raise WrongForm(f"{quoted(text)} is not a span of time", "Write 12 months, 2 years, 90 days, or never.")
    number, unit = int(found[1]), found[2].lower()
    if unit in ("month", "year"):
        return Span(months=number * (12 if unit == "year" else 1))
    return Span(days=number * (7 if unit == "week" else 1))


def yes_no(text: str) -> bool:
    """Return True for yes and false for no, as YAML's readers have always written them."""
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(text.lower())
    if answer is None:
        raise WrongForm(f"{quoted(text)} is neither yes nor no")
    return answer


def paragraphs(text: str) -> Paragraphs:
    """Return a text's paragraphs, parted by empty lines, each as its lines."""
    blocks = re.split(r"\n[ \t]*\n", text.strip())
    return tuple(
        tuple(line.strip() for line in block.splitlines() if line.strip()) for block in blocks if block.strip()
    )
