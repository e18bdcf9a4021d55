"""An evidence note as finished strings."""

from __future__ import annotations

from typing import Any

from macros.components.source.view import source_view
from macros.library import Library


def evidence_view(library: Library, name: str, language: str) -> dict[str, Any]:
    """What the note `name` says of the research behind a page. Raises NotFound."""
    facts = library.entry("evidence", name)
    words, spoken = library.said("evidence", name, language)
    return {
        "id": f"evidence-{name}",
        "lang": spoken if spoken != language else None,
        "title": library.say("evidence-title", language),
        "claim": words.claim,
        "ratings": [
            {"label": library.say(f"evidence-{what}", language), "value": library.say(f"{what}-{value}", language)}
            for what, value in (("impact", facts.impact), ("cost", facts.cost), ("strength", facts.strength))
        ],
        "finding_label": library.say("evidence-finding", language),
        "finding": words.finding,
        "not_known_label": library.say("evidence-not-known", language),
        "not_known": words.not_known,
        "sources": [source_view(library, source, language) for source in facts.sources],
    }
