"""The sheet "chart": the starters that are shares, with their intervals."""

from __future__ import annotations

from macros.measurements import in_order, shape_of
from macros.sheets.book import Book
from macros.sheets.lines import FIRST_ROW, Placed


def add_chart(book: Book, lines: list[Placed]) -> None:
    """The starters that are shares, at their last moment, with intervals."""
    heads = [book.say(f"sheet-chart-{name}") for name in ("name", "value", "below", "above", "target")]
    sheet = book.add("chart", [62, 12, 14, 14, 12], heads, FIRST_ROW)
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
