"""One search index per language, with that language's stemmer.

Material keeps one index for the whole site; a reader would find pages in four languages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.languages import SOURCE

_FOLDING = (Path(__file__).parent / "search_folding.js").read_text(encoding="utf-8").rstrip()
_SEARCH_WORDS_BOOST = 2000.0  # a little more than a title
_EMPTY = re.compile(r"<p>\s*</p>|(?<=>)\s+(?=<)|^\s+|\s+$")
_ANY_BASE = re.compile(r'(<script id="__config"[^>]*>[^<]*?"base": ?")([^"]*)(")')


def index_text(
    entries: list[dict[str, Any]], settings: dict[str, Any], language: str, search_words: Mapping[str, list[str]]
) -> str:
    """The index of one language as JSON; addresses count from the language's home.

    `search_words` holds, for the address of every page that is written in the language, the
    words that readers type although they do not stand on the page. Other pages are left out.
    """
    prefix = "" if language == SOURCE else f"{language}/"
    docs = []
    for entry in entries:
        address, _, section = entry["location"].partition("#")
        if address in search_words:
            text = _EMPTY.sub("", entry["text"])
            doc = {**entry, "location": entry["location"].removeprefix(prefix), "text": text}
            if not section and search_words[address]:
                # Material weighs tags apart from title and text; each word is one tag.
                doc["tags"] = sorted({word for words in search_words[address] for word in words.split()})
            docs.append(doc)
    fields = {**settings["fields"], "tags": {"boost": _SEARCH_WORDS_BOOST}}
    config = {**settings, "lang": [language], "fields": fields}
    return json.dumps({"config": config, "docs": docs}, ensure_ascii=False, separators=(",", ":"))


def write_index(site: Path, text: str, language: str) -> None:
    """Write the index where Material looks for it: as JSON, and as a script for file://."""
    folder = site / ("" if language == SOURCE else language) / "search"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "search_index.json").write_text(text, encoding="utf-8", newline="\n")
    (folder / "search_index.js").write_text(f"var __index = {text}", encoding="utf-8", newline="\n")


def fold_letters(site: Path, language: str) -> None:
    """Add the folding of letters to the language's stemmer, which Material's search loads."""
    stemmer = site / "assets/javascripts/lunr/min" / f"lunr.{language}.min.js"
    text = stemmer.read_text(encoding="utf-8")
    if _FOLDING not in text:
        stemmer.write_text(f'{text}\n{_FOLDING}("{language}");\n', encoding="utf-8", newline="\n")


def point_to_language(html: str, language: str) -> str:
    """Tell Material's script that the site begins at the language's home."""
    if language == SOURCE:
        return html
    # The slash at the end matters: Material resolves "search/…" against this address.
    return _ANY_BASE.sub(lambda m: f"{m[1]}{m[2].rstrip('/')}/{language}/{m[3]}", html, count=1)
