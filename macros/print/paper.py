"""A page's HTML changed for paper: what only a screen can do goes, links become page numbers or addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urlsplit
from xml.etree.ElementTree import Element, SubElement

from macros.print import fields
from macros.print.sheets import Chapter
from macros.print.trees import SVG, classes, has_class, keep, new, parsed, text_of

# What only a screen can do, and what stands elsewhere in a printed file.
_SCREEN_ONLY = {
    "headerlink", "p2p-form__tools", "p2p-form__buttons", "p2p-form__kept", "p2p-form__status", "p2p-form__news",
    "p2p-form__help", "p2p-result", "p2p-term__note", "p2p-downloads", "p2p-download-links", "p2p-reading-time",
    "p2p-screen-only", "p2p-sources__used",
}  # fmt: skip
_SCREEN_TAGS = {"script", "style", "template", "button", "noscript", "facilitator-notes", "canvas", "dialog"}
_KEPT_ATTRIBUTES = {"id", "class", "lang", "href", "src", "alt", "colspan", "rowspan", "scope", "start", "type", "reversed", "hreflang", "style"}
_FONTS = '"Print Sans","Print Signs","Print Arrows"'
_FIGURE_STYLE = f".p2p-figure__text {{ fill: #000; font-family: {_FONTS}; font-size: 13px; }}" + """
.p2p-figure__text--bold { font-weight: 700; } .p2p-figure__text--on-dark { fill: #fff; }
.p2p-figure__box { fill: #fff; stroke: #000; } .p2p-figure__box--strong { fill: #444; stroke: #444; }
.p2p-figure__line { fill: none; stroke: #000; stroke-width: 1.5; } .p2p-figure__line--thick { stroke-width: 3; }
.p2p-figure__head { fill: #000; }
"""
_TASK_LINES = 5
_LONGEST_IN_A_ROW, _MOST_IN_A_ROW = 34, 6
# Millimetres: the sheet that a poster fills by itself.
_SHEETS = {"a4": (210.0, 297.0), "a3": (297.0, 420.0), "slide": (338.6, 190.5)}
# A drawing on a page is as wide as this, unless it would be higher than that.
_FIGURE, _POSTER = (105, 125), (168, 225)


def key_of(path: str) -> str:
    """The id under which a page's chapter begins."""
    return path.removesuffix(".md").replace("/", "-")


@dataclass
class Paper:
    """Rules for one printed file.

    `inside` maps the addresses of its own pages to their keys; `edition` is "participant" where
    what only the facilitator needs is left out; `fillable` makes fields, else lines for the pen.
    `names` collects what groups of radio buttons ask, by the name of their field.
    """

    inside: Mapping[str, str]
    words: Mapping[str, str]
    base_address: str = ""
    edition: str = "whole"
    fillable: bool = False
    form_level: int = 3
    names: dict[str, str] = field(default_factory=dict)

    def chapter(self, chapter: Chapter) -> Element:
        """The page as an article whose ids are unique in the file."""
        article = new("article", {"class": "chapter", "id": key_of(chapter.path)})
        for child in keep(parsed(chapter.html), lambda element: self._changed(element, chapter)):
            article.append(child)
        if self.edition == "participant":
            _drop_empty_sections(article)
        _worksheets_on_pages_of_their_own(article)
        return article

    # -- one element after the other ----------------------------------------------------

    def _changed(self, element: Element, chapter: Chapter) -> Element | None:
        """The element for paper, with its children, or None to leave it out."""
        if self._left_out(element):
            return None
        tag = element.tag
        if tag.startswith(SVG):
            return _drawing(element)
        if fields.is_control(element):
            return fields.control(element, self.fillable, self.names)
        fields.note_question(element)
        if tag == "figure":
            _describe(element, self.edition)
        keep(element, lambda child: self._changed(child, chapter))
        if has_class(element, "p2p-form") and not len(element):
            return None  # nothing is left of a tool that works with the script only
        self._rename(element, chapter)
        if element.tag == "a":
            self._link(element, chapter)
        self._plain(element, chapter)
        if has_class(element, "p2p-question"):
            _side_by_side(element)
        if self.edition == "participant" and has_class(element, "task"):
            element.append(_lines(self.words["print-notes"], _TASK_LINES))
        return element

    def _left_out(self, element: Element) -> bool:
        found = classes(element)
        if element.tag in _SCREEN_TAGS or found & _SCREEN_ONLY or "hidden" in element.attrib:
            return True
        if "p2p-hidden" in found and element.tag not in ("legend", "input", "span"):
            return True
        if "-" in element.tag and any(part.get("data-part") == "without" for part in element.iter()):
            return True  # a tool that works with the script only
        if element.tag == "p" and not text_of(element) and not any(child.tag in ("img", "input", "textarea") for child in element.iter()):
            return True
        return self.edition == "participant" and bool(found & {"facilitator", "card"})

    def _rename(self, element: Element, chapter: Chapter) -> None:
        """Give the element the tag under which screen readers know it in a PDF."""
        tag, found = element.tag, classes(element)
        if tag == "legend" or found & {"p2p-form__title", "p2p-checklist__area"}:
            self._legend(element, found)
        elif tag == "label":
            # A label's text would replace the name that we give the field.
            element.tag = "div"
        elif tag == "fieldset" or (tag == "form" and not self.fillable):
            element.tag = "div"
        elif tag in ("dl", "dd", "dt", "figcaption", "details", "summary", "address"):
            # Only li may be in a list of a tagged PDF; a caption needs its table.
            element.tag = "p" if tag in ("dt", "summary") else "div"
            element.set("class", " ".join(sorted({*found, tag})))
        elif tag == "term-note":
            element.tag = "span"
        elif "-" in tag:
            element.tag = "div"

    def _legend(self, element: Element, found: set[str]) -> None:
        if "p2p-hidden" in found:
            element.tag, element.text = "div", ""
            element[:] = []
        elif "p2p-form__title" in found:
            element.tag = f"h{self.form_level}"
        elif found & {"p2p-worksheet__heading", "p2p-checklist__area"}:
            element.tag = f"h{self.form_level + 1}"
        else:
            element.tag = "p"
            element.set("class", "question")

    def _link(self, element: Element, chapter: Chapter) -> None:
        href = element.get("href", "")
        scheme = urlsplit(href).scheme
        shown = text_of(element)
        if scheme in ("http", "https"):
            if shown.rstrip("/") != href.rstrip("/") and not re.search(r"\w+\.\w+/\w", shown):
                element.set("class", f"{element.get('class', '')} outside".strip())
            return
        if scheme in ("mailto", "tel"):
            return
        target, fragment = urldefrag(href)
        where = posixpath.normpath(posixpath.join(posixpath.dirname(chapter.address), target)) if target else chapter.address
        if where in self.inside:
            key = self.inside[where]
            element.set("href", f"#{key}--{fragment}" if fragment else f"#{key}")
            if not has_class(element, "p2p-source") and not has_class(element, "p2p-term__word"):
                element.set("class", f"{element.get('class', '')} inside".strip())
                element.set("data-page-mark", self.words["print-page-mark"])
        elif self.base_address and scheme == "":
            element.set("href", self.base_address + where + (f"#{fragment}" if fragment else ""))
        else:
            element.tag = "span"
            element.attrib.pop("href", None)

    def _plain(self, element: Element, chapter: Chapter) -> None:
        """Only attributes that mean something on paper, and ids that are unique in the file."""
        marks = {"data-page-mark", "title", "name", "value"}
        for name in list(element.attrib):
            if name not in _KEPT_ATTRIBUTES and name not in marks:
                del element.attrib[name]
        if element.tag not in ("input", "textarea", "select"):
            for name in ("title", "name", "value"):
                element.attrib.pop(name, None)
        if "id" in element.attrib:
            element.set("id", f"{key_of(chapter.path)}--{element.get('id')}")
        if element.tag == "img" and "src" in element.attrib and not urlsplit(element.get("src", "")).scheme:
            element.set("src", posixpath.normpath(posixpath.join(posixpath.dirname(chapter.address), element.get("src", ""))))


def _side_by_side(question: Element) -> None:
    """Put short answers into one row, each as wide as the others."""
    answers = [child for child in question if has_class(child, "p2p-choice")]
    longest = max((len(text_of(answer)) for answer in answers), default=0)
    if not answers or longest > _LONGEST_IN_A_ROW or len(answers) > _MOST_IN_A_ROW:
        return
    row = new("div", {"class": f"answers answers--{len(answers)}"})
    question.insert(list(question).index(answers[0]), row)
    for answer in answers:
        question.remove(answer)
        row.append(answer)


def _describe(figure: Element, edition: str) -> None:
    """Move the title and the description in words of a figure to its drawing, where they are read aloud.

    A poster that has the sheet to itself, in the `edition` of that size, has nothing beside its drawing.
    """
    drawing, details = figure.find(f"{SVG}svg"), figure.find(".//details")
    if drawing is None or details is None:
        return
    inside = [part for part in details if part.tag != "summary"]
    words = [text_of(part) for part in (*figure.findall(".//span[@class='p2p-figure__title']"), *inside)]
    drawing.set("data-described", ". ".join(word.rstrip(".") for word in words if word))
    if has_class(figure, "p2p-poster"):
        drawing.set("data-poster", edition)
        if edition in _SHEETS:
            for caption in figure.findall("figcaption"):
                figure.remove(caption)
            return
    for parent in figure.iter():
        if details in parent:
            parent.remove(details)
            break


def _drawing(element: Element) -> Element:
    """A figure keeps its look without the site's style; its description is read aloud."""
    described = element.attrib.pop("data-described", "")
    for name in ("aria-labelledby", "aria-describedby", "role"):
        element.attrib.pop(name, None)
    size = [float(part) for part in element.get("viewBox", "0 0 1 1").split()[2:]]
    poster = element.attrib.pop("data-poster", None)
    widest, highest = _FIGURE if poster is None else _SHEETS.get(poster, _POSTER)
    width = min(widest, highest * size[0] / size[1])
    for part in element.iter():
        if "font-family" in part.attrib:
            part.set("font-family", _FONTS)
    element.set("style", f"width: {width:.1f}mm; height: {width * size[1] / size[0]:.1f}mm")
    style = Element(f"{SVG}style")
    style.text = _FIGURE_STYLE
    element.insert(0, style)
    if described:
        title = Element(f"{SVG}title")
        title.text = described
        element.insert(0, title)
    return element


def _lines(label: str, count: int) -> Element:
    """Lines to write on, under a word that says what for."""
    block = new("div", {"class": "notes"})
    SubElement(block, "p", {"class": "notes__label"}).text = label
    block.append(fields.lines(count))
    return block


def _worksheets_on_pages_of_their_own(article: Element) -> None:
    """Begin a page before each worksheet, or before the headings that stand directly above it."""
    children = list(article)
    for here, element in enumerate(children):
        if has_class(element, "p2p-worksheet"):
            while here and re.fullmatch(r"h[2-6]", children[here - 1].tag):
                here -= 1
            first = children[here]
            first.set("class", f"{first.get('class', '')} own-page".strip())


def _drop_empty_sections(article: Element) -> None:
    """Leave out headings under which nothing is left."""
    def level(element: Element) -> int:
        return int(element.tag[1]) if re.fullmatch(r"h[1-6]", element.tag) else 9

    children = list(article)
    for here, element in enumerate(children):
        if level(element) in (2, 3):
            after = children[here + 1] if here + 1 < len(children) else None
            if after is None or level(after) <= level(element):
                article.remove(element)

