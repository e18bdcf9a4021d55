"""Spelling, by hunspell with Debian's dictionaries and a list of the project's own words per language."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from macros.language_quality.passages import of_language
from macros.languages import LANGUAGES
from macros.problems import Problem
from macros.project import Project

DICTIONARIES = {"en": "en_GB", "it": "it_IT", "ro": "ro_RO", "tr": "tr_TR"}
PACKAGES = {"en": "hunspell-en-gb", "it": "hunspell-it", "ro": "hunspell-ro", "tr": "hunspell-tr"}
_WORD = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\b[\w-]+\.(?:org|eu|it|ro|tr|com|html|json|csv|md)\b|\b[A-ZŞȘ]\d+\w?\b")
_APOSTROPHE_ENDS = {"tr"}  # Türkiye’nin: the ending after the apostrophe belongs to a name


def own_words(root: Path, language: str) -> set[str]:
    """The words of data/<language>/spelling.txt, one a line; # begins a comment."""
    path = root / "data" / language / "spelling.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return {line.split("#")[0].strip() for line in lines} - {""}


def check_spelling(project: Project) -> tuple[list[Problem], list[str]]:
    """Unknown words, each where it stands first; and a line for each language that could not be checked.

    In CI a missing dictionary is a problem, so that the check never falls away unseen.
    """
    problems: list[Problem] = []
    skipped: list[str] = []
    for language in LANGUAGES:
        if language not in DICTIONARIES:
            skipped.append(f"Spelling of '{language}' was not checked: no dictionary is named in spelling.py.")
            continue
        if not has_dictionary(DICTIONARIES[language]):
            line = f"Spelling of '{language}' was not checked: install hunspell and {PACKAGES[language]}."
            if os.environ.get("CI"):
                problems.append(Problem(f"data/{language}/spelling.txt", 0, 0, line, "tests/install-tools installs them."))
            else:
                skipped.append(line)
            continue
        problems += _check(project, language)
    return problems, skipped


def has_dictionary(name: str) -> bool:
    """Whether hunspell is here and finds the dictionary."""
    if not shutil.which("hunspell"):
        return False
    return subprocess.run(["hunspell", "-d", name, "-l"], input=b"", capture_output=True, check=False).returncode == 0


def _check(project: Project, language: str) -> list[Problem]:
    first: dict[str, tuple[str, int]] = {}
    for passage in of_language(project, language):
        if passage.kind == "search":
            continue
        for word in words_to_check(passage.text, language):
            first.setdefault(word, (passage.file, passage.line))
    known = own_words(project.root, language)
    unknown = misspelt(first.keys() - known, language)
    return [
        Problem(*first[word], 0, f"'{word}' is not in the {language} dictionary.",
                f"Correct it, or add it to data/{language}/spelling.txt.")
        for word in sorted(unknown)
    ]


def words_to_check(text: str, language: str) -> list[str]:
    """The words of a passage as hunspell knows them."""
    found: list[str] = []
    for word in _WORD.findall(_ADDRESS.sub(" ", text)):
        if "’" in word and language in _APOSTROPHE_ENDS:
            word = word.partition("’")[0]
        elif "’" in word and language == "it":
            found += [part for part in word.split("’") if len(part) > 2]
            continue
        found.append(word.removesuffix("’s").replace("’", "'"))
    return [word for word in found if len(word) > 1 and not word.isupper()]


def misspelt(words: Iterable[str], language: str) -> set[str]:
    """Those of `words` that the dictionary does not know; a word with hyphens also passes by its parts."""
    wanted = sorted(set(words))
    unknown = _unknown(wanted, language)
    parts = {word: word.split("-") for word in unknown if "-" in word}
    bad_parts = _unknown(sorted({part for pieces in parts.values() for part in pieces if len(part) > 1}), language)
    return {word for word in unknown if word not in parts or set(parts[word]) & bad_parts}


def _unknown(words: list[str], language: str) -> set[str]:
    if not words:
        return set()
    result = subprocess.run(
        ["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"], input="\n".join(words).encode(), capture_output=True, check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    return set(result.stdout.decode("utf-8").split("\n")) & set(words)
