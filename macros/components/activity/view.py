"""Minutes, grouping and materials of a module's activity."""

from __future__ import annotations

from typing import Any

from macros.languages import number
from macros.library import Library


def activity_view(library: Library, minutes: int, grouping: str, materials: str, language: str) -> dict[str, Any]:
    """The line under the heading of an activity. `materials` are names of entries, with spaces between."""
    names = ", ".join(library.said("materials", name, language)[0].name for name in materials.split())
    return {
        "minutes": library.say("minutes", language, minutes, count=number(minutes, language)),
        "grouping": library.say(f"grouping-{grouping}", language),
        "needs": library.say("activity-needs", language, materials=names) if names else None,
    }
