"""A project: the folder with `mkdocs.yml`, its entries and its pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from macros.languages import SOURCE
from macros.library import Library
from macros.pages import Page, read_pages
from macros.problems import Problem


class NoProject(Exception):
    """There is no `mkdocs.yml` here or above."""


@dataclass
class Project:
    """Everything that was read from one folder."""

    root: Path
    _begun: ClassVar[Project]

    faulty: set[str] = field(default_factory=set)
    """Files in which a check has found something; what refers to them is not checked further."""

    @classmethod
    def around(cls, folder: Path) -> Project:
        """The project that `folder` belongs to: the nearest folder upward with an mkdocs.yml.

        Raises NoProject.
        """
        for here in (folder.resolve(), *folder.resolve().parents):
            if (here / "mkdocs.yml").is_file():
                return cls(here)
        raise NoProject(f"There is no mkdocs.yml in {folder} or above it. Start the command inside a project.")

    @classmethod
    def begin(cls, project: Project) -> Project:
        """Begin a run with `project`, which others join by `joined`; what is read stays for the run."""
        cls._begun = project
        return project

    @classmethod
    def joined(cls, root: Path) -> Project:
        """The project that the run at `root` has begun with, or a new one."""
        begun: Project | None = getattr(cls, "_begun", None)
        return begun if begun and begun.root == root else cls(root)

    @cached_property
    def library(self) -> Library:
        """Everything in data/."""
        return Library.load(self.root)

    @cached_property
    def _read(self) -> tuple[dict[str, dict[str, Page]], list[Problem]]:
        return read_pages(self.root)

    @property
    def pages(self) -> dict[str, dict[str, Page]]:
        """All pages by language and path."""
        return self._read[0]

    @property
    def page_problems(self) -> list[Problem]:
        """What is wrong with the pages as files."""
        return self._read[1]

    @cached_property
    def homes(self) -> dict[str, str]:
        """For each checklist, questionnaire and worksheet, the English page that shows it."""
        return {
            str(call.arguments[0]): path
            for path, page in self.pages[SOURCE].items()
            for call in page.calls
            if call.macro in ("checklist", "questionnaire", "worksheet") and call.arguments
        }

    def modules(self, language: str) -> list[dict[str, Any]]:
        """Every training module, in the order of its path: {page, title, course, minutes}; title in `language`."""
        return [
            {
                "page": path,
                "title": shown.front.title if (shown := self.pages[language].get(path, page)).front else path,
                "course": page.front.course,
                "minutes": page.front.minutes,
            }
            for path, page in sorted(self.pages[SOURCE].items())
            if page.front and page.front.course and page.front.minutes
        ]
