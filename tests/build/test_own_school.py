"""A school takes the site over by changing one file, and one command makes it the school's own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from tests.build.html_pages import Built
from tests.conftest import copy_project

SETTINGS = """\
site:
  name: {en: Tutoring at the Pacinotti, it: Tutoraggio al Pacinotti}
  tagline: {en: Together to the diploma, it: Insieme fino al diploma}
  description: {en: Peer tutoring at our school., it: Il tutoraggio tra pari nella nostra scuola.}
  publisher: Istituto Pacinotti
  contact_name: {en: the tutoring team, it: il gruppo tutoraggio}
  contact_email: tutoraggio@pacinotti.example
  base_address: https://pacinotti.example/tutoring/
  languages: [en, it]
  countries: [it]
  own_helplines:
    - name: {en: Our listening desk, it: Il nostro sportello d’ascolto}
      use: {en: "Room 12, every day in the first break.", it: "Aula 12, ogni giorno nel primo intervallo."}
  logo: assets/crest.svg
  colour: "#7a1f2b"
  licence_content: CC BY 4.0
"""


def _guidelines(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from macros.cli import main; main()", *arguments], cwd=project, check=False,
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(project)},
    )


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented school: its settings, its crest, and `guidelines build`."""
    project = copy_project(tmp_path_factory.mktemp("school") / "project")
    (project / "data/site.yml").write_text(SETTINGS, encoding="utf-8")
    (project / "docs/assets/crest.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')
    result = _guidelines(project, "build", "--no-downloads")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"


def pages(school: Path) -> dict[str, str]:
    return {path.relative_to(school).as_posix(): path.read_text(encoding="utf-8") for path in school.rglob("*.html")}


def test_every_page_bears_the_schools_name_logo_and_address(school: Path) -> None:
    for name, html in pages(school).items():
        own = "Tutoraggio al Pacinotti" if name.startswith("it/") else "Tutoring at the Pacinotti"
        assert f'title="{own}"' in html, name
        assert "assets/crest.svg" in html, name
        canonical = Built(school / name).canonical
        assert name == "404.html" or (canonical or "").startswith("https://pacinotti.example/tutoring/"), name


def test_nothing_of_the_first_publisher_is_left(school: Path) -> None:
    for name, html in pages(school).items():
        assert "tutoring@example.org" not in html, name
        assert "https://example.org/" not in html, name


def test_only_the_schools_languages_are_built_and_offered(school: Path) -> None:
    assert {name.partition("/")[0] for name in pages(school)} & {"it", "ro", "tr"} == {"it"}
    offered = re.findall(r'class="md-select__link"', (school / "it/junior/stay-safe.html").read_text(encoding="utf-8"))
    assert len(offered) == 2


def test_the_schools_colour_is_used_in_a_shade_that_can_be_read(school: Path) -> None:
    style = (school / "components.css").read_text(encoding="utf-8")
    assert "--md-primary-fg-color: #7a1f2b" in style


def test_the_schools_own_adults_come_before_the_helplines_of_its_country(school: Path) -> None:
    html = (school / "it/junior/stay-safe.html").read_text(encoding="utf-8")
    assert "Il nostro sportello d’ascolto" in html
    assert html.index("sportello d’ascolto</strong>") < html.index("Telefono Azzurro</strong>")
    assert "Telefonul Copilului" not in html


def test_the_printed_files_are_the_schools_own_too(school: Path) -> None:
    result = _guidelines(school.parent, "pdf", "--only", "before-a-session", "--language", "it")
    assert result.returncode == 0, result.stdout + result.stderr
    (printed,) = (school / "downloads/it").glob("before-a-session-it.pdf")
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(printed).pages)
    assert "Tutoraggio al Pacinotti" in text
    assert "Istituto Pacinotti" in text
    assert "Peer-to-Peer Tutoring" not in text


def test_the_cover_of_a_book_has_the_schools_name_and_motto(school: Path) -> None:
    result = _guidelines(school.parent, "pdf", "--only", "junior-guidelines", "--language", "it")
    assert result.returncode == 0, result.stdout + result.stderr
    (book,) = (school / "downloads/it").glob("junior-guidelines-it.pdf")
    cover = pypdf.PdfReader(book).pages[0].extract_text()
    assert "Tutoraggio al Pacinotti" in cover
    assert "Insieme fino al diploma" in cover
