"""Wrong words are found, right ones are left alone, and the project has none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from macros.language_quality import quality_problems
from macros.language_quality.left_behind import reads_english
from macros.language_quality.passages import Passage, of_page, plain
from macros.language_quality.readability import atesman, flesch, gulpease, sentence_length
from macros.language_quality.spelling import DICTIONARIES, has_dictionary, misspelt, words_to_check
from macros.language_quality.wording import BY_LANGUAGE, COMMON, problems_in
from macros.languages import LANGUAGES
from macros.pages import Page, parse_page
from macros.project import Project

FAULTS = Path(__file__).parent / "wording"


def planted() -> list[tuple[str, dict[str, str]]]:
    return [(path.stem, fault) for path in sorted(FAULTS.glob("*.yml")) for fault in yaml.safe_load(path.read_text(encoding="utf-8"))]


def said_of(language: str, text: str, kind: str = "other") -> list[str]:
    passage = Passage("x.md", 1, text, language, kind, text)  # type: ignore[arg-type]
    said = [problem.what for problem in problems_in(passage, (*COMMON, *BY_LANGUAGE[language]))]
    return [*said, *(["This is English"] if language != "en" and reads_english(passage) else [])]


@pytest.mark.parametrize(("language", "fault"), planted())
def test_every_planted_fault_is_found(language: str, fault: dict[str, str]) -> None:
    assert any(fault["says"] in what for what in said_of(language, fault["text"], fault.get("kind", "other")))


def test_sixty_faults_are_planted_fifteen_a_language() -> None:
    assert {path.stem: len(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in FAULTS.glob("*.yml")} == dict.fromkeys(LANGUAGES, 15)


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("it", "senior", "Dire: «Quando vuoi, ti aspetto.»"),
        ("it", "senior", "Studenti: Quale materia ti costa di più?"),
        ("ro", "senior", "Spuneți: „Tu ai făcut asta.”"),
        ("ro", "other", "Un părinte sau un tutore legal semnează."),
        ("ro", "other", "Muncă forțată sau căsătorie forțată"),
        ("tr", "senior", "Sorun: “Sana ne yardımcı olur?”"),
        ("tr", "other", "Cevaplara ne oluyor? Bu cihazda kalıyor. Not yok."),
        ("en", "other", "“You proved that you can do it,” she said."),
        ("it", "other", "Nel certificato c’è scritto: «conduce “con domande” il dialogo»."),
    ],
)
def test_right_words_are_left_alone(language: str, kind: str, text: str) -> None:
    assert said_of(language, text, kind) == []


def test_words_of_another_language_are_left_alone() -> None:
    assert plain("The *profesor diriginte*{ lang=ro } and *nobody else* knows.") == "The § and nobody else knows."


def test_a_fenced_sample_is_no_prose_and_lines_keep_their_numbers() -> None:
    page = parse_page(Page("en", "a.md", "a.md"), '---\ntitle: T\n---\n\n```yaml\nname: {en: "Pari"}\n```\n\nAfter it.')
    assert [(one.line, one.text) for one in of_page(page)] == [(2, "T"), (9, "After it.")]


def test_the_project_has_no_wrong_word(root: Path) -> None:
    found, skipped = quality_problems(Project(root))
    assert [str(problem) for problem in found] == []
    assert skipped == []


def test_a_line_is_read_as_its_reader_reads_it() -> None:
    line = '1. **See** {{ term("tutee", "tutees") }} in [the log](x.md#a) {{ source("S1") }}: {{ fact("elet-eu") }}, `code`'
    assert plain(line).strip(" ,") == "See tutees in the log: §, §"
    assert plain('!!! quote "What you can say"') == "What you can say"
    assert plain("| a | **b** |") == "a · b"


def test_readability_agrees_with_published_values() -> None:
    """Flesch of a text with known counts; Gulpease and Ateşman by hand from their formulas."""
    assert flesch(["The cat sat on the mat."]) == pytest.approx(206.835 - 1.015 * 6 - 84.6, abs=1e-9)
    assert gulpease(["Il gatto dorme."]) == pytest.approx(min(100, 89 + (300 - 10 * 12) / 3), abs=1e-9)
    assert atesman(["Ali okula gitti."]) == pytest.approx(198.825 - 40.175 * 7 / 3 - 2.610 * 3, abs=1e-9)
    assert sentence_length(["Unu doi trei.", "Patru."]) == 2


@pytest.mark.parametrize(("language", "wrong", "right"), [("en", "recieve", "receive"), ("it", "perchè", "perché"), ("ro", "învătare", "învățare"), ("tr", "öğretmenn", "öğretmen")])
def test_a_misspelt_word_is_found(language: str, wrong: str, right: str) -> None:
    assert has_dictionary(DICTIONARIES[language])
    assert misspelt([wrong, right], language) == {wrong}


def test_words_are_cut_as_the_dictionary_has_them() -> None:
    assert words_to_check("L’autobus delle 6 per school@example.org", "it") == ["autobus", "delle", "per"]
    assert words_to_check("Türkiye’nin S41 ABC", "tr") == ["Türkiye"]


def test_without_a_dictionary_it_says_so_once_and_in_ci_it_is_a_problem(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.delenv("CI", raising=False)
    found, skipped = quality_problems(Project(root))
    assert found == []
    assert len(skipped) == len(LANGUAGES)
    assert "install hunspell and hunspell-it" in skipped[1]
    monkeypatch.setenv("CI", "true")
    found, skipped = quality_problems(Project(root))
    assert len(found) == len(LANGUAGES)
    assert skipped == []
