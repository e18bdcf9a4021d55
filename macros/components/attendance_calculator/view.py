"""The attendance calculator as finished strings: each country's rules in its own unit."""

from __future__ import annotations

from typing import Any

from macros.components.shared.form_parts import spoken_words
from macros.components.source.view import source_view
from macros.library import Library

# The flag lines, rising; the fact that holds each one's percentage.
BANDS = {"watch": "watch-line", "chronic": "chronic-absence-line", "severe": "severe-absence-line"}
_SAID = (
    "hours", "days", "number-text", "number-large", "number-negative", "number-ambiguous", "number-thousands", "number-decimals",
)  # fmt: skip


def attendance_calculator_view(library: Library, language: str) -> dict[str, Any]:
    """Everything that the template of the calculator shows."""
    said = tuple(name for name in library.names("interface") if name.startswith("attendance-"))
    countries = [_country(library, name, language) for name in library.names("attendance_rules")]
    return {
        "language": language,
        "words": spoken_words(library, (*_SAID, *said), language),
        "countries": countries,
        "rules": {country["id"]: country["rule"] for country in countries},
        "bands": [
            {"name": name, "from": library.entry("facts", fact).value} for name, fact in BANDS.items() if fact in library.names("facts")
        ],
        "say": lambda string: library.say(string, language),
    }


def _country(library: Library, name: str, language: str) -> dict[str, Any]:
    facts = library.entry("attendance_rules", name)
    words = library.said("attendance_rules", name, language)[0]
    return {
        "id": name,
        "name": library.say(f"country-{facts.country}", language),
        "own": facts.country == language,
        "lines": [{"id": line.id, "sources": [source_view(library, source, language) for source in line.sources]} for line in facts.lines],
        "rule": {
            "unit": facts.unit,
            "scheduled": facts.scheduled,
            "year": words.year,
            "lines": [
                {**line.model_dump(exclude={"sources"}, exclude_none=True), "follows": words.lines[line.id]} for line in facts.lines
            ],
        },
    }
