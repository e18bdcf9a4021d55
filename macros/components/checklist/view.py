"""A checklist as finished strings."""

from __future__ import annotations

from typing import Any

from macros.components.shared.form_parts import form_parts, help_link
from macros.languages import number
from macros.library import Library

STEPS = ("yes", "partly", "not-yet")
PLAN = ("area", "what", "who", "when")
PLAN_ROWS = 3
SAID_OF_AREAS = (
    "areas-unfinished", "areas-weakest", "areas-all-done", "areas-area", "areas-where", "areas-begin",
    "answer-yes", "answer-partly", "answer-not-yet",
)  # fmt: skip


def checklist_view(library: Library, name: str, language: str) -> dict[str, Any]:
    """Everything that the template of the checklist `name` shows. Raises NotFound."""
    facts = library.entry("checklists", name)
    words, _ = library.said("checklists", name, language)
    say = library.say
    parts = form_parts(library, "checklist", name, language, SAID_OF_AREAS if facts.plan_first else ())
    return {
        **parts,
        "words": {**parts["words"], "done": library.plural("checklist-done", language)},
        "plan": {
            "first": facts.plan_first,
            "columns": [
                {"id": column, "text": say("areas-area" if column == "area" else f"plan-{column}", language)} for column in PLAN
            ],
            "rows": [
                {"number": row, "label": say("row", language, number=number(row, language))} for row in range(1, PLAN_ROWS + 1)
            ],
        } if facts.plan_first else None,
        "answers": [] if facts.answers == "ticks" else [
            {"value": step, "text": say(f"answer-{step}", language)} for step in STEPS
        ],
        "groups": [
            {
                "id": area,
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
