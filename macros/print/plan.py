"""Which files there are to download: derived from the books in data/, the menu and what the pages call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.checks.menu import listed_pages
from macros.languages import SOURCE
from macros.project import Project

Kind = Literal["book", "module", "form", "poster"]
Edition = Literal["whole", "facilitator", "participant", "fillable", "pen", "a4", "a3", "slide"]

_FORMS = {"checklist": "checklists", "questionnaire": "questionnaires", "worksheet": "worksheets"}


@dataclass(frozen=True)
class Download:
    """One file: what it is called, what it shows, and the pages (from docs/<language>/) it is made from.

    `form` is the id of the one form that it shows, or empty. The first of `pages` has its button.
    `spoken` is the language that the title is in: English where it is not translated.
    """

    kind: Kind
    edition: Edition
    language: str
    name: str
    title: str
    subtitle: str
    pages: tuple[str, ...]
    spoken: str
    form: str = ""
    appendix: bool = False

    @property
    def file(self) -> str:
        """Its place in the site's folder `downloads`."""
        edition = "" if self.edition in ("whole", "fillable") else f"-{self.edition}"
        return f"{self.language}/{self.name}{edition}-{self.language}.pdf"


def planned(project: Project, language: str) -> list[Download]:
    """Every file of `language`: books, modules, forms, posters, each in the order of the menu."""
    order = [page for page in listed_pages(project.root) if page in project.pages[SOURCE]]
    return [
        *_books(project, language, order), *_modules(project, language, order), *_forms(project, language, order),
        *_posters(project, language, order),
    ]


def address(page: str, language: str) -> str:
    """Where a page is in the site."""
    return ("" if language == SOURCE else f"{language}/") + page.removesuffix(".md") + ".html"


def _books(project: Project, language: str, order: list[str]) -> Iterator[Download]:
    library = project.library
    for name in library.names("books"):
        book = library.entry("books", name)
        words, spoken = library.said("books", name, language)
        kept = [page for page in order if page.startswith(f"{book.folder}/") and page.partition("/")[2] not in book.leave_out]
        if kept:
            yield Download("book", "whole", language, name, words.title, words.subtitle, tuple(kept), spoken, appendix=book.appendix)


def _modules(project: Project, language: str, order: list[str]) -> Iterator[Download]:
    for page in order:
        front = project.pages[SOURCE][page].front
        if front and front.course:
            title, spoken = _title(project, page, language)
            name = page.removesuffix(".md").rpartition("/")[2]
            for edition in ("facilitator", "participant"):
                said = project.library.say(f"print-{edition}", language)
                yield Download("module", edition, language, name, title, said, (page,), spoken)


def _forms(project: Project, language: str, order: list[str]) -> Iterator[Download]:
    seen: set[str] = set()
    for page in order:
        for call in project.pages[SOURCE][page].calls:
            kind = _FORMS.get(call.macro)
            if not kind or not call.arguments or call.arguments[0] in seen:
                continue
            name = str(call.arguments[0])
            seen.add(name)
            written = language if page in project.pages[language] else SOURCE
            words, spoken = project.library.said(kind, name, written)
            for edition in ("fillable", "pen"):
                yield Download(
                    "form", edition, language, name, words.title, "", (page,), spoken, form=f"{call.macro}-{name}"
                )


def _posters(project: Project, language: str, order: list[str]) -> Iterator[Download]:
    for page in order:
        for call in project.pages[SOURCE][page].calls:
            if call.macro == "poster" and call.arguments:
                name = str(call.arguments[0])
                words, spoken = project.library.said("posters", name, language if page in project.pages[language] else SOURCE)
                editions: tuple[Edition, ...] = ("a4", "a3") if project.library.entry("posters", name).shape == "poster" else ("slide",)
                for edition in editions:
                    yield Download("poster", edition, language, name, words.title, "", (page,), spoken, form=f"poster-{name}")


def _title(project: Project, page: str, language: str) -> tuple[str, str]:
    for spoken in (language, SOURCE):
        found = project.pages[spoken].get(page)
        if found and found.front:
            return found.front.title, spoken
    return page, SOURCE
