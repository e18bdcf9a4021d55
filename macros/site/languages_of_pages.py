"""Which language a built page is shown in, and which it is written in."""

from __future__ import annotations

from typing import Any

from macros.languages import SOURCE


def shown_in(page: Any) -> str:
    """The language of the part of the site that the page belongs to."""
    return str(getattr(page.file, "locale_alternate_of", SOURCE))


def written_in(page: Any) -> str:
    """The language of the page's text: English where the translation is missing."""
    return str(getattr(page.file, "locale", SOURCE))


def path_of(page: Any) -> str:
    """The page's path from docs/<language>/."""
    return str(page.file.src_uri).partition("/")[2]
