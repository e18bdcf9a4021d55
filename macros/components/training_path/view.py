"""The whole training path: every module with its minutes, added up, in two ways to run it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from macros.languages import duration, number
from macros.library import Library

PAUSE = 30  # minutes between two modules of one afternoon
MODULES_AN_AFTERNOON = 2


def training_path_view(library: Library, modules: Iterable[Mapping[str, Any]], language: str) -> dict[str, Any]:
    """A table for each course. `modules`: {page, title, course, minutes}, in the order of the menu."""
    modules = list(modules)
    courses = []
    for course in ("staff", "junior"):
        own = [module for module in modules if module["course"] == course]
        if own:
            courses.append(_course(library, course, own, language))
    labels = ("meeting", "module", "afternoon")
    return {
        "courses": courses,
        "label": {
            **{label: library.say(f"path-{label}", language) for label in labels},
            "minutes": library.say("timetable-minutes", language),
            "total": library.say("timetable-total", language),
        },
    }


def _course(library: Library, course: str, modules: list[Mapping[str, Any]], language: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = []
    for place, module in enumerate(modules):
        row = {
            "meeting": number(place + 1, language),
            "page": module["page"],
            "title": module["title"],
            "minutes": number(module["minutes"], language),
            "afternoon": None,
            "span": 0,
        }
        if course == "staff" and place % MODULES_AN_AFTERNOON == 0:
            together = modules[place : place + MODULES_AN_AFTERNOON]
            minutes = sum(one["minutes"] for one in together) + PAUSE * (len(together) - 1)
            row["span"] = len(together)
            row["afternoon"] = library.say(
                "path-afternoon-of", language,
                number=number(place // MODULES_AN_AFTERNOON + 1, language), duration=duration(minutes, language),
            )
        rows.append(row)
    return {
        "name": course,
        "title": library.say(f"path-{course}", language),
        "rows": rows,
        "afternoons": course == "staff",
        "total": duration(sum(module["minutes"] for module in modules), language),
    }
