"""Where a source is used: on the page that names it, and wherever something that rests on it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.components.sources.view import sources_view
from macros.languages import SOURCE
from macros.pages import Page, parse_page
from macros.project import Project
from macros.source_uses import pages_by_source
from tests.unit.test_components import TINY

FRONT = "---\ntitle: T\ndescription: D.\n---\n\n"


def uses(body: str) -> dict[str, list[str]]:
    page = parse_page(Page(SOURCE, "a.md", "docs/en/a.md"), FRONT + body)
    return pages_by_source(TINY.library, {"a.md": page})


@pytest.mark.parametrize(
    ("call", "source"),
    [
        ('{{ source("S2") }}', "S2"),
        ('{{ fact("setback") }}', "S2"),
        ('{{ figure("chart") }}', "S1"),
        ('{{ evidence("note") }}', "S1"),
    ],
)
def test_a_page_uses_the_source_of_what_it_shows(call: str, source: str) -> None:
    assert uses(call)[source] == ["a.md"]


def test_a_page_that_shows_nothing_uses_nothing_and_unknown_names_are_passed_over() -> None:
    assert uses('{{ fact("nobody-knows") }} and `{{ source("S2") }}`') == {"S1": [], "S2": []}


def test_every_source_of_this_site_can_be_traced(root: Path) -> None:
    project = Project(root)
    used = pages_by_source(project.library, project.pages[SOURCE])
    assert set(used) == set(project.library.names("sources"))
    assert "junior/stay-safe.md" in used["S160"]


def test_the_list_of_sources_names_pages_in_the_readers_language_or_says_which_it_is() -> None:
    def page(language: str, path: str, title: str) -> Page:
        return parse_page(Page(language, path, path), f"---\ntitle: {title}\ndescription: D.\n---\n\n{{{{ source(\"S2\") }}}}")

    pages = {
        "en": {"a.md": page("en", "a.md", "Help"), "b.md": page("en", "b.md", "Staying")},
        "it": {"a.md": page("it", "a.md", "Aiuto")},
    }
    entries = [entry for group in sources_view(TINY.library, pages, "it")["groups"] for entry in group["entries"]]
    used = {entry["mark"]: entry["used"] for entry in entries}
    assert used == {
        "S1": [],
        "S2": [{"path": "a.md", "title": "Aiuto", "lang": None}, {"path": "b.md", "title": "Staying", "lang": "en"}],
    }
