"""What a page's HTML depends on, as short texts that change when it may change."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from functools import cached_property
from importlib.metadata import distributions
from pathlib import Path

from macros import translations
from macros.languages import LANGUAGES, SOURCE
from macros.project import Project

# Macros whose HTML depends on other pages than the one that calls them, and what they read there: a property of Keys.
READ_OF_OTHERS = {"translation_board": "states", "sources": "calls", "training_path": "modules"}
_NOT_OURS = (".pyc", ".pyo")


def digest(parts: Iterable[str | bytes]) -> str:
    """One text for many; the order counts."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


class Keys:
    """The keys of one state of a project. Reads every file once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.root = project.root

    @cached_property
    def engine(self) -> str:
        """Everything that is not a page: code, templates, entries, configuration, versions."""
        files = [self.root / "mkdocs.yml", *(path for name in ("macros", "overrides", "data") for path in _files(self.root / name))]
        packages = sorted(f"{one.metadata['Name']} {one.version}" for one in distributions())
        return digest([sys.version, os.environ.get("GUIDELINES_ONLY", ""), *packages, *_contents(self.root, files)])

    @cached_property
    def assets(self) -> str:
        """Pictures and other files that are copied as they are."""
        return digest(_contents(self.root, _files(self.root / "docs/assets")))

    @cached_property
    def menus(self) -> dict[str, str]:
        """By language: which pages there are, what they are called, and which form stands on which page."""
        titles = {
            language: [f"{path} {page.front.title if page.front else ''}" for path, page in sorted(pages.items())]
            for language, pages in self.project.pages.items()
        }
        homes = [f"{name} {path}" for name, path in sorted(self.project.homes.items())]
        return {language: digest([*own, "", *titles[SOURCE], "", *homes]) for language, own in titles.items()}

    @cached_property
    def texts(self) -> dict[str, dict[str, str]]:
        """The digest of every page's file, by language and path."""
        return {
            language: {path: digest([(self.root / page.file).read_bytes()]) for path, page in pages.items()}
            for language, pages in self.project.pages.items()
        }

    def page(self, language: str, path: str) -> str:
        """The key of the page `path` as it is shown in `language`."""
        own = self.project.pages[language].get(path) or self.project.pages[SOURCE].get(path)
        written = " ".join(name for name in LANGUAGES if path in self.project.pages[name])  # search engines are told
        parts = [written, self.engine, self.menus[language], language, path, self.texts[language].get(path, ""), self.texts[SOURCE].get(path, "")]
        read = {READ_OF_OTHERS[call.macro] for call in own.calls if call.macro in READ_OF_OTHERS} if own else set()
        return digest([*parts, *(getattr(self, name) for name in sorted(read))])

    @cached_property
    def states(self) -> str:
        """Which page is missing or outdated in which language."""
        pages = self.project.pages
        return digest(
            f"{language} {path} {translations.state(pages, path, language)}"
            for language in LANGUAGES for path in sorted({*pages[language], *pages[SOURCE]})
        )

    @cached_property
    def calls(self) -> str:
        """What the English pages show."""
        return digest(
            f"{path} {call.macro} {call.arguments} {call.keywords}" for path, page in sorted(self.project.pages[SOURCE].items()) for call in page.calls
        )

    @cached_property
    def modules(self) -> str:
        """The training modules with their minutes."""
        return digest(f"{module}" for module in self.project.modules(SOURCE))

    def language(self, language: str) -> str:
        """The key of everything that is shown in `language`."""
        paths = sorted({*self.project.pages[language], *self.project.pages[SOURCE]})
        return digest([self.assets, *(self.page(language, path) for path in paths)])

    def still_hold(self) -> bool:
        """False when a file was edited since it was read: what was built meanwhile may be of either state."""
        now = Keys(self.project)
        try:
            return (now.engine, now.assets, now.texts) == (self.engine, self.assets, self.texts)
        except OSError:
            return False

    @cached_property
    def site(self) -> str:
        """The key of the whole site."""
        return digest(self.language(language) for language in LANGUAGES)


def _files(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and path.suffix not in _NOT_OURS and "__pycache__" not in path.parts
    )


def _contents(root: Path, files: Iterable[Path]) -> Iterable[str | bytes]:
    for path in files:
        yield path.relative_to(root).as_posix()
        yield path.read_bytes()
