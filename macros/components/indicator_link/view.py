"""A link to an indicator's card."""

from __future__ import annotations

from typing import Any

from macros.library import Library


def indicator_link_view(library: Library, name: str, language: str) -> dict[str, Any]:
    """Code, name and the place of the card: the page of its level. Raises NotFound."""
    facts = library.entry("indicators", name)
    words, _ = library.said("indicators", name, language)
    return {"code": name, "name": words.name, "page": f"indicators/{facts.level}.md#{name.lower()}"}
