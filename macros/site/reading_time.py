"""How long a page takes to read, under its title."""

from __future__ import annotations

import re
from html import escape

from macros.languages import number
from macros.library import Library

# Slower than the 230 or so of practised adult readers: many of ours read in a second language.
WORDS_A_MINUTE = 160
_TAG = re.compile(r"<[^>]+>")
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)


def with_reading_time(html: str, language: str, library: Library) -> str:
    """The page's HTML with its reading time (whole minutes, at least 1) after the first heading.

    Forms are not counted: they say themselves how long they take.
    """
    minutes = minutes_to_read(html)
    said = library.say("minutes", language, minutes, count=number(minutes, language))
    line = f'<p class="p2p-reading-time">{escape(library.say("reading-time", language, minutes=said))}</p>'
    return html.replace("</h1>", f"</h1>{line}", 1)


def minutes_to_read(html: str) -> int:
    """Whole minutes, at least 1, for the page's text outside its forms."""
    return max(1, round(len(_TAG.sub(" ", _FORM.sub(" ", html)).split()) / WORDS_A_MINUTE))
