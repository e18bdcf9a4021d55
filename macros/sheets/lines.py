"""The lines of the sheet "indicators", each with its row and cells."""

from __future__ import annotations

from dataclasses import dataclass

from macros.measurements import CHANGE, Line, in_order, lines_of
from macros.sheets.book import Book
from macros.sheets.formulas import Sample

FIRST_ROW = 6
TYPED, USED = "EFG", "HIJ"  # columns: what is typed, and what is counted with
NOTHING = '""'


@dataclass(frozen=True)
class Placed:
    """A line of the sheet "indicators" and its row."""

    line: Line
    row: int

    def used(self, sheet: str = "") -> list[str]:
        """The cells with the figures that are counted with."""
        return [f"{sheet}${letter}${self.row}" for letter in USED]

    def sample(self, sheet: str = "") -> Sample:
        """The same cells of a mean."""
        return Sample(*self.used(sheet))


def placed_lines(book: Book) -> list[Placed]:
    """Every line of every indicator, in the order of the sheet."""
    lines = [line for name in in_order(book.library) for line in lines_of(book.library, name)]
    return [Placed(line, FIRST_ROW + place) for place, line in enumerate(lines)]


def moment_in_words(book: Book, moment: str) -> str:
    """The name of a moment, or of the changes."""
    return book.say("sheet-change" if moment == CHANGE else f"moment-{moment}")
