"""What WeasyPrint leaves out of a tagged PDF: the language of parts, and what a group of radio buttons asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pydyf
from weasyprint.pdf import tags


@cache
def mark_languages() -> None:
    """From now on a part of a page with `lang` carries its language in the structure of the PDF."""
    original = tags._build_box_tree

    def with_language(box: Any, *rest: Any) -> Iterator[Any]:
        part = getattr(box, "_box", box).element
        language = part.get("lang") if part is not None and part.tag not in ("html", "body") else None
        for element in original(box, *rest):
            if language and "Lang" not in element:
                element["Lang"] = pydyf.String(language)
            yield element

    tags._build_box_tree = with_language


def with_questions(questions: dict[str, str]) -> Callable[[Any, Any], None]:
    """A finisher for WeasyPrint: groups of radio buttons say what they ask and are one field each.

    WeasyPrint names a group after its first answer, and lists each button once more as a field of
    its own, so that readers of forms meet the same field several times.
    """

    def finish(document: Any, pdf: Any) -> None:
        form = pdf.catalog.get("AcroForm")
        if form is None:
            return
        buttons = set()
        for thing in pdf.objects:
            if isinstance(thing, pydyf.Dictionary):
                if "Kids" in thing and thing.get("FT") == "/Btn":
                    thing["TU"] = pydyf.String(questions.get(thing["T"].string, thing["T"].string))
                elif thing.get("Subtype") == "/Widget" and "Parent" in thing:
                    thing.pop("T", None)
                    buttons.add(thing.reference)
        form["Fields"] = pydyf.Array(field for field in form["Fields"] if field not in buttons)

    return finish
