"""A figure in a Senior page comes from data: a share, a decimal or a large count names its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.pages import Page
from macros.problems import Problem
from macros.project import Project

_CALL = re.compile(r"\{\{.*?\}\}")
_QUOTED = re.compile(r"“[^”]*”|„[^”]*”|«[^»]*»|`[^`]*`|\]\([^)]*\)")
_FIGURE = re.compile(r"%\s?\d+(?:[.,]\d+)?|\b\d+(?:[.,]\d+)?\s?%|\b\d+[.,]\d+\b|\b(?!(?:19|20)\d\d\b)\d{4,}\b")
_TIME = re.compile(r"\b(?:0?[7-9]|1\d|2[0-2])[.:][0-5]\d\b")
_SOURCED = ("fact(", "source(", "indicator_link(")


def check_figures_in_prose(project: Project) -> Iterator[Problem]:
    """Figures outside quoted examples, in paragraphs, list items and rows that name no fact or source."""
    for pages in project.pages.values():
        for path, page in pages.items():
            if path.startswith("senior/"):
                yield from _check(page)


def _check(page: Page) -> Iterator[Problem]:
    for number, line in enumerate(page.body.splitlines(), page.first_body_line):
        if any(call in line for call in _SOURCED):
            continue
        prose = line
        for apart in (_CALL, _QUOTED, _TIME):
            prose = apart.sub(lambda found: " " * len(found[0]), prose)
        found = _FIGURE.search(prose)
        if found:
            yield page.problem(
                number, found.start() + 1, f"The figure '{found[0]}' names no source.",
                'Take it from data with {{ fact("…") }}, or add {{ source("…") }} to the sentence.',
            )
