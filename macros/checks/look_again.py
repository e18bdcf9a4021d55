"""Figures for which a newer one is likely by now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.problems import Problem
from macros.project import Project


def check_look_again(project: Project, today: date) -> Iterator[Problem]:
    """A warning for every fact whose day to look again has passed."""
    for name, placed in project.library.facts["facts"].items():
        day: date | None = placed.model.look_again  # type: ignore[union-attr]
        if day and day < today:
            source = placed.model.source  # type: ignore[union-attr]
            yield Problem(
                placed.file, *placed.yaml.place((name, "look_again")),
                f"A newer figure for '{name}' is likely since {day.isoformat()}.",
                f"Look at the source {source}: write the new value, year and 'retrieved', and a later 'look_again'.",
                "warning",
            )
