"""A spreadsheet in one language: its formats, its sheets, and what all sheets do alike."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from macros.library import Library

SHEETS = ("start", "papers", "sessions", "attendance", "reports", "indicators", "comparison", "chart", "website")
MOMENTS = ("start", "middle", "end", "follow-up")
# The cells of the sheet "start" that others refer to.
START_CELLS = {
    "school": "B4", "block": "B5", "date.start": "B6", "date.middle": "B7", "date.end": "B8", "date.follow-up": "B9", "pass": "B10",
}  # fmt: skip
EDGE = "#8D9CA6"
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": "#123A50"},
    "text": {"text_wrap": True, "valign": "top"},
    "hint": {"font_color": "#4D5B63", "valign": "top"},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F5673", "border": 1, "text_wrap": True, "valign": "vcenter"},
    "label": {"bold": True, "valign": "top"},
    "cell": {"border": 1, "border_color": EDGE, "valign": "top"},
    "wrapped": {"border": 1, "border_color": EDGE, "text_wrap": True, "valign": "top"},
    "input": {"locked": False, "border": 1, "border_color": EDGE, "bg_color": "#FFF8E1", "valign": "top"},
    "date": {"locked": False, "border": 1, "border_color": EDGE, "bg_color": "#FFF8E1", "num_format": 14, "align": "left"},
    "nothing": {"border": 1, "border_color": EDGE, "bg_color": "#C9D3D9"},
    "whole": {"border": 1, "border_color": EDGE, "bg_color": "#EEF4F7", "valign": "top"},
    "number": {"border": 1, "border_color": EDGE, "bg_color": "#EEF4F7", "num_format": "0.00", "valign": "top"},
    "percent": {"border": 1, "border_color": EDGE, "bg_color": "#EEF4F7", "num_format": "0.0%", "valign": "top"},
    "points": {"border": 1, "border_color": EDGE, "bg_color": "#EEF4F7", "num_format": '+0.0%;"−"0.0%;0.0%', "valign": "top"},
    "signed": {"border": 1, "border_color": EDGE, "bg_color": "#EEF4F7", "num_format": '+0.00;"−"0.00;0.00', "valign": "top"},
    "exact": {"border": 1, "border_color": EDGE, "num_format": "0.000000000"},
    "warning": {"font_color": "#A33B12", "bold": True},
}


class _Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet whose formulas stand in the file as we write them.

    XlsxWriter looks in each for thirty functions that Excel got after 2007; ours use none, and there are thousands.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class Book:
    """The spreadsheet that is being made; `close` gives its bytes."""

    def __init__(self, library: Library, language: str) -> None:
        self.library = library
        self.language = language
        self._bytes = io.BytesIO()
        self.file = xlsxwriter.Workbook(self._bytes, {"in_memory": True})
        # The same content gives the same bytes, on whatever day it is built.
        self.file.set_properties({"title": self.say("sheet-title"), "created": datetime(2026, 1, 1)})
        self.file.set_calc_mode("auto")
        self.formats = {name: self.file.add_format(settings) for name, settings in _FORMATS.items()}
        self.sheets: dict[str, Worksheet] = {}

    def say(self, name: str, **marks: str) -> str:
        """An interface string in the spreadsheet's language."""
        return self.library.say(name, self.language, None, **marks)

    def add(self, sheet: str, widths: list[float], heads: list[str], first_row: int, *, landscape: bool = True) -> Worksheet:
        """A sheet with title, hint, headings that stay in view, and its print set-up.

        `heads` stand in the row above `first_row` (counted from 1).
        """
        made = self.file.add_worksheet(self.say(f"sheet-name-{sheet}"), _Sheet)
        self.sheets[sheet] = made
        for column, width in enumerate(widths):
            made.set_column(column, column, width)
        made.write_string(0, 0, self.say(f"sheet-head-{sheet}"), self.formats["title"])
        made.write_string(1, 0, self.say(f"sheet-hint-{sheet}"), self.formats["hint"])
        for column, head in enumerate(heads):
            made.write_string(first_row - 2, column, head, self.formats["head"])
        if heads:
            made.set_row(first_row - 2, 62)
            made.freeze_panes(first_row - 1, 1)
            made.repeat_rows(first_row - 2)
        made.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        made.set_paper(9)  # A4
        if landscape:
            made.set_landscape()
        made.fit_to_pages(1, 0)
        made.set_margins(0.5, 0.5, 0.7, 0.7)
        made.set_footer("&L&A&R&P / &N")
        return made

    def formula(self, sheet: Worksheet, cell: str, expression: str, form: str = "number") -> None:
        """A formula that shows nothing until it is computed."""
        sheet.write_formula(cell, f"={expression}", self.formats[form], "")

    def at(self, sheet: str, cells: str) -> str:
        """Cells of another sheet, as formulas name them."""
        return f"'{self.say(f'sheet-name-{sheet}')}'!{cells}"

    def start(self, name: str) -> str:
        """A cell of the sheet "start"."""
        cell = START_CELLS[name]
        return self.at("start", f"${cell[0]}${cell[1:]}")

    def text(self, name: str) -> str:
        """An interface string as a text in a formula."""
        return '"' + self.say(name).replace('"', '""') + '"'

    def close(self) -> bytes:
        """The finished file."""
        self.file.close()
        return self._bytes.getvalue()
