"""The spreadsheets: what a school can type, what they compute, and that LibreOffice, Python and the page agree."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from macros.languages import LANGUAGES
from macros.library import Library
from macros.measurements import in_order, lines_of, shape_of
from macros.sheets import downloads, spreadsheet, spreadsheet_name
from macros.sheets.book import SHEETS
from macros.sheets.registers import FIRST_ROW, REGISTERS
from tests.block_cases import compared, figure, generated
from tests.build.block_of_24 import OTHERS, TUTEES, TUTORS, Block, fill, recalculated
from tests.conftest import ROOT

LIBRARY = Library.load(ROOT)
LINES = [line for name in in_order(LIBRARY) for line in lines_of(LIBRARY, name)]
ERRORS = re.compile(r"^(#[A-Z/0!?]+|Err:\d+)")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The spreadsheet of every language."""
    folder = tmp_path_factory.mktemp("sheets")
    found = {}
    for language in LANGUAGES:
        found[language] = folder / spreadsheet_name(language)
        found[language].write_bytes(spreadsheet(LIBRARY, language))
    return found


def number(text: str) -> float:
    """A number as LibreOffice writes it into a CSV file; shares come as percent."""
    return float(text.removesuffix("%")) / 100 if text.endswith("%") else float(text)


def say(name: str, language: str) -> str:
    return LIBRARY.say(name, language)


