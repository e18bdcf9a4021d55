"""Letters: Romanian with comma below, Turkish letters only in Turkish, composed Unicode."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from macros.languages import LANGUAGES
from macros.problems import Problem
from macros.project import Project

_CEDILLA = {"ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț"}
_FOREIGN = {
    "ro": (re.compile("[şţŞŢ]"), "Romanian writes it with a comma below: {right}."),
    "tr": (re.compile("[șțȘȚ]"), "Turkish writes ş with a cedilla."),
}
_SAMPLE = re.compile(r"`[^`]*`|\*[^*]+\*\{ lang=\w+ \}")  # samples in code type, and words marked as of another language
_REPLACEMENT = re.compile("\ufffd")


def check_letters(project: Project) -> Iterator[Problem]:
    """Wrong letters in pages and words."""
    for language in LANGUAGES:
        for file in filter(Path.is_file, _files(project, language)):  # reading a pipe would wait for ever
            try:
                text = file.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError):
                continue  # reported where the file was read
            name = file.relative_to(project.root).as_posix()
            for number, line in enumerate(text.splitlines(), 1):
                yield from _check(name, number, line, language)


def _files(project: Project, language: str) -> Iterator[Path]:
    yield from sorted((project.root / "docs" / language).rglob("*.md"))
    yield from sorted((project.root / "data" / language).rglob("*.yml"))


def _check(file: str, number: int, line: str, language: str) -> Iterator[Problem]:
    line = _SAMPLE.sub(lambda found: " " * len(found[0]), line)
    if language in _FOREIGN:
        pattern, hint = _FOREIGN[language]
        if "avoid:" not in line:
            found = pattern.search(line)
            if found:
                yield Problem(file, number, found.start() + 1, f"The letter '{found[0]}' is not a letter of this language.",
                              hint.format(right=_CEDILLA.get(found[0], "")))
    composed = unicodedata.normalize("NFC", line)
    if composed != line:
        place = next((n for n, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), 0)
        yield Problem(file, number, place + 1, "A letter is written as two characters (letter and accent).",
                      "Type it again with the keyboard of the language.")
    if _REPLACEMENT.search(line):
        yield Problem(file, number, line.index("\ufffd") + 1, "A letter was lost when the file was saved.", "Type it again.")
