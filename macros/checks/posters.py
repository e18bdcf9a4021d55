"""Posters: their words fit on the sheet, in every language."""

from __future__ import annotations

from collections.abc import Iterator

from macros.components.poster.drawing import TooMuch
from macros.components.poster.view import poster_view
from macros.languages import LANGUAGES
from macros.library import NotFound
from macros.problems import Problem
from macros.project import Project


def check_posters(project: Project) -> Iterator[Problem]:
    """Every poster whose words do not fit, where the words stand."""
    for name in project.library.names("posters"):
        for language in LANGUAGES:
            try:
                poster_view(project.library, name, language)
            except TooMuch as error:
                words = project.library.words[language]["posters"].get(name) or project.library.facts["posters"][name]
                yield words.problem((), f"The poster '{name}' is too full. {error}", "Shorten the lead or the question, or show one figure less.")
            except NotFound:
                continue  # told by the check of references
