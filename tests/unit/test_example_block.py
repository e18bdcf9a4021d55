"""The invented block: enough people, four moments, and figures that follow from its students."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.languages import LANGUAGES
from macros.library import Library

LIBRARY = Library.load(Path(__file__).parents[2])
BLOCK = LIBRARY.entry("example_blocks", "example")


def test_it_has_tutees_and_a_comparison_group_at_four_moments():
    assert [len(BLOCK.group(name)) for name in ("tutees", "comparison")] == [24, 26]
    moments = {moment for student in BLOCK.students for answers in student.answers.values() for moment in answers}
    assert moments == {"start", "middle", "end", "follow-up"}


def test_every_answer_row_fits_its_questionnaire():
    for student in BLOCK.students:
        for questionnaire, moments in student.answers.items():
            items = len(LIBRARY.entry("questionnaires", questionnaire).items)
            assert {len(answers) for answers in moments.values()} == {items}, student.code


def test_sessions_in_the_figures_are_those_of_the_tutees():
    sessions = sum(student.sessions for student in BLOCK.group("tutees"))
    (held,) = [f.numerator for f in BLOCK.figures if (f.indicator, f.moment) == ("P3", "end")]
    assert held == sessions


def test_figures_are_possible_and_cover_every_starter():
    figures = BLOCK.all_figures({"O6": "self-efficacy", "O10": "belonging"})
    for figure in figures:
        if "numerator" in figure:
            assert 0 <= figure["numerator"] <= figure["denominator"]
        else:
            assert figure["count"] >= 20
            assert figure["deviation"] > 0
    starters = {name for name in LIBRARY.names("indicators") if LIBRARY.entry("indicators", name).tier == "starter"}
    assert starters <= {figure["indicator"] for figure in figures}


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_name_says_that_it_is_invented(language: str):
    words, spoken = LIBRARY.said("example_blocks", "example", language)
    invented = {"en": "invented", "it": "inventat", "ro": "inventat", "tr": "kurgu"}[language]
    assert spoken == language
    assert invented in words.school.lower()
    assert invented in words.about.lower()
