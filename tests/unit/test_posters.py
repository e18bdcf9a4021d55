"""Posters and slides of facts: everything fits, nothing is invented, and a full sheet is told to its author."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks.posters import check_posters
from macros.components.poster.view import poster_view
from macros.languages import LANGUAGES
from macros.project import Project
from tests.conftest import ROOT


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_poster_shows_its_figures_with_name_year_and_source(language: str) -> None:
    library = Project(ROOT).library
    for name in library.names("posters"):
        shown = poster_view(library, name, language)
        for row in shown["rows"]:
            assert row["written"] in shown["drawing"]
            assert "[S" in row["origin"]
            assert "20" in row["origin"]


def test_a_poster_whose_words_do_not_fit_is_told_with_file_and_line() -> None:
    project = Project(ROOT)
    words = project.library.words["it"]["posters"]
    placed = words["leaving-slide"]
    words["leaving-slide"] = replace(placed, model=placed.model.model_copy(update={"lead": "Troppe parole su un muro. " * 200}))
    (problem,) = check_posters(project)
    assert problem.file == "data/it/posters.yml"
    assert problem.line > 1
    assert "too full" in problem.what
