"""The spreadsheets and CSV templates that a school can take along."""

from __future__ import annotations

from macros.library import Library
from macros.sheets.book import Book
from macros.sheets.chart_sheet import add_chart
from macros.sheets.comparison_sheet import add_comparison
from macros.sheets.indicator_sheet import add_indicators
from macros.sheets.lines import placed_lines
from macros.sheets.register_sheets import add_registers
from macros.sheets.start_sheet import add_start
from macros.sheets.templates import templates
from macros.sheets.website_sheet import add_website_sheet


def spreadsheet(library: Library, language: str) -> bytes:
    """The spreadsheet of one language, as the bytes of an .xlsx file."""
    book = Book(library, language)
    lines = placed_lines(book)
    add_start(book)
    add_registers(book)
    add_indicators(book, lines)
    add_comparison(book, lines)
    add_chart(book, lines)
    add_website_sheet(book, lines)
    return book.close()


def spreadsheet_name(language: str) -> str:
    """The name of the spreadsheet's file."""
    return f"peer-tutoring-{language}.xlsx"


def downloads(library: Library, language: str) -> dict[str, bytes]:
    """All files of one language: {name: bytes}."""
    return {spreadsheet_name(language): spreadsheet(library, language), **templates(library, language)}
