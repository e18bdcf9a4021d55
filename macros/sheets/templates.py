"""CSV templates: the same registers and lines for schools that use no spreadsheet program of ours."""

from __future__ import annotations

from macros.languages import number
from macros.library import Library
from macros.measurements import Line, in_order, lines_of
from macros.sheets.registers import REGISTERS
from macros.sheets.website_sheet import HEADS, MARKER, VERSION


def templates(library: Library, language: str) -> dict[str, bytes]:
    """{file name: text with BOM}, separated as the language's spreadsheets expect it."""
    separator = ";" if "," in number(1.5, language) else ","
    found = {}
    for register in REGISTERS:
        heads = [library.say(f"sheet-{register.id}-{column.id}", language) for column in register.columns if column.answer != "computed" or column.id == "code"]
        found[f"{register.id}.csv"] = _written([heads], separator)
    about = ["school", "block", "date.start", "date.middle", "date.end", "date.follow-up", "size.tutees", "size.tutors", "size.comparison"]
    lines = [line for name in in_order(library) for line in lines_of(library, name)]
    rows = [
        [MARKER, str(VERSION), language], [*HEADS, library.say("sheet-template-meaning", language)],
        *([name] for name in about), *([line.key, "", "", "", "", "", _meaning(library, line, language)] for line in lines),
    ]  # fmt: skip
    found["indicators.csv"] = _written(rows, separator)
    return found


def _meaning(library: Library, line: Line, language: str) -> str:
    words, _ = library.said("indicators", line.indicator, language)
    moment = library.say("sheet-change" if line.moment == "change" else f"moment-{line.moment}", language)
    return f"{words.name} · {library.say(f'group-{line.group}', language)} · {moment}"


def _written(rows: list[list[str]], separator: str) -> bytes:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in (separator, '"', "\n")) else text

    return ("\ufeff" + "".join(separator.join(map(cell, row)) + "\r\n" for row in rows)).encode("utf-8")
