"""A worksheet as finished strings."""

from __future__ import annotations

from typing import Any

from macros.components.shared.form_parts import form_parts
from macros.languages import number
from macros.library import Library
from macros.models.worksheet import FieldWords, WorksheetField


def worksheet_view(library: Library, name: str, language: str) -> dict[str, Any]:
    """Everything that the template of the worksheet `name` shows. Raises NotFound.

    The fields stand in groups; a field of kind heading begins a new one.
    """
    facts = library.entry("worksheets", name)
    words, _ = library.said("worksheets", name, language)
    groups: list[dict[str, Any]] = [{"title": None, "hint": None, "fields": []}]
    for field in facts.fields:
        said = words.fields[field.id]
        if field.kind == "heading":
            groups.append({"title": said.label, "hint": said.hint, "fields": []})
            continue
        groups[-1]["fields"].append(
            {
                "id": field.id,
                "kind": field.kind,
                "label": said.label,
                "hint": said.hint,
                "lines": field.lines or 3,
                "input": "checkbox" if field.many else "radio",
                "options": [{"id": option, "text": said.options[option]} for option in field.options],
                "columns": [{"id": column, "text": said.columns[column]} for column in field.columns],
                "named": bool(field.row_names),
                "rows": _rows(library, field, said, language) if field.kind == "table" else [],
            }
        )
    return {
        **form_parts(library, "worksheet", name, language, ("rows-full", "row")),
        "groups": [group for group in groups if group["fields"]],
    }


def _rows(library: Library, field: WorksheetField, said: FieldWords, language: str) -> list[dict[str, Any]]:
    """The rows of a table: with names of their own, or counted."""
    if field.row_names:
        return [{"number": name, "label": said.rows[name]} for name in field.row_names]
    return [
        {"number": row, "label": library.say("row", language, number=number(row, language))}
        for row in range(1, (field.rows or 4) + 1)
    ]
