"""What the theme ships and no page of the site asks for: maps for its developers, and what search needs for other languages."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

_MAP = re.compile(r"\.(css|js)\.map$")
_STEMMER = re.compile(r"assets/javascripts/lunr/min/lunr\.([a-z]{2})\.min\.js$")
# Dictionaries that divide words, by the language that needs them.
_DICTIONARIES = {"assets/javascripts/lunr/tinyseg.js": "ja", "assets/javascripts/lunr/wordcut.js": "th"}


def leave_out_unused(files: Any, languages: Collection[str]) -> None:
    """Take the theme's files that a site in `languages` does not use out of MkDocs's `files`."""
    for file in list(files):
        stemmer = _STEMMER.search(file.src_uri)
        language = stemmer[1] if stemmer else _DICTIONARIES.get(file.src_uri)
        if _MAP.search(file.src_uri) or (language and language not in languages):
            files.remove(file)
