"""What stands on many pages alike is left out of the search index: nobody looks for it, and every first search fetches it."""

from __future__ import annotations

import re

from macros.languages import SOURCE

# Material forgets to leave out the rest when an element holds another of its own kind: none of these does.
_CLASSES = (
    "p2p-form__kept", "p2p-form__buttons", "p2p-form__more", "p2p-form__help", "p2p-questionnaire__code", "p2p-question--moment",
    "p2p-sources__used", "p2p-timetable", "p2p-activity", "p2p-materials",
)  # fmt: skip
_REPEATED = (
    rf'<[a-z]+(?= (?:id="[^"]*" )?class="(?:[^"]* )?(?:{"|".join(_CLASSES)})[ "])'
    r'|<label(?= class="p2p-choice[^"]*"><input type="radio")'  # the points of a scale, which every question repeats
)
# The same in every language, and found with English search: titles of sources, and each term in the other languages.
_SHARED = r'<div(?= class="p2p-sources__entry")|<dd(?= class="p2p-glossary__small">[a-z]{2}: <span lang=)'
_LEFT_OUT = re.compile(_REPEATED)
_LEFT_OUT_OF_TRANSLATIONS = re.compile(f"{_REPEATED}|{_SHARED}")


def without_repetitions(html: str, language: str) -> str:
    """The page's content, with a mark for Material's search on buttons, scales and lists of pages."""
    return (_LEFT_OUT if language == SOURCE else _LEFT_OUT_OF_TRANSLATIONS).sub(lambda tag: f"{tag[0]} data-search-exclude", html)
