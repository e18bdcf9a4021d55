"""Headings: one of level 1, each with an explicit id, no id twice, no level jumped."""

from __future__ import annotations

from collections.abc import Iterator

from macros.pages import Page
from macros.problems import Problem
from macros.project import Project


def check_headings(project: Project) -> Iterator[Problem]:
    """Problems with the headings of every page."""
    for pages in project.pages.values():
        for page in pages.values():
            yield from _check(page)


def _check(page: Page) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    level = 0
    for heading in page.headings:
        if heading.id is None:
            yield page.problem(
                heading.line, 1, f"The heading '{heading.text}' has no id.",
                "Add an English id after it, for example { #first-steps }, the same in all languages.",
            )
        elif heading.id in seen:
            yield page.problem(
                heading.line, 1, f"The id '{heading.id}' is already used in line {seen[heading.id]}.", "Choose another."
            )
        else:
            seen[heading.id] = heading.line
        if heading.level > level + 1:
            yield page.problem(
                heading.line, 1, f"The heading jumps from level {level} to level {heading.level}.",
                f"Write it with {'#' * (level + 1)}.",
            )
        level = heading.level
    top = [heading for heading in page.headings if heading.level == 1]
    if page.body.strip() and not top:
        yield page.problem(page.first_body_line, 1, "The page has no heading of level 1.", "Begin with # and the title.")
    for heading in top[1:]:
        yield page.problem(heading.line, 1, "The page has a second heading of level 1.", "Write it with ##.")
