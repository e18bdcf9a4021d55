"""A translator's day on a copy of the real project: status, diff, done, start, and a fifth language."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import copy_project, run_builder


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a Git history of one commit."""
    project = copy_project(tmp_path_factory.mktemp("translating") / "project")
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "begin"]):
        subprocess.run(["git", *command], cwd=project, check=True)
    return project


def guidelines(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from macros.cli import main; main()", *arguments],
        cwd=project, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(project), "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def left(project: Path) -> dict[str, list[tuple[str, str | None]]]:
    machine = json.loads(guidelines(project, "status", "--format", "json").stdout)
    return {language: [(one["file"], one["entry"]) for one in state["left"]] for language, state in machine.items()}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_project_is_translated(copy: Path) -> None:
    result = guidelines(copy, "status", "--strict")
    assert result.returncode == 0
    assert result.stdout.count("100 % of the words") == 3


def test_one_changed_sentence_makes_that_page_outdated_in_three_languages_and_diff_shows_it(copy: Path) -> None:
    page = copy / "docs/en/junior/coping.md"
    edit(page, "One small thing today is enough.", "One small thing tomorrow is enough.")
    assert left(copy) == {language: [(f"docs/{language}/junior/coping.md", None)] for language in ("it", "ro", "tr")}
    assert guidelines(copy, "status", "--strict").returncode == 1
    shown = guidelines(copy, "diff", "docs/it/junior/coping.md").stdout
    assert "One small thing [-today-]{+tomorrow+} is enough." in shown
    assert shown.count("[-") == 1
    assert "3 marked as current." in guidelines(copy, "done", "--all", "docs/en/junior/coping.md").stdout
    assert left(copy) == {"it": [], "ro": [], "tr": []}
    assert guidelines(copy, "diff", "docs/it/junior/coping.md").stdout == "docs/it/junior/coping.md follows today's English.\n"


def test_one_changed_entry_is_outdated_alone_and_shown(copy: Path) -> None:
    edit(copy / "data/en/questionnaires.yml", "I know something that calms me down.", "I know something that calms me.")
    assert left(copy)["ro"] == [("data/ro/questionnaires.yml", "coping")]
    assert "calms [-me down.-]{+me.+}" in guidelines(copy, "diff", "data/ro/questionnaires.yml").stdout
    guidelines(copy, "done", "data/it/questionnaires.yml", "data/ro/questionnaires.yml", "data/tr/questionnaires.yml")
    assert left(copy) == {"it": [], "ro": [], "tr": []}


def test_white_space_comments_and_facts_do_not_make_anything_outdated(copy: Path) -> None:
    edit(copy / "docs/en/junior/coping.md", "## Four steps", "<!-- a note -->\n\n## Four steps")
    edit(copy / "data/checklists.yml", "minutes: 3", "minutes: 4")
    assert left(copy) == {"it": [], "ro": [], "tr": []}
    edit(copy / "data/checklists.yml", "minutes: 4", "minutes: 3")


def test_a_fingerprint_that_was_never_english_is_said_plainly(copy: Path) -> None:
    page = copy / "docs/tr/junior/coping.md"
    before = page.read_text(encoding="utf-8")
    page.write_text("\n".join("translated_from: abcdefgh" if line.startswith("translated_from:") else line for line in before.split("\n")), encoding="utf-8")
    shown = guidelines(copy, "diff", "docs/tr/junior/coping.md").stdout
    assert "The English text that 'abcdefgh' stands for is not in Git here." in shown
    page.write_text(before, encoding="utf-8")


def test_diff_of_an_english_page_or_a_stranger_says_what_to_name(copy: Path, tmp_path: Path) -> None:
    result = guidelines(copy, "diff", "docs/en/junior/coping.md")
    assert result.returncode == 2
    assert "for example docs/it/junior/coping.md" in result.stderr
    stranger = tmp_path / "x.md"
    stranger.write_text("x", encoding="utf-8")
    assert "is not in this project" in guidelines(copy, "done", str(stranger)).stderr


def test_a_page_begins_with_structure_ids_and_calls_and_is_never_overwritten(copy: Path) -> None:
    page = copy / "docs/it/junior/coping.md"
    finished = page.read_text(encoding="utf-8")
    assert "is there already" in guidelines(copy, "start", "it", "junior/coping.md").stderr
    assert page.read_text(encoding="utf-8") == finished
    page.unlink()
    assert guidelines(copy, "start", "it", "junior/coping.md").stdout == "docs/it/junior/coping.md\n"
    begun = page.read_text(encoding="utf-8")
    assert "translated_from: not-yet" in begun
    assert "{ #four-steps }" in begun
    assert '{{ figure("stress-curve") }}' in begun
    assert left(copy)["it"] == [("docs/it/junior/coping.md", None)]
    result = guidelines(copy, "validate", "--language-quality")
    assert "This is English" in result.stderr
    page.write_text(finished, encoding="utf-8")


def test_a_fifth_language_stands_without_touching_code(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "with-french")
    begun = guidelines(project, "start", "fr")
    assert begun.returncode == 0, begun.stderr
    assert "one, many, other" in (project / "data/fr/interface/components.yml").read_text(encoding="utf-8")
    edit(project / "mkdocs.yml", "name: français" if "name: français" in (project / "mkdocs.yml").read_text(encoding="utf-8") else "name: Français", "name: Français")
    result = guidelines(project, "validate")
    assert result.returncode == 0, result.stderr
    assert "fr: 0 of" in guidelines(project, "status", "fr").stdout
    assert "The menu section 'Training' is English in 'fr'." in guidelines(project, "validate", "--language-quality").stderr
    guidelines(project, "start", "fr", "junior/coping.md")
    built = run_builder(project, tmp_path / "site")
    assert built.returncode == 0, built.stdout + built.stderr
    page = (tmp_path / "site/fr/junior/stay-safe.html").read_text(encoding="utf-8")
    assert '<html lang="fr"' in page
    assert "p2p-notice" in page
    assert 'hreflang="fr"' in (tmp_path / "site/it/index.html").read_text(encoding="utf-8")
    assert guidelines(project, "start", "fr").returncode == 2
    assert "not the code of a language" in guidelines(project, "start", "xq1").stderr


def test_everything_works_in_a_zip_without_git(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "zip")
    edit(project / "docs/en/junior/coping.md", "One small thing today is enough.", "One small thing tomorrow is enough.")
    assert len(left(project)["it"]) == 1
    assert "is not in Git here" in guidelines(project, "diff", "docs/it/junior/coping.md").stdout


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("docs/it/junior/coping.md", "no front matter at all", "front matter"),
        ("docs/it/junior/coping.md", "<<<<<<< HEAD\n---\ntitle: x\n", "merge"),
        ("docs/coping.md", "---\ntitle: x\ndescription: y\n---\n\n# X { #x }\n", "Move it into"),
        ("docs/it/junior/old-name.md", "---\ntitle: x\ndescription: y\ntranslated_from: abcdefgh\n---\n\n# X { #x }\n", "There is no English page"),
    ],
)
def test_a_translators_accidents_get_one_clear_problem(tmp_path: Path, file: str, text: str, says: str) -> None:
    project = copy_project(tmp_path / "project")
    path = project / file
    path.write_text(text, encoding="utf-8")
    result = guidelines(project, "validate")
    assert result.returncode == 1
    assert says.lower() in result.stderr.lower()
    assert "Traceback" not in result.stderr


def test_a_renamed_english_page_is_found_and_the_move_is_offered(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "docs/en/junior/coping.md").rename(project / "docs/en/junior/pressure.md")
    problems = guidelines(project, "validate").stderr
    for language in ("it", "ro", "tr"):
        assert f"Its English text is now docs/en/junior/pressure.md: move it to docs/{language}/junior/pressure.md." in problems


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    for name in ("docs/it/junior/coping.md", "docs/en/junior/coping.md", "data/ro/questionnaires.yml"):
        path = project / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert guidelines(project, "validate").returncode == 0
    assert left(project) == {"it": [], "ro": [], "tr": []}
