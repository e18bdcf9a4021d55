"""A checklist as finished strings."""

from __future__ import annotations

from typing import Any

from macros.components.form_parts import done_forms, form_parts, help_link
from macros.library import Library

STEPS = ("yes", "partly", "not-yet")


def checklist_view(library: Library, name: str, language: str) -> dict[str, Any]:
    """Everything that the template of the checklist `name` shows. Raises NotFound."""
    facts = library.entry("checklists", name)
    words, _ = library.said("checklists", name, language)
    return {
        **form_parts(library, "checklist", name, language),
        "done": done_forms(library, language),
        "answers": [] if facts.answers == "ticks" else [
            {"value": step, "text": library.say(f"answer-{step}", language)} for step in STEPS
        ],
        "groups": [
            {
                "title": words.areas.get(area),
                "items": [
                    {
                        "id": item.id,
                        "text": words.items[item.id],
                        "help": help_link(library, item.see, words.items[item.id], language),
                    }
                    for item in facts.items
                    if item.area == area
                ],
            }
            for area in facts.areas or [None]
        ],
    }
