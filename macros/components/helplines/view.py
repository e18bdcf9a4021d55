"""Helplines: numbers that a young person can call."""

from __future__ import annotations

from typing import Any

from macros.languages import day
from macros.library import Library


def helplines_view(library: Library, country: str | None, language: str) -> dict[str, Any]:
    """The helplines of `country`, or of the emergency number and all countries of the site."""
    countries = [country] if country else ["eu", *library.entry("site", "site").countries]
    groups = []
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
