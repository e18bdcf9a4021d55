"""Reading PDFs as a screen reader, a reader of forms and a person would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2


@dataclass
class Part:
    """One element of the structure: its kind, its own dictionary, how deep it is."""

    kind: str
    element: Any
    depth: int


class Pdf:
    """One PDF file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = pikepdf.open(path)

    @cached_property
    def parts(self) -> list[Part]:
        """All elements of the structure, in reading order."""
        return list(self._walk(self.file.Root.StructTreeRoot.K, 0))

    def _walk(self, kids: Any, depth: int) -> Iterator[Part]:
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield Part(str(kid.S)[1:], kid, depth)
                if "/K" in kid:
                    yield from self._walk(kid.K, depth + 1)

    def of_kind(self, kind: str) -> list[Any]:
        return [part.element for part in self.parts if part.kind == kind]

    @cached_property
    def widgets(self) -> list[Any]:
        """The boxes of all fields, in the order of the structure, which the Tab key follows."""
        found = []
        for form in self.of_kind("Form"):
            kids = form.K if isinstance(form.K, pikepdf.Array) else [form.K]
            found += [kid.Obj for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
        return found

    @cached_property
    def text(self) -> list[str]:
        """The text of each page, with single spaces."""
        document = pypdfium2.PdfDocument(self.path)
        pages = [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]
        document.close()
        return pages

    def bookmarks(self) -> list[str]:
        with self.file.open_outline() as outline:
            return [item.title for item in self._items(outline.root)]

    def _items(self, items: Any) -> Iterator[Any]:
        for item in items:
            yield item
            yield from self._items(item.children)
