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
    words = len(_TAG.sub(" ", _FORM.sub(" ", html)).split())
    minutes = max(1, round(words / WORDS_A_MINUTE))
    said = library.say("minutes", language, minutes, count=number(minutes, language))
    line = f'<p class="p2p-reading-time">{escape(library.say("reading-time", language, minutes=said))}</p>'
    return html.replace("</h1>", f"</h1>{line}", 1)