def opened(path: Path) -> Workbook:
    return load_workbook(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_is_named_protected_frozen_and_ready_to_print(files: dict[str, Path], language: str) -> None:
    book = opened(files[language])
    assert book.sheetnames == [say(f"sheet-name-{name}", language) for name in SHEETS]
    for sheet in book.worksheets:
        assert len(sheet.title) <= 31
        assert sheet.protection.sheet, sheet.title
        assert sheet.page_setup.paperSize == 9, "A4"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
    for register in REGISTERS:
        sheet = book[say(f"sheet-name-{register.id}", language)]
        assert sheet.freeze_panes == f"B{FIRST_ROW}"
        assert sheet.print_title_rows == f"${FIRST_ROW - 1}:${FIRST_ROW - 1}"
        assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize("language", LANGUAGES)
def test_formulas_are_locked_and_everything_to_type_in_is_open(files: dict[str, Path], language: str) -> None:
    open_cells = 0
    for sheet in opened(files[language]).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    assert cell.protection.locked, f"{sheet.title} {cell.coordinate}"
                elif not cell.protection.locked:
                    open_cells += 1
    assert open_cells > 10_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_are_chosen_from_lists_in_the_language(files: dict[str, Path], language: str) -> None:
    book = opened(files[language])
    papers = book[say("sheet-name-papers", language)]
    lists = {str(check.sqref): check.formula1 for check in papers.data_validations.dataValidation if check.type == "list"}
    assert lists["B6:B205"] == '"' + ",".join(say(f"sheet-role-{role}", language) for role in ("tutees", "tutors", "comparison")) + '"'
    assert lists["C6:C205"] == f'"{say("sheet-yes", language)},{say("sheet-no", language)}"'
    for sheet in book.worksheets:
        for check in sheet.data_validations.dataValidation:
            assert check.error, f"{sheet.title} {check.sqref}: no message in the reader's words"
            assert len(check.error) <= 255
            assert len(check.errorTitle or "") <= 32


def test_no_register_asks_for_a_name(files: dict[str, Path]) -> None:
    heads = [say(f"sheet-{register.id}-{column.id}", "en").lower() for register in REGISTERS for column in register.columns]
    assert [head for head in heads if "name" in head] == []


def test_the_same_content_gives_the_same_bytes() -> None:
    assert spreadsheet(LIBRARY, "tr") == spreadsheet(LIBRARY, "tr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_spreadsheet_shows_no_error_and_no_result(files: dict[str, Path], language: str, tmp_path: Path) -> None:
    sheets = recalculated(files[language], tmp_path)
    for name, rows in sheets.items():
        assert [cell for row in rows for cell in row if ERRORS.match(cell)] == [], name
    for row in sheets[say("sheet-name-indicators", language)][FIRST_ROW - 1 :]:
        assert row[7:13] == [""] * 6, row
        assert row[14] == ""


@pytest.fixture(scope="module")
def filled(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Block, dict[str, list[list[str]]]]:
    """The Romanian spreadsheet with a block of 24 tutees and 26 comparison students, recalculated."""
    folder, block = tmp_path_factory.mktemp("filled"), Block()
    fill(files["ro"], folder / "filled.xlsx", "ro", block, LIBRARY, {"P1.tutees.end": (None, 40)})
    return block, recalculated(folder / "filled.xlsx", folder)


def row_of(rows: list[list[str]], key: str) -> list[str]:
    return next(row for row in rows if row[0] == key)


def test_registers_fill_in_the_indicators_of_a_block(filled: tuple[Block, dict[str, list[list[str]]]]) -> None:
    """Every figure is counted a second time from the block itself."""
    block, sheets = filled
    website = sheets["Pentru site"]
    counted = [(day, tutee) for day, tutee, _, held, present, minutes, _ in block.sessions if held and present and minutes >= 20]
    per_tutee = {code: sum(tutee == code for _, tutee in counted) for code in TUTEES}
    held = [one for one in block.sessions if one[3]]
    low = [code for code in TUTEES if block.marks[code][0] < 5]
    complete = [code for code in [*TUTEES, *TUTORS] if block.agreement[code]]
    wanted = {
        "I1.tutors.start": (sum(block.trained.values()), 16),
        "I4.programme.start": (len(complete), 40),
        "P1.tutees.end": (sum(n > 0 for n in per_tutee.values()), 40),
        "P3.programme.end": (sum(one[5] >= 20 for one in held), len(block.sessions)),
        "P3.programme.middle": (sum(one[5] >= 20 for one in held if one[0].isoformat() <= "2026-10-30"), sum(one[0].isoformat() <= "2026-10-30" for one in block.sessions)),
        "P4.tutees.end": (sum(n >= 12 for n in per_tutee.values()), sum(n > 0 for n in per_tutee.values())),
        "P5.tutees.end": (sum(one[4] for one in held), len(block.sessions)),
        "P6.programme.end": (sum(all(one[6]) for one in held), len(held)),
        "O4.tutees.end": (sum(block.marks[code][1] >= 5 for code in low), len(low)),
        "M1.tutees.follow-up": (sum(block.here[code] for code in TUTEES), 24),
        "M1.comparison.follow-up": (sum(block.here[code] for code in OTHERS), 26),
    }
    assert {key: tuple(map(int, row_of(website, key)[1:3])) for key in wanted} == wanted


def test_means_and_spreads_of_the_registers_agree_with_scipy(filled: tuple[Block, dict[str, list[list[str]]]]) -> None:
    from statistics import mean, stdev

    block, sheets = filled
    for group, codes in (("tutees", TUTEES), ("comparison", OTHERS)):
        before = [100 * (1 - block.attendance[code][1] / block.attendance[code][0]) for code in codes]
        after = [100 * (1 - block.attendance[code][3] / block.attendance[code][2]) for code in codes]
        marks = [block.marks[code][1] for code in codes]
        for key, values in {
            f"O1.{group}.start": before, f"O1.{group}.end": after, f"O1.{group}.change": [b - a for a, b in zip(before, after, strict=True)], f"O5.{group}.end": marks,
        }.items():  # fmt: skip
            row = row_of(sheets["Pentru site"], key)
            assert int(row[3]) == len(codes)
            assert float(row[4]) == pytest.approx(mean(values), abs=1e-9)
            assert float(row[5]) == pytest.approx(stdev(values), abs=1e-9)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_formulas_agree_with_scipy_on_generated_figures(files: dict[str, Path], tmp_path: Path, seed: int) -> None:
    """102 lines and 13 comparisons with each seed: value and interval to 1e-9."""
    figures = generated(LIBRARY, seed)
    typed = {key: tuple(fields.values()) for key, fields in figures.items()}
    target = tmp_path / "typed.xlsx"
    book = opened(files["it"])
    sheet = book[say("sheet-name-indicators", "it")]
    for row, line in enumerate(LINES, FIRST_ROW):
        for column, value in enumerate(typed[line.key], 5):
            sheet.cell(row, column, value)
    book.save(target)
    sheets = recalculated(target, tmp_path)
    rows = sheets[say("sheet-name-indicators", "it")][FIRST_ROW - 1 :]
    for line, row in zip(LINES, rows, strict=True):
        value, low, high = figure(line.shape, figures[line.key])
        assert number(row[10]) == pytest.approx(value, abs=1e-9), line.key
        if low is not None:
            assert (number(row[11]), number(row[12])) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9)), line.key
    found: dict[str, list[str]] = {row[0]: row for row in sheets[say("sheet-name-comparison", "it")][FIRST_ROW - 1 :]}
    checked = 0
    for name in in_order(LIBRARY):
        wanted = compared(LIBRARY, name, figures)
        if wanted:
            checked += 1
            for cell, value in zip(found[name][3:6], wanted, strict=True):
                assert number(cell) == pytest.approx(value, abs=1e-9), name
    assert checked == len(found) == 13


