"""The registers of a block: what is written down about sessions, attendance, reports and papers. No names, only codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Answer = Literal[
    "code", "tutee-code", "tutor-code", "role", "yes-no", "guardian", "date", "minutes", "hours", "mark", "computed"
]
FIRST_ROW = 6
"""The first row to fill in, as spreadsheets count; the headings stand above it."""


@dataclass(frozen=True)
class Column:
    """One column: its name for ever, and what may stand in it."""

    id: str
    answer: Answer
    width: int = 13


@dataclass(frozen=True)
class Register:
    """One sheet with a row for each person or session."""

    id: str
    columns: tuple[Column, ...]
    rows: int

    def column(self, name: str) -> str:
        """The letter of a column."""
        return chr(ord("A") + [column.id for column in self.columns].index(name))

    def range(self, name: str) -> str:
        """The cells of a column, as formulas on the same sheet name them."""
        letter = self.column(name)
        return f"${letter}${FIRST_ROW}:${letter}${self.last_row}"

    @property
    def last_row(self) -> int:
        """The last row to fill in."""
        return FIRST_ROW + self.rows - 1


PAPERS = Register(
    "papers",
    (
        Column("code", "code"), Column("role", "role", 18), Column("notice", "yes-no"), Column("agreement", "yes-no"),
        Column("guardian", "guardian", 15), Column("trained", "yes-no"), Column("still-here", "yes-no", 16),
        Column("complete", "computed"), Column("sessions", "computed"),
    ),
    200,
)  # fmt: skip
SESSIONS = Register(
    "sessions",
    (
        Column("day", "date"), Column("tutee", "tutee-code"), Column("tutor", "tutor-code"), Column("held", "yes-no"),
        Column("present", "yes-no"), Column("minutes", "minutes"), Column("goal", "yes-no"), Column("work", "yes-no"),
        Column("check", "yes-no"), Column("next", "yes-no"), Column("missing", "computed", 30),
    ),
    1000,
)  # fmt: skip
ATTENDANCE = Register(
    "attendance",
    (
        Column("code", "computed"), Column("role", "computed", 18), Column("hours-before", "hours"), Column("missed-before", "hours"),
        Column("hours-block", "hours"), Column("missed-block", "hours"), Column("share-before", "computed"),
        Column("share-block", "computed"), Column("change", "computed"),
    ),
    200,
)  # fmt: skip
REPORTS = Register(
    "reports",
    (
        Column("code", "computed"), Column("role", "computed", 18), Column("mark-before", "mark"), Column("mark-end", "mark"),
        Column("insufficient", "computed", 16), Column("recovered", "computed", 16),
    ),
    200,
)  # fmt: skip
REGISTERS = (PAPERS, SESSIONS, ATTENDANCE, REPORTS)
