"""What the models say about themselves: JSON Schemas for editors, tables for `data/README.md`."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, TypeAdapter

from macros.models import KINDS
from macros.models.entry import Strict

BEGIN = "<!-- field tables: written by `guidelines schemas` -->"
END = "<!-- end of field tables -->"


def write(root: Path) -> list[Path]:
    """Write every schema and the tables of data/README.md; return the files that changed."""
    files = {root / "data" / "schemas" / name: text for name, text in schemas().items()}
    readme = root / "data" / "README.md"
    files[readme] = with_tables(readme.read_text(encoding="utf-8"))
    changed = [path for path, text in files.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8", newline="\n")
    return changed


def schemas() -> dict[str, str]:
    """A JSON Schema for every kind of file in data/: {file name: JSON}."""
    found = {}
    for kind in KINDS.values():
        for name, model in ((kind.name, kind.facts), (f"{kind.name}-words", kind.words)):
            if model:
                schema = TypeAdapter(dict[str, model]).json_schema()  # type: ignore[valid-type]
                schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": name, **schema}
                text = json.dumps(schema, indent=1, ensure_ascii=False).replace("#/$defs/", "#/definitions/")
                found[f"{name}.json"] = text.replace('"$defs"', '"definitions"') + "\n"
    return found


def with_tables(readme: str) -> str:
    """The text of data/README.md with its tables written anew. Raises ValueError without the marks."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"data/README.md needs the lines {BEGIN} and {END}.")
    return f"{before}{BEGIN}\n\n{tables()}\n{END}{after}"


def tables() -> str:
    """The fields of every kind, as Markdown."""
    parts = []
    for kind in KINDS.values():
        parts.append(f"### {kind.name}\n\n`data/{kind.name}.yml`: {_first_line(kind.facts)}\n\n{_table(kind.facts)}")
        if kind.words:
            parts.append(f"`data/<language>/{kind.name}.yml`\n\n{_table(kind.words)}")
    return "\n".join(parts)


def _table(model: type[BaseModel]) -> str:
    rows = ["| Field | Value | Meaning |", "|---|---|---|"]
    nested: list[type[BaseModel]] = []
    for name, info in model.model_fields.items():
        must = "" if info.is_required() else " (may be left out)"
        rows.append(f"| `{name}` | {_written(info.annotation)} | {info.description or ''}{must} |")
        nested += _models_in(info.annotation)
    text = "\n".join(rows) + "\n"
    for part in nested:
        text += f"\n*{_first_line(part)}*\n\n{_table(part)}"
    return text


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().split("\n")[0]


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]


def _written(annotation: Any) -> str:
    """A type, as an author would say it."""
    parts = [part for part in get_args(annotation) if part is not type(None)]
    origin = get_origin(annotation)
    if origin is Annotated:
        return _written(parts[0])
    if origin is Literal:
        return ", ".join(f"`{part}`" for part in parts)
    if origin is list:
        return f"list of {_written(parts[0])}"
    if origin is dict:
        return f"{_written(parts[1])} for each name"
    if parts:  # a union: an optional value, or a number that may be whole or not
        said = dict.fromkeys(_written(part) for part in parts)
        if "number" in said:
            said.pop("whole number", None)
        return " or ".join(said)
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        return "fields, see below"
    return {bool: "`true` or `false`", float: "number", int: "whole number", date: "date", str: "text"}[annotation]
