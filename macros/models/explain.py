"""A model's complaint, in an author's words."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from macros.models.entry import Place
from macros.problems import did_you_mean


def explain(error: ErrorDetails, model: type[BaseModel], one: str) -> tuple[Place, str, str]:
    """Where inside the entry, what is wrong, and how to mend it.

    `model` is the model that complained; `one` names the kind ("an indicator").
    """
    place = tuple(part for part in error["loc"] if not _is_branch(part))
    value, kind = error.get("input"), error["type"]
    context = error.get("ctx", {})
    name = str(place[-1]) if place else ""
    if kind == "extra_forbidden":
        return place, f"'{name}' is not a field of {one}.", did_you_mean(name, _fields_at(model, place[:-1]))
    if kind == "missing":
        return place, f"{one[0].upper()}{one[1:]} needs the field '{name}'.", f"Add a line '{name}: …'."
    if kind in ("literal_error", "enum"):
        known = [part.strip("' ") for part in str(context.get("expected", "")).replace(" or ", ",").split(",")]
        return place, f"{_said(value)} is not possible for '{_field(place)}'.", did_you_mean(str(value), known)
    if kind in ("int_type", "int_parsing", "float_type", "float_parsing", "int_from_float"):
        whole = "a whole number" if kind.startswith("int") else "a number"
        return place, f"{_said(value)} is not {whole}.", "Write a plain number, without quotes or a % sign."
    if kind.startswith("date"):
        return place, f"{_said(value)} is not a date.", "Write it as 2026-11-23, without quotes."
    if kind == "string_type":
        if value is None:
            return place, f"'{_field(place)}' is empty.", "Write the text after the colon."
        return place, f"{_said(value)} is not a text.", "Put it in quotes."
    if kind == "string_too_short":
        return place, f"'{_field(place)}' is empty.", "Write the text, or delete the line if it may be left out."
    if kind == "bool_type":
        return place, f"{_said(value)} is neither true nor false.", "Write true or false, without quotes."
    if kind == "list_type":
        return place, f"'{_field(place)}' is not a list.", "Write it as [first, second] or as lines that begin with '- '."
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return place, f"'{_field(place) or one}' is not a group of fields.", "Write its fields as 'name: value', indented."
    if kind == "too_short":
        return place, f"'{_field(place)}' is empty.", "Add at least one."
    if kind == "string_pattern_mismatch":
        return place, f"{_said(value)} is not written the way '{_field(place)}' must be.", _pattern_hint(context)
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        side = "at least" if "ge" in context else "at most"
        return place, f"{_said(value)} is out of range.", f"It must be {side} {bound}."
    if kind == "value_error":
        return place, str(context.get("error", error["msg"])), ""
    return place, f"{_said(value)}: {error['msg']}.", ""


def _is_branch(part: str | int) -> bool:
    """True for what pydantic adds to name the branch of a union ("int", "constrained-str")."""
    return isinstance(part, str) and (part in ("int", "float", "str", "date") or "[" in part or part.startswith("constrained"))


def _field(place: Place) -> str:
    names = [part for part in place if isinstance(part, str)]
    return names[-1] if names else ""


def _said(value: Any) -> str:
    text = str(value)
    return f"'{text if len(text) <= 60 else text[:57] + '…'}'"


def _pattern_hint(context: dict[str, Any]) -> str:
    pattern = str(context.get("pattern", ""))
    if r"\.md" in pattern:
        return "Write the path from docs/<language>/, for example junior/stay-safe.md#tell-today."
    if pattern.startswith("^S"):
        return "Write the source's id, for example S10."
    if pattern.startswith("^https"):
        return "Write an address that begins with https:// and ends with /."
    if pattern.startswith("^#"):
        return "Write it in quotes, for example '#1f5673'."
    if "svg" in pattern:
        return "Name an SVG or PNG file by its path from docs/, for example assets/logo.svg."
    if "@" in pattern:
        return "Write an e-mail address."
    if pattern == r"^[0-9][0-9 ]*$":
        return "Write digits only."
    return "Use lower-case letters, digits and hyphens."


def _fields_at(model: type[BaseModel], place: Place) -> list[str]:
    """The fields that exist at `place` inside `model`."""
    current: type[BaseModel] | None = model
    for part in place:
        if current is None:
            return []
        if isinstance(part, int) or part not in current.model_fields:
            continue
        current = _model_in(current.model_fields[part].annotation)
    return list(current.model_fields) if current else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _model_in(part)
        if found:
            return found
    return None
