"""An indicator's card as finished strings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.components.indicator_link.view import indicator_link_view
from macros.components.source.view import source_view
from macros.languages import number, percent
from macros.library import Library


def indicator_view(library: Library, name: str, language: str, homes: Mapping[str, str]) -> dict[str, Any]:
    """Everything that the card of the indicator `name` shows. Raises NotFound.

    `homes` tells for each form the page that shows it.
    """
    facts = library.entry("indicators", name)
    words, spoken = library.said("indicators", name, language)

    def said(prefix: str, choices: list[str]) -> str:
        return ", ".join(library.say(f"{prefix}-{choice}", language) for choice in choices)

    forms = []
    for form in facts.fed_by:
        kind = library.form_kind(form)
        if kind and form in homes:
            title = library.said(kind, form, language)[0].title
            forms.append({"page": f"{homes[form]}#{kind[:-1]}-{form}", "title": title})
    labels = ("question", "why", "numerator", "denominator", "source", "moments", "collectors", "breakdowns",
              "target", "example", "pitfalls", "ethics", "fed-by", "sources", "eqavet")
    return {
        **indicator_link_view(library, name, language),
        "id": name.lower(),
        "lang": spoken if spoken != language else None,
        "label": {label.replace("-", "_"): library.say(f"indicator-{label}", language) for label in labels},
        "words": words,
        "tier": library.say(f"tier-{facts.tier}", language),
        "starter": facts.tier == "starter",
        "level": library.say(f"level-{facts.level}", language),
        "direction": library.say(f"direction-{facts.direction}", language),
        "moments": said("moment", facts.moments),
        "collectors": said("collector", facts.collected_by),
        "breakdowns": said("breakdown", facts.breakdowns),
        "example": _example(facts, words, language),
        "forms": forms,
        "sources": [source_view(library, source, language) for source in facts.sources],
        "eqavet": number(facts.eqavet, language) if facts.eqavet else None,
        "more": library.say("glossary-more", language),
    }


def _example(facts: Any, words: Any, language: str) -> str | None:
    if facts.example is None or words.example is None:
        return None
    numbers = facts.example
    decimals = len(str(numbers.result).partition(".")[2])
    result = percent if facts.unit == "percent" else number
    marks = {
        "numerator": number(numbers.numerator, language),
        "denominator": number(numbers.denominator, language),
        "result": result(numbers.result, language, decimals),
    }
    text = str(words.example)
    for mark, value in marks.items():
        text = text.replace(f"{{{mark}}}", value)
    return text
