"""Every example of every component against agreed HTML; `pytest --update-golden` writes it anew."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from macros.author_macros import MACROS
from macros.components import FOLDER, show
from macros.components.downloads.view import File, Group, Row, downloads_view
from macros.components.macros import offered
from macros.components.materials.view import materials_view
from macros.components.timetable.view import timetable_view
from macros.components.training_path.view import training_path_view
from macros.languages import LANGUAGES
from macros.project import Project

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parent.parent.parent


def _tiny() -> Project:
    """The small project of nasty words in tests/tiny, with the real project's interface strings."""
    folder = Path(tempfile.mkdtemp(prefix="tiny-"))
    shutil.copytree(ROOT / "tests/tiny", folder, dirs_exist_ok=True)
    for language in (".", *LANGUAGES):
        shutil.copytree(ROOT / "data" / language / "interface", folder / "data" / language / "interface")
    return Project(folder)


TINY = _tiny()


def examples() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in sorted(FOLDER.glob("*/examples.yml")):
        for name, example in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            yield path.parent.name, name, example


def html_of(component: str, example: dict[str, Any]) -> str:
    language = example["language"]
    if component == "timetable":
        return show(component, timetable_view(TINY.library, example["planned"], example["notes"], language))
    if component == "materials":
        return show(component, materials_view(TINY.library, example["planned"], language))
    if component == "training_path":
        return show(component, training_path_view(TINY.library, example["modules"], language))
    if component == "downloads" and "groups" in example:
        groups = [Group("forms", "Titlu", [Row("Ce <b>e</b> nou?", [File(**file) for file in example["groups"]], "en")])]
        return show(component, downloads_view(TINY.library, language, groups, File("kit-link", "../kit.zip", 0, 34_000_000)))
    macros = {macro.__name__: macro for macro in offered(TINY, lambda: language, lambda: "index.md")}
    return macros[component](*example["call"], **example.get("named", {}))


@pytest.mark.parametrize(("component", "name", "example"), list(examples()))
def test_component_looks_as_agreed(component: str, name: str, example: dict[str, Any], request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / component / f"{name.replace(',', '').replace(' ', '-')}.html"
    html = html_of(component, example).replace("><", ">\n<") + "\n"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(html, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == html


class Tags(HTMLParser):
    """Checks that every tag that is opened is closed, and notes tags and text."""

    VOID = ("input", "br", "hr", "img")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text = ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(("component", "name", "example"), list(examples()))
def test_component_survives_markdown_unchanged(component: str, name: str, example: dict[str, Any]) -> None:
    """Text from data neither breaks the page nor becomes HTML or emphasis."""
    html = html_of(component, example)
    before = Tags(html)
    block = MACROS[component].block
    page = html if block else f"In a *sentence* with {html}, and more."
    after = Tags(markdown.markdown(page, extensions=["attr_list", "tables", "admonition"]))
    extra = [] if block else ["p", "em"]
    assert sorted(after.seen) == sorted([*before.seen, *extra])
    assert not {"script", "b", "i", "of", "little", "hint", "held", "now"} & set(before.seen)
    assert before.text.strip() in after.text


def test_every_macro_of_an_author_has_a_component_with_examples() -> None:
    assert {component for component, _, _ in examples()} == set(MACROS)
