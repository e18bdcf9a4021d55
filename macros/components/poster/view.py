"""A poster or slide as a drawing with its figures in words beside it."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from macros.components.fact.view import fact_view
from macros.components.poster.drawing import Figure, Said, drawn
from macros.library import Library

COLOUR = "#1f5673"


def poster_view(library: Library, name: str, language: str) -> dict[str, Any]:
    """The poster `name`: its drawing, and the same in words for those who cannot see it. Raises NotFound, TooMuch."""
    facts = library.entry("posters", name)
    words, spoken = library.said("posters", name, language)
    site = library.entry("site", "site")
    figures = [_figure(library, fact, spoken) for fact in facts.facts_in(language)]
    said = Said(words.title, words.lead, words.ask, figures, f"{site.said('name', spoken)} · {site.base_address}", site.colour or COLOUR)
    sheet = drawn(facts.shape, said)
    return {
        "id": f"poster-{name}",
        "shape": facts.shape,
        "lang": spoken if spoken != language else None,
        "title": words.title,
        "width": sheet.width,
        "height": sheet.height,
        "drawing": sheet.svg(),
        "lead": words.lead,
        "ask": words.ask,
        "rows": [{"written": one.written, "name": one.name, "origin": one.origin} for one in figures],
        "in_words": library.say("figure-in-words", language),
        "file": f"page:downloads/{name}.svg",
        "take": library.say("poster-svg", language),
    }


def poster_file(library: Library, name: str, language: str) -> str:
    """The drawing as a file that stands alone: an SVG document. Raises NotFound, TooMuch."""
    shown = poster_view(library, name, language)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {shown["width"]} {shown["height"]}" lang="{shown["lang"] or language}">'
        f'<title>{escape(shown["title"])}</title><rect width="100%" height="100%" fill="#fff"/>{shown["drawing"]}</svg>\n'
    )


def _figure(library: Library, fact: str, language: str) -> Figure:
    facts = library.entry("facts", fact)
    shown = fact_view(library, fact, language)
    source = library.entry("sources", facts.source)
    origin = ", ".join(part for part in (shown["year"], source.by, f"[{facts.source}]") if part)
    return Figure(shown["value"], facts.value if facts.unit == "percent" else None, shown["name"], origin)
