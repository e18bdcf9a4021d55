"""Small steps on trees of HTML elements."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import tinyhtml5

SVG = "{http://www.w3.org/2000/svg}"
_SPACE = re.compile(r"\s+")


def parsed(html: str) -> Element:
    """A piece of HTML as the children of a body."""
    tree: Element = tinyhtml5.parse(f"<!doctype html><body>{html}", namespace_html_elements=False)
    body = tree.find("body")
    assert body is not None
    return body


def new(tag: str, attributes: dict[str, str] | None = None, text: str = "") -> Element:
    """A new element."""
    element = Element(tag, attributes or {})
    element.text = text
    return element


def classes(element: Element) -> set[str]:
    """The element's classes."""
    return set(element.get("class", "").split())


def has_class(element: Element, name: str) -> bool:
    """True when the element has the class `name`."""
    return name in classes(element)


def text_of(element: Element) -> str:
    """The element's text with single spaces."""
    return _SPACE.sub(" ", "".join(element.itertext())).strip()


def keep(parent: Element, change: Callable[[Element], Element | None]) -> Element:
    """Replace each child by what `change` gives; where that is None, only the text after it stays."""
    last: Element | None = None
    kept: list[Element] = []
    for child in list(parent):
        tail, child.tail = child.tail, None
        changed = change(child) if isinstance(child.tag, str) else None
        if changed is None:
            if last is None:
                parent.text = (parent.text or "") + (tail or "")
            else:
                last.tail = (last.tail or "") + (tail or "")
        else:
            changed.tail = tail
            kept.append(changed)
            last = changed
    parent[:] = kept
    return parent
