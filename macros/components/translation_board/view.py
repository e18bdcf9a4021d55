"""The state of the translations by section and language, as finished strings."""

from __future__ import annotations

from collections import Counter
from typing import Any

from macros import translations
from macros.languages import LANGUAGES, SOURCE, number, own_name
from macros.library import Library
from macros.pages import Page

SECTIONS = ("home", "junior", "senior", "training", "action-learning", "checklists", "indicators", "tools", "events", "national", "about", "data")


def translation_board_view(library: Library, pages: dict[str, dict[str, Page]], language: str) -> dict[str, Any]:
    """For each section and language how many pages or entries follow today's English, and what is left."""
    others = [name for name in LANGUAGES if name != SOURCE]
    found = {name: list(translations.of_language(library, pages, name)) for name in others}
    everything: Counter[str] = Counter()
    current: Counter[tuple[str, str]] = Counter()
    for name, items in found.items():
        for item in items:
            section = _section(item)
            everything[section] += name == others[0]
            current[section, name] += item.state == "current"
    say = library.say
    return {
        "title": say("board-title", language),
        "section": say("board-section", language),
        "languages": [own_name(name) for name in others],
        "rows": [
            {
                "name": say(f"board-{section}", language),
                "cells": [
                    say("board-count", language, count=number(current[section, name], language), total=number(everything[section], language))
                    for name in others
                ],
            }
            for section in SECTIONS
            if everything[section]
        ],
        "left": [
            {"name": own_name(name), "items": [f"{say(f'board-{item.state}', language)}: {item.place}" for item in items if item.state != "current"]}
            for name, items in found.items()
        ],
        "nothing": say("board-nothing", language),
    }


def _section(item: translations.Translation) -> str:
    """The section of the site that a page is in; entries are data."""
    if item.name:
        return "data"
    folder, _, rest = item.file.split("/", 2)[2].partition("/")
    return folder if rest and folder in SECTIONS else "home"
