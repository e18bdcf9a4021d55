"""The sheet that is saved as CSV and opened in the workbook: keys and numbers, nothing else."""

from __future__ import annotations

from macros.measurements import fields_of
from macros.sheets.book import MOMENTS, Book
from macros.sheets.lines import Placed
from macros.sheets.register_sheets import ROLES
from macros.sheets.registers import PAPERS

MARKER = "peer-tutoring/indicators"
VERSION = 1
HEADS = ("key", "numerator", "denominator", "count", "mean", "deviation")


def add_website_sheet(book: Book, lines: list[Placed]) -> None:
    """The sheet that is saved as CSV and opened in the workbook: keys and numbers, nothing else."""
    sheet = book.add("website", [28, 22, 14, 10, 16, 16], [], 1, landscape=False)
    sheet.write_row(0, 0, [MARKER, VERSION, book.language, "", "", ""])
    sheet.write_string(0, 7, book.say("sheet-how-6"), book.formats["hint"])  # for people; the workbook does not read it
    sheet.write_row(1, 0, HEADS)
    row = 3
    for name in ("school", "block"):
        cell = book.start(name)
        sheet.write_string(f"A{row}", name)
        book.formula(sheet, f"B{row}", f'IF({cell}="","",{cell})', "cell")
        row += 1
    for moment in MOMENTS:
        cell = book.start(f"date.{moment}")
        sheet.write_string(f"A{row}", f"date.{moment}")
        # Not TEXT(): its codes for day, month and year are different in every language of Excel.
        iso = f'YEAR({cell})&"-"&RIGHT("0"&MONTH({cell}),2)&"-"&RIGHT("0"&DAY({cell}),2)'
        book.formula(sheet, f"B{row}", f'IF(ISNUMBER({cell}),{iso},"")', "cell")
        row += 1
    for role in ROLES:
        total = f"COUNTIFS({book.at('papers', PAPERS.range('role'))},{book.text(f'sheet-role-{role}')})"
        sheet.write_string(f"A{row}", f"size.{role}")
        book.formula(sheet, f"B{row}", f'IF({total}>0,{total},"")', "whole")
        row += 1
    for placed in lines:
        sheet.write_string(f"A{row}", placed.line.key)
        fields = fields_of(placed.line.shape)
        first = "B" if fields[0] == "numerator" else "D"
        for place, source in enumerate(placed.used(book.at("indicators", ""))[: len(fields)]):
            whole = fields[place] == "count" or placed.line.shape == "share"
            book.formula(sheet, f"{chr(ord(first) + place)}{row}", f'IF({source}="","",{source})', "whole" if whole else "exact")
        row += 1
