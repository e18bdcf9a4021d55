"""The sheet "indicators": it fills itself from the registers, takes what is typed, and shows value and interval."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from macros.measurements import CHANGE, limits_of
from macros.sheets import formulas
from macros.sheets.book import EDGE, Book
from macros.sheets.counting import from_registers
from macros.sheets.formulas import if_numbers
from macros.sheets.lines import FIRST_ROW, NOTHING, TYPED, USED, Placed, moment_in_words


def add_indicators(book: Book, lines: list[Placed]) -> None:
    """The sheet that fills itself from the registers, and takes what is typed."""
    heads = [book.say(f"sheet-indicators-{name}") for name in (
        "code", "name", "group", "moment", "first", "second", "third", "used-first", "used-second", "used-third",
        "value", "low", "high", "target", "state")]  # fmt: skip
    sheet = book.add("indicators", [7, 36, 22, 34, 13, 13, 13, 14, 14, 14, 10, 10, 10, 12, 34], heads, FIRST_ROW)
    sheet.freeze_panes(FIRST_ROW - 1, 2)
    for placed in lines:
        _indicator_row(book, sheet, placed)
    sheet.print_area(0, 0, lines[-1].row - 1, 14)
    sheet.autofilter(FIRST_ROW - 2, 0, lines[-1].row - 1, 14)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    sheet.conditional_format(FIRST_ROW - 1, 14, lines[-1].row - 1, 14, {"type": "text", "criteria": "begins with", "value": "! ", "format": book.formats["warning"]})


def _indicator_row(book: Book, sheet: Worksheet, placed: Placed) -> None:
    line, row = placed.line, placed.row
    words, _ = book.library.said("indicators", line.indicator, book.language)
    for place, text in enumerate((line.indicator, words.name, book.say(f"group-{line.group}"), moment_in_words(book, line.moment))):
        sheet.write_string(row - 1, place, text, book.formats["wrapped"])
    counted = from_registers(book, line)
    for place in range(3):
        used, typed = f"{USED[place]}{row}", f"{TYPED[place]}{row}"
        if place >= len(line.fields):
            sheet.write_blank(typed, None, book.formats["nothing"])
            sheet.write_blank(used, None, book.formats["nothing"])
            continue
        sheet.write_blank(typed, None, book.formats["input"])
        form = "number" if line.fields[place] in ("mean", "deviation") or line.shape == "quotient" else "whole"
        book.formula(sheet, used, f'IF({typed}<>"",{typed},{counted[place] if counted else NOTHING})', form)
    _checks(book, sheet, placed)
    _results(book, sheet, placed)


def _results(book: Book, sheet: Worksheet, placed: Placed) -> None:
    line, row = placed.line, placed.row
    a, b, c = placed.used()
    facts = book.library.entry("indicators", line.indicator)
    needed: tuple[str, ...]
    if line.shape == "share":
        form, condition, needed, result = "percent", f"AND({b}>0,{a}>=0,{a}<={b})", (a, b), formulas.share(a, b)
    elif line.shape == "quotient":
        form, condition, needed, result = "number", f"{b}>0", (a, b), formulas.Interval(f"{a}/{b}", NOTHING, NOTHING)
    else:
        form = "signed" if line.moment == CHANGE else "number"
        condition, needed, result = f"AND({a}>1,{c}>=0)", (a, b, c), formulas.mean(placed.sample())
    # A mean is shown without its deviation too; only its interval needs all three.
    value = if_numbers((a, b), result.value) if len(needed) == 3 else if_numbers(needed, result.value, condition)
    book.formula(sheet, f"K{row}", value, form)
    book.formula(sheet, f"L{row}", if_numbers(needed, result.low, condition), form)
    book.formula(sheet, f"M{row}", if_numbers(needed, result.high, condition), form)
    people = {"share": b, "quotient": None}.get(line.shape, a)
    state = f'IF(ISNUMBER({people}),IF({people}<10,{book.text("sheet-few")},""),"")' if people else NOTHING
    if facts.target:
        least = facts.target.at_least is not None
        bound = facts.target.at_least if least else facts.target.at_most
        sign = "≥ " if least else "≤ "
        shown_bound = bound / 100 if line.shape == "share" else bound
        number_format = f'"{sign}"0%' if line.shape == "share" else f'"{sign}"0.0#'
        sheet.write_number(f"N{row}", shown_bound, book.file.add_format({"border": 1, "border_color": EDGE, "num_format": number_format, "valign": "top"}))
        met = f"K{row}>=N{row}" if least else f"K{row}<=N{row}"
        state = f'IF(K{row}="","",IF({met},{book.text("sheet-reached")},{book.text("sheet-not-reached")}))'
    else:
        sheet.write_blank(f"N{row}", None, book.formats["cell"])
    if line.shape == "share":
        over, none = book.text("sheet-warn-over"), book.text("sheet-warn-none")
        state = f"IF(AND(ISNUMBER({a}),ISNUMBER({b})),IF({a}>{b},{over},IF({b}=0,{none},{state})),{state})"
    elif line.shape not in ("share", "quotient"):
        state = f'IF(AND(ISNUMBER({c}),{c}=0),{book.text("sheet-warn-alike")},{state})'
    book.formula(sheet, f"O{row}", state, "wrapped")


def _checks(book: Book, sheet: Worksheet, placed: Placed) -> None:
    """What may be typed into each cell; the message says what was meant."""
    line, row = placed.line, placed.row
    first, second, third = (f"{letter}{row}" for letter in TYPED)
    said = {"validate": "custom", "error_title": book.say("sheet-error"), "ignore_blank": True}
    if line.shape == "share":
        whole = "AND(ISNUMBER({0}),{0}>=0,{0}=INT({0}),{1})"
        sheet.data_validation(first, {**said, "value": "=" + whole.format(first, f'OR({second}="",{first}<={second})'), "error_message": book.say("sheet-error-part")})
        sheet.data_validation(second, {**said, "value": "=" + whole.format(second, f'OR({first}="",{first}<={second})'), "error_message": book.say("sheet-error-part")})
        return
    if line.shape == "quotient":
        for cell in (first, second):
            sheet.data_validation(cell, {**said, "value": f"=AND(ISNUMBER({cell}),{cell}>=0)", "error_message": book.say("sheet-error-number")})
        return
    limits = limits_of(book.library, line.indicator)
    within = f"ISNUMBER({second})"
    if limits:
        low, high = limits if line.moment != CHANGE else (limits[0] - limits[1], limits[1] - limits[0])
        within = f"AND(ISNUMBER({second}),{second}>={low:g},{second}<={high:g})"
    sheet.data_validation(first, {**said, "value": f"=AND(ISNUMBER({first}),{first}>=1,{first}=INT({first}))", "error_message": book.say("sheet-error-people")})
    sheet.data_validation(second, {**said, "value": f"={within}", "error_message": book.say("sheet-error-mean")})
    sheet.data_validation(third, {**said, "value": f"=AND(ISNUMBER({third}),{third}>=0)", "error_message": book.say("sheet-error-deviation")})
