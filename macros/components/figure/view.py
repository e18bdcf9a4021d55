"""A drawn figure as finished strings."""

from __future__ import annotations

from typing import Any

from babel.dates import get_month_names

from macros.components.fact.view import fact_view
from macros.components.figure.canvas import WIDTH, Canvas
from macros.components.figure.drawings import DRAWINGS
from macros.components.figure.plan import Plan
from macros.languages import number
from macros.library import Library

SCHOOL_YEAR = (9, 10, 11, 12, 1, 2, 3, 4, 5, 6)


def figure_view(library: Library, name: str, language: str) -> dict[str, Any]:
    """The drawing `name`, its words, and for a chart the table of its facts. Raises NotFound."""
    facts = library.entry("figures", name)
    words, spoken = library.said("figures", name, language)
    shown = {label: fact_view(library, fact, language) for label, fact in facts.facts.items()}
    plan = Plan(
        labels={label: words.labels[label] for label in facts.labels},
        values=facts.values,
        minutes={key: library.say("minutes", spoken, value, count=number(value, spoken)) for key, value in facts.values.items()},
        months=[get_month_names("wide", "stand-alone", spoken)[month] for month in SCHOOL_YEAR],
        shares={
            label: (library.entry("facts", fact).value, f"{shown[label]['value']} ({shown[label]['year']})")
            for label, fact in facts.facts.items()
        },
    )
    canvas = Canvas()
    DRAWINGS[facts.drawing](canvas, plan)
    return {
        "id": f"figure-{name}",
        "lang": spoken if spoken != language else None,
        "title": words.title,
        "description": words.description,
        "in_words": library.say("figure-in-words", language),
        "width": WIDTH,
        "height": round(canvas.height + 2),
        "drawing": canvas.svg(),
        "sources": list({view["source"]["id"]: view["source"] for view in shown.values()}.values()),
        "rows": [{"name": words.labels[label], "value": view["value"], "year": view["year"]} for label, view in shown.items()],
    }
