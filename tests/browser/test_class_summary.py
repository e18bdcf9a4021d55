"""The class summary: what it reads, what it shows, and that nobody can be worked out from it."""

from __future__ import annotations

import json
import random
from fractions import Fraction

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answer_files import answer_file, script_of, upload

PATH = "indicators/class-summary.html"


def block(people: int, *, start: int = 3, end: int = 4) -> list[dict]:
    """Files of `people` students at start and end; each answers a little differently."""
    files = []
    for n in range(people):
        code = f"ab{n:02}"
        files.append(upload(f"s{n}.json", answer_file(code, "start", [start + (k < n % 4) for k in range(6)])))
        files.append(upload(f"e{n}.json", answer_file(code, "end", [end + (k < (2 * n) % 5) for k in range(6)])))
    return files


def drop(page: Page, files: list[dict]) -> None:
    page.locator("[data-part=files]").set_input_files(files)


def test_a_group_is_paired_by_code_and_told_in_words(page: Page, address: str) -> None:
    page.goto(address + PATH)
    drop(page, block(12))
    summary = page.locator("[data-part=summary]")
    expect(page.locator("[data-part=status]")).to_have_text("24 of 24 files counted.")
    expect(summary).to_contain_text("12 people answered both times (start; end of the block).")
    expect(summary).to_contain_text("The mean was higher the second time.")
    expect(summary).to_contain_text("Without a comparison group nobody can say")


