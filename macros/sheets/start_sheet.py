"""The first sheet: what the block is, and how the spreadsheet is used."""

from __future__ import annotations

from macros.sheets.book import START_CELLS, Book


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
