"""What tests of the whole project share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the agreed HTML of all components anew")
