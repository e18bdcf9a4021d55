"""A module's timetable, added up from its activities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from macros.languages import number
from macros.library import Library


def timetable_view(library: Library, planned: Iterable[Mapping[str, Any]], notes: bool, language: str) -> dict[str, Any]:
    """One row for each of the `planned` activities: {id, title, minutes, grouping}.

    `notes`: the page has notes for the facilitator, which can be hidden.
    """
    rows, minute = [], 0
    for activity in planned:
        length = int(activity["minutes"])
        rows.append(
            {
                "from": number(minute, language),
                "to": number(minute + length, language),
                "id": activity["id"],
                "title": activity["title"],
                "minutes": number(length, language),
                "grouping": library.say(f"grouping-{activity['grouping']}", language),
            }
        )
        minute += length
    labels = ("title", "from", "activity", "minutes", "grouping", "total")
    return {
        "notes": {name: library.say(f"notes-{name}", language) for name in ("hide", "show")} if notes else None,
        "rows": rows,
        "total": library.say("minutes", language, minute, count=number(minute, language)),
        "label": {label: library.say(f"timetable-{label}", language) for label in labels},
    }
