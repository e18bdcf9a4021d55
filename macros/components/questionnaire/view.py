"""A questionnaire as finished strings."""

from __future__ import annotations

from typing import Any

from macros.components.shared.form_parts import form_parts, help_link
from macros.library import Library

SAID = (
    "result-title", "result-needs", "result-now", "result-more", "result-less", "result-same", "result-careful",
    "result-key", "result-key-change", "result-statement", "result-picture", "result-reversed", "result-mean",
    "result-begin", "result-all-high",
)  # fmt: skip


def questionnaire_view(library: Library, name: str, language: str) -> dict[str, Any]:
    """Everything that the template of the questionnaire `name` shows. Raises NotFound."""
    facts = library.entry("questionnaires", name)
    words, _ = library.said("questionnaires", name, language)
    scale = library.entry("scales", facts.scale)
    labels, _ = library.said("scales", facts.scale, language)
    moments = tuple(f"moment-{moment}" for moment in facts.moments)
    parts = form_parts(library, "questionnaire", name, language, (*SAID, *moments))
    return {
        **parts,
        "words": {**parts["words"], "done": library.plural("questionnaire-done", language)},
        "points": [{"value": point.value, "text": labels.points[point.id]} for point in scale.points],
        "prefer_not": library.say("prefer-not", language),
        "items": [
            {
                "id": item.id,
                "text": words.items[item.id],
                "step": words.steps[item.id],
                "reversed": item.reversed,
                "help": help_link(library, item.see, words.items[item.id], language),
            }
            for item in facts.items
        ],
    }
