"""Comparing tutees with a comparison group, as a coordinator does it: typed, pasted, mistyped, printed."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep

from macros.languages import LANGUAGES
from macros.project import Project

ROOT = Path(__file__).parent.parent.parent
PATH = "indicators/compare.html"
BLOCK = Project(ROOT).library.entry("example_blocks", "example")
VECTOR = {
    "tutees-n": "24", "tutees-end-mean": "3.10", "tutees-end-deviation": "0.55",
    "comparison-n": "26", "comparison-end-mean": "2.85", "comparison-end-deviation": "0.60",
}  # fmt: skip


@pytest.fixture
def compare(page: Page, http_address: str) -> Page:
    page.goto(http_address + PATH)
    return page


def fill(page: Page, fields: dict[str, str]) -> None:
    for name, text in fields.items():
        page.locator(f"[name={name}]").fill(text)


def paste(page: Page, tutees: str, comparison: str) -> None:
    page.locator("[name=way][value=pasted]").check()
    page.locator("[name=tutees-pasted]").fill(tutees)
    page.locator("[name=comparison-pasted]").fill(comparison)


def result(page: Page):
    return page.locator("[data-part=result]")


def status(page: Page):
    return page.locator("[data-part=status]")


def problem(page: Page, field: str):
    return page.locator(f"[data-problem={field}]")


def rows_of(page: Page, caption: str) -> dict[str, list[str]]:
    table = result(page).locator("table").filter(has_text=caption)
    return {row.locator("th").inner_text(): row.locator("td").all_inner_texts() for row in table.locator("tbody tr").all()}


# -- what it says ----------------------------------------------------------------------------------


def test_typed_means_give_the_known_effect_in_words(compare: Page) -> None:
    fill(compare, VECTOR)
    expect(status(compare)).to_have_text("No clear difference could be shown.")
    expect(result(compare)).to_contain_text("Difference at the end: +0.25")
    expect(result(compare)).to_contain_text("As an effect size (Hedges g): +0.43 (−0.13 to +0.99).")
    expect(result(compare)).to_contain_text("show only effects from 0.79 on")
    expect(result(compare)).to_contain_text("Reviews of peer tutoring found 0.33 to 0.43")
    expect(result(compare)).to_contain_text("Nobody knows whether the groups were alike at the start.")
    expect(result(compare)).not_to_contain_text(re.compile("prove[sn]"))


@pytest.mark.parametrize(("language", "said"), [("it", "+0,43 (da −0,13 a +0,99)"), ("ro", "+0,43 (de la −0,13 la +0,99)"), ("tr", "+0,43 (−0,13 ile +0,99 arası)")])
@pytest.mark.parametrize("sign", [".", ","])
def test_both_decimal_signs_are_understood_in_every_language(page: Page, http_address: str, language: str, said: str, sign: str) -> None:
    page.goto(f"{http_address}{language}/{PATH}")
    fill(page, {name: text.replace(".", sign) for name, text in VECTOR.items()})
    expect(result(page)).to_contain_text(said)


def test_the_example_opens_with_one_click_and_gives_what_scipy_gives(compare: Page) -> None:
    compare.get_by_role("button", name="Open the example").click()
    expect(status(compare)).to_have_text("No clear difference could be shown.")
    columns = {group: [pair for pair in BLOCK.columns(group, "self-efficacy") if None not in pair] for group in ("tutees", "comparison")}
    starts, ends = ([np.array([pair[moment] for pair in columns[group]]) for group in columns] for moment in (0, 1))
    rows = rows_of(compare, "Tutees minus comparison group")
    for label, (first, second) in {
        "Difference at the start": starts, "Difference at the end": ends,
        "Difference of the changes": [end - start for start, end in zip(starts, ends, strict=True)],
    }.items():  # fmt: skip
        interval = stats.ttest_ind(first, second, equal_var=False).confidence_interval()
        shown = [float(text.replace("−", "-")) for text in rows[label]]
        assert shown == pytest.approx([first.mean() - second.mean(), interval.low, interval.high], abs=0.0051)
    expect(result(compare)).to_contain_text("Tutees: not in the figures: 1 of 24 who began.")
    expect(compare.get_by_text("How a result reads: an invented school")).to_be_hidden()


def test_the_example_has_shares_too(compare: Page) -> None:
    compare.get_by_role("button", name="Open the example").click()
    compare.locator("[name=kind][value=shares]").check()
    expect(result(compare).locator("h3")).to_have_text("Result: Course recovery, Example school (invented)")
    expect(result(compare).locator("svg")).to_be_visible()
    cut = result(compare).locator("svg").evaluate(
        "(svg) => [...svg.querySelectorAll('text')].filter((one) => { const box = one.getBBox(); return box.x < 0 || box.x + box.width > 344; }).map((one) => one.textContent)"
    )
    assert cut == []


def test_the_worked_example_shows_what_the_page_itself_computes(compare: Page) -> None:
    """Its figures and its drawing are made at build, without a browser: both must agree."""
    worked = compare.locator("[data-part=worked]")
    figures = {row.locator("th").inner_text(): row.locator("td").all_inner_texts() for row in worked.locator("tbody tr").all()}
    drawing = """(svg) => [...svg.querySelectorAll('line, circle, text')].map((one) => [one.localName, one.getAttribute('class'), one.textContent,
      ...['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy'].map((name) => Number(one.getAttribute(name)))])"""
    drawn = worked.locator("svg").evaluate(drawing)
    words = worked.locator("desc").text_content()
    compare.get_by_role("button", name="Open the example").click()
    assert rows_of(compare, "Tutees minus comparison group") == figures
    again = result(compare).locator("svg").evaluate(drawing)
    assert [one[:3] for one in again] == [one[:3] for one in drawn]
    assert np.array([one[3:] for one in again]) == pytest.approx(np.array([one[3:] for one in drawn]), abs=0.11)
    assert result(compare).locator("desc").text_content() == words


@pytest.mark.parametrize(
    ("tutees_start", "verdict", "band"),
    [("2.86", "rose more", "groups were alike"), ("2.95", "rose more", "differed a little"), ("3.30", "began too far apart", "more than 0.25 apart")],
)
def test_the_start_decides_what_is_compared(compare: Page, tutees_start: str, verdict: str, band: str) -> None:
    fill(compare, {**VECTOR, "tutees-n": "60", "comparison-n": "60", "tutees-end-mean": "3.60"})
    fill(compare, {"tutees-start-mean": tutees_start, "tutees-start-deviation": "0.6", "comparison-start-mean": "2.85", "comparison-start-deviation": "0.6"})
    expect(status(compare)).to_contain_text(verdict)
    expect(result(compare)).to_contain_text(band)
    expect(result(compare)).to_contain_text("assumed to correlate at 0.5")


def test_a_known_correlation_replaces_the_assumption(compare: Page) -> None:
    fill(compare, {**VECTOR, "tutees-start-mean": "2.9", "tutees-start-deviation": "0.6", "comparison-start-mean": "2.85", "comparison-start-deviation": "0.6"})
    before = rows_of(compare, "Tutees minus comparison group")["Difference of the changes"]
    compare.locator("[data-part=more] summary").click()
    fill(compare, {"correlation": "0.9"})
    after = rows_of(compare, "Tutees minus comparison group")["Difference of the changes"]
    assert before[0] == after[0]
    assert float(after[2]) - float(after[1].replace("−", "-")) < float(before[2]) - float(before[1].replace("−", "-"))
    expect(result(compare)).not_to_contain_text("assumed to correlate")


@pytest.mark.parametrize(
    ("way", "said"),
    [("lowest", "regression to the mean"), ("volunteers", "self-selection"), ("lot", "made by lot"), ("open", "Say beside the result how the tutees came in")],
)
def test_how_the_tutees_came_in_is_named_beside_the_result(compare: Page, way: str, said: str) -> None:
    fill(compare, VECTOR)
    compare.locator("[name=chosen]").select_option(way)
    expect(result(compare).locator("li").filter(has_text=said)).to_have_count(1)


def test_whole_classes_and_people_who_stopped_are_named(compare: Page) -> None:
    fill(compare, {**VECTOR, "tutees-began": "31"})
    compare.locator("[name=classes]").check()
    expect(result(compare)).to_contain_text("The true interval is wider")
    expect(result(compare)).to_contain_text("Tutees: not in the figures: 7 of 31 who began.")


def test_shares_give_newcombes_interval(compare: Page) -> None:
    compare.locator("[name=kind][value=shares]").check()
    fill(compare, {"tutees-count": "9", "tutees-of": "19", "comparison-count": "6", "comparison-of": "24"})
    expect(status(compare)).to_have_text("No clear difference could be shown.")
    low, high = (f"{100 * end:+.1f}".replace("-", "−") for end in confint_proportions_2indep(9, 19, 6, 24, method="newcomb"))
    assert rows_of(compare, "Tutees minus comparison group")["Difference in percentage points"] == ["+22.4", low, high]
    assert rows_of(compare, "The two groups")["Tutees"] == ["9", "19", "47.4%", "27.3%", "68.3%"]


# -- what it hides ---------------------------------------------------------------------------------


def test_under_ten_is_too_few_and_under_five_is_hidden(compare: Page) -> None:
    fill(compare, {**VECTOR, "tutees-n": "9"})
    expect(status(compare)).to_have_text("A group has fewer than 10 people: too few to judge.")
    expect(result(compare).locator("table")).to_have_count(2)
    compare.get_by_label("To be shown outside the team").check()
    expect(status(compare)).to_have_text("Hidden: figures appear from 10 people in each group.")
    expect(result(compare).locator("table")).to_have_count(0)
    compare.get_by_label("To be shown outside the team").uncheck()
    fill(compare, {"tutees-n": "4"})
    expect(status(compare)).to_have_text("Hidden: figures appear from 5 people in each group.")
    expect(result(compare).locator("table, svg")).to_have_count(0)


def test_small_counts_leave_the_public_result_and_its_files(compare: Page) -> None:
    compare.locator("[name=kind][value=shares]").check()
    fill(compare, {"tutees-count": "6", "tutees-of": "19", "comparison-count": "3", "comparison-of": "24", "tutees-began": "21"})
    expect(result(compare)).to_contain_text("2 of 21 who began")
    compare.get_by_label("To be shown outside the team").check()
    expect(status(compare)).to_have_text("No clear difference could be shown.")
    expect(result(compare).locator("table, svg")).to_have_count(0)
    expect(result(compare)).to_contain_text("some of those who began are not in the figures")
    with compare.expect_download() as download:
        compare.get_by_role("button", name="Save as a table").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert not re.search(r"\b(3|6|19|24|2|21)\b", text.replace("fewer than five", ""))


# -- bad input -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("tutees-end-mean", "three", "“three” is not a number."),
        ("tutees-end-mean", "3.1.0", "“3.1.0” is not a number."),
        ("tutees-end-mean", "<b>3</b>", "“<b>3</b>” is not a number."),
        ("tutees-n", "-24", "This cannot be less than 0."),
        ("tutees-n", "24,5", "Only a whole number fits here."),
        ("tutees-n", "1", "One person has no spread"),
        ("tutees-n", "99999999999", "This number is too large."),
        ("tutees-end-deviation", "0", "0 means that everybody has the same value."),
        ("tutees-end-deviation", "-0.5", "This cannot be less than 0."),
        ("tutees-began", "20", "Fewer than were measured at the end."),
        ("tutees-start-mean", "3", ""),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(compare: Page, field: str, text: str, said: str) -> None:
    fill(compare, {**VECTOR, field: text})
    box = compare.locator(f"[name={field}]")
    if said:
        expect(problem(compare, field)).to_contain_text(said)
        expect(box).to_have_attribute("aria-invalid", "true")
    else:
        expect(problem(compare, "comparison-start-mean")).to_contain_text("Fill in the start for both groups, or for none.")
    expect(status(compare)).to_have_text("A field is marked: mend it, and the result appears here.")
    expect(box).to_have_value(text)
    fill(compare, {field: VECTOR.get(field, "")})
    expect(status(compare)).to_have_text("No clear difference could be shown.")


def test_empty_fields_are_waited_for_without_complaint(compare: Page) -> None:
    fill(compare, {**VECTOR, "tutees-n": ""})
    expect(status(compare)).to_have_text("Fill in both groups. The result then appears here.")
    expect(compare.locator("[aria-invalid=true]")).to_have_count(0)


@pytest.mark.parametrize("text", ["1.234", "1,234"])
@pytest.mark.parametrize(("button", "mean"), [("1234: a thousand or more", 1234), ("1.234: between 1 and 2", 1.234)])
def test_a_number_that_can_be_two_is_asked_about(compare: Page, text: str, button: str, mean: float) -> None:
    fill(compare, {**VECTOR, "tutees-end-mean": text})
    expect(problem(compare, "tutees-end-mean")).to_contain_text(f"“{text}” can mean two numbers.")
    problem(compare, "tutees-end-mean").get_by_role("button", name=button).click()
    expect(problem(compare, "tutees-end-mean")).to_be_empty()
    assert compare.evaluate("document.activeElement.name") == "tutees-end-mean"
    expect(result(compare)).to_contain_text(f"{mean:,.2f} (0.55)")


def test_a_number_of_people_like_1_234_can_only_be_one_number(compare: Page) -> None:
    fill(compare, {**VECTOR, "tutees-n": "1.234"})
    assert rows_of(compare, "The two groups")["Tutees"][0] == "1,234"


def test_limits_catch_a_slip_of_the_keys(compare: Page) -> None:
    compare.locator("[data-part=more] summary").click()
    fill(compare, {**VECTOR, "tutees-end-mean": "31", "lowest": "1", "highest": "5"})
    expect(problem(compare, "tutees-end-mean")).to_have_text("This lies outside 1 to 5. ")
    fill(compare, {"tutees-end-mean": "3.1", "tutees-end-deviation": "2.5"})
    expect(problem(compare, "tutees-end-deviation")).to_contain_text("the standard deviation cannot be that large")
    fill(compare, {"tutees-end-deviation": "0.55", "highest": "0"})
    expect(problem(compare, "highest")).to_contain_text("must be above the lowest")


def test_more_successes_than_people_are_refused(compare: Page) -> None:
    compare.locator("[name=kind][value=shares]").check()
    fill(compare, {"tutees-count": "20", "tutees-of": "19", "comparison-count": "6", "comparison-of": "24"})
    expect(problem(compare, "tutees-count")).to_contain_text("More than all")


ENDS = [2.5, 3.0, 3.5, 4.0, 2.0, 3.0, 3.5, 2.5, 4.5, 3.0, 2.0, 3.5]


def column(values: list[float], sign: str = ".") -> str:
    return "\n".join(f"{value:.2f}".replace(".", sign) for value in values)


@pytest.mark.parametrize(
    "text",
    [
        column(ENDS),
        column(ENDS, ","),
        "\ufeff" + column(ENDS, ",").replace("\n", "\r\n") + "\r\n\r\n",
        "End\n" + column(ENDS),
        "code;end\n" + "\n".join(f"k{n:02};{value:.2f}".replace(".", ",") for n, value in enumerate(ENDS)),
        "\n".join(f'"k{n}","{value:.2f}"' for n, value in enumerate(ENDS)),
        "\n".join(f"{value}\t\t" for value in ENDS),
    ],
    ids=["points", "commas", "byte order mark and Windows lines", "heading", "semicolons, codes and heading", "quoted commas", "empty columns"],
)
@pytest.mark.parametrize("language", ["", "tr/"])
def test_columns_are_read_however_the_spreadsheet_writes_them(page: Page, http_address: str, language: str, text: str) -> None:
    page.goto(http_address + language + PATH)
    paste(page, text, column([value - 0.5 for value in ENDS]))
    if not language and re.search(r"(?m)^\ufeff?\d,\d\d\s*$", text):  # in English a comma alone is doubtful
        problem(page, "tutees-pasted").get_by_role("button", name="A decimal sign").click()
    expect(result(page)).to_contain_text("+0.50" if not language else "+0,50")


def test_people_without_an_end_count_as_stopped(compare: Page) -> None:
    pairs = [f"{value}\t{value + (0.5 if n % 2 else 0.25)}" for n, value in enumerate(ENDS)]
    paste(compare, "\n".join([*pairs, "3.5\t", "2.5\t-", "\t4"]), "\n".join(f"{value}\t{value + n % 3 / 4}" for n, value in enumerate(ENDS)))
    expect(compare.locator("[data-part=tutees-pasted-note]")).to_contain_text("13 people read.")
    expect(result(compare)).to_contain_text("Tutees: not in the figures: 2 of 14 who began.")
    expect(result(compare)).to_contain_text("Tutees: measured only at the end and left out: 1.")
    expect(result(compare)).not_to_contain_text("assumed to correlate")


def test_lines_that_are_no_numbers_are_named(compare: Page) -> None:
    paste(compare, column(ENDS) + "\nabsent\n5–6\n#DIV/0!\nx", column(ENDS))
    said = problem(compare, "tutees-pasted")
    expect(said).to_contain_text("Line 13: “absent” is not a number. Line 14: “5–6” is not a number. Line 15: “#DIV/0!” is not a number. and 1 more line.")
    expect(compare.locator("[name=tutees-pasted]")).to_have_value(column(ENDS) + "\nabsent\n5–6\n#DIV/0!\nx")


def test_whole_columns_of_doubtful_numbers_are_asked_about_once(compare: Page) -> None:
    text = "1.250\n1.300\n1.400\n1.350\n1.275\n1.310\n1.290\n1.340\n1.305\n1.280"
    paste(compare, text, text.replace("1.", "2."))
    problem(compare, "tutees-pasted").get_by_role("button", name="1250: a thousand or more").click()
    expect(result(compare)).to_contain_text("Difference at the end: −1,000.00")
    expect(compare.locator("[data-problem] button")).to_have_count(0)


def test_one_number_beyond_doubt_settles_its_column(compare: Page) -> None:
    text = "1.250\n1.3\n1.400\n1.350\n1.275\n1.310\n1.290\n1.340\n1.305\n1.280"
    paste(compare, text, text.replace("1.", "2."))
    expect(result(compare)).to_contain_text("Difference at the end: −1.00")


def test_commas_that_can_be_two_columns_are_asked_about(compare: Page) -> None:
    pairs = "\n".join(f"{n % 4 + 2},{n % 5 + 3}" for n in range(12))
    paste(compare, pairs, pairs.replace("3,", "4,"))
    expect(problem(compare, "tutees-pasted")).to_contain_text("Is the comma in “2,3” a decimal sign, or does it stand between two columns?")
    problem(compare, "tutees-pasted").get_by_role("button", name="Two columns").click()
    expect(result(compare)).to_contain_text("Difference between the two changes")


def test_three_columns_are_refused(compare: Page) -> None:
    paste(compare, "1\t2\t3\n2\t3\t4", column(ENDS))
    expect(problem(compare, "tutees-pasted")).to_contain_text("3 columns were found.")


def test_people_who_are_all_alike_cannot_be_compared(compare: Page) -> None:
    paste(compare, "3\n" * 12, column(ENDS))
    expect(problem(compare, "tutees-pasted")).to_contain_text("everybody has the same value")


def put(page: Page, field: str, text: str) -> None:
    """Long text at once, as from the clipboard; typing it would take minutes."""
    page.locator(f"[name={field}]").evaluate("(box, text) => { box.value = text; box.dispatchEvent(new Event('input', { bubbles: true })); }", text)


def test_ten_thousand_lines_are_no_trouble_and_too_much_is_said(compare: Page) -> None:
    compare.locator("[name=way][value=pasted]").check()
    put(compare, "tutees-pasted", "\n".join(str(n % 7 + 0.5) for n in range(10_000)))
    put(compare, "comparison-pasted", "\n".join(str(n % 6 + 0.5) for n in range(10_000)))
    assert rows_of(compare, "The two groups")["Tutees"][0] == "10,000"
    put(compare, "tutees-pasted", "\n".join("3" for _ in range(20_001)))
    expect(problem(compare, "tutees-pasted")).to_contain_text("too much text")


# -- what stays ------------------------------------------------------------------------------------


def test_typed_figures_are_there_after_a_reload_and_gone_after_start_over(compare: Page) -> None:
    fill(compare, VECTOR)
    expect(compare.locator("[data-part=kept]")).to_contain_text("stays on this device until you press “Start over”")
    compare.reload()
    expect(compare.locator("[name=tutees-end-mean]")).to_have_value("3.10")
    expect(status(compare)).to_have_text("No clear difference could be shown.")
    compare.get_by_role("button", name="Start over").click()
    compare.reload()
    expect(compare.locator("[name=tutees-end-mean]")).to_have_value("")


def test_pasted_values_are_never_kept(compare: Page) -> None:
    paste(compare, column(ENDS), column(ENDS))
    assert "2.50" not in compare.evaluate("JSON.stringify(localStorage)")


def test_a_shared_computer_keeps_nothing(compare: Page) -> None:
    compare.evaluate("localStorage.setItem('p2p:shared-computer', 'true')")
    compare.reload()
    fill(compare, VECTOR)
    expect(compare.locator("[data-part=kept]")).to_have_text("Shared computer: nothing you type is kept here.")
    assert [key for key in json.loads(compare.evaluate("JSON.stringify(localStorage)")) if key.startswith("p2p:")] == ["p2p:shared-computer"]


def test_what_another_program_left_on_the_device_does_no_harm(compare: Page) -> None:
    for left in ('{"fields": {"tutees-n": {"a": 1}, "kind": "none"}}', '{"fields": 7}', "[", '"<img src=x onerror=alert(1)>"'):
        compare.evaluate("(left) => localStorage.setItem('p2p:compare', left)", left)
        compare.reload()
        expect(compare.get_by_role("button", name="Open the example")).to_be_visible()


# -- taking it along -------------------------------------------------------------------------------


def test_the_table_is_written_as_the_languages_spreadsheets_read_it(page: Page, http_address: str) -> None:
    page.goto(f"{http_address}ro/{PATH}")
    fill(page, VECTOR)
    with page.expect_download() as download:
        page.get_by_role("button", name="Salvează ca tabel (CSV)").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == '"Nu s-a putut arăta o diferență clară."'
    assert lines[3].startswith('"g al lui Hedges, sfârșit";0,426778')


def test_the_result_is_copied_as_sentences(page: Page, http_address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(http_address + PATH)
    fill(page, {**VECTOR, "measure": "Mark in electrics"})
    page.get_by_role("button", name="Copy the result as text").click()
    expect(page.locator("[data-part=news]")).to_have_text("Copied.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Mark in electrics\nNo clear difference could be shown.\n")
    assert "– One block in one school is never a proof." in text


def test_the_print_holds_the_result_and_not_the_form(page: Page, http_address: str, tmp_path: Path) -> None:
    page.goto(f"{http_address}tr/{PATH}")
    page.get_by_role("button", name="Örneği aç").click()
    page.pdf(path=tmp_path / "compare.pdf", format="A4")
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "compare.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert "Sonuç: Öz yeterlik, Örnek okul (kurgu)" in text
    assert text.count("\f") == 1, "one page"
    assert "Belirgin bir fark gösterilemedi." in text
    assert "Neyi karşılaştırıyorsunuz?" not in text
    assert "kurgu bir okul" not in text


# -- for everybody ---------------------------------------------------------------------------------


def test_the_keyboard_alone_is_enough(compare: Page) -> None:
    compare.locator("[data-part=example]").focus()
    typed = dict(VECTOR)
    for _ in range(40):
        compare.keyboard.press("Tab")
        name = compare.evaluate("document.activeElement.name")
        if name in typed:
            compare.keyboard.type(typed.pop(name))
    assert typed == {}
    expect(status(compare)).to_have_text("No clear difference could be shown.")


def test_the_verdict_is_announced_and_the_picture_has_words(compare: Page) -> None:
    fill(compare, VECTOR)
    expect(status(compare)).to_have_attribute("role", "status")
    picture = compare.get_by_role("img", name="Differences with their 95% intervals")
    expect(picture).to_be_visible()
    assert "Difference at the end: +0.25 (−0.08 to +0.58)." in picture.locator("desc").text_content()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_the_worked_example_is_there(chromium: Browser, http_address: str, language: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http_address + ("" if language == "en" else f"{language}/") + PATH)
    expect(page.locator("compare-groups > p")).to_be_visible()
    expect(page.locator("[data-part=worked] svg")).to_be_visible()
    expect(page.locator("[data-part=worked] tbody tr")).to_have_count(5)
    expect(page.locator("[data-part=tools]")).to_be_hidden()
    context.close()


def test_it_works_from_the_disk_as_over_http(page: Page, address: str) -> None:
    page.goto(f"{address}it/{PATH}")
    page.get_by_role("button", name="Apri l’esempio").click()
    expect(status(page)).to_have_text("Non si è potuta mostrare una differenza chiara.")
