"""Pages and entries as passages of plain text: what a reader reads, with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.pages import Page
from macros.project import Project

Kind = Literal["junior", "senior", "module", "other", "words", "search"]
_CALL = re.compile(r"\{\{\s*(\w+)\((.*?)\)\s*\}\}")
_SOURCES = re.compile(r"\s*\{\{\s*source\([^)]*\)\s*\}\}")
_CODE = re.compile(r"`[^`]*`")
_OTHER_LANGUAGE = re.compile(r"\*[^*]+\*\{ lang=\w+ \}")
_CELLS = re.compile(r"\s*\|\s*")
_TERM = re.compile(r"^\s*[\"'][\w-]+[\"']\s*,\s*\"(.*)\"\s*$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|(?<!\w)\*|\*(?!\w)|\{ #[\w-]+ \}|<!--.*?-->|^\s*(?:#{1,6}|[-*]|\d+\.|>)\s+|^!!!\s+\w+\s+|^\s*\|?[\s:|-]+\|\s*$")
_ADMONITION = re.compile(r'^(?:!!!|\?\?\?\+?)\s+\w+\s+"(.*)"$')
_MARK = re.compile(r"\{[a-z][a-z-]*\}")
# Places in words that are not prose.
_NOT_PROSE = {"translated_from", "others", "avoid", "also"}


@dataclass(frozen=True)
class Passage:
    """One line of a page or one text of an entry, without marks; `own` has blanks where links name other pages."""

    file: str
    line: int
    text: str
    language: str
    kind: Kind
    own: str = ""

    @property
    def sentences(self) -> list[str]:
        """Its sentences; a heading or cell is one."""
        return [one for one in re.split(r"(?<=[.!?…])[”»\"]?\s+", self.text) if re.search(r"\w", one)]


def plain(line: str, links: bool = True) -> str:
    """A line of a page without marks: links as their text or as blanks, calls as the word they show, tables as cells.

    Words that say they are of another language, `*diriginte*{ lang=ro }`, are left out.
    """
    admonition = _ADMONITION.match(line.strip())
    if admonition:
        return admonition[1]
    line = _OTHER_LANGUAGE.sub("§", _CODE.sub("§", line))
    line = _CALL.sub(_said, _SOURCES.sub("", line))
    line = _LINK.sub(r"\1" if links else lambda link: " " * len(link[1]), line)
    line = _MARKS.sub("", line)
    return _CELLS.sub(" · ", line).strip(" ·")


def _said(call: re.Match[str]) -> str:
    """What stands in a sentence where a macro is called: the word of a term, or a sign for a figure or a name."""
    term = _TERM.match(call[2])
    return term[1] if call[1] == "term" and term else "§"


def kind_of(path: str) -> Kind:
    """Which reader a page is written for."""
    for folder, kind in (("junior/", "junior"), ("senior/", "senior"), ("training/", "module")):
        if path.startswith(folder):
            return kind  # type: ignore[return-value]
    return "other"


def of_page(page: Page) -> Iterator[Passage]:
    """The front matter's words and every line of the page's body."""
    kind = kind_of(page.path)
    for name in ("title", "description"):
        if page.raw_front.get(name):
            text = str(page.raw_front[name])
            yield Passage(page.file, _line_of(page, name), text, page.language, kind, text)
    for word in page.raw_front.get("search_words") or []:
        yield Passage(page.file, _line_of(page, "search_words"), str(word), page.language, "search")
    in_box: Kind | None = None
    for number, line in enumerate(_without_samples(page.body), page.first_body_line):
        text = plain(line)
        if line and not line.startswith(" "):
            in_box = _spoken_to(page.path, line)
        if re.search(r"\w", text):
            yield Passage(page.file, number, text, page.language, in_box or kind, plain(line, links=False))


def _spoken_to(path: str, line: str) -> Kind | None:
    """Whom a box of a training module speaks to, where it is not the trainer: students, or whoever plays a card."""
    if path.startswith("training/junior-") and line.startswith(("!!! task", "!!! card")):
        return "junior"
    return "other" if path.startswith("training/") and line.startswith("!!! card") else None


def _without_samples(body: str) -> Iterator[str]:
    """The lines of a page; those of a fenced sample, which no reader reads as prose, are empty."""
    inside = False
    for line in body.splitlines():
        fence = line.startswith("```")
        inside = inside != fence
        yield "" if fence or inside else line


def _line_of(page: Page, name: str) -> int:
    return list(page.raw_front).index(name) + 2


def of_words(project: Project, language: str) -> Iterator[Passage]:
    """Every text of every entry's words."""
    for entries in project.library.words.get(language, {}).values():
        for placed in entries.values():
            for place, text in _texts(placed.raw):
                line, _ = placed.yaml.place((placed.name, *place))
                plain_text = _MARK.sub("§", text).replace("*", "")
                yield Passage(placed.file, line, plain_text, language, "words", plain_text)


def _texts(raw: object, place: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(raw, str):
        yield place, raw
    elif isinstance(raw, dict):
        for key, value in raw.items():
            if key not in _NOT_PROSE:
                yield from _texts(value, (*place, key))
    elif isinstance(raw, list):
        for number, value in enumerate(raw):
            yield from _texts(value, (*place, number))


def of_language(project: Project, language: str) -> list[Passage]:
    """All passages of a language: pages first, then words."""
    pages = [passage for page in project.pages.get(language, {}).values() for passage in of_page(page)]
    return [*pages, *of_words(project, language)]


