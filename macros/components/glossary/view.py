"""The glossary in the order of the language's alphabet."""

from __future__ import annotations

from typing import Any

from macros.languages import LANGUAGES, own_name, sort_key
from macros.library import Library


def glossary_view(library: Library, language: str) -> dict[str, Any]:
    """All terms with their definitions and their names in the other languages."""
    terms = []
    for name in library.names("glossary"):
        facts = library.entry("glossary", name)
        words, spoken = library.said("glossary", name, language)
        others = []
        for other in LANGUAGES:
            said = library.words[other]["glossary"].get(name)
            if other != language and said:
                others.append({"language": other, "own_name": own_name(other), "term": said.model.term})  # type: ignore[union-attr]
        terms.append(
            {
                "id": name,
                "words": words,
                "lang": spoken if spoken != language else None,
                "others": others,
                "see": facts.see,
                "to_confirm": language in facts.to_confirm,
            }
        )
    terms.sort(key=lambda term: sort_key(term["words"].term, language))
    labels = ("also", "avoid", "others", "more", "to-confirm")
    return {
        "terms": terms,
        "label": {label.replace("-", "_"): library.say(f"glossary-{label}", language) for label in labels},
    }
