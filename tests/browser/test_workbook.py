"""The workbook: what a coordinator types or brings along, what it answers, and what it shows."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.languages import LANGUAGES
from macros.library import Library
from macros.measurements import in_order, lines_of, shape_of
from tests.block_cases import as_figures, compared, figure, generated
from tests.browser.answer_files import script_of
from tests.build.block_of_24 import Block, fill, recalculated
from tests.conftest import ROOT

PATH = "indicators/workbook.html"
LIBRARY = Library.load(ROOT)
WIDE_TEXT = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important; }"
HEADS = ["key", "numerator", "denominator", "count", "mean", "deviation"]


def prefix(language: str) -> str:
    return "" if language == "en" else f"{language}/"


def open_file(page: Page, name: str, content: str | bytes) -> None:
    page.locator("[data-part=open]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": content if isinstance(content, bytes) else content.encode()}
    )


def block_file(figures: list[dict[str, Any]], **about: Any) -> str:
    block = {"id": "aaaaaaaa", "school": "North", "block": "Autumn", "set": "standard", "figures": figures, **about}
    return json.dumps({"format": "peer-tutoring/indicators", "version": 1, "saved": "2026-11-24T10:00:00Z", "blocks": [block]})


def sheet(rows: list[list[Any]], separator: str = ";", language: str = "en") -> str:
    head = [["peer-tutoring/indicators", 1, language], HEADS]
    return "\r\n".join(separator.join(str(cell) for cell in row) for row in head + rows) + "\r\n"


def field(page: Page, key: str, name: str) -> Any:
    return page.locator(f'input[data-line="{key}"][data-field="{name}"]')


def show_line(page: Page, code: str) -> None:
    details = page.locator(f'details[data-code="{code}"]')
    if details.get_attribute("open") is None:
        details.locator("summary").first.click()


def type_in(page: Page, key: str, **values: str) -> None:
    show_line(page, key.split(".")[0])
    for name, text in values.items():
        field(page, key, name).fill(text)


def said(page: Page, key: str, name: str) -> Any:
    return field(page, key, name).locator("xpath=following-sibling::span[contains(@class, '__said')]")


def report_row(page: Page, code: str) -> Any:
    return page.locator("[data-part=report] tbody tr").filter(has=page.locator("th", has_text=re.compile(rf"^{code} ")))


def test_an_example_is_a_finished_report_with_one_click(page: Page, address: str) -> None:
    page.goto(address + PATH)
    page.get_by_role("button", name="Show an example").click()
    report = page.locator("[data-part=report]")
    expect(report).to_contain_text("Example school (invented)")
    expect(page.locator("[data-part=news]")).to_contain_text("An invented school")
    expect(report_row(page, "P4")).to_contain_text("19 of 24: 79.2% (59.5% to 90.8%)")
    expect(report_row(page, "O10")).to_contain_text("Change of tutees minus change of the comparison group")
    expect(report).to_contain_text("What cannot be concluded")
    assert report.locator("svg").count() >= 10
    assert all(one.get_attribute("aria-label") for one in report.locator("svg").all())


def test_typing_shows_value_interval_and_whether_the_target_is_reached(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    type_in(page, "P3.programme.end", numerator="38", denominator="48")
    expect(report_row(page, "P3")).to_contain_text("38 of 48: 79.2% (65.7% to 88.3%)")
    expect(report_row(page, "P3")).to_contain_text("Reference value ≥ 80% not reached")
    field(page, "P3.programme.end", "numerator").fill("39")
    expect(report_row(page, "P3")).to_contain_text("Reference value ≥ 80% reached")


def test_fewer_than_ten_get_no_percent_and_are_too_few_to_judge(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    type_in(page, "P4.tutees.end", numerator="4", denominator="7")
    expect(report_row(page, "P4")).to_contain_text("4 of 7")
    expect(report_row(page, "P4")).to_contain_text("too few people to judge")
    expect(report_row(page, "P4")).not_to_contain_text("%")


@pytest.mark.parametrize(
    ("key", "values", "wrong", "words"),
    [
        ("P4.tutees.end", {"numerator": "25", "denominator": "24"}, "numerator", "The part is larger than the whole, 24."),
        ("P4.tutees.end", {"numerator": "all", "denominator": "24"}, "numerator", "“all” is not a number."),
        ("P4.tutees.end", {"numerator": "-1", "denominator": "24"}, "numerator", "This cannot be less than 0."),
        ("P4.tutees.end", {"numerator": "2.5", "denominator": "24"}, "numerator", "Only a whole number fits here."),
        ("P4.tutees.end", {"numerator": "0", "denominator": "0"}, "denominator", "With 0 there is nothing to count."),
        ("P4.tutees.end", {"denominator": "99999999999"}, "denominator", "This number is too large."),
        ("O6.tutees.change", {"count": "1", "mean": "0.3", "deviation": "0.2"}, "deviation", "One person has no spread."),
        ("O6.tutees.change", {"count": "22", "mean": "0.3", "deviation": "0"}, "deviation", "0 says that all have exactly the same value."),
        ("O6.tutees.start", {"count": "22", "mean": "7", "deviation": "0.5"}, "mean", "This lies outside 1 to 5."),
        ("O6.tutees.start", {"count": "22", "mean": "4.9", "deviation": "1.5"}, "deviation", "Around this mean it can be 0.64 at most."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_answered_beside_the_field_and_nothing_is_lost(page: Page, http_address: str, key: str, values: dict[str, str], wrong: str, words: str) -> None:
    page.goto(http_address + PATH)
    type_in(page, key, **values)
    expect(said(page, key, wrong)).to_contain_text(words)
    assert field(page, key, wrong).get_attribute("aria-describedby") == said(page, key, wrong).get_attribute("id")
    page.reload()
    show_line(page, key.split(".")[0])
    for name, text in values.items():
        expect(field(page, key, name)).to_have_value(text)
    expect(said(page, key, wrong)).to_contain_text(words)


@pytest.mark.parametrize(("language", "typed"), [("ro", "3,10"), ("ro", "3.10"), ("tr", "3,1"), ("it", "3,10"), ("en", "3.10"), ("en", "3,10")])
def test_decimals_are_read_in_every_language(page: Page, http_address: str, language: str, typed: str) -> None:
    page.goto(http_address + prefix(language) + PATH)
    type_in(page, "O6.tutees.start", count="24", mean=typed, deviation="0.55" if language == "en" else "0,55")
    expect(report_row(page, "O6")).to_contain_text("3.10 (2.87" if language == "en" else "3,10")
    expect(page.locator("details[data-code=O6] [aria-invalid]")).to_have_count(0)


def test_a_number_with_two_meanings_is_asked_about_and_never_guessed(page: Page, http_address: str) -> None:
    page.goto(http_address + "it/" + PATH)
    page.get_by_label("Il gruppo standard").check()
    key = "O5.tutees.end"
    type_in(page, key, count="24", mean="1.234", deviation="0,5")
    expect(said(page, key, "mean")).to_contain_text("«1.234» può indicare due numeri")
    expect(report_row(page, "O5")).to_have_count(0)
    said(page, key, "mean").get_by_role("button").last.click()
    expect(field(page, key, "mean")).to_have_value("1,234")
    expect(field(page, key, "mean")).to_be_focused()
    expect(report_row(page, "O5")).to_contain_text("1,23")


def test_days_out_of_order_are_noticed(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    page.locator("[data-about='date.start']").fill("2026-10-05")
    page.locator("[data-about='date.end']").fill("2026-09-01")
    expect(page.locator("#workbook-date-end")).to_contain_text("This day lies before the day “start”.")
    page.locator("[data-about='date.end']").fill("2026-12-04")
    expect(page.locator("#workbook-date-end")).to_be_empty()


def test_more_people_than_the_group_is_a_question_that_keeps_the_figure(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    page.locator("[data-about='size.tutees']").fill("20")
    type_in(page, "P4.tutees.end", numerator="17", denominator="24")
    expect(said(page, "P4.tutees.end", "denominator")).to_contain_text("More than the 20 of the group above.")
    expect(report_row(page, "P4")).to_contain_text("17 of 24")


def test_without_a_comparison_group_the_report_says_that_the_cause_is_open(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    open_file(page, "b.json", block_file([{"indicator": "O6", "group": "tutees", "from": "start", "to": "end", "count": 22, "mean": 0.3, "deviation": 0.7}]))
    expect(page.locator("[data-part=report]")).to_contain_text("there is no comparison group")
    expect(report_row(page, "O6")).to_contain_text("+0.30 (−0.01 to +0.61). No clear difference could be shown.")


def test_groups_that_began_too_far_apart_are_called_so(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    figures = [{"indicator": "O5", "group": group, "moment": moment, "count": n, "mean": mean, "deviation": spread}
               for group, moment, n, mean, spread in (("tutees", "start", 24, 5.0, 1.0), ("comparison", "start", 26, 6.0, 1.0),
                                                      ("tutees", "end", 24, 3.10, 0.55), ("comparison", "end", 26, 2.85, 0.60))]  # fmt: skip
    open_file(page, "b.json", block_file(figures))
    expect(report_row(page, "O5")).to_contain_text("g = +0.43 (−0.13 to +0.99). No clear difference could be shown.")
    expect(report_row(page, "O5")).to_contain_text("too far to be compared")
    expect(page.locator("[data-part=report]")).to_contain_text("only differences of 0.79 standard deviations or more")


# -- the spreadsheet ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def romanian_rows(site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The sheet for the website of the Romanian spreadsheet, filled with a block and recalculated."""
    folder = tmp_path_factory.mktemp("romanian")
    typed = {"P1.tutees.end": (None, 40), "P12.tutees.end": (16, 20), "O6.tutees.start": (24, 3.1, 0.55), "O6.tutees.change": (23, 0.31, 0.7), "O6.comparison.change": (25, 0.06, 0.6)}
    fill(site / "ro/downloads/peer-tutoring-ro.xlsx", folder / "filled.xlsx", "ro", Block(), LIBRARY, typed)
    return recalculated(folder / "filled.xlsx", folder)["Pentru site"]


