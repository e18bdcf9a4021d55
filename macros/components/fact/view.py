"""A figure with its year and source."""

from __future__ import annotations

from typing import Any

from macros.components.source.view import source_view
from macros.languages import number, percent
from macros.library import Library

_COUNTED = {"months": "months", "hours": "hours", "days": "days", "percentage-points": "points"}


def fact_view(library: Library, name: str, language: str) -> dict[str, Any]:
    """The figure as the language writes it, with unit, year and source. Raises NotFound."""
    facts = library.entry("facts", name)
    words, spoken = library.said("facts", name, language)
    return {
        "value": _value(library, facts, language),
        "year": str(facts.year) if facts.year is not None else None,
        "name": words.name,
        "lang": spoken if spoken != language else None,
        "source": source_view(library, facts.source, language),
    }


def _value(library: Library, facts: Any, language: str) -> str:
    decimals = len(str(facts.value).partition(".")[2])
    if facts.unit == "percent":
        return percent(facts.value, language, decimals)
    written = number(facts.value, language, decimals).replace("-", "\N{MINUS SIGN}")
    if facts.unit in _COUNTED:
        return library.say(_COUNTED[facts.unit], language, facts.value, count=written)
    return written
