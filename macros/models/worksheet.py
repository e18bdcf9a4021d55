"""A worksheet or form: fields to write in, on paper or on screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.models.checklist import Reader
from macros.models.entry import Facts, Id, PageLink, Place, Strict, Text, Words


class WorksheetField(Strict):
    """One place to write."""

    id: Id = Field(description="The field's name for ever.")
    kind: Literal["line", "paragraph", "date", "choice", "table", "heading", "signature"] = Field(
        description="What the field looks like. A signature is a line for the pen: never typed, never saved."
    )
    lines: Annotated[int, Field(ge=2, le=20)] | None = Field(
        default=None, description="Height of a paragraph, in lines on paper."
    )
    options: list[Id] = Field(default=[], description="The options of a choice, in order.")
    many: bool = Field(default=False, description="true when several options may be chosen.")
    columns: list[Id] = Field(default=[], description="The columns of a table, in order.")
    rows: Annotated[int, Field(ge=1, le=30)] | None = Field(default=None, description="Rows of a table on paper.")
    row_names: list[Id] = Field(default=[], description="The rows of a table whose rows have names, in order.")

    @model_validator(mode="after")
    def _parts_fit_the_kind(self) -> WorksheetField:
        wanted = {"paragraph": "lines", "choice": "options", "table": "columns"}.get(self.kind)
        for part in ("lines", "options", "columns", "rows", "row_names"):
            if getattr(self, part) and part != wanted and not (part in ("rows", "row_names") and self.kind == "table"):
                raise ValueError(f"'{part}' does not belong to a field of kind '{self.kind}'.")
        if wanted in ("options", "columns") and not getattr(self, wanted):
            raise ValueError(f"A field of kind '{self.kind}' needs '{wanted}'.")
        if self.rows and self.row_names:
            raise ValueError("A table has 'rows' or 'row_names', not both.")
        return self


class Worksheet(Facts):
    """The facts of one worksheet."""

    reader: Reader = Field(description="Who fills it in.")
    minutes: Annotated[int, Field(ge=1, le=120)] = Field(description="How long it takes, in minutes.")
    see: list[PageLink] = Field(default=[], description="Pages that help.")
    fields: Annotated[list[WorksheetField], Field(min_length=1)] = Field(description="The fields, in order.")

    def references(self) -> Iterator[tuple[Place, str, str]]:
        for place, page in enumerate(self.see):
            yield ("see", place), "pages", page

    def word_keys(self) -> dict[Place, list[str]]:
        keys: dict[Place, list[str]] = {("fields",): [field.id for field in self.fields]}
        for field in self.fields:
            keys["fields", field.id, "options"] = list(field.options)
            keys["fields", field.id, "columns"] = list(field.columns)
            keys["fields", field.id, "rows"] = list(field.row_names)
        return keys


class FieldWords(Strict):
    """The words of one field."""

    label: Text = Field(description="What to write here, as a short question or heading.")
    hint: Text | None = Field(default=None, description="Help below the label.")
    options: dict[str, Text] = Field(default={}, description="One label for each option.")
    columns: dict[str, Text] = Field(default={}, description="One heading for each column.")
    rows: dict[str, Text] = Field(default={}, description="One heading for each named row.")


class WorksheetWords(Words):
    """The sentences of one worksheet in one language."""

    title: Text = Field(description="The heading of the sheet.")
    introduction: Text = Field(description="One or two sentences before the fields.")
    fields: dict[str, FieldWords] = Field(description="The words of each field.")
