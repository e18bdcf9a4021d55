"""A printed book: the pages of one part of the menu, as one file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from macros.models.entry import Facts, Place, Text, Words


class Book(Facts):
    """The facts of one book."""

    folder: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")] = Field(
        description="The folder of docs/<language>/ whose pages it holds, in the order of the menu."
    )
    leave_out: list[Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.md$")]] = Field(
        default=[], description="Pages of the folder that make sense on a screen only."
    )
    appendix: bool = Field(default=True, description="true when the terms and sources it uses stand at its end.")

    def references(self) -> Iterator[tuple[Place, str, str]]:
        yield ("folder",), "pages", f"{self.folder}/index.md"
        for place, page in enumerate(self.leave_out):
            yield ("leave_out", place), "pages", f"{self.folder}/{page}"


class BookWords(Words):
    """The words on the cover of one book in one language."""

    title: Text = Field(description="The title.")
    subtitle: Text = Field(description="One line under it: for whom, what for.")
