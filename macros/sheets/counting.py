"""What the registers tell of an indicator's figures."""

from __future__ import annotations

from macros.measurements import CHANGE, Line
from macros.sheets.book import Book
from macros.sheets.lines import NOTHING
from macros.sheets.register_sheets import ROLES, parted_range
from macros.sheets.registers import PAPERS, REPORTS, SESSIONS


def from_registers(book: Book, line: Line) -> tuple[str, ...] | None:
    """Expressions that count a line's figures in the registers, where the registers tell them."""
    yes = book.text("sheet-yes")

    def papers(name: str) -> str:
        return book.at("papers", PAPERS.range(name))

    def sessions(*parts: str) -> str:
        """Sessions that meet every part; up to the middle where the line is of the middle."""
        until = (book.at("sessions", SESSIONS.range("day")), f'"<="&{book.start("date.middle")}') if line.moment == "middle" else ()
        return f"COUNTIFS({','.join((*parts, *until))})"

    def where(name: str, value: str = yes) -> tuple[str, str]:
        return book.at("sessions", SESSIONS.range(name)), value

    def counted(count: str, total: str) -> tuple[str, str]:
        """Nothing, as long as there is nothing to count from."""
        ready = f"{total}>0" if line.moment != "middle" else f"AND(ISNUMBER({book.start('date.middle')}),{total}>0)"
        return f'IF({ready},{count},"")', f'IF({ready},{total},"")'

    role = book.text(f"sheet-role-{line.group}") if line.group in ROLES else ""
    if line.indicator == "I1":
        return counted(f"COUNTIFS({papers('role')},{role},{papers('trained')},{yes})", f"COUNTIFS({papers('role')},{role})")
    if line.indicator == "I4":
        total = "+".join(f"COUNTIFS({papers('role')},{book.text(f'sheet-role-{one}')})" for one in ("tutees", "tutors"))
        return counted(f"COUNTIFS({papers('complete')},{yes})", f"({total})")
    if line.indicator == "P3":
        total = f"({sessions(*where('held'))}+{sessions(*where('held', book.text('sheet-no')))})"
        return counted(sessions(*where("held"), *where("minutes", '">=20"')), total)
    if line.indicator == "P5":
        total = f"({sessions(*where('held'))}+{sessions(*where('held', book.text('sheet-no')))})"
        return counted(sessions(*where("held"), *where("present")), total)
    if line.indicator == "P6":
        marks = [part for name in ("goal", "work", "check", "next") for part in where(name)]
        return counted(sessions(*where("held"), *marks), sessions(*where("held")))
    if line.indicator == "P1" and line.moment == "end":
        started = f'COUNTIFS({papers("sessions")},">=1")'
        return f'IF({started}>0,{started},"")', NOTHING
    if line.indicator == "P4":
        return counted(f'COUNTIFS({papers("sessions")},">=12")', f'COUNTIFS({papers("sessions")},">=1")')
    if line.indicator == "M1":
        known = f"COUNTIFS({papers('role')},{role},{papers('still-here')},{yes})"
        any_known = f"COUNTA({papers('still-here')})"
        total = f"COUNTIFS({papers('role')},{role})"
        return tuple(f'IF(AND({any_known}>0,{total}>0),{one},"")' for one in (known, total))
    if line.indicator == "O4":
        rows = [book.at("reports", REPORTS.range(name)) for name in ("role", "insufficient", "recovered")]
        return counted(f"COUNTIFS({rows[0]},{role},{rows[2]},{yes})", f"COUNTIFS({rows[0]},{role},{rows[1]},{yes})")
    source = {
        "O1": {"start": ("attendance", "share-before"), "end": ("attendance", "share-block"), CHANGE: ("attendance", "change")},
        "O5": {"start": ("reports", "mark-before"), "end": ("reports", "mark-end")},
    }.get(line.indicator, {}).get(line.moment)
    if source is None:
        return None
    cells = parted_range(book, *source, line.group)
    times = "100*" if line.indicator == "O1" else ""  # shares in the register, percent in the indicator
    return (f'IF(COUNT({cells})>0,COUNT({cells}),"")', f'IF(COUNT({cells})>0,{times}AVERAGE({cells}),"")', f'IF(COUNT({cells})>1,{times}STDEV({cells}),"")')
