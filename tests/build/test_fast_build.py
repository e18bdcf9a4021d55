"""The fast build gives what MkDocs gives, at first, again, and after every kind of edit."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from tests.conftest import ROOT, run_builder

FAST = "import sys; from pathlib import Path; from macros.building.keys import Keys; from macros.building.languages import build_site; from macros.project import Project; build_site(Keys(Project(Path.cwd())), Path(sys.argv[1]), Path('.cache/build'))"


def fast(project: Path, target: Path) -> subprocess.CompletedProcess[str]:
    target.mkdir(parents=True)
    return subprocess.run(
        [sys.executable, "-c", FAST, str(target)], cwd=project, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
    )


def contents(site: Path) -> dict[str, bytes]:
    """Every file; HTML without white space between tags, which nobody sees. MkDocs's copy of the sitemap is not served."""
    space = re.compile(rb">\s+<")
    return {
        path.relative_to(site).as_posix(): space.sub(b"><", path.read_bytes()) if path.suffix == ".html" else path.read_bytes()
        for path in site.rglob("*") if path.is_file() and path.name != "sitemap.xml.gz"
    }


def differences(one: Path, other: Path) -> list[str]:
    first, second = contents(one), contents(other)
    return sorted(name for name in {*first, *second} if first.get(name) != second.get(name))


def test_the_whole_project_is_the_same_as_mkdocs_makes_it_and_the_second_time_too(site: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for turn in ("cold", "warm"):
        target = tmp_path / turn
        target.mkdir()
        code = FAST.replace("Path('.cache/build')", f"Path({str(kept)!r})")
        result = subprocess.run(
            [sys.executable, "-c", code, str(target)], cwd=ROOT, capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        )
        assert result.returncode == 0, result.stdout + result.stderr
        assert differences(site, target) == [], turn


def edit(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text, file
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def delete_a_page(project: Path) -> None:
    (project / "docs/tr/junior/your-role.md").unlink()


def fall_behind(project: Path) -> None:
    edit(project, "docs/en/junior/your-role.md", "\n## ", "\nOne sentence more.\n\n## ")


def change_the_menu(project: Path) -> None:
    menu = (project / "mkdocs.yml").read_text(encoding="utf-8")
    line = next(line for line in menu.splitlines(keepends=True) if line.endswith("- junior/your-role.md\n"))
    first = next(line for line in menu.splitlines(keepends=True) if line.endswith("- junior/index.md\n"))
    (project / "mkdocs.yml").write_text(menu.replace(line, "").replace(first, first + line), encoding="utf-8")


EDITS: dict[str, Callable[[Path], None]] = {
    "a page": lambda project: edit(project, "docs/it/junior/your-role.md", "\n## ", "\nUna frase in più.\n\n## "),
    "an English page, which makes its translations outdated": fall_behind,
    "a title": lambda project: edit(project, "docs/ro/junior/your-role.md", "title: ", "title: Altfel "),
    "an entry": lambda project: edit(project, "data/it/glossary.yml", "definition: ", "definition: Anche "),
    "an interface string": lambda project: edit(project, "data/tr/interface/site.yml", "text: ", "text: Yeni "),
    "a template": lambda project: edit(project, "overrides/main.html", '<meta charset="utf-8">', '<meta charset="utf-8"><meta name="changed">'),
    "a style": lambda project: edit(project, "macros/components/shared/shared.css", ".p2p-hidden {", ".p2p-hidden { color: red;"),
    "the order of the menu": change_the_menu,
    "a page that is gone": delete_a_page,
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a few pages, built once so that there is something kept."""
    project = tmp_path_factory.mktemp("small") / "project"
    project.mkdir()
    write_corpus(project, 48, validates=False)
    result = fast(project, project / "first")
    assert result.returncode == 0, result.stdout + result.stderr
    return project


@pytest.mark.parametrize("what", EDITS)
def test_after_an_edit_of(what: str, small: Path, tmp_path: Path) -> None:
    """Each edit comes on top of the ones before, as in a day's work."""
    EDITS[what](small)
    plain = run_builder(small, tmp_path / "plain")
    quick = fast(small, tmp_path / "quick")
    assert plain.returncode == quick.returncode == 0, plain.stderr + quick.stderr
    assert differences(tmp_path / "plain", tmp_path / "quick") == []
