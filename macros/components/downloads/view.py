"""The files for printing, as finished strings: a table for each group, or that there are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.languages import day, file_size, number
from macros.library import Library


@dataclass(frozen=True)
class File:
    """One file: which edition it is, where it is (from the page that shows it), its pages, its bytes."""

    edition: str
    address: str
    pages: int
    size: int


@dataclass(frozen=True)
class Row:
    """One title and its files; `lang` when the title is not in the page's language."""

    title: str
    files: Sequence[File]
    lang: str | None = None


@dataclass(frozen=True)
class Group:
    """A heading (its id, its text) and what is under it."""

    id: str
    title: str
    rows: Sequence[Row]


def downloads_view(
    library: Library, language: str, groups: Sequence[Group] = (), kit: File | None = None, inside_kit: bool = False
) -> dict[str, Any]:
    """What the template of the downloads page shows; without groups, that the files were not made.

    `kit` is the zip of everything, `inside_kit` is true in the copy of the page inside it.
    """
    edition: date | None = library.entry("site", "site").edition
    return {
        "say": lambda name: library.say(name, language),
        "edition": library.say("downloads-edition", language, day=day(edition, language)) if edition else "",
        "kit": file_view(library, kit, language) if kit else None,
        "inside_kit": inside_kit,
        "groups": [
            {
                "id": group.id,
                "title": group.title,
                "rows": [
                    {"title": row.title, "lang": row.lang, "files": [file_view(library, file, language) for file in row.files]}
                    for row in group.rows
                ],
            }
            for group in groups
        ],
    }


def file_view(library: Library, file: File, language: str) -> dict[str, str]:
    """The link to one file with what a reader wants to know before the tap."""
    size = file_size(file.size, language)
    if file.pages:
        pages = library.say("downloads-pages", language, file.pages, count=number(file.pages, language))
        size = library.say("downloads-size", language, pages=pages, size=size)
    return {"text": library.say(f"downloads-{file.edition}", language), "address": file.address, "size": size}
