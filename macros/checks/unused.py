"""Entries that no page shows."""

from __future__ import annotations

from collections.abc import Iterator

from macros.languages import SOURCE
from macros.problems import Problem
from macros.project import Project

_SHOWN_BY = {
    "indicators": "indicator", "checklists": "checklist", "questionnaires": "questionnaire",
    "worksheets": "worksheet", "evidence": "evidence", "figures": "figure", "posters": "poster",
}


def check_unused(project: Project) -> Iterator[Problem]:
    """Every indicator, form, evidence note and figure must be shown by some English page, and lists must exist."""
    library = project.library
    if any(page.file in project.faulty for page in project.pages[SOURCE].values()):
        return
    calls = [call for page in project.pages[SOURCE].values() for call in page.calls]
    levels = {call.arguments[0] for call in calls if call.macro == "indicator_list" and call.arguments}
    for kind, macro in _SHOWN_BY.items():
        shown = {call.arguments[0] for call in calls if call.macro == macro and call.arguments}
        for name, placed in library.facts[kind].items():
            if name in shown or getattr(placed.model, "level", None) in levels:
                continue
            yield placed.problem((), f"No page shows '{name}'.", f'Call {{{{ {macro}("{name}") }}}} on a page, or delete the entry.')
    for kind in ("glossary", "sources", "helplines"):
        if library.facts[kind] and not any(call.macro == kind for call in calls):
            first = next(iter(library.facts[kind].values()))
            yield first.problem((), f"No page shows the {kind}.", f"Call {{{{ {kind}() }}}} on a page.")
    used = {questionnaire.model.scale for questionnaire in library.facts["questionnaires"].values()}  # type: ignore[union-attr]
    for name, placed in library.facts["scales"].items():
        if used and used <= set(library.facts["scales"]) and name not in used:
            yield placed.problem((), f"No questionnaire uses the scale '{name}'.", "Use it, or delete it.")
