"""A checklist: steps to tick, or to rate as yes, partly, not yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.models.entry import Facts, Id, PageLink, Place, Strict, Text, Words

Reader = Literal["junior", "tutee", "pair", "student", "family", "student-family", "teacher", "senior", "coordinator", "guest", "set"]


class ChecklistItem(Strict):
    """One step."""

    id: Id = Field(description="The step's name for ever; a changed step gets a new one.")
    see: PageLink | None = Field(default=None, description="The section that helps with this step.")
    area: Id | None = Field(default=None, description="The area it belongs to, when the list has areas.")


class Checklist(Facts):
    """The facts of one checklist."""

    reader: Reader = Field(description="Who fills it in.")
    minutes: Annotated[int, Field(ge=1, le=90)] = Field(description="How long it takes, in minutes.")
    answers: Literal["ticks", "three-steps"] = Field(
        description="'ticks', or 'three-steps' for yes, partly, not yet."
    )
    areas: list[Id] = Field(default=[], description="The areas the steps are grouped by, in order, if any.")
    plan_first: Id | None = Field(
        default=None, description="In a list with areas: the area that is put right before any other. Adds an action plan."
    )
    items: Annotated[list[ChecklistItem], Field(min_length=1)] = Field(description="The steps, in order.")

    @model_validator(mode="after")
    def _every_step_has_an_area_or_none_has(self) -> Checklist:
        areas: list[str | None] = [*self.areas] or [None]
        if {item.area for item in self.items} != set(areas):
            raise ValueError("In a list with areas every step has one of them, and every area has a step.")
        if self.plan_first is not None and self.plan_first not in self.areas:
            raise ValueError("'plan_first' is not one of the areas.")
        return self

    def references(self) -> Iterator[tuple[Place, str, str]]:
        for place, item in enumerate(self.items):
            if item.see:
                yield ("items", place, "see"), "pages", item.see

    def word_keys(self) -> dict[Place, list[str]]:
        return {("items",): [item.id for item in self.items], ("areas",): list(self.areas)}


class ChecklistWords(Words):
    """The sentences of one checklist in one language."""

    title: Text = Field(description="The heading above the list.")
    introduction: Text = Field(description="One or two sentences before the steps.")
    areas: dict[str, Text] = Field(default={}, description="One heading for each area.")
    items: dict[str, Text] = Field(description="One sentence for each step.")
