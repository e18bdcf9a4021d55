"""The files of one page, under its title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.components.downloads.view import File, file_view
from macros.library import Library


def download_links_view(library: Library, language: str, files: Sequence[tuple[str, File]]) -> dict[str, Any]:
    """The links to the page's files: (the title of what is printed, the file)."""
    return {
        "here": library.say("downloads-here", language),
        "files": [{**file_view(library, file, language), "title": title} for title, file in files],
    }
