"""Helplines: numbers that a young person can call."""

from __future__ import annotations

from typing import Any

from macros.languages import SOURCE, day
from macros.library import Library
from macros.models.site import Site, said


def helplines_view(library: Library, country: str | None, language: str) -> dict[str, Any]:
    """The helplines of `country`, or of the emergency number and all countries of the site."""
    site = library.entry("site", "site")
    countries = [country] if country else ["eu", *site.countries]
    groups = [] if country else _own(library, site, language)
    for place in countries:
        lines = []
        for name in library.names("helplines"):
            facts = library.entry("helplines", name)
            if facts.country != place:
                continue
            words, spoken = library.said("helplines", name, language)
            lines.append(
                {
                    "number": facts.number,
                    "dial": facts.number.replace(" ", ""),
                    "words": words,
                    "lang": spoken if spoken != language else None,
                    "always": library.say("helpline-always", language) if facts.hours == 24 else None,
                    "checked": library.say("helpline-checked", language, day=day(facts.checked, language))
                    if facts.checked
                    else library.say("helpline-unchecked", language),
                    "emergency": facts.emergency,
                    "source": facts.source and facts.source.lower(),
                    "mark": facts.source,
                }
            )
        if lines:
            groups.append({"title": library.say(f"country-{place}", language), "lines": lines})
    return {"groups": groups}


def _own(library: Library, site: Site, language: str) -> list[dict[str, Any]]:
    """The school's own adults and numbers, as a group of its own, if it has entered any."""
    lines = [
        {
            "number": line.number,
            "dial": (line.number or "").replace(" ", ""),
            "words": {"name": said(line.name, language), "use": said(line.use, language), "note": None},
            "lang": None if language in line.name else SOURCE,
            "always": None,
            "checked": None,
            "emergency": False,
            "source": None,
            "mark": None,
        }
        for line in site.own_helplines
    ]
    return [{"title": library.say("helplines-own", language), "lines": lines}] if lines else []
