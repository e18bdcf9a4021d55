"""The sheets that compute: indicators, the comparison of two groups, the chart, and the sheet for the website."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from macros.measurements import CHANGE, Line, fields_of, in_order, limits_of, lines_of, moments_of, shape_of
from macros.sheets import formulas
from macros.sheets.book import MOMENTS, START_CELLS, Book
from macros.sheets.formulas import Sample, if_numbers
from macros.sheets.register_sheets import ROLES, parted_range
from macros.sheets.registers import PAPERS, REGISTERS, REPORTS, SESSIONS

FIRST_ROW = 6
TYPED, USED = "EFG", "HIJ"  # columns: what is typed, and what is counted with
MARKER = "peer-tutoring/indicators"
VERSION = 1


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


def add_indicators(book: Book, lines: list[Placed]) -> None:
    """The sheet that fills itself from the registers, and takes what is typed."""
    heads = [book.say(f"sheet-indicators-{name}") for name in (
        "code", "name", "group", "moment", "first", "second", "third", "used-first", "used-second", "used-third",
        "value", "low", "high", "target", "state")]  # fmt: skip
    sheet = book.add("indicators", [7, 30, 18, 20, 11, 11, 11, 10, 10, 10, 9, 9, 9, 9, 26], heads, FIRST_ROW)
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
    counted = _from_registers(book, line)
    for place in range(3):
        used, typed = f"{USED[place]}{row}", f"{TYPED[place]}{row}"
        if place >= len(line.fields):
            sheet.write_blank(typed, None, book.formats["nothing"])
            sheet.write_blank(used, None, book.formats["nothing"])
            continue
        sheet.write_blank(typed, None, book.formats["input"])
        form = "number" if line.fields[place] in ("mean", "deviation") or line.shape == "quotient" else "whole"
        book.formula(sheet, used, f'IF({typed}<>"",{typed},{counted[place] if counted else _NOTHING})', form)
    _checks(book, sheet, placed)
    _results(book, sheet, placed)


_NOTHING = '""'


def _results(book: Book, sheet: Worksheet, placed: Placed) -> None:
    line, row = placed.line, placed.row
    a, b, c = placed.used()
    facts = book.library.entry("indicators", line.indicator)
    if line.shape == "share":
        form, condition, needed, result = "percent", f"AND({b}>0,{a}>=0,{a}<={b})", (a, b), formulas.share(a, b)
    elif line.shape == "quotient":
        form, condition, needed, result = "number", f"{b}>0", (a, b), formulas.Interval(f"{a}/{b}", _NOTHING, _NOTHING)
    else:
        form = "signed" if line.moment == CHANGE else "number"
        condition, needed, result = f"AND({a}>1,{c}>=0)", (a, b, c), formulas.mean(placed.sample())
    shown = (a, b) if line.shape != "quotient" and needed == (a, b, c) else needed
    book.formula(sheet, f"K{row}", if_numbers(shown, result.value, condition if shown == needed else "TRUE"), form)
    book.formula(sheet, f"L{row}", if_numbers(needed, result.low, condition), form)
    book.formula(sheet, f"M{row}", if_numbers(needed, result.high, condition), form)
    state = f'IF(AND(ISNUMBER({a}),{a}<10),{book.text("sheet-few")},"")' if line.shape not in ("share", "quotient") else _NOTHING
    if line.shape == "share":
        state = f'IF(ISNUMBER({b}),IF({b}<10,{book.text("sheet-few")},""),"")'
    sign = ""
    if facts.target:
        least = facts.target.at_least is not None
        bound = facts.target.at_least if least else facts.target.at_most
        sign = "≥ " if least else "≤ "
        shown_bound = bound / 100 if line.shape == "share" else bound
        number_format = f'"{sign}"0%' if line.shape == "share" else f'"{sign}"0.0#'
        sheet.write_number(f"N{row}", shown_bound, book.file.add_format({"border": 1, "num_format": number_format, "valign": "top"}))
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


def _from_registers(book: Book, line: Line) -> tuple[str, ...] | None:
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
        return f'IF({started}>0,{started},"")', _NOTHING
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


def add_comparison(book: Book, lines: list[Placed]) -> None:
    """Tutees and comparison group, indicator by indicator: the difference with its interval, in words too."""
    heads = [book.say(f"sheet-comparison-{name}") for name in ("code", "name", "what", "value", "low", "high", "words", "baseline", "band", "detectable")]
    sheet = book.add("comparison", [7, 30, 32, 10, 10, 10, 40, 12, 34, 12], heads, FIRST_ROW)
    row = FIRST_ROW
    for name in in_order(book.library):
        facts = book.library.entry("indicators", name)
        if not {"tutees", "comparison"} <= set(facts.groups) or shape_of(facts) == "quotient":
            continue
        _comparison_row(book, sheet, row, name, {(one.line.group, one.line.moment): one for one in lines if one.line.indicator == name})
        row += 1
    sheet.print_area(0, 0, row - 2, 9)


def _comparison_row(book: Book, sheet: Worksheet, row: int, name: str, lines: dict[tuple[str, str], Placed]) -> None:
    facts = book.library.entry("indicators", name)
    shape = shape_of(facts)
    here = book.at("indicators", "")
    moment = CHANGE if shape == "change" else moments_of(facts)[-1]
    first, second = lines["tutees", moment], lines["comparison", moment]
    what = {"share": "sheet-difference-of-shares", "change": "sheet-difference-of-changes"}.get(shape, "sheet-standardised")
    for place, text in enumerate((name, book.library.said("indicators", name, book.language)[0].name, book.say(what))):
        sheet.write_string(row - 1, place, text, book.formats["wrapped"])
    value, low, high = (f"{letter}{row}" for letter in "DEF")
    if shape == "share":
        cells = [tuple(f"{here}${letter}${one.row}" for letter in "KLM") for one in (first, second)]
        result = formulas.difference_of_shares(cells[0], cells[1])  # type: ignore[arg-type]
        numbers, condition = (cells[0][0], cells[1][0]), "TRUE"
        people = first.used(here)[1], second.used(here)[1]
    else:
        one, other = first.sample(here), second.sample(here)
        people = one.count, other.count
        numbers, condition = (*one, *other), f"AND({one.count}>1,{other.count}>1,{one.deviation}+{other.deviation}>0)"
        if shape == "change":
            result = formulas.difference_of_means(one, other)
        else:
            result = formulas.Interval(formulas.hedges(one, other), *formulas.hedges_interval(value, one, other))
    form = "points" if shape == "share" else "signed"
    book.formula(sheet, value, if_numbers(numbers, result.value, condition), form)
    needed = (value,) if shape == "effect" else numbers
    book.formula(sheet, low, if_numbers(needed, result.low, condition), form)
    book.formula(sheet, high, if_numbers(needed, result.high, condition), form)
    verdict = (f'IF(MIN({people[0]},{people[1]})<10,{book.text("sheet-few")},IF(AND({low}<=0,{high}>=0),{book.text("sheet-unclear")},'
               f'IF({value}>0,{book.text("sheet-higher")},{book.text("sheet-lower")})))')
    book.formula(sheet, f"G{row}", f'IF(ISNUMBER({low}),{verdict},"")', "wrapped")
    if shape == "share":
        for letter in "HIJ":
            sheet.write_blank(f"{letter}{row}", None, book.formats["nothing"])
        return
    one, other = lines["tutees", "start"].sample(here), lines["comparison", "start"].sample(here)
    known = (*one, *other)
    book.formula(sheet, f"H{row}", if_numbers(known, formulas.hedges(one, other), f"AND({one.count}>1,{other.count}>1,{one.deviation}+{other.deviation}>0)"), "signed")
    book.formula(sheet, f"I{row}", f'IF(ISNUMBER(H{row}),IF(ABS(H{row})<=0.05,{book.text("sheet-band-alike")},IF(ABS(H{row})<=0.25,{book.text("sheet-band-adjust")},{book.text("sheet-band-apart")})),"")', "wrapped")
    book.formula(sheet, f"J{row}", if_numbers(people, formulas.smallest_detectable(*people), f"AND({people[0]}>1,{people[1]}>1)"), "number")


def add_chart(book: Book, lines: list[Placed]) -> None:
    """The starters that are shares, at their last moment, with intervals."""
    heads = [book.say(f"sheet-chart-{name}") for name in ("name", "value", "below", "above", "target")]
    sheet = book.add("chart", [46, 11, 11, 11, 11], heads, FIRST_ROW)
    row = FIRST_ROW
    for name in in_order(book.library):
        facts = book.library.entry("indicators", name)
        if facts.tier != "starter" or shape_of(facts) != "share" or facts.groups[0] == "school":
            continue
        last = [one for one in lines if one.line.indicator == name and one.line.group == facts.groups[0]][-1]
        words, _ = book.library.said("indicators", name, book.language)
        sheet.write_string(row - 1, 0, f"{name} {words.name}, {book.say(f'moment-{last.line.moment}')}", book.formats["wrapped"])
        value, low, high, target = (book.at("indicators", f"{letter}{last.row}") for letter in "KLMN")
        for letter, expression in (("B", value), ("C", f"{value}-{low}"), ("D", f"{high}-{value}")):
            book.formula(sheet, f"{letter}{row}", f'IF(ISNUMBER({value}),{expression},"")', "percent")
        book.formula(sheet, f"E{row}", f'IF(ISNUMBER({target}),{target},"")', "percent")
        row += 1
    chart = book.file.add_chart({"type": "bar"})
    tab, last_row = book.say("sheet-name-chart"), row - 2
    chart.add_series({
        "name": book.say("sheet-chart-value"), "categories": [tab, FIRST_ROW - 1, 0, last_row, 0], "values": [tab, FIRST_ROW - 1, 1, last_row, 1],
        "fill": {"color": "#3D7593"}, "border": {"color": "#123A50"}, "gap": 60,
        "x_error_bars": {"type": "custom", "plus_values": f"={book.at('chart', f'$D${FIRST_ROW}:$D${row - 1}')}", "minus_values": f"={book.at('chart', f'$C${FIRST_ROW}:$C${row - 1}')}"},
    })  # fmt: skip
    chart.set_title({"name": book.say("sheet-head-chart"), "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_x_axis({"min": 0, "max": 1, "num_format": "0%", "major_gridlines": {"visible": True, "line": {"color": "#C9D3D9"}}})
    chart.set_y_axis({"reverse": True})
    chart.set_size({"width": 900, "height": 380})
    sheet.insert_chart(f"A{row + 2}", chart, {"description": book.say("sheet-chart-description")})
    sheet.print_area(0, 0, row + 22, 8)


def add_website_sheet(book: Book, lines: list[Placed]) -> None:
    """The sheet that is saved as CSV and opened in the workbook: keys and numbers, nothing else."""
    sheet = book.add("website", [28, 22, 14, 10, 16, 16], [], 1, landscape=False)
    sheet.write_row(0, 0, [MARKER, VERSION, book.language, "", "", ""])
    sheet.write_row(1, 0, ["key", "numerator", "denominator", "count", "mean", "deviation"])
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


def add_start(book: Book) -> None:
    """The first sheet: what the block is, and how the spreadsheet is used."""
    sheet = book.add("start", [34, 60], [], 1, landscape=False)
    for name, cell in START_CELLS.items():
        sheet.write_string(f"A{cell[1:]}", book.say(f"sheet-start-{name.replace('.', '-')}"), book.formats["label"])
        date = name.startswith("date.")
        sheet.write_blank(cell, None, book.formats["date" if date else "input"])
        if date:
            sheet.data_validation(cell, {"validate": "custom", "value": f"=AND(ISNUMBER({cell}),{cell}>=MAX(B6:B{int(cell[1:]) - 1},43831))" if cell != "B6" else "=AND(ISNUMBER(B6),B6>=43831)",
                                         "error_title": book.say("sheet-error"), "error_message": book.say("sheet-error-dates"), "ignore_blank": True})
    for place in range(1, 9):
        sheet.merge_range(10 + place, 0, 10 + place, 1, book.say(f"sheet-how-{place}"), book.formats["text"])
        sheet.set_row(10 + place, 32)


__all__ = ["MARKER", "REGISTERS", "VERSION", "add_chart", "add_comparison", "add_indicators", "add_start", "add_website_sheet", "placed_lines"]
