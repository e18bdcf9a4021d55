"""What tests of the whole project share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.languages import LANGUAGES
from macros.print.listing import write_listing
from macros.print.making import Outcome, make
from macros.print.offline_kit import write_kit
from macros.print.plan import Download
from macros.project import Project

ROOT = Path(__file__).parent.parent
CONTENT = ("data", "docs", "macros", "overrides", "mkdocs.yml")


def run_builder(project: Path, target: Path, builder: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Build the project's site with `builder`, strictly, as an author would on the command line."""
    return subprocess.run(
        [sys.executable, "-m", builder, "build", "--strict", "--quiet", "--site-dir", str(target)],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )


def copy_project(target: Path) -> Path:
    """A copy of everything the site is made from."""
    target.mkdir(parents=True)
    for name in CONTENT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    return target


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    target = tmp_path_factory.mktemp("built") / "site"
    result = run_builder(ROOT, target)
    assert result.returncode == 0, result.stdout + result.stderr
    return target


@dataclass(frozen=True)
class Printed:
    """A copy of the real site with files for printing: all of English, one of each kind of the others."""

    project: Project
    site: Path
    cache: Path
    outcome: Outcome


# Small enough to be made in every run; `guidelines build` makes all.
IN_EVERY_LANGUAGE = ("events-kit", "m05-self-efficacy-and-coping", "before-a-session", "self-efficacy", "session-plan", "session-log")


every_file = False


def printed_in_tests(download: Download) -> bool:
    """True for the files that the tests make; `pytest --every-file` makes all."""
    return every_file or download.language == "en" or download.name in IN_EVERY_LANGUAGE


@pytest.fixture(scope="session")
def printed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The files for printing, made once, with the list of them and the offline kit."""
    folder = tmp_path_factory.mktemp("printed")
    copy, cache, project = folder / "site", folder / "cache", Project(ROOT)
    shutil.copytree(site, copy)
    outcome = make(project, copy, LANGUAGES, wanted=printed_in_tests, cache=cache)
    write_listing(project, copy, LANGUAGES, outcome.made)
    write_kit(project, copy, LANGUAGES)
    return Printed(project, copy, cache, outcome)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--every-file", action="store_true", help="print and read every file of every language")
    parser.addoption("--update-golden", action="store_true", help="write the agreed HTML of all components anew")


def pytest_configure(config: pytest.Config) -> None:
    global every_file
    every_file = bool(config.getoption("--every-file"))
