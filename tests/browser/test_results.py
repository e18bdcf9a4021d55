"""A questionnaire's result: when it appears, what it says, what it compares; the readiness plan."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answer_files import script_of

PATH = "checklists/self-efficacy.html"


def answer(page: Page, values: list[int]) -> None:
    """Choose a point for each statement: 1 to 5, or 6 for “prefer not to say”; 0 leaves it out."""
    for place, value in enumerate(values):
        if value:
            page.locator("fieldset[data-item]").nth(place).locator("input").nth(value - 1).check()


def choose(page: Page, moment: str) -> None:
    page.locator(f"input[name='@moment'][value={moment}]").check()


def test_the_mean_appears_with_the_fifth_of_six_answers(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    answer(page, [4, 4, 4, 4])
    expect(page.locator(".p2p-result")).to_have_text("Answer at least 5 of 6 statements to see a result.")
    answer(page, [0, 0, 0, 0, 2])
    expect(page.locator(".p2p-result")).to_contain_text("Mean (start): 3.6, on a scale from 1 to 5, from 5 of 6 statements.")


def test_prefer_not_to_say_is_an_answer_that_does_not_count(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    answer(page, [4, 4, 4, 4, 6, 6])
    expect(page.locator(".p2p-form__status")).to_have_text("6 of 6 statements answered")
    expect(page.locator(".p2p-result")).to_contain_text("Answer at least 5")


def test_moments_are_kept_apart_and_compared(page: Page, address: str) -> None:
    page.goto(address + "ro/" + PATH)
    answer(page, [2, 2, 2, 2, 2, 2])
    choose(page, "end")
    expect(page.locator("fieldset[data-item] input:checked")).to_have_count(0)
    answer(page, [3, 3, 3, 3, 3, 2])
    expect(page.locator(".p2p-result")).to_contain_text("Data trecută (început) era 2,0: acum cu 0,8 mai mult.")
    page.reload()
    expect(page.locator("input[name='@moment'][value=end]")).to_be_checked()
    expect(page.locator(".p2p-result")).to_contain_text("Data trecută (început) era 2,0")
    row = page.locator(".p2p-result__table tbody tr").first
    expect(row.locator("td[data-label]")).to_have_text(["2", "3"])
    expect(row.locator(".p2p-dumbbell__before")).to_have_count(1)
    expect(row.locator(".p2p-dumbbell__now")).to_have_count(1)


def test_the_lowest_statement_gets_one_small_step_and_its_help(page: Page, http_address: str) -> None:
    page.goto(http_address + "tr/" + PATH)
    answer(page, [4, 4, 5, 1, 4, 4])
    steps = page.locator(".p2p-result li")
    expect(steps).to_have_count(1)
    expect(steps.first).to_contain_text("Son kötü notuna bak: farklı yapacağın bir şeyi yaz.")
    steps.first.get_by_role("link").click()
    expect(page).to_have_url(http_address + "tr/junior/believe-you-can.html#where-from")


def test_a_reversed_statement_is_shown_the_other_way_round(page: Page, http_address: str) -> None:
    page.goto(http_address + "checklists/coping.html")
    answer(page, [3, 3, 3, 3, 5])
    expect(page.locator(".p2p-result")).to_contain_text("Mean (start): 2.6")
    last = page.locator(".p2p-result__table tbody tr").nth(4)
    expect(last).to_contain_text("(counted the other way round)")
    expect(last.locator("td[data-label]")).to_have_text("1")


def test_the_result_names_no_rank_and_no_level(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    answer(page, [1, 1, 1, 1, 1, 1])
    words = page.locator(".p2p-result").inner_text().lower()
    assert not {"weak", "poor", "low ", "good", "risk", "average", "below", "rank"} & {word for word in ("weak", "poor", "low ", "good", "risk", "average", "below", "rank") if word in words}


def test_the_weakest_areas_of_the_school_become_a_plan_that_is_kept(page: Page, http_address: str) -> None:
    page.goto(http_address + "checklists/is-our-school-ready.html")
    for number, step in enumerate(page.locator("fieldset.p2p-question").all()):
        step.locator("input").nth(2 if number in (0, 1, 9) else 0).check()
    expect(page.locator(".p2p-result")).to_contain_text("Begin here: Safety and Leadership.")
    expect(page.get_by_label("Area, row 1")).to_have_value("Safety")
    page.get_by_label("What, row 1").fill("Name a second adult")
    page.get_by_label("By when, row 1").fill("2026-12-18")
    page.reload()
    expect(page.get_by_label("What, row 1")).to_have_value("Name a second adult")
    expect(page.get_by_label("By when, row 1")).to_have_value("2026-12-18")
    page.emulate_media(media="print")
    expect(page.locator(".p2p-result")).to_be_visible()
    expect(page.get_by_label("What, row 1")).to_be_visible()


def expected_score(values: list[int | None], backwards: list[bool]) -> float | None:
    given = [6 - value if turn else value for value, turn in zip(values, backwards, strict=True) if value is not None]
    return sum(given) / len(given) if 5 * len(given) >= 4 * len(values) else None


def test_scores_follow_the_rule_for_any_answers(page: Page, site) -> None:
    """300 random questionnaires against a second calculation: 80 %, reversal, mean."""
    chance = random.Random(20261124)
    cases = []
    for _ in range(300):
        size = chance.choice([5, 6])
        backwards = [chance.random() < 0.2 for _ in range(size)]
        cases.append(([chance.choice([1, 2, 3, 4, 5, None]) for _ in range(size)], backwards))
    page.add_script_tag(content=script_of(site))
    got = page.evaluate(
        """(cases) => cases.map(([values, backwards]) => score(
            Object.fromEntries(values.map((value, n) => [`i${n}`, value])),
            { items: backwards.map((reversed, n) => ({ id: `i${n}`, reversed })), scale: { lowest: 1, highest: 5 } }))""",
        cases,
    )
    assert got == [None if (want := expected_score(*case)) is None else pytest.approx(want, abs=1e-12) for case in cases]
