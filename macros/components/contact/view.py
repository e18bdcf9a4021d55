"""Where to ask."""

from __future__ import annotations

from typing import Any

from macros.library import Library


def contact_view(library: Library, language: str) -> dict[str, Any]:
    """Who answers, and under which address, from data/site.yml."""
    site = library.entry("site", "site")
    return {"name": site.said("contact_name", language), "email": site.contact_email}
