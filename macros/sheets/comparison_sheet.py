"""The sheet "comparison": tutees and comparison group, indicator by indicator."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from macros.measurements import CHANGE, in_order, moments_of, shape_of
from macros.sheets import formulas
from macros.sheets.book import Book
from macros.sheets.formulas import if_numbers
from macros.sheets.lines import FIRST_ROW, Placed


def add_comparison(book: Book, lines: list[Placed]) -> None:
    """Tutees and comparison group, indicator by indicator: the difference with its interval, in words too."""
    heads = [book.say(f"sheet-comparison-{name}") for name in ("code", "name", "what", "value", "low", "high", "words", "baseline", "band", "detectable")]
    sheet = book.add("comparison", [7, 36, 40, 14, 11, 11, 48, 14, 48, 14], heads, FIRST_ROW)
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
    numbers: tuple[str, ...]
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
        people = one.people, other.people
        numbers, condition = (*one, *other), f"AND({one.people}>1,{other.people}>1,{one.deviation}+{other.deviation}>0)"
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
    book.formula(sheet, f"H{row}", if_numbers(known, formulas.hedges(one, other), f"AND({one.people}>1,{other.people}>1,{one.deviation}+{other.deviation}>0)"), "signed")
    book.formula(sheet, f"I{row}", f'IF(ISNUMBER(H{row}),IF(ABS(H{row})<=0.05,{book.text("sheet-band-alike")},IF(ABS(H{row})<=0.25,{book.text("sheet-band-adjust")},{book.text("sheet-band-apart")})),"")', "wrapped")
    book.formula(sheet, f"J{row}", if_numbers(people, formulas.smallest_detectable(*people), f"AND({people[0]}>1,{people[1]}>1)"), "number")
