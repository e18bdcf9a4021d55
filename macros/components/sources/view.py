"""All sources, by topic."""

from __future__ import annotations

from typing import Any

from macros.library import Library

TOPICS = (
    "project", "evidence", "leaving", "indicators", "instruments", "action-learning", "safeguarding", "national",
)


def sources_view(library: Library, language: str) -> dict[str, Any]:
    """Every source under its topic, in the order of the topics and then of the file."""
    groups = []
    for topic in TOPICS:
        entries = [
            {"id": name.lower(), "mark": name, "facts": library.entry("sources", name)}
            for name in library.names("sources")
            if library.entry("sources", name).topic == topic
        ]
        if entries:
            groups.append({"id": f"topic-{topic}", "title": library.say(f"topic-{topic}", language), "entries": entries})
    return {"groups": groups}
