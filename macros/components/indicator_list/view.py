"""All indicators as a table, or the cards of one level."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.components.indicator.view import indicator_view
from macros.components.indicator_link.view import indicator_link_view
from macros.library import Library
from macros.models.indicator import LEVELS


def indicator_list_view(
    library: Library, level: str | None, language: str, homes: Mapping[str, str]
) -> dict[str, Any]:
    """The cards of `level`, or without a level one row for every indicator, by level."""
    everything = [(name, library.entry("indicators", name)) for name in library.names("indicators")]
    if level:
        cards = [indicator_view(library, name, language, homes) for name, facts in everything if facts.level == level]
        return {"cards": cards, "rows": [], "label": {}}
    ordered = sorted(everything, key=lambda one: LEVELS.index(one[1].level))
    rows = [
        {
            **indicator_link_view(library, name, language),
            "question": library.said("indicators", name, language)[0].question,
            "level": library.say(f"level-{facts.level}", language),
            "tier": library.say(f"tier-{facts.tier}", language),
            "starter": facts.tier == "starter",
        }
        for name, facts in ordered
    ]
    label = {key: library.say(f"indicator-{key}", language) for key in ("name", "question", "level", "tier")}
    return {"cards": [], "rows": rows, "label": label}
