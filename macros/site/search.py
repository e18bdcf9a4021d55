"""One search index per language, with that language's stemmer.

Material keeps one index for the whole site; a reader would find pages in four languages.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from macros.languages import SOURCE

_ANY_BASE = re.compile(r'(<script id="__config"[^>]*>[^<]*?"base": ?")([^"]*)(")')


def index_text(entries: list[dict[str, Any]], settings: dict[str, Any], language: str) -> str:
    """The index of one language as JSON; addresses count from the language's home."""
    prefix = "" if language == SOURCE else f"{language}/"
    docs = [
        {**entry, "location": entry["location"].removeprefix(prefix)}
        for entry in entries
        if entry["location"].startswith(prefix)
    ]
    config = {**settings, "lang": [language]}
    return json.dumps({"config": config, "docs": docs}, ensure_ascii=False, separators=(",", ":"))


def write_index(site: Path, text: str, language: str) -> None:
    """Write the index where Material looks for it: as JSON, and as a script for file://."""
    folder = site / ("" if language == SOURCE else language) / "search"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "search_index.json").write_text(text, encoding="utf-8", newline="\n")
    (folder / "search_index.js").write_text(f"var __index = {text}", encoding="utf-8", newline="\n")


def point_to_language(html: str, language: str) -> str:
    """Tell Material's script that the site begins at the language's home."""
    if language == SOURCE:
        return html
    return _ANY_BASE.sub(lambda m: f"{m[1]}{m[2].rstrip('/')}/{language}{m[3]}", html, count=1)
