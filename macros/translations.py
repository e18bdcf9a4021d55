"""Which translations are missing, outdated or current.

Every translation names the English text it was made from by that text's fingerprint:
`translated_from: kdfhbnoa`. Comparing the two is the whole bookkeeping; it needs no Git.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from macros.languages import SOURCE
from macros.library import Library
from macros.models import KINDS
from macros.pages import Page

State = Literal["missing", "outdated", "current"]
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def fingerprint(text: str) -> str:
    """Eight letters from a to p that stand for `text`; white space and comments do not count.

    The letters are the first four bytes of the SHA-256, one letter for each half byte: no
    fingerprint can be mistaken for a number, as hexadecimal digits can.
    """
    plain = _SPACE.sub(" ", _COMMENT.sub("", text)).strip()
    return "".join(chr(ord("a") + int(digit, 16)) for digit in hashlib.sha256(plain.encode()).hexdigest()[:8])


def of_page(page: Page) -> str:
    """The fingerprint of a page's words."""
    return fingerprint(page.translatable)


def of_words(raw: dict[str, Any]) -> str:
    """The fingerprint of an entry's words."""
    words = {key: value for key, value in raw.items() if key != "translated_from"}
    return fingerprint(json.dumps(words, ensure_ascii=False, sort_keys=True, default=str))


@dataclass(frozen=True)
class Translation:
    """One page or entry in one language, and its state. `fingerprint` is today's English one."""

    state: State
    file: str
    name: str
    english: str
    fingerprint: str
    words: int

    @property
    def place(self) -> str:
        """How a person would find it: the file, and the entry's name inside it."""
        return f"{self.file}  {self.name}" if self.name else self.file


def of_language(
    library: Library, pages: dict[str, dict[str, Page]], language: str
) -> Iterator[Translation]:
    """The state of every page and entry in `language`."""
    for path, english in pages[SOURCE].items():
        page = pages[language].get(path)
        yield Translation(
            _state(page.raw_front.get("translated_from") if page else None, of_page(english), page is not None),
            f"docs/{language}/{path}", "", english.file, of_page(english), len(english.translatable.split()),
        )
    for kind in KINDS.values():
        if not kind.words:
            continue
        for name, source in library.words[SOURCE][kind.name].items():
            words = library.words[language][kind.name].get(name)
            file = words.file if words else source.file.replace(f"data/{SOURCE}/", f"data/{language}/")
            yield Translation(
                _state(words.raw.get("translated_from") if words else None, of_words(source.raw), words is not None),
                file, name, source.file, of_words(source.raw), len(json.dumps(source.raw).split()),
            )


def made_from(library: Library, pages: dict[str, dict[str, Page]], item: Translation) -> str:
    """The fingerprint that a translation names."""
    language, _, path = item.file.partition("/")[2].partition("/")
    if not item.name:
        return str(pages[language][path].raw_front.get("translated_from"))
    for words in library.words[language].values():
        if item.name in words and words[item.name].file == item.file:
            return str(words[item.name].raw.get("translated_from"))
    return ""


def _state(made_from: Any, today: str, exists: bool) -> State:
    if not exists:
        return "missing"
    return "current" if made_from == today else "outdated"


def state(pages: dict[str, dict[str, Page]], path: str, language: str) -> State:
    """The state of the page `path` in `language`."""
    page, english = pages[language].get(path), pages[SOURCE].get(path)
    if language == SOURCE or (page and not english):
        return "current"
    if page is None or english is None:
        return "missing"
    return _state(page.raw_front.get("translated_from"), of_page(english), True)


def mark_current(root: Path, translation: Translation) -> bool:
    """Write today's English fingerprint into a page or entry; True when the file changed.

    Only the line `translated_from` is touched; everything else stays as it was written.
    """
    path = root / translation.file
    text = path.read_text(encoding="utf-8")
    if translation.name:
        new = _mark_entry(text, translation.name, translation.fingerprint)
    else:
        new = _mark_front_matter(text, translation.fingerprint)
    if new != text:
        path.write_text(new, encoding="utf-8", newline="\n")
    return new != text


def _mark_front_matter(text: str, key: str) -> str:
    front, rest = re.match(r"(---\n.*?\n)(---\n.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    line = f"translated_from: {key}\n"
    if re.search(r"^translated_from:", front, re.MULTILINE):
        return re.sub(r"^translated_from:.*\n", line, front, flags=re.MULTILINE) + str(rest)
    return str(front) + line + str(rest)


def _mark_entry(text: str, name: str, key: str) -> str:
    lines = text.split("\n")
    braces = re.compile(rf"^([\"']?{re.escape(name)}[\"']?:\s*\{{)(translated_from: *[^,}}]*,? *)?")
    for number, line in enumerate(lines):
        if braces.match(line):  # an entry on one line, {in: braces}
            lines[number] = braces.sub(rf"\g<1>translated_from: {key}, ", line)
            return "\n".join(lines)
    start = next(n for n, line in enumerate(lines) if re.match(rf"[\"']?{re.escape(name)}[\"']?:\s*(#.*)?$", line))
    end = next((n for n in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[n])), len(lines))
    for number in range(start + 1, end):
        if re.match(r"\s+translated_from:", lines[number]):
            indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
            lines[number] = f"{indent}translated_from: {key}"
            return "\n".join(lines)
    first = next(n for n in range(start + 1, end) if lines[n].strip() and not lines[n].lstrip().startswith("#"))
    indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    lines.insert(start + 1, f"{indent}translated_from: {key}")
    return "\n".join(lines)