def test_removing_files_one_by_one_reveals_nobody(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    drop(page, block(12))
    summary = page.locator("[data-part=summary]")
    expect(summary.locator("table")).to_have_count(1)
    page.locator("[data-part=list-box] summary").click()
    for _ in range(4):
        for _ in ("start", "end"):
            page.locator("[data-part=list] button").first.click()
            expect(summary).to_contain_text("a subtraction would tell their answers")
            expect(summary.locator("table")).to_have_count(0)
            expect(page.locator("[data-part=exports]")).to_be_hidden()
    for _ in ("start", "end"):  # the fifth person: the parts are now 5 and 7 people
        page.locator("[data-part=list] button").first.click()
    expect(summary).to_contain_text("7 people answered both times")
    expect(summary).to_contain_text("too few people to judge")


def test_the_example_opens_with_one_click_and_shows_an_invented_group(page: Page, address: str) -> None:
    page.goto(address + PATH)
    page.get_by_role("button", name="Open the example").click()
    summary = page.locator("[data-part=summary]")
    expect(page.locator("[data-part=status]")).to_contain_text("An invented school")
    expect(summary).to_contain_text("23 people answered both times (start; end of the block). 1 more answered only once")
    expect(summary.locator("table")).to_have_count(2)
    page.get_by_label("To be shown outside the team").check()
    expect(summary).to_contain_text("Some people answered only once and are not in these figures.")
    expect(summary).not_to_contain_text("1 more")


def test_small_groups_are_hidden_inside_under_five_and_outside_under_ten(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    summary = page.locator("[data-part=summary]")
    drop(page, block(4))
    expect(summary).to_contain_text("Hidden: 4 people.")
    page.get_by_role("button", name="Start over").click()
    drop(page, block(9))
    expect(summary.locator("table")).to_have_count(1)
    page.get_by_label("To be shown outside the team").check()
    expect(summary).to_contain_text("Hidden: 9 people.")
    expect(summary.locator("table")).to_have_count(0)


def test_a_group_that_answered_alike_is_hidden(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    drop(page, [upload(f"{n}.json", answer_file(f"ab{n:02}", "start", [4] * 6)) for n in range(12)])
    expect(page.locator("[data-part=summary]")).to_contain_text("everybody answered alike")


def test_every_file_gets_its_state_in_the_readers_words(page: Page, http_address: str) -> None:
    page.goto(http_address + "it/" + PATH)
    drop(page, [
        upload("ok.json", answer_file("ab01", "start", [3] * 6)),
        upload("older.json", answer_file("ab01", "start", [2] * 6, saved="2026-01-01T00:00:00Z")),
        upload("no-code.json", answer_file(None, "start", [3] * 6)),
        upload("short.json", answer_file("ab02", "start", [3, 3, 3, 3])),
        upload("which.json", answer_file("ab03", "someday", [3] * 6)),
        upload("sheet.json", answer_file("ab04", "start", {}, format="peer-tutoring/worksheet")),
        upload("list.json", answer_file("ab04", "start", {}, entry="before-a-session")),
        upload("<img src=x onerror=alert(1)>.json", "{<script>"),
    ])  # fmt: skip
    expect(page.locator("[data-part=status]")).to_have_text("2 file contati su 8.")
    page.locator("[data-part=list-box] summary").click()
    states = page.locator("[data-part=list] td:nth-child(3)").all_inner_texts()
    wanted = ["contato", "più recente", "senza codice", "meno dell’80%", "quale momento", "questo tipo", "non è un questionario", "danneggiato"]
    assert [want in said for want, said in zip(wanted, states, strict=True)] == [True] * 8
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_links_are_read_like_files(page: Page, http_address: str) -> None:
    page.goto(http_address + "checklists/self-efficacy.html")
    links = page.evaluate(
        "(files) => files.map((text) => 'https://school.example/x.html#answers=' + btoa(text).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, ''))",
        [answer_file(f"ab{n:02}", "start", [1 + n % 5] * 6) for n in range(10)],
    )
    page.goto(http_address + PATH)
    page.get_by_label("Links with answers, one on each line").fill("\n".join([*links, "https://school.example/"]))
    page.get_by_role("button", name="Read the links").click()
    expect(page.locator("[data-part=status]")).to_have_text("10 of 11 files counted.")
    expect(page.locator("[data-part=summary]")).to_contain_text("10 people answered (start).")


def test_exports_hold_the_group_and_no_person(page: Page, http_address: str) -> None:
    page.goto(http_address + "tr/" + PATH)
    drop(page, block(12))
    with page.expect_download() as download:
        page.get_by_role("button", name="Tablo olarak kaydet (CSV)").click()
    table = download.value.path().read_text(encoding="utf-8-sig")
    assert table.splitlines()[1].startswith('"Öz yeterlik";"başlangıç";12;3,25;')
    with page.expect_download() as download:
        page.get_by_role("button", name="Gösterge defteri için kaydet").click()
    file = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert file["format"] == "peer-tutoring/indicators"
    assert [one["count"] for one in file["figures"]] == [12, 12, 12]
    assert "ab0" not in table
    assert "ab0" not in json.dumps(file)


def test_five_hundred_files_are_all_there(page: Page, http_address: str) -> None:
    chance = random.Random(5)
    files = [upload(f"{n}.json", answer_file(f"{chr(97 + n // 100)}x{n % 100:02}", "start", [chance.randint(1, 5) for _ in range(6)])) for n in range(500)]
    page.goto(http_address + PATH)
    drop(page, files)
    expect(page.locator("[data-part=status]")).to_have_text("500 of 500 files counted.")
    expect(page.locator("[data-part=summary]")).to_contain_text("500 people answered (start).")


def solvable_people(groups: list[frozenset[int]], people: int) -> set[int]:
    """The people whose own value follows from the sums over `groups`, by Gaussian elimination."""
    rows = [[Fraction(person in group) for person in range(people)] for group in groups]
    reduced: list[list[Fraction]] = []
    place = 0
    for column in range(people):
        pivot = next((n for n in range(place, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[place], rows[pivot] = rows[pivot], rows[place]
        lead = rows[place][column]
        rows[place] = [value / lead for value in rows[place]]
        for n in range(len(rows)):
            if n != place and rows[n][column]:
                factor = rows[n][column]
                rows[n] = [value - factor * other for value, other in zip(rows[n], rows[place], strict=True)]
        place += 1
    reduced = rows[:place]
    return {row.index(1) for row in reduced if sum(value != 0 for value in row) == 1}


@pytest.mark.parametrize("least", [5, 10])
def test_no_history_of_shown_groups_can_be_solved_for_a_person(page: Page, site, least: int) -> None:
    """150 random histories of adding and removing files: what was shown solves for nobody."""
    chance = random.Random(least)
    histories = []
    for _ in range(150):
        people = chance.randint(least, 30)
        group = set(range(chance.randint(0, people)))
        history = []
        for _ in range(14):
            for person in chance.sample(range(people), min(people, chance.choice([1, 1, 2, 5, 8]))):
                group ^= {person}
            history.append(sorted(group))
        histories.append((people, history))
    page.add_script_tag(content=script_of(site))
    allowed = page.evaluate(
        """([histories, least]) => histories.map(([, history]) => {
          const shown = new ShownGroups();
          return history.map((group) => { const people = new Set(group); const yes = shown.allows(people, least); if (yes) shown.add(people); return yes; });
        })""",
        [histories, least],
    )
    assert sum(any(one) for one in allowed) > 100, "the rule must still let something be shown"
    for (people, history), yes in zip(histories, allowed, strict=True):
        groups = [frozenset(group) for group, ok in zip(history, yes, strict=True) if ok]
        assert all(len(group) >= least for group in groups)
        assert solvable_people(groups, people) == set()


def test_joined_bands_hold_at_least_five_people_and_lose_nobody(page: Page, site) -> None:
    chance = random.Random(1)
    cases = [[{"low": n, "high": n + 1, "count": chance.randint(0, 9)} for n in range(1, 5)] for _ in range(200)]
    page.add_script_tag(content=script_of(site))
    for bands, joined in zip(cases, page.evaluate("(cases) => cases.map((bands) => joinedBands(bands, 5))", cases), strict=True):
        assert sum(band["count"] for band in joined) == sum(band["count"] for band in bands)
        assert len(joined) == 1 or all(band["count"] >= 5 for band in joined)
        assert joined[0]["low"] == 1
        assert joined[-1]["high"] == 5


def test_without_javascript_the_page_says_what_to_do(chromium, http_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http_address + PATH)
    expect(page.get_by_text("This page needs JavaScript to read files.")).to_be_visible()
    expect(page.locator(".p2p-class-summary button").first).to_be_hidden()
    context.close()
