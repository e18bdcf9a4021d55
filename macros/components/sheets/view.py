"""The spreadsheets of one language as links."""

from __future__ import annotations

from typing import Any

from macros.library import Library
from macros.sheets.registers import REGISTERS


def sheets_view(library: Library, language: str) -> dict[str, Any]:
    """Everything that the template shows: the link to the spreadsheet, and those to the CSV templates."""
    names = [("indicators", "indicators"), *((register.id, register.id) for register in REGISTERS)]
    return {
        "title": library.say("sheets-title", language),
        "download": library.say("sheets-download", language),
        "about": library.say("sheets-about", language),
        "templates": library.say("sheets-templates", language),
        "tables": [{"file": f"{file}.csv", "text": library.say(f"sheet-name-{name}", language)} for file, name in names],
    }
