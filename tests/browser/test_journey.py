"""One student and one teacher, from the first questionnaire to the group's change."""

from __future__ import annotations

import random
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.answer_files import answer_file, upload
from tests.browser.test_results import answer, choose
from tests.browser.test_take_along import open_file, save

QUESTIONNAIRE = "checklists/self-efficacy.html"


def fresh(chromium: Browser) -> BrowserContext:
    """A browser that has never seen the site."""
    return chromium.new_context(viewport={"width": 360, "height": 740})


def journey(chromium: Browser, address: str, tmp_path: Path) -> None:
    student = fresh(chromium).new_page()
    student.goto(address + "tr/" + QUESTIONNAIRE)
    answer(student, [2, 3, 2, 2, 3, 1])
    student.locator("[name='@code']").fill("re12")
    first = save(student)
    student.context.close()  # the browser is wiped

    student = fresh(chromium).new_page()
    student.goto(address + "ro/" + QUESTIONNAIRE)
    open_file(student, *first)
    choose(student, "end")
    answer(student, [3, 3, 3, 3, 3, 2])
    expect(student.locator(".p2p-result")).to_contain_text("acum cu 0,6 mai mult")
    last = save(student)
    student.emulate_media(media="print")
    student.pdf(path=tmp_path / "result.pdf")
    expect(student.locator(".p2p-result__table")).to_be_visible()
    expect(student.locator(".p2p-form__tools")).to_be_hidden()
    student.context.close()

    chance = random.Random(11)
    others = []
    for n in range(11):
        begin = [chance.randint(1, 4) for _ in range(6)]
        others.append(upload(f"{n}-start.json", answer_file(f"ab{n:02}", "start", begin)))
        others.append(upload(f"{n}-end.json", answer_file(f"ab{n:02}", "end", [value + chance.randint(0, 1) for value in begin])))
    teacher = fresh(chromium).new_page()
    teacher.goto(address + "it/indicators/class-summary.html")
    teacher.locator("[data-part=files]").set_input_files([*others, upload(*first), upload(*last)])
    summary = teacher.locator("[data-part=summary]")
    expect(summary).to_contain_text("12 persone hanno risposto tutte e due le volte")
    teacher.locator("[data-part=list-box] summary").click()
    teacher.get_by_role("button", name=f"Togli {first[0]}").click()
    expect(summary).to_contain_text("una sottrazione rivelerebbe le loro risposte")
    teacher.context.close()


def test_from_a_turkish_phone_to_an_italian_class_over_http(chromium: Browser, http_address: str, tmp_path: Path) -> None:
    journey(chromium, http_address, tmp_path)


def test_the_same_from_a_usb_stick(chromium: Browser, disk_address: str, tmp_path: Path) -> None:
    journey(chromium, disk_address, tmp_path)
