"""What a trainer brings to a module, collected from its activities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from macros.library import Library

_NUMBER = re.compile(r"^(\d+)\.\s")


def materials_view(library: Library, planned: Iterable[Mapping[str, Any]], language: str) -> dict[str, Any]:
    """One row for each material of the `planned` activities: {id, title, materials}, first needed first.

    An activity whose title begins with a number is named by it.
    """
    needed: dict[str, list[dict[str, str]]] = {}
    for activity in planned:
        numbered = _NUMBER.match(activity["title"])
        link = {"id": activity["id"], "text": numbered[1] if numbered else activity["title"]}
        for name in str(activity.get("materials", "")).split():
            needed.setdefault(name, []).append(link)
    return {
        "rows": [
            {
                "name": library.said("materials", name, language)[0].name,
                "page": library.entry("materials", name).see,
                "per": library.say(f"material-per-{library.entry('materials', name).per}", language),
                "links": links,
            }
            for name, links in needed.items()
        ],
        "label": {
            "title": library.say("materials-title", language),
            "for": library.say("material-for", language, activities="{activities}").replace("{activities}", "").strip(),
        },
    }
