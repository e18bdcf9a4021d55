"""Drawings: every text stays inside, in every language; what a drawing lacks is named."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from macros.components.figure.canvas import WIDTH, text_width, wrap
from macros.components.figure.view import figure_view
from macros.languages import LANGUAGES
from macros.library import Library
from macros.models.figure import Figure

_TEXT = re.compile(r'<text x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)" class="([^"]*)">([^<]*)</text>')


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_every_figure_stays_inside_the_drawing(root, language: str) -> None:
    library = Library.load(root)
    names = library.names("figures")
    assert len(names) >= 10
    for name in names:
        view = figure_view(library, name, language)
        for x, y, anchor, look, text in _TEXT.findall(view["drawing"]):
            width = text_width(text, "bold" in look)
            left = float(x) - {"start": 0, "middle": width / 2, "end": width}[anchor]
            assert left >= 0, (name, text)
            assert left + width <= WIDTH, (name, text)
            assert float(y) <= view["height"], (name, text)


def test_long_labels_are_broken_between_words_and_lose_none() -> None:
    text = "Hotărăște – și spune când te mai uiți o dată"
    lines = wrap(text, 120)
    assert len(lines) > 2
    assert " ".join(lines) == text
    assert all(text_width(line) <= 120 for line in lines)


def test_a_chart_names_each_of_its_sources_once(root) -> None:
    marks = [source["mark"] for source in figure_view(Library.load(root), "definition-trap", "en")["sources"]]
    assert marks == ["S42", "S45", "S44", "S43"]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"drawing": "triangle", "labels": ["senior", "tutor"]}, "needs the label 'senior-tutee'"),
        ({"drawing": "time-line", "labels": ["open"]}, "needs the value 'open'"),
        ({"drawing": "bars", "labels": ["eu"]}, "needs a fact for every label"),
        ({"drawing": "pie", "labels": ["eu"]}, "Input should be 'steps'"),
    ],
)
def test_what_a_drawing_lacks_is_named(facts: dict, says: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(says)):
        Figure.model_validate(facts)
