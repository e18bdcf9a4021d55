"""One sheet set by WeasyPrint, checked, and written whole or not at all."""

from __future__ import annotations

import io
import logging
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import weasyprint
from cssselect2 import ElementWrapper
from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from macros.print.documents import document_of
from macros.print.hyphenation import add_turkish
from macros.print.sheets import Sheet
from macros.print.signs import strange_signs
from macros.print.tagging import mark_languages, with_questions

_FOLDER = Path(__file__).parent
_STYLES = ("fonts.css", "print.css")
# Less than this is rounding; the space between columns and margins is larger.
_TOLERANCE = 3.0
# A form whose last page holds less than this is set a little closer, if that saves the page.
_HARDLY_FILLED = 0.4


class Unprintable(Exception):
    """A sheet that cannot be printed as it is; the message names the page."""


@dataclass(frozen=True)
class Printed:
    """A file that was made: its number of pages, and what a person should look at."""

    pages: int
    remarks: tuple[str, ...]


def typeset(sheet: Sheet, site: Path, target: Path) -> Printed:
    """Write the PDF of `sheet` to `target`. Raises Unprintable or OSError; then `target` is not written."""
    for picture in sheet.pictures():
        if not (site / picture).is_file():
            raise Unprintable(f"{_pages_of(sheet)}: the picture {picture} is missing.")
    try:
        document, rendered = _rendered(sheet, site)
    except Unprintable:
        raise
    except Exception as error:
        raise Unprintable(f"{_guilty(sheet, site)}: WeasyPrint cannot set this page ({type(error).__name__}: {error}).") from error
    look = ""
    if next(_too_wide(rendered), None):
        look = "tight"
        document, rendered = _rendered(sheet, site, look)
    wide = next(_too_wide(rendered), None)
    if wide:
        place, what = wide
        raise Unprintable(f"{place or _pages_of(sheet)}: this is wider than the page: “{what}”. Use fewer columns or shorter words.")
    if sheet.download.kind == "form" and len(rendered.pages) > 1 and _filled(rendered.pages[-1]) < _HARDLY_FILLED:
        closer = _rendered(sheet, site, f"{look} close")
        if len(closer[1].pages) < len(rendered.pages) and not next(_too_wide(closer[1]), None):
            document, rendered = closer
    content = io.BytesIO()
    rendered.write_pdf(content, finisher=with_questions(document.questions), pdf_variant="pdf/ua-1")
    _write(target, content.getvalue())
    return Printed(len(rendered.pages), tuple(_remarks(sheet, document.tree)))


def _rendered(sheet: Sheet, site: Path, look: str = "") -> tuple[Any, Any]:
    add_turkish()
    mark_languages()
    fonts, styles = _styles()
    document = document_of(sheet)
    body = document.tree[-1]
    body.set("class", f"{body.get('class', '')} {look}")
    errors = _Errors()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(errors)
    try:
        html = _Tree(document.tree, site)
        rendered = html.render(font_config=fonts, stylesheets=styles, pdf_variant="pdf/ua-1")
    finally:
        logger.removeHandler(errors)
    if errors.found:
        raise Unprintable(f"{_pages_of(sheet)}: {errors.found[0]}")
    return document, rendered


@cache
def _styles() -> tuple[FontConfiguration, list[weasyprint.CSS]]:
    """Fonts and styles, read once in each process."""
    fonts = FontConfiguration()
    folder = _FOLDER / "styles"
    return fonts, [weasyprint.CSS(filename=str(folder / name), font_config=fonts) for name in _STYLES]


class _Tree(weasyprint.HTML):  # type: ignore[misc]
    """A document that is already a tree, whose pictures are in the folder `site` and nowhere else."""

    def __init__(self, tree: Element, site: Path) -> None:
        super().__init__(string="<!doctype html>", base_url=site.as_uri() + "/", url_fetcher=URLFetcher(allowed_protocols=["file", "data"]))
        self.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
        self.etree_element = self.wrapper_element.etree_element


class _Errors(logging.Handler):
    """Collects what WeasyPrint reports as an error; it reports what it does not know in a style as a warning."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage())


def _too_wide(rendered: Any) -> Iterator[tuple[str, str]]:
    """What reaches beyond the right margin: (the page it comes from, its first words)."""
    for page in rendered.pages:
        box = page._page_box
        edge = box.content_box_x() + box.width + _TOLERANCE
        yield from _beyond(box, edge, "")


def _beyond(box: Any, edge: float, chapter: str) -> Iterator[tuple[str, str]]:
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.MarginBox):
        return
    if box.element is not None and box.element_tag == "article":
        chapter = box.element.get("id", "").replace("-", "/", 1) or chapter
    if isinstance(box, boxes.TableBox | boxes.LineBox | boxes.ReplacedBox) and box.position_x + box.width > edge:
        yield chapter, " ".join(_words(box))[:60] or "a drawing"
    for child in getattr(box, "children", ()):
        yield from _beyond(child, edge, chapter)


def _filled(page: Any) -> float:
    """How much of a page is used, from 0 to 1."""
    box = page._page_box
    content = [part for child in box.children if not isinstance(child, boxes.MarginBox) for part in child.descendants()]
    lowest = max((line.position_y + line.height for line in content if isinstance(line, boxes.LineBox)), default=0.0)
    return float((lowest - box.content_box_y()) / box.height)


def _words(box: Any) -> Iterator[str]:
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.TextBox):
        yield box.text.strip()
    for child in getattr(box, "children", ()):
        yield from _words(child)


def _guilty(sheet: Sheet, site: Path) -> str:
    """The page of a book that cannot be set: each chapter is tried alone."""
    if len(sheet.chapters) > 1:
        for chapter in sheet.chapters:
            try:
                _rendered(replace(sheet, chapters=(chapter,), appendix=()), site)
            except Exception:
                return chapter.address
    return _pages_of(sheet)


def _pages_of(sheet: Sheet) -> str:
    return sheet.chapters[0].address if len(sheet.chapters) == 1 else sheet.download.file


def _remarks(sheet: Sheet, tree: Element) -> Iterator[str]:
    strange = strange_signs("".join(tree.itertext()))
    if strange:
        signs = " ".join(f"{sign} (U+{ord(sign):04X})" for sign in strange[:6])
        yield f"{_pages_of(sheet)}: the fonts of the printed files do not hold {signs}."


def _write(target: Path, content: bytes) -> None:
    """Write the whole file beside `target` and then put it in its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".half-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
