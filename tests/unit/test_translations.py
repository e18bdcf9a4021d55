"""A translation names the English text it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros import translations
from macros.project import Project
from macros.translations import fingerprint

SOUND = yaml.safe_load((Path(__file__).parent / "problems" / "_sound.yml").read_text(encoding="utf-8"))


@pytest.fixture
def project(tmp_path):
    for name, text in SOUND.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(tmp_path)


def states(project: Project, language: str) -> dict[str, str]:
    fresh = Project(project.root)
    return {t.place: t.state for t in translations.of_language(fresh.library, fresh.pages, language)}


def make_current(project: Project, language: str) -> None:
    fresh = Project(project.root)
    for translation in translations.of_language(fresh.library, fresh.pages, language):
        if translation.state == "outdated":
            translations.mark_current(project.root, translation)


def test_a_fingerprint_is_eight_letters_and_never_a_number():
    assert all(set(fingerprint(str(n))) <= set("abcdefghijklmnop") and len(fingerprint(str(n))) == 8 for n in range(500))


def test_white_space_and_comments_do_not_change_a_fingerprint():
    assert fingerprint("One  two\n three<!-- note -->") == fingerprint("One two three")


def test_a_page_without_a_translation_is_missing_and_one_from_another_text_is_outdated(project):
    assert states(project, "it")["docs/it/index.md"] == "missing"
    assert states(project, "it")["docs/it/junior/first.md"] == "outdated"


def test_marking_touches_one_line_and_makes_it_current(project):
    page = project.root / "docs/it/junior/first.md"
    before = page.read_text(encoding="utf-8").splitlines()
    make_current(project, "it")
    after = page.read_text(encoding="utf-8").splitlines()
    assert [a for a, b in zip(after, before, strict=True) if a != b] == [after[3]]
    assert states(project, "it")["docs/it/junior/first.md"] == "current"
    assert states(project, "it")["data/it/checklists.yml  before"] == "current"


def test_an_english_sentence_that_changes_makes_exactly_its_page_outdated(project):
    make_current(project, "it")
    page = project.root / "docs/en/junior/first.md"
    page.write_text(page.read_text(encoding="utf-8").replace("leave early", "leave school early"), encoding="utf-8")
    assert [place for place, state in states(project, "it").items() if state == "outdated"] == ["docs/it/junior/first.md"]


def test_changed_facts_do_not_make_words_outdated(project):
    make_current(project, "it")
    facts = project.root / "data/checklists.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("minutes: 3", "minutes: 5"), encoding="utf-8")
    assert "outdated" not in states(project, "it").values()


def test_an_entry_on_one_line_can_be_marked_as_current(project):
    words = project.root / "data/ro/interface.yml"
    make_current(project, "ro")
    make_current(project, "ro")
    assert states(project, "ro")["data/ro/interface.yml  done"] == "current"
    assert words.read_text(encoding="utf-8").count("translated_from") == 1
    assert "few: \"{count} pași făcuți\"" in words.read_text(encoding="utf-8")
