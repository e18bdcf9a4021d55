"""Minutes and grouping of a module's activity."""

from __future__ import annotations

from typing import Any

from macros.languages import number
from macros.library import Library


def activity_view(library: Library, minutes: int, grouping: str, language: str) -> dict[str, Any]:
    """The line under the heading of an activity."""
    return {
        "minutes": library.say("minutes", language, minutes, count=number(minutes, language)),
        "grouping": library.say(f"grouping-{grouping}", language),
    }
