"""Building: the same twice, the same under the fork, whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli import main
from tests.build.html_pages import Built
from tests.conftest import copy_project, run_builder


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_at_two_places_are_the_same(site: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "another place")
    result = run_builder(project, tmp_path / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    first, second = contents(site), contents(tmp_path / "site")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_properdocs_builds_the_same_pages(site: Path, root: Path, tmp_path: Path) -> None:
    result = run_builder(root, tmp_path / "site", "properdocs")
    assert result.returncode == 0, result.stdout + result.stderr
    first, second = contents(site), contents(tmp_path / "site")
    assert sorted(first) == sorted(second)

    def pages(all_: dict[str, bytes]) -> dict[str, str]:
        generator = re.compile(r'<meta name="generator"[^>]*>')
        return {name: generator.sub("", text.decode()) for name, text in all_.items() if name.endswith(".html")}

    ours, theirs = pages(first), pages(second)
    assert [name for name in ours if ours[name] != theirs[name]] == []


@pytest.fixture(scope="module")
def half_translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which one Turkish page is missing and one Italian page is outdated."""
    place = tmp_path_factory.mktemp("half")
    project = copy_project(place / "project")
    (project / "docs/tr/junior/stay-safe.md").unlink()
    outdated = project / "docs/it/junior/stay-safe.md"
    text = re.sub(r"translated_from: \w+", "translated_from: abcdefgh", outdated.read_text(encoding="utf-8"))
    outdated.write_text(text, encoding="utf-8")
    result = run_builder(project, place / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    return place / "site"


def test_an_untranslated_page_is_english_and_says_so_in_the_readers_language(half_translated: Path) -> None:
    html = (half_translated / "tr/junior/stay-safe.html").read_text(encoding="utf-8")
    assert 'class="p2p-notice p2p-notice--missing" lang="tr"' in html
    assert '<div lang="en"><h1' in html
    assert Built(half_translated / "tr/junior/stay-safe.html").canonical == "https://example.org/junior/stay-safe.html"


def test_an_untranslated_page_is_in_no_index_of_that_language(half_translated: Path) -> None:
    assert "tr/junior/stay-safe.html" not in (half_translated / "sitemap.xml").read_text(encoding="utf-8")
    assert "junior/stay-safe.html" not in (half_translated / "tr/search/search_index.json").read_text(encoding="utf-8")


def test_an_outdated_page_says_so(half_translated: Path) -> None:
    html = (half_translated / "it/junior/stay-safe.html").read_text(encoding="utf-8")
    assert 'class="p2p-notice p2p-notice--outdated" lang="it"' in html
    assert "p2p-notice" not in (half_translated / "ro/junior/stay-safe.html").read_text(encoding="utf-8")


def test_a_mistake_leaves_the_old_site_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = copy_project(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the old site", encoding="utf-8")
    page = project / "docs/en/index.md"
    page.write_text(page.read_text(encoding="utf-8") + '\n{{ checklist("before-a-sesion") }}\n', encoding="utf-8")
    monkeypatch.chdir(project)
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 1
    assert "Did you mean 'before-a-session'?" in result.output
    assert (project / "site/index.html").read_text(encoding="utf-8") == "the old site"


def test_the_command_and_mkdocs_build_the_same_site(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = copy_project(tmp_path / "project")
    monkeypatch.chdir(project)
    result = CliRunner().invoke(main, ["build", "--no-downloads"])
    assert result.exit_code == 0, result.output
    assert contents(project / "site") == contents(site)
