"""Words, spelling and readability of pages and entries, in every language."""

from __future__ import annotations

from macros.language_quality.left_behind import check_left_behind, check_menu_words
from macros.language_quality.readability import check_readability
from macros.language_quality.spelling import check_spelling
from macros.language_quality.wording import check_wording
from macros.problems import Problem
from macros.project import Project


def quality_problems(project: Project) -> tuple[list[Problem], list[str]]:
    """Everything that reads wrong, sorted; and a line for each check that could not be made here."""
    found = [*check_wording(project), *check_left_behind(project), *check_menu_words(project), *check_readability(project)]
    misspelt, skipped = check_spelling(project)
    return sorted({*found, *misspelt}), skipped