def as_excel_shows(rows: list[list[str]], decimal: str) -> list[list[str]]:
    """Numbers with nine decimals and the decimal sign of the country, as the sheet is formatted."""
    return [
        [f"{float(cell):.9f}".replace(".", decimal) if n >= 4 and re.fullmatch(r"-?\d+(\.\d+)?", cell) else cell for n, cell in enumerate(row)]
        for row in rows
    ]  # fmt: skip


def csv_text(rows: list[list[str]], separator: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(("separator", "decimal", "start"), [(";", ",", "\ufeff"), (",", ".", ""), (",", ",", "\ufeff"), ("\t", ",", "\ufeff"), (";", ",", "sep=;\r\n")])
def test_the_filled_spreadsheet_opens_whatever_separator_and_decimal_sign_it_was_saved_with(
    page: Page, http_address: str, romanian_rows: list[list[str]], separator: str, decimal: str, start: str
) -> None:
    page.goto(http_address + "ro/" + PATH)
    open_file(page, "Pentru site.csv", start + csv_text(as_excel_shows(romanian_rows, decimal), separator))
    expect(page.locator("[data-part=news]")).to_contain_text("rânduri cu cifre citite din foaia de calcul.")
    expect(page.locator("[data-part=school]")).to_have_value("Școala ”Exemplu; de probă”")
    expect(page.locator("[data-about='date.middle']")).to_have_value("2026-10-30")
    expect(page.locator("[data-about='size.comparison']")).to_have_value("26")
    expect(report_row(page, "P1")).to_contain_text("24 din 40: 60,0 %")
    expect(report_row(page, "O6")).to_contain_text("+0,31")
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_page_and_spreadsheet_give_the_same_numbers(page: Page, http_address: str, romanian_rows: list[list[str]]) -> None:
    """The CSV that the page saves holds the spreadsheet's figures, and scipy's values and intervals."""
    page.goto(http_address + "ro/" + PATH)
    open_file(page, "Pentru site.csv", csv_text(romanian_rows, ";"))
    with page.expect_download() as download:
        page.locator("[data-part=csv]").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    saved = {row[0]: row for row in csv.reader(io.StringIO(text), delimiter=";")}
    shapes = {line.key: line.shape for name in in_order(LIBRARY) for line in lines_of(LIBRARY, name)}
    compared_lines = 0
    for row in romanian_rows[2:]:
        if row[0] in shapes and any(row[1:6]) and all(row[n] for n in (1, 2) if shapes[row[0]] == "share"):
            numbers = {name: float(cell) for name, cell in zip(HEADS[1:], row[1:6], strict=True) if cell}
            got = [float(cell.replace(",", ".")) if cell else None for cell in saved[row[0]][1:]]
            assert [one for one in got[:5] if one is not None] == list(numbers.values())
            assert got[5:] == [pytest.approx(value, abs=1e-9) for value in figure(shapes[row[0]], numbers)]
            compared_lines += 1
    assert compared_lines > 25
    before = page.locator("[data-part=report] table").inner_text()
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("form > details.p2p-form__more > summary").click()
    page.locator("[data-part=clear]").click()
    open_file(page, "saved.csv", text)
    expect(page.locator("[data-part=report] table")).to_be_visible()
    assert page.locator("[data-part=report] table").inner_text() == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("Sesiuni.csv", "Sessions,,\r\nOne row for each planned session,,\r\n", "This is not the sheet “For the website”."),
        ("tutoring.xlsx", b"PK\x03\x04 and so on", "This is the spreadsheet itself."),
        ("old.csv", "peer-tutoring/indicators,9,en\r\nkey,numerator\r\n", "saved by a newer edition"),
        ("turkish.csv", "peer-tutoring/indicators;1;tr\r\nkey;numerator;denominator;count;mean;deviation\r\nschool;\u015eehir".encode("cp1254"), "The letters of this file cannot be read."),
        ("empty.csv", sheet([]), "The sheet has no figures yet."),
        ("nothing.csv", "", "This is not the sheet “For the website”."),
        ("broken.json", "{not json", "damaged"),
        ("answers.json", '{"format": "peer-tutoring/answers", "version": 1}', "not saved by a form of this kind"),
        ("newer.json", '{"format": "peer-tutoring/indicators", "version": 7, "blocks": []}', "saved by a newer edition"),
        ("huge.csv", "x" * 2_100_000, "too large"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_words_and_changes_nothing(page: Page, http_address: str, name: str, content: str | bytes, words: str) -> None:
    page.goto(http_address + PATH)
    type_in(page, "P4.tutees.end", numerator="17", denominator="24")
    open_file(page, name, content)
    expect(page.locator("[data-part=news]")).to_contain_text(words)
    expect(report_row(page, "P4")).to_contain_text("17 of 24")


def test_thousands_of_excel_are_read_and_what_is_unclear_is_shown_in_its_field(page: Page, http_address: str) -> None:
    page.goto(http_address + "tr/" + PATH)
    open_file(page, "a.csv", "\ufeff" + sheet([["C1.school.start", "1.031", "11.412", "", "", ""], ["O6.tutees.start", "", "", "24", "üç", "0,55"], ["X9.tutees.end", "1", "2", "", "", ""]]))
    expect(report_row(page, "C1")).to_contain_text("1.031")
    expect(page.locator("[data-part=news]")).to_contain_text("O6.tutees.start")
    expect(page.locator("[data-part=news]")).to_contain_text("X9.tutees.end")
    show_line(page, "O6")
    expect(field(page, "O6.tutees.start", "mean")).to_have_value("üç")
    expect(said(page, "O6.tutees.start", "mean")).to_contain_text("üç")


def test_ten_thousand_rows_are_read_at_once(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    rows = [[f"Z{n}.tutees.end", n, n + 1, "", "", ""] for n in range(9_999)] + [["P4.tutees.end", 17, 24, "", "", ""]]
    open_file(page, "long.csv", sheet(rows, ","))
    expect(report_row(page, "P4")).to_contain_text("17 of 24", timeout=3_000)
    expect(page.locator("[data-part=news]")).to_contain_text("9,999 lines were left out")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_csv_template_filled_in_by_hand_opens(page: Page, http_address: str, site: Path, language: str) -> None:
    separator = "," if language == "en" else ";"
    text = (site / prefix(language) / "downloads/indicators.csv").read_text(encoding="utf-8-sig")
    text = re.sub(rf"^P4\.tutees\.end{separator}{separator}", f"P4.tutees.end{separator}17{separator}24", text, flags=re.MULTILINE)
    page.goto(http_address + prefix(language) + PATH)
    open_file(page, "indicators.csv", text)
    expect(report_row(page, "P4")).to_contain_text("17")
    expect(report_row(page, "P4")).to_contain_text("24")


# -- files, blocks, device ---------------------------------------------------------------


def test_a_saved_file_opens_again_as_it_was(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    page.get_by_role("button", name="Show an example").click()
    show_line(page, "P4")
    field(page, "P4.tutees.end", "numerator").fill("nineteen")
    before = page.locator("[data-part=report] table").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    text = download.value.path().read_text(encoding="utf-8")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("form > details.p2p-form__more > summary").click()
    page.get_by_role("button", name="Delete the whole workbook").click()
    expect(page.locator("[data-part=report]")).to_contain_text("The report appears here")
    open_file(page, "indicators.json", text)
    expect(page.locator("[data-part=news]")).to_contain_text("1 block opened.")
    assert page.locator("[data-part=report] table").inner_text() == before
    show_line(page, "P4")
    expect(field(page, "P4.tutees.end", "numerator")).to_have_value("nineteen")


def test_the_class_summarys_file_goes_to_the_indicator_of_its_group(page: Page, http_address: str) -> None:
    """Self-efficacy is O6 of tutees and O12 of tutors."""
    page.goto(http_address + PATH)
    for group in ("tutees", "tutors"):
        figures = [{"questionnaire": "self-efficacy", "indicator": "O12", "group": group, "from": "start", "to": "end", "count": 22, "mean": 0.3, "deviation": 0.7, "low": 0, "high": 0.6}]
        open_file(page, "class-summary-indicators.json", json.dumps({"format": "peer-tutoring/indicators", "version": 1, "figures": figures}))
    expect(report_row(page, "O6")).to_contain_text("Change, tutees")
    expect(report_row(page, "O12")).to_contain_text("Change, Juniors")


def test_blocks_of_two_schools_are_added_up(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    for n, (school, part, whole) in enumerate((("North", 17, 24), ("South", 8, 30))):
        open_file(page, f"{n}.json", block_file([{"indicator": "P4", "group": "tutees", "moment": "end", "numerator": part, "denominator": whole}], id=f"aaaaaaa{n}", school=school))
        expect(page.locator("[data-part=school]")).to_have_value(school)
    page.get_by_label("Block on the screen").select_option("all")
    expect(report_row(page, "P4")).to_contain_text("25 of 54: 46.3%")
    expect(page.locator("[data-part=report]")).to_contain_text("Blocks were added up as if they were one.")
    expect(page.locator("[data-part=single]")).to_be_hidden()


def test_the_same_block_is_replaced_only_after_asking(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    for numerator in (17, 18):
        open_file(page, "b.json", block_file([{"indicator": "P4", "group": "tutees", "moment": "end", "numerator": numerator, "denominator": 24}]))
    expect(report_row(page, "P4")).to_contain_text("17 of 24")
    assert len(asked) == 1
    assert "“North, Autumn” is already here with other figures." in asked[0]


def test_on_a_shared_computer_nothing_is_kept(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    type_in(page, "P4.tutees.end", numerator="17", denominator="24")
    assert "p2p:workbook" in page.evaluate("Object.keys(localStorage)")
    page.locator("form > details.p2p-form__more > summary").click()
    page.get_by_label("This is a shared computer").check()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('p2p:'))") == ["p2p:shared-computer"]
    expect(page.locator("[data-part=kept]")).to_contain_text("these answers are lost when the page is closed")


def test_nothing_in_a_file_becomes_html(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    nasty = "<img src=x onerror=alert(1)>"
    figures = [{"indicator": "P4", "group": "tutees", "moment": "end", "numerator": nasty, "denominator": 24}, {"indicator": nasty}]
    open_file(page, f"{nasty}.json", block_file(figures, school=nasty, own=[nasty], parts=[{"line": "P4.tutees.end", "by": "gender", "name": nasty, "fields": {"numerator": 1, "denominator": 2}}]))
    expect(page.locator("[data-part=school]")).to_have_value(nasty)
    expect(page.locator("img[src=x]")).to_have_count(0)


# -- small groups ------------------------------------------------------------------------


def test_outside_the_team_small_groups_and_their_complements_disappear(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    parts = [{"line": "P4.tutees.end", "by": "gender", "name": name, "fields": {"numerator": part, "denominator": whole}} for name, part, whole in (("girls", 10, 15), ("boys", 6, 11))]
    figures = [{"indicator": "P4", "group": "tutees", "moment": "end", "numerator": 16, "denominator": 26}, {"indicator": "P12", "group": "tutors", "moment": "end", "numerator": 6, "denominator": 9}]
    open_file(page, "b.json", block_file(figures, parts=parts))
    expect(report_row(page, "P4")).to_contain_text("girls: 10 of 15")
    page.get_by_label("To be shown outside the team").check()
    expect(report_row(page, "P4")).to_contain_text("girls")
    page.get_by_label("To be shown outside the team").uncheck()
    show_line(page, "P4")
    page.locator("input[data-place='1'][data-field=denominator]").fill("8")
    page.locator("input[data-place='1'][data-field=numerator]").fill("4")
    page.locator("input[data-place='0'][data-field=denominator]").fill("18")
    page.locator("input[data-place='0'][data-field=numerator]").fill("12")
    page.get_by_label("To be shown outside the team").check()
    row = report_row(page, "P4").inner_text()
    assert "12 of 18" not in row, "the boys would follow by subtraction"
    assert "4 of 8" not in row
    expect(report_row(page, "P12")).to_contain_text("hidden (small group)")
    expect(page.locator("[data-part=csv]")).to_be_hidden()


def test_a_mean_is_rounded_where_the_change_would_tell_who_is_missing(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    figures = [{"indicator": "O6", "group": "tutees", "moment": "start", "count": 24, "mean": 3.1234, "deviation": 0.5},
               {"indicator": "O6", "group": "tutees", "from": "start", "to": "end", "count": 23, "mean": 0.3, "deviation": 0.7}]  # fmt: skip
    open_file(page, "b.json", block_file(figures))
    expect(report_row(page, "O6")).to_contain_text("about 3.1, n = 24")
    expect(report_row(page, "O6")).not_to_contain_text("3.12")


def test_parts_that_are_more_than_the_whole_are_noticed(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    type_in(page, "P4.tutees.end", numerator="17", denominator="24")
    page.locator("details[data-code=P4]").get_by_role("button", name="Add a part").click()
    page.locator("input[data-place='0'][data-field=numerator]").fill("18")
    page.locator("input[data-place='0'][data-field=denominator]").fill("30")
    expect(page.locator("details[data-code=P4]")).to_contain_text("All parts together are more than the whole, 24.")


# -- the same numbers --------------------------------------------------------------------


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_the_pages_calculation_agrees_with_scipy(page: Page, site: Path, seed: int) -> None:
    """102 lines and 13 comparisons with each seed, to 1e-9."""
    figures = generated(LIBRARY, seed)
    lines = [line for name in in_order(LIBRARY) for line in lines_of(LIBRARY, name)]
    page.add_script_tag(content=script_of(site))
    got = page.evaluate("(cases) => cases.map(([shape, fields]) => figureOf(shape, fields))", [[line.shape, figures[line.key]] for line in lines])
    for line, one in zip(lines, got, strict=True):
        value, low, high = figure(line.shape, figures[line.key])
        assert one["value"] == pytest.approx(value, abs=1e-9), line.key
        if low is not None:
            assert (one["low"], one["high"]) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9)), line.key
    checked = 0
    for name in in_order(LIBRARY):
        wanted = compared(LIBRARY, name, figures)
        if wanted:
            facts = {"shape": shape_of(LIBRARY.entry("indicators", name)), "groups": LIBRARY.entry("indicators", name).groups}
            one = page.evaluate("([code, facts, figures]) => comparisonIn(code, facts, new Map(figures))", [name, facts, list(figures.items())])
            assert [one["value"], one["low"], one["high"]] == [pytest.approx(value, abs=1e-9) for value in wanted], name
            checked += 1
    assert checked == 13


def test_pooled_means_are_those_of_all_people_together(page: Page, site: Path) -> None:
    import random
    from statistics import mean, stdev

    chance = random.Random(7)
    page.add_script_tag(content=script_of(site))
    for _ in range(50):
        schools = [[chance.gauss(3, 0.6) for _ in range(chance.randint(2, 40))] for _ in range(chance.randint(2, 6))]
        blocks = [[["O6.tutees.start", {"count": len(one), "mean": mean(one), "deviation": stdev(one)}]] for one in schools]
        got = page.evaluate("(blocks) => pooledFigures(blocks.map((one) => new Map(one)), { O6: { shape: 'change' } }).get('O6.tutees.start')", blocks)
        everybody = [value for one in schools for value in one]
        assert got == {"count": len(everybody), "mean": pytest.approx(mean(everybody), abs=1e-12), "deviation": pytest.approx(stdev(everybody), abs=1e-12)}


def test_every_generated_block_gives_a_report(page: Page, http_address: str) -> None:
    page.goto(http_address + "tr/" + PATH)
    open_file(page, "b.json", block_file(as_figures(generated(LIBRARY, 21)), set="own", own=in_order(LIBRARY)))
    expect(page.locator("[data-part=report] tbody tr")).to_have_count(40)
    assert not re.search(r"NaN|undefined|Infinity|\{[a-z]", page.locator("[data-part=report]").inner_text())


# -- for everybody -----------------------------------------------------------------------


def all_open(page: Page) -> None:
    page.locator("[data-part=example]").click()
    page.evaluate("document.querySelectorAll('.p2p-form details').forEach((one) => { one.open = true; })")
    field(page, "P4.tutees.end", "numerator").fill("x")
    page.locator("details[data-code=P4] [data-act=part]").click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(page: Page, http_address: str, language: str) -> None:
    page.goto(http_address + prefix(language) + PATH)
    all_open(page)
    assert [(one["id"], one["nodes"][0]["html"]) for one in Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_wide_text_it_fits_a_small_phone(chromium: Browser, http_address: str, language: str) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 640}, bypass_csp=True)  # the wide text is a style of the test
    page.goto(http_address + prefix(language) + PATH)
    page.add_style_tag(content=WIDE_TEXT)
    all_open(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_everything_to_touch_is_large_enough(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    all_open(page)
    small = page.evaluate(
        """[...document.querySelectorAll('.p2p-workbook :is(.p2p-choice, button, summary, select, input[type=text], input[type=date], .p2p-form__file)')]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_a_figure_can_be_typed_with_the_keyboard_alone(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    page.locator("[name='@set']").first.focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith("P4"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("17")
    page.keyboard.press("Tab")
    page.keyboard.type("24")
    expect(report_row(page, "P4")).to_contain_text("17 of 24")
    expect(field(page, "P4.tutees.end", "denominator")).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_prints_on_two_pages_without_the_form(page: Page, http_address: str, language: str) -> None:
    page.goto(http_address + prefix(language) + PATH)
    page.locator("[data-part=example]").click()
    expect(page.locator("[data-part=report] table")).to_be_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 2
    page.emulate_media(media="print")
    expect(page.locator("[data-part=about]")).to_be_hidden()
    expect(page.locator("h1").first).to_be_hidden()
    expect(page.locator(".p2p-workbook__lines")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_the_spreadsheet_is_offered(chromium: Browser, http_address: str, language: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http_address + prefix(language) + PATH)
    expect(page.locator("[data-part=without]")).to_be_visible()
    expect(page.locator("[data-part=tools]")).to_be_hidden()
    answer = page.request.get(http_address + prefix(language) + "downloads/" + (page.locator(".p2p-sheets a").first.get_attribute("href") or "").rsplit("/", 1)[1])
    assert answer.ok
    assert answer.body().startswith(b"PK")
    context.close()
