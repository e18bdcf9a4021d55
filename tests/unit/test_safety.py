"""The safety passages say the same on both pages and in all languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.languages import LANGUAGES


def section(root: Path, language: str, path: str, begin: str) -> str:
    """The text of a page from the heading `begin` to the next heading."""
    text = (root / "docs" / language / path).read_text(encoding="utf-8")
    return re.split(r"(?m)^## ", text.split(f"{{ #{begin} }}", 1)[1])[0]


def same_day_list(text: str) -> list[str]:
    return re.findall(r"(?m)^    - (.+)$", text.split("!!! danger", 1)[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_students_and_adults_read_the_same_list_of_what_is_told_the_same_day(root: Path, language: str) -> None:
    students = same_day_list(section(root, language, "junior/stay-safe.md", "tell-today"))
    adults = same_day_list(section(root, language, "senior/safeguarding.md", "how"))
    assert students == adults
    assert len(students) == 10


@pytest.mark.parametrize(
    ("path", "begin"),
    [("junior/stay-safe.md", "tell-today"), ("junior/stay-safe.md", "private-not-secret"), ("junior/stay-safe.md", "who"), ("senior/safeguarding.md", "how")],
)
def test_safety_passages_have_as_many_paragraphs_and_name_112_as_often(root: Path, path: str, begin: str) -> None:
    passages = {language: section(root, language, path, begin) for language in LANGUAGES}
    shapes = {language: (len(re.findall(r"\n\s*\S[^\n]*", text)), text.count("112")) for language, text in passages.items()}
    assert len(set(shapes.values())) == 1, shapes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_junior_page_says_whom_to_tell_the_same_day(root: Path, language: str) -> None:
    for page in sorted((root / "docs" / language / "junior").glob("*.md")):
        assert "!!! danger" in page.read_text(encoding="utf-8"), page.name


def test_the_concern_card_says_the_sentence_of_stay_safe(root: Path) -> None:
    cards = sorted((root / "docs").glob("*/tools/concern-card.md"))
    assert cards
    for card in cards:
        said = section(root, card.parts[-3], "junior/stay-safe.md", "what-you-say")
        too_big = re.findall(r"(?m)^    \S(.+)\S$", said)[1]
        assert too_big in card.read_text(encoding="utf-8"), f"{card.parts[-3]}: {too_big}"


def test_the_course_for_tutors_teaches_the_same_list_the_same_rule_and_the_same_answer(root: Path) -> None:
    stay_safe = (root / "docs/en/junior/stay-safe.md").read_text(encoding="utf-8")
    course = (root / "docs/en/training/junior-4-include-and-stay-safe.md").read_text(encoding="utf-8")
    assert same_day_list(course) == same_day_list(section(root, "en", "junior/stay-safe.md", "tell-today"))
    for said in re.findall(r"(?m)^    “.+”$", stay_safe):
        if "What we do here" in said or "too big for the two of us" in said or "not your fault" in said:
            assert said in course, said
