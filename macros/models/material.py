"""Something an activity of a training module needs: a form, a printed page, cards, a timer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.entry import Facts, PageLink, Place, Text, Words


class Material(Facts):
    """The facts of one material."""

    per: Literal["person", "pair", "group", "room"] = Field(
        description="How many are needed: one for each person, pair or group, or one for the room."
    )
    see: PageLink | None = Field(default=None, description="Where it is printed from, when it is a page, a form or cards of this site.")

    def references(self) -> Iterator[tuple[Place, str, str]]:
        if self.see:
            yield ("see",), "pages", self.see


class MaterialWords(Words):
    """The name of one material in one language."""

    name: Text = Field(description="What to bring, as in a list: “Role cards A–D”.")
