"""All sources, by topic."""

from __future__ import annotations

from typing import Any

from macros.languages import SOURCE
from macros.library import Library
from macros.pages import Page
from macros.source_uses import pages_by_source

TOPICS = (
    "project", "evidence", "leaving", "indicators", "instruments", "action-learning", "safeguarding", "national",
)


def sources_view(library: Library, pages: dict[str, dict[str, Page]], language: str) -> dict[str, Any]:
    """Every source under its topic, in the order of the topics and then of the file.

    Each names the pages that use it; translations call what their English page calls, so the
    English pages decide.
    """
    uses = pages_by_source(library, pages[SOURCE])
    groups = []
    for topic in TOPICS:
        entries = [
            {
                "id": name.lower(),
                "mark": name,
                "facts": library.entry("sources", name),
                "used": [_page(pages, path, language) for path in uses[name]],
            }
            for name in library.names("sources")
            if library.entry("sources", name).topic == topic
        ]
        if entries:
            groups.append({"id": f"topic-{topic}", "title": library.say(f"topic-{topic}", language), "entries": entries})
    return {"groups": groups, "used_on": library.say("source-used-on", language)}


def _page(pages: dict[str, dict[str, Page]], path: str, language: str) -> dict[str, Any]:
    """The title of a page in `language`, or its English one with its language."""
    spoken = language if path in pages[language] else SOURCE
    title = pages[spoken][path].raw_front.get("title", path)
    return {"path": path, "title": title, "lang": spoken if spoken != language else None}
