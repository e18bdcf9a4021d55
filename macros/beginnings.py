"""Beginnings for translators: one page, or a whole new language."""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale, UnknownLocaleError

from macros.languages import SOURCE, own_name, plural_forms

NOT_YET = "not-yet"


class CannotBegin(ValueError):
    """Why nothing was begun; the message says how to mend it."""


def begin_page(root: Path, language: str, path: str) -> Path:
    """Copy the English page `path` to `language`, structure, ids and calls in place, marked as not yet translated.

    Raises CannotBegin when there is no such English page, or a translation stands there already.
    """
    path = re.sub(rf"^(?:docs/)?(?:{SOURCE}/)?", "", path)
    english, target = root / "docs" / SOURCE / path, root / "docs" / language / path
    if not english.is_file():
        raise CannotBegin(f"There is no English page docs/{SOURCE}/{path}.")
    if target.exists():
        raise CannotBegin(f"docs/{language}/{path} is there already; it was left as it is.")
    front, body = re.match(r"---\n(.*?)---\n(.*)", english.read_text(encoding="utf-8"), re.DOTALL).groups()  # type: ignore[union-attr]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"---\n{front}translated_from: {NOT_YET}\n---\n{body}", encoding="utf-8", newline="\n")
    return target


def begin_language(root: Path, language: str) -> list[Path]:
    """Lay out a new language: its folders, its word files with every key as a comment, its line in mkdocs.yml.

    Raises CannotBegin for a code that CLDR does not know, or a language that is there already.
    """
    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError) as error:
        raise CannotBegin(f"'{language}' is not the code of a language; for French it is fr.") from error
    if (root / "data" / language).exists() or (root / "docs" / language).exists():
        raise CannotBegin(f"'{language}' is there already.")
    (root / "docs" / language).mkdir()
    written = []
    for english in sorted((root / "data" / SOURCE).rglob("*.yml")):
        target = root / "data" / language / english.relative_to(root / "data" / SOURCE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_commented(english.read_text(encoding="utf-8"), language), encoding="utf-8", newline="\n")
        written.append(target)
    config = root / "mkdocs.yml"
    config.write_text(_with_language(config.read_text(encoding="utf-8"), language), encoding="utf-8", newline="\n")
    return [*written, config]


def _commented(text: str, language: str) -> str:
    """Word files with every line as a comment: take away the # where a text is translated."""
    forms = ", ".join(plural_forms(language))
    schema = text.partition("\n")[0] + "\n" if text.startswith("# yaml-language-server") else ""
    head = f"{schema}# Take away the # in front of an entry when you have translated it. Plural forms of this language: {forms}.\n"
    return head + "".join(f"# {line}\n" if line.strip() else "\n" for line in text.splitlines() if not line.startswith("#"))


def _with_language(text: str, language: str) -> str:
    """mkdocs.yml with the language after the last one, its menu still in English."""
    last = list(re.finditer(r"(?m)^( *)- locale: \w+\n(?:\1 .*\n)+", text))[-1]
    block = last[0]
    block = re.sub(r"locale: \w+", f"locale: {language}", block)
    block = re.sub(r"name: .*", f"name: {own_name(language)}", block, count=1)
    block = re.sub(r"(?m)^(\s+)([\w ]+): [^\n]+$", lambda line: line[0] if line[2] in ("locale", "name", "build", "default") else f"{line[1]}{line[2]}: {line[2]}", block)
    return text[: last.end()] + block + text[last.end() :]