def test_published_vectors_come_out_of_the_spreadsheet(files: dict[str, Path], tmp_path: Path) -> None:
    """facts.md 4.4: Wilson intervals, and g 0.4268 (−0.134 to 0.988) for 24 against 26."""
    book = opened(files["en"])
    sheet = book["Indicators"]
    keys = [line.key for line in LINES]
    cases: dict[str, tuple[float, ...]] = {"C1.school.start": (0, 12), "P1.tutees.end": (2, 18), "P4.tutees.end": (5, 60), "O4.tutees.end": (9, 60),
             "O2.tutees.end": (3, 10), "O5.tutees.end": (24, 3.10, 0.55), "O5.comparison.end": (26, 2.85, 0.60)}  # fmt: skip
    for key, values in cases.items():
        for column, value in enumerate(values, 5):
            sheet.cell(FIRST_ROW + keys.index(key), column, value)
    book.save(tmp_path / "vectors.xlsx")
    sheets = recalculated(tmp_path / "vectors.xlsx", tmp_path)
    rows = dict(zip(keys, sheets["Indicators"][FIRST_ROW - 1 :], strict=True))
    for key, wanted in {"C1.school.start": (0, 24.2), "P1.tutees.end": (3.1, 32.8), "P4.tutees.end": (3.6, 18.1), "O4.tutees.end": (8.1, 26.1), "O2.tutees.end": (10.8, 60.3)}.items():
        assert tuple(round(100 * number(cell), 1) for cell in rows[key][11:13]) == wanted
    effect = row_of(sheets["Comparison"], "O5")
    assert [round(float(cell), 4) for cell in effect[3:6]] == [0.4268, pytest.approx(-0.1343, abs=1e-3), pytest.approx(0.9879, abs=1e-3)]
    assert effect[6] == "no clear difference could be shown"


def test_figures_that_cannot_be_are_answered_in_words(files: dict[str, Path], tmp_path: Path) -> None:
    cases: dict[str, tuple[tuple[float, ...], str]] = {
        "P4.tutees.end": ((25, 24), "sheet-warn-over"), "O2.tutees.end": ((0, 0), "sheet-warn-none"), "O4.tutees.end": ((4, 7), "sheet-few"),
        "P3.programme.end": ((38, 48), "sheet-not-reached"), "P8.programme.end": ((9, 10), "sheet-reached"),
        "O6.tutees.change": ((22, 0.3, 0), "sheet-warn-alike"), "O10.tutees.change": ((1, 0.3, 0.2), "sheet-few"),
    }  # fmt: skip
    book = opened(files["tr"])
    keys = [line.key for line in LINES]
    for key, (values, _) in cases.items():
        for column, value in enumerate(values, 5):
            book[say("sheet-name-indicators", "tr")].cell(FIRST_ROW + keys.index(key), column, value)
    book.save(tmp_path / "wrong.xlsx")
    sheets = recalculated(tmp_path / "wrong.xlsx", tmp_path)
    rows = dict(zip(keys, sheets[say("sheet-name-indicators", "tr")][FIRST_ROW - 1 :], strict=True))
    assert {key: rows[key][14] for key in cases} == {key: say(said, "tr") for key, (_, said) in cases.items()}
    assert [cell for rows in sheets.values() for line in rows for cell in line if ERRORS.match(cell)] == []


def test_the_chart_shows_the_starters_with_intervals_and_says_what_it_shows(files: dict[str, Path]) -> None:
    import zipfile

    with zipfile.ZipFile(files["en"]) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert "errBars" in chart
    assert "95% intervals" in drawing


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_templates_open_as_tables_and_hold_every_line(language: str) -> None:
    import csv

    found = downloads(LIBRARY, language)
    for name, content in found.items():
        if name.endswith(".csv"):
            text = content.decode("utf-8-sig")
            assert content.startswith(b"\xef\xbb\xbf")
            rows = list(csv.reader(io.StringIO(text), delimiter="," if language == "en" else ";"))
            assert len(rows[0]) > 1, name
    keys = {row.split("," if language == "en" else ";")[0] for row in found["indicators.csv"].decode("utf-8-sig").splitlines()}
    assert {line.key for line in LINES} <= keys


def test_every_shape_of_an_indicator_has_its_lines() -> None:
    assert {shape_of(LIBRARY.entry("indicators", name)) for name in in_order(LIBRARY)} == {"share", "quotient", "change", "effect"}
    assert len({line.key for line in LINES}) == len(LINES)
    assert {line.indicator for line in LINES} == set(LIBRARY.names("indicators"))
