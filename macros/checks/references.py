"""Links between entries: what an entry names is there."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.links import ids_on
from macros.languages import SOURCE
from macros.library import Placed
from macros.models.entry import Facts
from macros.problems import Problem, did_you_mean
from macros.project import Project


def check_references(project: Project) -> Iterator[Problem]:
    """Problems with every entry, source or page that an entry names."""
    for entries in project.library.facts.values():
        for placed in entries.values():
            assert isinstance(placed.model, Facts)
            for place, kind, name in placed.model.references():
                if kind == "pages":
                    yield from _check_page(project, placed, place, name)
                elif name not in (known := project.library.alternatives[kind]) and not project.library.lost(kind, name):
                    what = "checklist, questionnaire or worksheet" if kind == "forms" else f"entry in data/{kind}"
                    yield placed.problem(place, f"There is no {what} called '{name}'.", did_you_mean(name, known))


def _check_page(project: Project, placed: Placed, place: tuple[str | int, ...], link: str) -> Iterator[Problem]:
    path, _, fragment = link.partition("#")
    pages = project.pages[SOURCE]
    if path not in pages:
        yield placed.problem(place, f"There is no page '{path}'.", did_you_mean(path, pages))
    elif fragment and pages[path].file not in project.faulty and fragment not in ids_on(project, pages[path]):
        yield placed.problem(
            place, f"The page '{path}' has no section '#{fragment}'.", did_you_mean(fragment, ids_on(project, pages[path]))
        )
