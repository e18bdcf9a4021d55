"""What changed in the English text since a translation was made, word by word, where Git still has it."""

from __future__ import annotations

import difflib
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from macros import translations
from macros.languages import SOURCE
from macros.pages import read_page


def earlier_versions(root: Path, file: str) -> Iterator[str]:
    """The texts that `file` had in Git, newest first; none without Git."""
    try:
        commits = subprocess.run(
            ["git", "log", "--format=%H", "--follow", "--", file], cwd=root, capture_output=True, text=True, check=True
        ).stdout.split()
    except (OSError, subprocess.CalledProcessError):
        return
    for commit in commits:
        shown = subprocess.run(["git", "show", f"{commit}:{file}"], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
        if shown.returncode == 0:
            yield shown.stdout


def page_with_fingerprint(root: Path, file: str, key: str) -> str | None:
    """The English page `file` as it was when it had the fingerprint `key`."""
    path = file.removeprefix(f"docs/{SOURCE}/")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "page.md"
        for text in earlier_versions(root, file):
            place.write_text(text, encoding="utf-8", newline="\n")
            if translations.of_page(read_page(place, SOURCE, path, file)) == key:
                return text
    return None


def words_with_fingerprint(root: Path, file: str, name: str, key: str) -> str | None:
    """The words of the entry `name` in the English `file` when they had the fingerprint `key`."""
    for text in earlier_versions(root, file):
        try:
            raw = (yaml.safe_load(text) or {}).get(name)
        except (yaml.YAMLError, AttributeError):
            continue
        if isinstance(raw, dict) and translations.of_words(raw) == key:
            return yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=10_000)
    return None


def word_differences(old: str, new: str) -> list[str]:
    """The paragraphs that differ, with [-what went-] and {+what came+}."""
    shown = []
    before, after = old.splitlines(), new.splitlines()
    for tag, a1, a2, b1, b2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            shown.append(_inside("\n".join(before[a1:a2]), "\n".join(after[b1:b2])))
    return shown


def _inside(old: str, new: str) -> str:
    before, after = re.findall(r"\s+|[^\s]+", old), re.findall(r"\s+|[^\s]+", new)
    parts = []
    for tag, a1, a2, b1, b2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, came = "".join(before[a1:a2]), "".join(after[b1:b2])
        if tag == "equal":
            parts.append(gone)
        else:
            parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{came}+}}" if came else ""))
    return "".join(parts).strip()

