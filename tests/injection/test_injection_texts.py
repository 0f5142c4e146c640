"""The hostile texts themselves are all there; run through raw Markdown, without our escaping, many of them are run."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import markdown
import pytest
from injection_browser import SITE, framed, trapped
from injection_texts import NAUGHTY, PAYLOADS, hostile, naughty, payloads, share
from playwright.sync_api import Browser, TimeoutError

from generator.publish.escape import escaped
from generator.publish.marked import blocks, marked

#: How many frames a page has: a payload that holds its page up holds up few others.
_FRAMES = 50
_PATIENCE_MS = 1_500


def run_in_frames(browser: Browser, fragments: Sequence[str], frames: int = _FRAMES) -> set[str]:
    """Show each piece of HTML in a frame of its own; return the names of frames in which something was run."""
    found: set[str] = set()
    for first in range(0, len(fragments), frames):
        content = framed(fragments[first : first + frames])
        with trapped(browser, {"frames.html": content}.get) as (context, caught):
            page = context.new_page()
            page.goto(f"{SITE}frames.html", wait_until="commit")
            loaded = f"Number(document.title) >= {len(fragments[first : first + frames])}"
            with suppress(TimeoutError):  # some texts hold their frame, or the whole page, up
                page.wait_for_function(loaded, timeout=_PATIENCE_MS)
            page.close()
        found |= {f"{first} {hit}" for hit in caught.hits if " in frame" in hit}
    return found


def raw(text: str) -> str:
    """What Markdown makes of a text that nobody escaped."""
    return markdown.markdown(text)


def ours(text: str) -> str:
    """What our pages make of it, where marks are allowed and where not."""
    return f"{escaped(text)}{marked(text, str)}{blocks(text, str)}"


def test_both_lists_are_whole() -> None:
    assert (len(payloads()), len(naughty())) == (PAYLOADS, NAUGHTY)
    assert set(hostile()) == {*payloads(), *naughty()}


@pytest.mark.browser
def test_raw_markdown_runs_many_of_them_and_our_text_none(chromium: Browser) -> None:
    """The control: with as many texts and the same traps, raw Markdown is caught again and again."""
    texts = share(0, 40)
    assert len(run_in_frames(chromium, [raw(text) for text in texts])) >= 15
    assert run_in_frames(chromium, [ours(text) for text in texts], len(texts)) == set()


@pytest.mark.long
@pytest.mark.browser
def test_of_all_texts_raw_markdown_runs_hundreds_and_ours_none(chromium: Browser) -> None:
    assert len(run_in_frames(chromium, [raw(text) for text in hostile()])) >= 500
    assert run_in_frames(chromium, [ours(text) for text in hostile()], 250) == set()
