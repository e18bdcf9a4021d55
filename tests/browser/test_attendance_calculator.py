"""The attendance calculator: the flag, the law's line in the country's own unit, and bad input."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

PATH = "indicators/early-warning.html"


@pytest.fixture
def calculator(page: Page, http_address: str) -> Page:
    page.goto(http_address + PATH)
    return page


def fill(page: Page, country: str, scheduled: str, missed: str, unexcused: str = "", year: str | None = None) -> None:
    page.locator("[name=country]").select_option(country)
    for name, text in {"scheduled": scheduled, "missed": missed, "unexcused": unexcused, "year": year}.items():
        if text is not None:
            page.locator(f"[name={name}]").fill(text)


def status(page: Page):
    return page.locator("[data-part=status]")


def rows(page: Page) -> list[list[str]]:
    return [row.locator("td").all_inner_texts() for row in page.locator("[data-part=result] tbody tr").all()]


@pytest.mark.parametrize(
    ("missed", "said"),
    [("4.9", "No flag."), ("5", "Watch (line: 5%)"), ("9.9", "Watch"), ("10", "A flag (line: 10%)"), ("20", "A strong flag (line: 20%)")],
)
def test_the_flag_follows_the_share_of_scheduled_time(calculator: Page, missed: str, said: str) -> None:
    fill(calculator, "italy", "100", missed)
    expect(status(calculator)).to_contain_text(f"{float(missed):g}% of scheduled time missed.")
    expect(status(calculator)).to_contain_text(said)


def test_italy_counts_hours_to_a_quarter_of_the_year(calculator: Page) -> None:
    fill(calculator, "italy", "240", "31.5")
    assert rows(calculator) == [["more than 264 hours (25% of the year)", "31.5 hours", "232.5 hours"]]
    expect(calculator.locator("[data-part=result]")).to_contain_text("it will be 138.6 hours by the end of the year")
    fill(calculator, "italy", "1000", "264")
    assert rows(calculator)[0][2] == "0 hours"
    fill(calculator, "italy", "1000", "264.5")
    assert rows(calculator)[0][2] == "passed"


def test_romania_counts_unexcused_hours_again_and_again(calculator: Page) -> None:
    fill(calculator, "romania", "600", "90")
    assert [row[1] for row in rows(calculator)] == ["not entered", "not entered"]
    fill(calculator, "romania", "600", "90", "85")
    assert rows(calculator) == [
        ["each 20 hours (1.9% of the year)", "85 hours", "15 hours to the next; reached so far: 4"],
        ["each 40 hours (3.7% of the year)", "85 hours", "35 hours to the next; reached so far: 2"],
    ]


def test_turkiye_counts_days(calculator: Page) -> None:
    fill(calculator, "turkiye", "60", "12", "10")
    expect(calculator.get_by_label("Days missed, for any reason")).to_have_value("12")
    assert rows(calculator) == [["more than 10 days (5.6% of the year)", "10 days", "0 days"], ["more than 30 days (16.7% of the year)", "12 days", "18 days"]]
    fill(calculator, "turkiye", "60", "12", "11")
    assert rows(calculator)[0][2] == "passed"


def test_every_line_leads_to_its_source(calculator: Page) -> None:
    fill(calculator, "italy", "240", "31")
    links = calculator.locator("[data-part=result] a")
    assert [link.inner_text() for link in links.all()] == ["S130", "S131"]
    assert links.first.get_attribute("href").endswith("about/sources.html#s130")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("missed", "many", "“many” is not a number."),
        ("missed", "-3", "This cannot be less than 0."),
        ("missed", "300", "More than was scheduled until today."),
        ("unexcused", "40", "More than was missed in all."),
        ("scheduled", "0", "0 cannot be divided"),
        ("year", "200", "Less than was scheduled until today."),
        ("year", "99999", "This number is too large."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(calculator: Page, field: str, text: str, said: str) -> None:
    fill(calculator, "italy", "240", "31", "12")
    calculator.locator(f"[name={field}]").fill(text)
    expect(calculator.locator(f"[data-problem={field}]")).to_contain_text(said)
    expect(calculator.locator(f"[name={field}]")).to_have_value(text)
    expect(calculator.locator("[data-part=result]")).to_be_empty()


def test_a_thousand_hours_written_with_a_point_can_only_be_a_thousand(calculator: Page) -> None:
    fill(calculator, "italy", "240", "31", year="1.056")
    calculator.locator("[data-problem=year]").get_by_role("button", name="1056: a thousand or more").click()
    assert rows(calculator)[0][0].startswith("more than 264 hours")


def test_the_language_chooses_the_country_and_writes_the_numbers(page: Page, http_address: str) -> None:
    page.goto(f"{http_address}tr/{PATH}")
    expect(page.locator("[name=country]")).to_have_value("turkiye")
    page.locator("[name=scheduled]").fill("60")
    page.locator("[name=missed]").fill("7,5")
    expect(status(page)).to_contain_text("60 gün içinde 7,5 gün: planlanan sürenin %12,5 kadarı kaçırıldı. Uyarı (sınır: %10)")


def test_nothing_is_kept(calculator: Page) -> None:
    fill(calculator, "italy", "240", "31")
    assert "p2p:" not in calculator.evaluate("JSON.stringify(localStorage)")


def test_without_javascript_the_way_by_hand_is_said(chromium: Browser, http_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http_address + PATH)
    expect(page.get_by_text("By hand: missed ÷ scheduled × 100.")).to_be_visible()
    expect(page.locator("[name=scheduled]")).to_be_hidden()
    context.close()
