"""A source; its title is never translated."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.models.entry import Facts, Text


class Source(Facts):
    """Where a figure, a rule or a claim comes from. A source has no words: everything is a fact."""

    title: Text = Field(description="The title in its own language.")
    by: Text = Field(description="Author or organisation.")
    year: int | Text | None = Field(default=None, description="Year of publication, or a range.")
    address: Text | None = Field(default=None, description="Web address, if there is one.")
    topic: Literal[
        "project", "evidence", "leaving", "indicators", "instruments", "action-learning", "safeguarding", "national"
    ] = Field(description="The heading it is listed under.")
    note: Text | None = Field(default=None, description="Anything a reader must know to find or judge it.")
