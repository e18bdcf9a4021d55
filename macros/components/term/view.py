"""A term with its definition."""

from __future__ import annotations

from typing import Any

from macros.library import Library


def term_view(library: Library, name: str, word: str | None, language: str) -> dict[str, Any]:
    """The `word` as it fits the sentence (or the term itself), and what it means. Raises NotFound."""
    words, spoken = library.said("glossary", name, language)
    return {
        "id": name,
        "word": word or words.term,
        "term": words.term,
        "definition": words.definition,
        "lang": spoken if spoken != language else None,
        "glossary": library.say("glossary-entry", language),
    }
