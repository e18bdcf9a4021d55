"""A share, a decimal or a large count on a Senior page names its source."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.checks.figures_in_prose import check_figures_in_prose
from macros.pages import read_page

PAGE = "---\ntitle: T\ndescription: D.\n---\n\n# T {{ #t }}\n\n{line}\n"


def problems(tmp_path: Path, line: str, path: str = "senior/supervise.md") -> list[str]:
    file = tmp_path / "page.md"
    file.write_text(PAGE.format(line=line), encoding="utf-8")
    page = read_page(file, "en", path, file.name)
    return [problem.what for problem in check_figures_in_prose(SimpleNamespace(pages={"en": {path: page}}))]


@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("Tutoring helps 12% of students.", "12%"),
        ("Ajută 9,3 % dintre elevi.", "9,3 %"),
        ("Öğrencilerin %9,3’ü ayrılıyor.", "%9,3"),
        ("The effect was 0.33 in most studies.", "0.33"),
        ("A trial with 10535 students found nothing.", "10535"),
        ("| one | 45% |", "45%"),
    ],
)
def test_a_figure_without_source_is_named(tmp_path: Path, line: str, figure: str) -> None:
    assert problems(tmp_path, line) == [f"The figure '{figure}' names no source."]


@pytest.mark.parametrize(
    "line",
    [
        'It fell to 9.3% {{ source("S41") }}.',
        'It is {{ fact("elet-eu") }} now.',
        "Write “38 of 48”, never “79%” alone.",
        "The session begins at 14.30 and takes 25–30 minutes, three times a week.",
        "This was read in November 2026.",
        "In danger call 112.",
    ],
)
def test_sourced_figures_examples_times_and_years_are_fine(tmp_path: Path, line: str) -> None:
    assert problems(tmp_path, line) == []


def test_only_senior_pages_are_held_to_it(tmp_path: Path) -> None:
    assert problems(tmp_path, "Half of it, 50%, is listening.", "junior/social-skills.md") == []
