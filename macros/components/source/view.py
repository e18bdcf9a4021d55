"""A mark that leads to a source."""

from __future__ import annotations

from typing import Any

from macros.library import Library


def source_view(library: Library, name: str, language: str) -> dict[str, Any]:
    """The source's id on the page of sources, its mark, and what a screen reader says."""
    facts = library.entry("sources", name)
    return {
        "id": name.lower(),
        "mark": name,
        "label": library.say("source-title", language, source=f"{name}, {facts.title}"),
    }
