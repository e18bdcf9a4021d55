"""Rules that span files: each in a file of its own, each a function from a project to problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from macros.checks.calls import check_calls
from macros.checks.figures_in_prose import check_figures_in_prose
from macros.checks.headings import check_headings
from macros.checks.letters import check_letters
from macros.checks.links import check_links
from macros.checks.look_again import check_look_again
from macros.checks.menu import check_menu
from macros.checks.modules import check_modules
from macros.checks.posters import check_posters
from macros.checks.references import check_references
from macros.checks.settings import check_settings
from macros.checks.structure import check_structure
from macros.checks.unused import check_unused
from macros.problems import Problem
from macros.project import Project

# What is wrong in itself, and what does not fit together. A file with a problem of the first
# sort is left out of the second, so that one mistake gives one message.
ALONE: tuple[Callable[[Project], Iterable[Problem]], ...] = (check_calls, check_headings, check_letters, check_menu, check_settings)
TOGETHER: tuple[Callable[[Project], Iterable[Problem]], ...] = (
    check_figures_in_prose,
    check_links,
    check_modules,
    check_posters,
    check_references,
    check_structure,
    check_unused,
)


def problems_of(project: Project) -> list[Problem]:
    """Everything that is wrong with a project's data and pages, sorted and without doubles."""
    found = [*project.library.problems, *project.page_problems]
    for check in ALONE:
        found += check(project)
    project.faulty = {problem.file for problem in found}
    for check in TOGETHER:
        found += check(project)
    return sorted(set(found))


def warnings_of(project: Project, today: date) -> list[Problem]:
    """What somebody should look at soon, as of `today`. It stops no build, so that a build that
    worked yesterday works today."""
    return sorted(set(check_look_again(project, today)))
