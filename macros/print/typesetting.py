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
from fontTools.ttLib import TTFont
from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from macros.print.documents import document_of
from macros.print.hyphenation import add_turkish
from macros.print.sheets import Sheet
from macros.print.tagging import mark_languages, with_questions

_FOLDER = Path(__file__).parent
_STYLES = ("fonts.css", "print.css")
_FONTS = _FOLDER / "fonts"
# Less than this is rounding; the space between columns and margins is larger.
_TOLERANCE = 3.0
_INVISIBLE = "\n\r\t\u00ad\u200b\u200c\u200d\u2060\ufeff"


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
    wide = next(_too_wide(rendered), None)
    if wide:
        document, rendered = _rendered(sheet, site, "tight")
        wide = next(_too_wide(rendered), None)
    if wide:
        place, what = wide
        raise Unprintable(f"{place or _pages_of(sheet)}: this is wider than the page: “{what}”. Use fewer columns or shorter words.")
    content = io.BytesIO()
    rendered.write_pdf(content, finisher=with_questions(document.questions), pdf_variant="pdf/ua-1")
    _write(target, content.getvalue())
    return Printed(len(rendered.pages), tuple(_strange_signs(sheet, document.tree)))


def missing_fonts() -> list[str]:
    """The fonts that the style names and that are not in their folder."""
    css = (_FOLDER / "styles" / "fonts.css").read_text(encoding="utf-8")
    names = [part.partition('"')[0] for part in css.split('url("../fonts/')[1:]]
    return [name for name in names if not (_FONTS / name).is_file()]


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


class _Tree(weasyprint.HTML):
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
        yield chapter, " ".join(_words(box))[:60]
    for child in getattr(box, "children", ()):
        yield from _beyond(child, edge, chapter)


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


@cache
def _letters() -> set[int]:
    """All signs that the fonts hold."""
    return {sign for path in _FONTS.glob("*.ttf") for sign in TTFont(path, lazy=True).getBestCmap()}


def _strange_signs(sheet: Sheet, tree: Element) -> Iterator[str]:
    """A remark when a sign is in none of our fonts: another font of the machine, or none, shows it."""
    strange = sorted({sign for text in tree.itertext() for sign in text if ord(sign) not in _letters() and sign not in _INVISIBLE})
    if strange:
        yield f"{_pages_of(sheet)}: the fonts do not hold {' '.join(f'{sign} (U+{ord(sign):04X})' for sign in strange[:6])}."


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
