"""The comparison of two groups as finished strings, with a worked example that needs no script."""

from __future__ import annotations

from typing import Any

from macros.components.compare.interval_picture import Row, interval_picture
from macros.components.shared.form_parts import spoken_words
from macros.languages import number
from macros.library import Library

GROUPS = ("tutees", "comparison")
CHOSEN = ("open", "lowest", "volunteers", "lot", "other")
# The range of average effects in reviews of tutoring, to set beside what small groups can show.
REVIEWS = ("rohrbeck-d", "leung-tutors-g")
SHOWN_QUESTIONNAIRE, SHOWN_INDICATOR, SHOWN_SHARE = "self-efficacy", "O6", "O4"
_SAID = (
    "number-text", "number-large", "number-negative", "number-not-whole", "number-outside", "number-ambiguous", "number-thousands",
    "number-decimals",
)  # fmt: skip


def compare_view(library: Library, language: str) -> dict[str, Any]:
    """Everything that the template of the comparison shows."""
    said = tuple(name for name in library.names("interface") if name.startswith("compare-"))
    reviews = [library.entry("facts", name).value for name in REVIEWS if name in library.names("facts")]
    return {
        "language": language,
        "words": spoken_words(library, (*_SAID, *said), language),
        "groups": [_group(library, group, language) for group in GROUPS],
        "chosen": [{"id": way, "text": library.say(f"compare-chosen-{way}", language)} for way in CHOSEN],
        "effects": {"low": min(reviews, default=0), "high": max(reviews, default=0)},
        "example": _example(library, language),
        "worked": _worked(library, language),
        "say": lambda string: library.say(string, language),
    }


def _group(library: Library, group: str, language: str) -> dict[str, str]:
    text = library.say(f"compare-{group}", language)
    return {"id": group, "text": text, "paste": library.say("compare-paste-label", language, group=text)}


def _block(library: Library) -> Any | None:
    names = library.names("example_blocks")
    return library.entry("example_blocks", names[0]) if names else None


def _measure(library: Library, indicator: str, language: str) -> str:
    return str(library.said("indicators", indicator, language)[0].name)


def _school(library: Library, language: str) -> str:
    """The invented school's name, which says that it is invented, so that a print of the example does too."""
    return str(library.said("example_blocks", library.names("example_blocks")[0], language)[0].school)


def _example(library: Library, language: str) -> dict[str, Any]:
    """What the button fills in: fields by name, and the pasted columns (start, end) of each group."""
    block = _block(library)
    if block is None:
        return {"fields": {}, "measures": {}, "people": {group: [] for group in GROUPS}}
    measures = {
        kind: f"{_measure(library, indicator, language)}, {_school(library, language)}"
        for kind, indicator in (("means", SHOWN_INDICATOR), ("shares", SHOWN_SHARE))
    }
    fields: dict[str, Any] = {"kind": "means", "way": "pasted", "measure": measures["means"], "chosen": "lot", "lowest": 1, "highest": 5}
    for figure in block.all_figures({}):
        if figure["indicator"] == SHOWN_SHARE:
            fields[f"{figure['group']}-count"], fields[f"{figure['group']}-of"] = figure["numerator"], figure["denominator"]
    return {"fields": fields, "measures": measures, "people": {group: block.columns(group, SHOWN_QUESTIONNAIRE) for group in GROUPS}}


def _worked(library: Library, language: str) -> dict[str, Any] | None:
    """The example's result; its figures stand in the data and are checked against the script by a test."""
    block = _block(library)
    result = block.results.get(SHOWN_QUESTIONNAIRE) if block else None
    if block is None or result is None:
        return None

    def written(value: float) -> str:
        text = number(abs(value), language, 2)
        return f"{'+' if round(value, 2) > 0 else '−' if round(value, 2) < 0 else ''}{text}"

    def say(name: str, **marks: float) -> str:
        return library.say(name, language, **{mark: written(value) for mark, value in marks.items()})

    drawn = [("start", result.start), ("end", result.end), ("change", result.change)]
    rows = [Row(library.say(f"compare-row-{name}", language), figure[0], figure[1], figure[2], name == "change") for name, figure in drawn]
    told = [library.say("compare-picture-row", language, label=row.label, value=written(row.value), low=written(row.low), high=written(row.high)) for row in rows]
    effects = [("g", result.effect), ("adjusted", result.adjusted)]
    sentences = [
        say("compare-say-change", difference=result.change[0], low=result.change[1], high=result.change[2]),
        say("compare-say-g", g=result.adjusted[0], low=result.adjusted[1], high=result.adjusted[2]),
        say("compare-band-adjust", g=result.apart),
    ]
    return {
        "about": library.said("example_blocks", library.names("example_blocks")[0], language)[0].about,
        "measure": _measure(library, SHOWN_INDICATOR, language),
        "verdict": library.say("compare-unclear", language),
        "sentences": " ".join(sentences),
        "picture": interval_picture(
            rows, title=library.say("compare-picture", language), id_="compare-worked-picture", language=language,
            description=" ".join([*told, library.say("compare-picture-words", language)]),
        ),
        "heads": [library.say(f"compare-{head}", language) for head in ("figure", "value", "low", "high")],
        "rows": [
            {"label": library.say(f"compare-row-{name}", language), "cells": [written(value) for value in figure]}
            for name, figure in [*drawn, *effects]
        ],
    }
