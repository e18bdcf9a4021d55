"""Programs, libraries and versions that are not there."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from macros import cli
from macros.building import versions
from macros.language_quality import spelling
from macros.languages import LANGUAGES
from macros.project import Project
from tests.build.faults.conftest import Trial, check

NO_LIBRARY = "import sys, importlib.abc\nclass No(importlib.abc.MetaPathFinder):\n    def find_spec(self, name, *rest):\n        if name == 'weasyprint': raise {error}\nsys.meta_path.insert(0, No())\nsys.modules.pop('weasyprint', None)"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("OSError(\"cannot load library 'libpango-1.0-0': error 0x7e. Additionally, ctypes...\")", "cannot load library 'libpango-1.0-0'"),
        ("ImportError(\"No module named 'weasyprint'\")", "No module named 'weasyprint'"),
    ],
)
def test_what_sets_the_files_for_printing(error: str, words: str, trial: Trial) -> None:
    before = trial.site()
    trial.edit()
    said = trial.apart("build", first=NO_LIBRARY.format(error=error))
    check(said, 1, f"The files for printing were not made: {words}", "apt install libpango", "Without them: guidelines build --no-downloads.")
    assert trial.site() == before
    assert trial.leftovers() == []


def built_by_mkdocs(trial: Trial, monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    """The build falls back to MkDocs by itself, with one line that says why."""
    runs: list[list[str]] = []

    def run(builder: str, arguments: list[str], root: Path) -> None:
        runs.append(arguments)
        (Path(arguments[-1]) / "index.html").write_text("plain", encoding="utf-8")

    monkeypatch.setattr(cli, "_run", run)
    trial.edit()
    said = trial.run("build", "--no-downloads")
    check(said, 0, f"The pages are built one after the other: {reason}.\n")
    assert len(said.text.splitlines()) == 2
    assert len(runs) == 1
    assert trial.site() == {"index.html": b"plain"}


@pytest.mark.parametrize("package", versions.MADE_FOR)
def test_another_version_of(package: str, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = versions.MADE_FOR[package]
    monkeypatch.setitem(versions.MADE_FOR, package, "99.0")
    built_by_mkdocs(trial, monkeypatch, f"{package} {installed} is installed, the fast build knows 99.0")


def test_a_package_that_is_not_installed(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "MADE_FOR", {"no-such-package": "1"})
    built_by_mkdocs(trial, monkeypatch, "no-such-package is not installed")


def test_a_system_that_cannot_fork(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    built_by_mkdocs(trial, monkeypatch, "this system cannot split a process in two")


def test_the_dictionaries(content: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("CI", raising=False)
    problems, skipped = spelling.check_spelling(Project(content.root))
    assert problems == []
    assert skipped == [f"Spelling of '{one}' was not checked: install hunspell and {spelling.PACKAGES[one]}." for one in LANGUAGES]


def test_the_dictionaries_in_ci_where_nobody_reads_lines(content: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setenv("CI", "true")
    problems, skipped = spelling.check_spelling(Project(content.root))
    assert [problem.file for problem in problems] == [f"data/{one}/spelling.txt" for one in LANGUAGES]
    assert skipped == []


SETTINGS = {
    "an unknown setting": ("site_name:", "sit_name: x\nsite_name:", "mkdocs.yml"),
    "a theme that is not installed": ("name: material", "name: materiel", "materiel"),
    "a folder of templates that is not there": ("custom_dir: overrides", "custom_dir: overides", "overides"),
    "an unknown plug-in": ("- search\n", "- search\n- serach\n", "serach"),
    "an unknown Markdown extension": ("- admonition\n", "- admonitoin\n", "admonitoin"),
    "hooks that are not there": ("- macros/site_hooks.py\n", "- macros/site_hooks.py\n- macros/more_hooks.py\n", "more_hooks.py"),
}


@pytest.mark.parametrize("what", SETTINGS)
def test_mkdocs_refuses(what: str, trial: Trial) -> None:
    before = trial.site()
    old, new, words = SETTINGS[what]
    trial.replace("mkdocs.yml", old, new)
    check(trial.apart("build", "--no-downloads"), 1, words, "The site was left as it was.")
    assert trial.site() == before
