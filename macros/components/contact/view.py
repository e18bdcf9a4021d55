"""Where to ask."""

from __future__ import annotations

from typing import Any

from macros.library import Library


def contact_view(library: Library, language: str) -> dict[str, Any]:
    """Who answers, and under which address, from data/site.yml."""
    facts = library.entry("site", "site")
    words, _ = library.said("site", "site", language)
    return {"name": words.contact_name, "email": facts.contact_email}
