"""Places to write: fields of a fillable PDF, or lines and boxes for the pen."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from macros.print.trees import classes, new, text_of

_CONTROLS = ("input", "textarea", "select")
_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_QUESTION = "data-question"


def is_control(element: Element) -> bool:
    """True for what a reader fills in."""
    return element.tag in _CONTROLS


def note_question(element: Element) -> None:
    """Before a question or a label is taken apart: tell its controls what they are called.

    A field's name is what a screen reader says: the option, the label, or the name of row and column.
    """
    if element.tag == "fieldset" and "p2p-question" in classes(element):
        legend = element.find("legend")
        if legend is not None:
            for control in element.iter("input"):
                control.set(_QUESTION, text_of(legend))
    elif element.tag == "label":
        hints = [child for child in element if "p2p-worksheet__hint" in classes(child)]
        hidden = " ".join(text_of(hint) for hint in hints)
        said = text_of(element).removesuffix(hidden).strip()
        label = element.find("span[@class='p2p-worksheet__label']")
        for control in (child for child in element.iter() if child.tag in _CONTROLS):
            control.set("aria-label", text_of(label) if label is not None else said)


def control(element: Element, fillable: bool, names: dict[str, str]) -> Element | None:
    """The control as a field, or as a place for the pen; None for what cannot be printed.

    `names` collects what a group of radio buttons asks.
    """
    kind = element.get("type", "text") if element.tag == "input" else element.tag
    if kind in ("file", "hidden", "submit", "reset", "range", "color"):
        return None
    lines = max(1, int(element.get("rows", "1"))) if element.tag == "textarea" else 1
    if not fillable:
        return _for_the_pen(kind, lines)
    said, question = element.get("aria-label", ""), element.get(_QUESTION, "")
    name = _NAME.sub("-", element.get("name", "")).strip("-") or "field"
    field = new("input" if element.tag != "textarea" else "textarea", {"name": name, "title": said or name})
    if kind in ("checkbox", "radio"):
        field.set("type", kind)
        field.set("class", f"tick tick--{kind}")
        field.set("value", element.get("value", "yes"))
        if kind == "radio":
            names[name] = question or said
        elif question:
            # Boxes of one question share a name in HTML; in a PDF each is a field of its own.
            field.set("name", f"{name}-{_NAME.sub('-', element.get('value', ''))}")
            field.set("title", f"{question}: {said}")
    elif element.tag == "textarea":
        field.set("class", "write write--many")
        field.set("style", f"height: {_height(lines)}mm")
    else:
        field.set("type", "text")
        field.set("class", "write")
    return field


def lines(count: int) -> Element:
    """Empty lines to write on."""
    block = new("div", {"class": "lines"})
    for _ in range(count):
        block.append(new("div", {"class": "line"}))
    return block


def _for_the_pen(kind: str, count: int) -> Element:
    if kind == "checkbox":
        return new("span", {"class": "box"})
    if kind == "radio":
        return new("span", {"class": "box box--round"})
    return lines(count)


def _height(count: int) -> int:
    """Millimetres for `count` lines of handwriting or type."""
    return 9 if count == 1 else 8 * count
