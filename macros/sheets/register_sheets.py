"""The sheets to write in from day to day: papers, sessions, attendance, reports."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from macros.sheets.book import Book
from macros.sheets.registers import ATTENDANCE, FIRST_ROW, PAPERS, REGISTERS, REPORTS, SESSIONS, Column, Register

ROLES = ("tutees", "tutors", "comparison")
# Columns to the right of a register that part its figures by role; hidden, because they only serve sums.
_PARTED = {"attendance": ("share-before", "share-block", "change"), "reports": ("mark-before", "mark-end")}
_PARTED_ROLES = ("tutees", "comparison")
_FIRST_PARTED = 12  # column M
_COMPUTED = {"share-before": "percent", "share-block": "percent", "change": "points", "complete": "cell", "sessions": "whole"}


def add_registers(book: Book) -> None:
    """All registers, empty, with drop-downs and checks in every cell."""
    for register in REGISTERS:
        heads = [book.say(f"sheet-{register.id}-{column.id}") for column in register.columns]
        sheet = book.add(register.id, [column.width for column in register.columns], heads, FIRST_ROW)
        for place, column in enumerate(register.columns):
            _fill_column(book, sheet, register, place, column)
        for place, (_, source, role) in enumerate(_parted(register), _FIRST_PARTED):
            sheet.set_column(place, place, None, None, {"hidden": True})
            for row in range(FIRST_ROW, register.last_row + 1):
                cell = f"{register.column(source)}{row}"
                if_role = f"{register.column('role')}{row}={book.text(f'sheet-role-{role}')}"
                book.formula(sheet, f"{chr(65 + place)}{row}", f'IF(AND({if_role},ISNUMBER({cell})),{cell},"")')
        sheet.print_area(0, 0, register.last_row - 1, len(register.columns) - 1)


def parted_range(book: Book, register: str, source: str, role: str) -> str:
    """The hidden cells with the figures of one role."""
    found = next(one for one in REGISTERS if one.id == register)
    letter = chr(65 + _FIRST_PARTED + [(name, part) for _, name, part in _parted(found)].index((source, role)))
    return book.at(register, f"${letter}${FIRST_ROW}:${letter}${found.last_row}")


def _parted(register: Register) -> list[tuple[str, str, str]]:
    return [(register.id, source, role) for source in _PARTED.get(register.id, ()) for role in _PARTED_ROLES]


def _fill_column(book: Book, sheet: Worksheet, register: Register, place: int, column: Column) -> None:
    first, last = FIRST_ROW - 1, register.last_row - 1
    if column.answer == "computed":
        for row in range(FIRST_ROW, register.last_row + 1):
            book.formula(sheet, f"{chr(65 + place)}{row}", _computed(book, register, column.id, row), _COMPUTED.get(column.id, "cell"))
        return
    form = book.formats["date" if column.answer == "date" else "input"]
    for row in range(first, last + 1):
        sheet.write_blank(row, place, None, form)
    check = _check(book, column)
    if check:
        sheet.data_validation(first, place, last, place, check)


def _check(book: Book, column: Column) -> dict[str, Any] | None:
    """The drop-down or the limits of a column, with what is said when something else is typed."""
    say = book.say
    said = {"error_title": say("sheet-error"), "ignore_blank": True}
    if column.answer in ("yes-no", "guardian"):
        answers = [say("sheet-yes"), say("sheet-no"), *([say("sheet-of-age")] if column.answer == "guardian" else [])]
        return {"validate": "list", "source": answers, "error_message": say("sheet-error-list"), **said}
    if column.answer == "role":
        return {"validate": "list", "source": [say(f"sheet-role-{role}") for role in ROLES], "error_message": say("sheet-error-list"), **said}
    if column.answer in ("tutee-code", "tutor-code"):
        return {"validate": "list", "source": "=" + book.at("papers", PAPERS.range("code")), "error_message": say("sheet-error-code"), **said}
    if column.answer == "date":
        return {"validate": "date", "criteria": "between", "minimum": date(2020, 1, 1), "maximum": date(2099, 12, 31),
                "error_message": say("sheet-error-date"), **said}
    if column.answer in ("minutes", "hours", "mark"):
        most = {"minutes": 300, "hours": 3000, "mark": 1000}[column.answer]
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": most, "error_message": say("sheet-error-number"), **said}
    return {"validate": "length", "criteria": "<=", "value": 12, "error_message": say("sheet-error-name"), **said}


def _computed(book: Book, register: Register, column: str, row: int) -> str:
    """The formula of a cell that fills itself."""
    def cell(name: str) -> str:
        return f"{register.column(name)}{row}"

    yes, no = book.text("sheet-yes"), book.text("sheet-no")
    if column in ("code", "role"):
        source = book.at("papers", f"{PAPERS.column(column)}{row}")
        return f'IF({source}="","",{source})'
    if register is PAPERS and column == "complete":
        done = f"AND({cell('notice')}={yes},{cell('agreement')}={yes},OR({cell('guardian')}={yes},{cell('guardian')}={book.text('sheet-of-age')}))"
        return f'IF(OR({cell("role")}={book.text("sheet-role-tutees")},{cell("role")}={book.text("sheet-role-tutors")}),IF({done},{yes},{no}),"")'
    if register is PAPERS:
        held = ",".join([
            book.at("sessions", SESSIONS.range("tutee")), cell("code"),
            *(part for name in ("held", "present") for part in (book.at("sessions", SESSIONS.range(name)), yes)),
            book.at("sessions", SESSIONS.range("minutes")), '">=20"',
        ])  # fmt: skip
        return f'IF({cell("role")}={book.text("sheet-role-tutees")},COUNTIFS({held}),"")'
    if register is SESSIONS:
        anything = f"COUNTA({cell('day')}:{cell('next')})>0"
        return (f'IF({anything},IF({cell("day")}="",{book.text("sheet-missing-day")},IF({cell("tutee")}="",{book.text("sheet-missing-tutee")},'
                f'IF({cell("held")}="",{book.text("sheet-missing-held")},IF(AND({cell("held")}={yes},{cell("minutes")}=""),{book.text("sheet-missing-minutes")},"")))),"")')
    if register is ATTENDANCE and column == "change":
        return f'IF(AND(ISNUMBER({cell("share-before")}),ISNUMBER({cell("share-block")})),{cell("share-block")}-{cell("share-before")},"")'
    if register is ATTENDANCE:
        when = column.removeprefix("share-")
        hours, missed = cell(f"hours-{when}"), cell(f"missed-{when}")
        return f'IF(AND(ISNUMBER({hours}),ISNUMBER({missed})),IF(AND({hours}>0,{missed}<={hours}),1-{missed}/{hours},{book.text("sheet-error-missed")}),"")'
    if register is REPORTS and column == "insufficient":
        return f'IF(AND(ISNUMBER({cell("mark-before")}),ISNUMBER({book.start("pass")})),IF({cell("mark-before")}<{book.start("pass")},{yes},{no}),"")'
    return f'IF({cell("insufficient")}={yes},IF(ISNUMBER({cell("mark-end")}),IF({cell("mark-end")}>={book.start("pass")},{yes},{no}),{no}),"")'
