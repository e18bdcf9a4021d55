"""Everything in `docs/`: each page's front matter, headings, macro calls and links, with lines."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from macros.languages import LANGUAGES
from macros.models.entry import Strict, Text
from macros.models.explain import explain
from macros.problems import Problem
from macros.yaml_files import INVISIBLE, LARGEST, YamlText, invisible_character, parse

_FENCE = re.compile(r"^\s{0,3}(```+|~~~+)")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
_ID = re.compile(r"\s*\{\s*#([A-Za-z0-9_-]+)[^}]*\}\s*$")
_JINJA = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}|\{\{|\{%", re.DOTALL)
_LINK = re.compile(r"(?<!\\)(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]*)>?(?:\s+\"[^\"]*\")?\s*\)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_TABLE = re.compile(r"^\s*\|.*\|\s*$")
_RULE = re.compile(r"^\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
_PAGE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*\.md")
_ADMONITION = re.compile(r"^\s*(?:!!!|\?\?\??\+?)\s+([a-z-]+)")


class FrontMatter(Strict):
    """What is true of this page and nothing else."""

    title: Text = Field(description="The page's name in the menu and in search results.")
    description: Text = Field(description="One sentence for search results.")
    translated_from: str | None = Field(default=None, description="Fingerprint of the English page it was made from.")
    search_words: list[Text] = Field(default=[], description="Words that a reader would type and that are not on the page.")
    course: Literal["staff", "junior"] | None = Field(
        default=None, description="On the English page of a training module: the course it belongs to."
    )
    minutes: Annotated[int, Field(ge=30, le=240)] | None = Field(
        default=None, description="On the English page of a training module: how long it takes."
    )
    hide: list[str] = Field(default=[], description="Parts of Material's layout to leave out: navigation, toc.")


@dataclass(frozen=True)
class Heading:
    """A heading: its level (1–6), its explicit id (None if it has none), its text, its line."""

    level: int
    id: str | None
    text: str
    line: int


@dataclass(frozen=True)
class Call:
    """A macro call. `alone`: it has its line to itself, at the left margin."""

    macro: str
    arguments: tuple[Any, ...]
    keywords: tuple[tuple[str, Any], ...]
    line: int
    column: int
    alone: bool


@dataclass(frozen=True)
class Link:
    """A Markdown link or image: its target as written, and where."""

    target: str
    text: str
    image: bool
    line: int
    column: int


@dataclass
class Page:
    """One page in one language. `path` is relative to docs/<language>/, `file` to the project."""

    language: str
    path: str
    file: str
    front: FrontMatter | None = None
    raw_front: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    first_body_line: int = 1
    headings: list[Heading] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tables: list[tuple[int, int, int]] = field(default_factory=list)
    lists: list[tuple[int, int]] = field(default_factory=list)
    admonitions: list[tuple[str, int]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, line: int, column: int, what: str, hint: str = "") -> Problem:
        """A problem on this page."""
        return Problem(self.file, line, column, what, hint)

    @property
    def anchors(self) -> set[str]:
        """The ids of its headings."""
        return {heading.id for heading in self.headings if heading.id}

    @cached_property
    def translatable(self) -> str:
        """The text that a translator translates: title, description and body."""
        front = self.raw_front
        words = " ".join(map(str, front.get("search_words") or []))
        return "\n".join([str(front.get("title", "")), str(front.get("description", "")), words, self.body])


def read_pages(root: Path) -> tuple[dict[str, dict[str, Page]], list[Problem]]:
    """All pages under `root`/docs as {language: {path: page}}, and what is wrong with the files."""
    docs = root / "docs"
    pages: dict[str, dict[str, Page]] = {language: {} for language in LANGUAGES}
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")) if docs.is_dir() else []:
        file = path.relative_to(root).as_posix()
        language, _, rest = path.relative_to(docs).as_posix().partition("/")
        if language not in pages:
            problems.append(
                Problem(file, 0, 0, "This page is in no language's folder, so nobody will find it.",
                        f"Move it into docs/{'/, docs/'.join(LANGUAGES)}/.")
            )
            continue
        if path.is_symlink():
            continue
        if not _PAGE_NAME.fullmatch(rest):
            problems.append(
                Problem(file, 0, 0, "The name of this page is not made of the letters a–z, digits and hyphens.",
                        "Give it a name such as stay-safe.md: it is part of an address, the same in all languages.")
            )
            continue
        page = read_page(path, language, rest, file)
        pages[language][rest] = page
        problems += page.problems
    problems += _links_out(docs, root)
    return pages, problems


def _links_out(docs: Path, root: Path) -> Iterator[Problem]:
    """Symbolic links anywhere in docs/: MkDocs would follow them and publish what nobody has looked at."""
    for folder, folders, files in os.walk(docs):
        for name in sorted([*folders, *files]):
            path = Path(folder, name)
            if path.is_symlink():
                thing = "page" if path.suffix == ".md" else "folder" if name in folders else "file"
                yield Problem(path.relative_to(root).as_posix(), 0, 0, f"This {thing} is a link to another {'file' if thing == 'page' else thing}.",
                              f"Put the {thing} itself here.")


# The live preview reads the same pages again and again: what has not changed is not parsed again.
_parsed: dict[tuple[str, str], tuple[str, Page]] = {}


def read_page(path: Path, language: str, rest: str, file: str) -> Page:
    """Read one page. Never raises for bad content: see its `problems`."""
    page = Page(language, rest, file)
    try:
        if not path.is_file():  # reading a pipe would wait for ever
            page.problems.append(Problem(file, 0, 0, "This is not a file.", "Put a page in its place, or give it another name."))
            return page
        if path.stat().st_size > LARGEST:
            page.problems.append(Problem(file, 0, 0, f"The page is larger than {LARGEST // 1_000_000} MB.", "Split it."))
            return page
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        page.problems.append(Problem(file, line, 1, "The page is not UTF-8 text.", "Save it again with encoding UTF-8."))
        return page
    except OSError as error:
        page.problems.append(Problem(file, 0, 0, f"The page cannot be read: {error.strerror}.", "Check its permissions."))
        return page
    text = text.replace("\r\n", "\n")
    invisible = INVISIBLE.search(text)
    if invisible:
        page.problems.append(invisible_character(text, invisible, file))
        return page
    before = _parsed.get((language, file))
    if before is None or before[0] != text:
        before = _parsed[language, file] = (text, parse_page(page, text))
    return before[1]


def parse_page(page: Page, text: str) -> Page:
    """Fill `page` from its whole text."""
    lines = text.split("\n")
    start = _front_matter(page, lines)
    page.body = "\n".join(lines[start:])
    page.first_body_line = start + 1
    prose = _without_code(lines, start)
    for number, line in enumerate(prose, 1):
        if number > start and re.match(r"^(<{7}|>{7})\s", line):
            page.problems.append(
                page.problem(number, 1, "A merge conflict was left in the page.",
                             "Keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>.")
            )
    _headings(page, prose, start)
    _calls(page, prose, start)
    _links(page, prose, start)
    _shapes(page, prose, start)
    return page


def _front_matter(page: Page, lines: list[str]) -> int:
    """Read the front matter; return the index of the first line of the body."""
    if not lines or lines[0].strip() != "---":
        page.problems.append(
            page.problem(1, 1, "The page does not begin with its front matter.",
                         "Begin with a line ---, then title: and description:, then a line ---.")
        )
        return 0
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
    if end is None:
        page.problems.append(page.problem(1, 1, "The front matter does not end.", "Add a line --- after it."))
        return 0
    text: YamlText = parse("\n".join(lines[1:end]), page.file, first_line=2)
    page.problems += text.problems
    if isinstance(text.data, dict):
        page.raw_front = text.data
        try:
            page.front = FrontMatter.model_validate(text.data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                place, what, hint = explain(detail, FrontMatter, "the front matter")
                page.problems.append(page.problem(*text.place(place), what, hint))
    elif not text.problems:
        page.problems.append(page.problem(2, 1, "The front matter is empty.", "Add title: and description:."))
    return end + 1


def _without_code(lines: list[str], start: int) -> list[str]:
    """The lines with front matter, fenced blocks and code spans blanked out; columns stay."""
    prose, fence = [""] * start, ""
    for line in lines[start:]:
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
            prose.append("")
        elif mark:
            fence = mark[1]
            prose.append("")
        else:
            prose.append(_CODE.sub(lambda code: " " * len(code[0]), line))
    return prose


def _headings(page: Page, prose: list[str], start: int) -> None:
    for number, line in enumerate(prose[start:], start + 1):
        found = _HEADING.match(line)
        if found:
            text, name = found[2], _ID.search(found[2])
            page.headings.append(
                Heading(len(found[1]), name[1] if name else None, _ID.sub("", text).strip(), number)
            )


def _calls(page: Page, prose: list[str], start: int) -> None:
    text = "\n".join(prose)
    for found in _JINJA.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        if line <= start:
            continue
        if found[1] is None:
            what = "Only macro calls in {{ }} are used in pages." if found[2] is not None else "This opening mark is never closed."
            page.problems.append(page.problem(line, column, what, 'Write a call such as {{ checklist("before-a-session") }}.'))
            continue
        whole_line = prose[line - 1]
        alone = whole_line.strip() == found[0].strip() and column == 1
        call = _call(found[1].strip(), line, column, alone)
        if call is None:
            page.problems.append(
                page.problem(line, column, f"'{found[0]}' is not a macro call with plain values.",
                             'Write a call such as {{ checklist("before-a-session") }}, with straight quotes.')
            )
        else:
            page.calls.append(call)


def _call(text: str, line: int, column: int, alone: bool) -> Call | None:
    try:
        tree = ast.parse(text, mode="eval").body
        if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
            return None
        arguments = tuple(ast.literal_eval(argument) for argument in tree.args)
        keywords = tuple((k.arg, ast.literal_eval(k.value)) for k in tree.keywords if k.arg)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # the last two: nested too deeply
        return None
    return Call(tree.func.id, arguments, keywords, line, column, alone)


def _links(page: Page, prose: list[str], start: int) -> None:
    text = "\n".join(prose)
    for found in _LINK.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if line > start:
            column = found.start() - text.rfind("\n", 0, found.start())
            page.links.append(Link(found[3], found[2], bool(found[1]), line, column))


def _shapes(page: Page, prose: list[str], start: int) -> None:
    """Tables (line, columns, rows), lists (line, items) and admonitions (kind, line)."""
    table: list[str] = []
    items, first_item, gap = 0, 0, False
    for number, line in enumerate([*prose[start:], ""], start + 1):
        if _TABLE.match(line):
            table.append(line)
        elif table:
            rows = sum(1 for row in table if not _RULE.match(row)) - 1
            page.tables.append((number - len(table), _columns(table[0]), rows))
            table = []
        admonition = _ADMONITION.match(line)
        if admonition:
            page.admonitions.append((admonition[1], number))
        if _ITEM.match(line):
            first_item = first_item or number
            items, gap = items + 1, False
        elif not line.strip():
            gap = True
        elif items and gap and not line.startswith((" ", "\t")):
            page.lists.append((first_item, items))
            items, first_item = 0, 0
    if items:
        page.lists.append((first_item, items))


def _columns(row: str) -> int:
    return len(re.findall(r"(?<!\\)\|", row)) - 1


def outcomes(page: Page) -> int:
    """How many outcomes a module page promises: the items of the list under its heading #outcomes."""
    start = next((heading.line for heading in page.headings if heading.id == "outcomes"), None)
    if start is None:
        return 0
    end = next((heading.line for heading in page.headings if heading.line > start), 10**9)
    return sum(items for line, items in page.lists if start < line < end)


def activities(page: Page) -> Iterator[tuple[Heading, dict[str, Any]]]:
    """The activities of a module page: the heading each stands under, and its named values."""
    for call in page.calls:
        if call.macro == "activity":
            above = [heading for heading in page.headings if heading.line < call.line]
            if above:
                yield above[-1], dict(call.keywords)
