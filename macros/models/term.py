"""A term of the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from macros.models.entry import Facts, PageLink, Place, Text, Words


class Term(Facts):
    """The facts of one term."""

    topic: Literal[
        "method", "people", "school-life", "leaving", "skills", "safety", "data", "evaluation", "training"
    ] = Field(description="The field it belongs to.")
    number: Annotated[int, Field(ge=1)] | None = Field(default=None, description="Its number in the glossary's list.")
    see: PageLink | None = Field(default=None, description="The page that explains it at length.")
    to_confirm: list[str] = Field(
        default=[], description="Languages in which a native reviewer should still confirm the term."
    )

    def references(self) -> Iterator[tuple[Place, str, str]]:
        if self.see:
            yield ("see",), "pages", self.see


class TermWords(Words):
    """One term in one language."""

    term: Text = Field(description="The term this site uses.")
    definition: Text = Field(description="One or two plain sentences.")
    also: list[Text] = Field(default=[], description="Other names that mean the same.")
    avoid: list[Text] = Field(default=[], description="Words that look right and are wrong.")
    note: Text | None = Field(default=None, description="Why this term, or what to watch.")
