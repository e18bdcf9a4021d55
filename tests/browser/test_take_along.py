"""Answers as a file, a link and a QR code; shared computers; deleting; worksheets with more rows."""

from __future__ import annotations

import json
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.answer_files import answer_file, upload
from tests.browser.test_results import answer, choose

PATH = "checklists/self-efficacy.html"
SHEET = "action-learning/problem-sheet.html"


def accept_questions(page: Page) -> list[str]:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    return asked


def open_more(page: Page) -> None:
    page.locator(".p2p-form__more summary").click()


def save(page: Page) -> tuple[str, str]:
    with page.expect_download() as download:
        page.locator("[data-part=save]").click()
    return download.value.suggested_filename, download.value.path().read_text(encoding="utf-8")


def open_file(page: Page, name: str, text: str | bytes) -> None:
    page.locator("[data-part=open]").set_input_files(upload(name, text))


def stored(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('p2p:'))")


def test_a_file_says_what_the_design_says_and_opens_in_another_language(chromium: Browser, page: Page, address: str) -> None:
    page.goto(address + "tr/" + PATH)
    answer(page, [2, 3, 4, 4, 1, 6])
    page.locator("[name='@code']").fill("Rç 12")
    name, text = save(page)
    assert name == "self-efficacy-start-rc12.json"
    file = json.loads(text)
    assert file["format"] == "peer-tutoring/answers"
    assert file["version"] == 1
    assert file["entry"] == "self-efficacy"
    assert file["moment"] == "start"
    assert file["code"] == "rc12"
    assert file["language"] == "tr"
    assert file["answers"]["first-step"] == 2
    assert file["answers"]["act-on-own"] is None

    elsewhere = chromium.new_context().new_page()
    elsewhere.goto(address + "ro/" + PATH)
    open_file(elsewhere, name, text)
    expect(elsewhere.locator("[data-part=news]")).to_contain_text("Deschis: 6 răspunsuri")
    expect(elsewhere.locator("[name='@code']")).to_have_value("rc12")
    expect(elsewhere.locator("fieldset[data-item] input:checked")).to_have_count(6)
    elsewhere.context.close()


def test_a_file_of_another_moment_stands_beside_what_is_here(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    choose(page, "end")
    answer(page, [4, 4, 4, 4, 4, 4])
    open_file(page, "before.json", answer_file("ab12", "start", [3, 3, 3, 3, 3, 3]))
    choose(page, "end")
    expect(page.locator(".p2p-result")).to_contain_text("Last time (start) it was 3.0: 1.0 more now.")


def test_replacing_answers_is_asked_first_and_no_leaves_them(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    answer(page, [5, 5, 5, 5, 5, 5])
    page.once("dialog", lambda dialog: dialog.dismiss())
    open_file(page, "other.json", answer_file("ab12", "start", [1, 1, 1, 1, 1, 1]))
    expect(page.locator("[data-part=news]")).to_have_text("Not opened. Your answers are as they were.")
    expect(page.locator("input[name=first-step][value='5']")).to_be_checked()


REFUSED = {
    "another kind": ('{"format": "shopping-list", "version": 1}', "was not saved by a form of this kind"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "damaged or is not a file with answers"),
    "broken": ('{"format": "peer-tutoring/answers", "ver', "damaged"),
    "empty": ("", "damaged"),
    "newer": (answer_file("ab12", "start", [1] * 6, version=2), "newer edition"),
    "another form": (answer_file("ab12", "start", [1] * 6, entry="coping"), "another form of this site"),
    "a worksheet": (answer_file(None, "start", {}, format="peer-tutoring/worksheet"), "another form|of this kind"),
    "a list": ("[1, 2]", "of this kind"),
    "too large": ('"' + "x" * 600_000 + '"', "too large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_none_of_ours_is_refused_in_words_and_loses_nothing(page: Page, http_address: str, name: str) -> None:
    text, sentence = REFUSED[name]
    page.goto(http_address + PATH)
    answer(page, [5, 4, 5, 4, 5, 4])
    open_file(page, f"{name}.json", text)
    expect(page.locator("[data-part=news]")).to_contain_text(re.compile(sentence))
    expect(page.locator("fieldset[data-item] input:checked")).to_have_count(6)
    page.reload()
    expect(page.locator("fieldset[data-item] input:checked")).to_have_count(6)


def test_fifty_megabytes_are_refused_without_being_read(page: Page, http_address: str, tmp_path) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * 50_000_000)
    page.goto(http_address + PATH)
    page.locator("[data-part=open]").set_input_files(large)
    expect(page.locator("[data-part=news]")).to_contain_text("too large")


def test_what_does_not_fit_is_named_and_left_out(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    odd = '{"first-step": 3, "ask-and-go-on": 9, "old-item": 2, "__proto__": {"polluted": 1}, "constructor": 3, "<img src=x onerror=alert(1)>": 4}'
    text = answer_file("ab12", "start", {}).replace('"answers": {}', f'"answers": {odd}')
    open_file(page, "odd.json", text)
    news = page.locator("[data-part=news]")
    expect(news).to_contain_text("Opened: 1 answer")
    expect(news).to_contain_text("The form has changed since")
    expect(news).to_contain_text("because the answer is not possible here: I can ask for help without giving up the task.")
    expect(news).to_contain_text("old-item")
    expect(page.locator("img[src=x]")).to_have_count(0)
    assert page.evaluate("({}).polluted") is None


def test_a_file_of_another_code_is_opened_with_a_question(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    page.locator("[name='@code']").fill("zz99")
    open_file(page, "x.json", answer_file("ab12", "start", [1] * 6))
    expect(page.locator("[data-part=news]")).to_contain_text("The file has another code, ab12. Is it yours?")
    expect(page.locator("[name='@code']")).to_have_value("zz99")


def test_a_link_carries_the_answers_after_a_question_and_leaves_the_address(chromium: Browser, page: Page, http_address: str) -> None:
    page.goto(http_address + "it/" + PATH)
    answer(page, [2, 3, 4, 4, 1, 6])
    open_more(page)
    expect(page.get_by_text("Chi ha il link o il codice quadrato può leggere le risposte.")).to_be_visible()
    page.locator("[data-part=link]").click()
    link = page.locator("[data-part=link-text]").input_value()
    assert link.startswith(http_address + "it/" + PATH + "#answers=")

    context = chromium.new_context()
    asked_server: list[str] = []
    context.on("request", lambda request: asked_server.append(request.url))
    elsewhere = context.new_page()
    asked = accept_questions(elsewhere)
    elsewhere.goto(link)
    expect(elsewhere.locator("fieldset[data-item] input:checked")).to_have_count(6)
    assert len(asked) == 1
    assert "Questo link contiene delle risposte" in asked[0]
    assert elsewhere.url == http_address + "it/" + PATH
    context.close()


def test_the_qr_code_reads_as_the_link_and_its_library_comes_only_when_asked(page: Page, address: str, tmp_path) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(address + PATH)
    answer(page, [2, 3, 4, 4, 1, 6])
    if address.startswith("file:"):
        open_more(page)
        page.locator("[data-part=link]").click()
        expect(page.locator("[data-part=news]")).to_contain_text("opened from a disk")
        return
    open_more(page)
    page.locator("[data-part=link]").click()
    assert not any("qrcode" in url for url in fetched)
    page.locator("[data-part=qr]").click()
    code = page.locator(".p2p-qr")
    expect(code).to_be_visible()
    assert any("qrcode" in url for url in fetched)
    page.set_viewport_size({"width": 900, "height": 900})
    code.evaluate("(picture) => { document.body.append(picture); picture.style = 'position: fixed; inset: 0; z-index: 99; width: 900px; max-width: none;'; }")
    code.screenshot(path=tmp_path / "qr.png")
    link = zxingcpp.read_barcode(Image.open(tmp_path / "qr.png")).text
    assert link.startswith(address + PATH + "#answers=")


def test_a_damaged_link_says_so(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH + "#answers=eyJmb3JtYXQi")
    expect(page.locator("[data-part=news]")).to_contain_text("The link with answers is incomplete.")
    assert page.url == http_address + PATH


def test_a_shared_computer_keeps_nothing_and_asks_before_it_is_left(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    answer(page, [2, 3])
    page.locator("[name='@code']").fill("ab12")
    open_more(page)
    page.get_by_label("This is a shared computer").check()
    assert stored(page) == ["p2p:shared-computer"]
    answer(page, [0, 0, 4, 4, 1])
    expect(page.locator("fieldset[data-item] input:checked")).to_have_count(5)
    expect(page.locator("[data-part=kept]")).to_contain_text("lost when the page is closed")
    assert stored(page) == ["p2p:shared-computer"]
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]
    expect(page.locator("fieldset[data-item] input:checked")).to_have_count(0)


def test_after_saving_a_file_a_shared_computer_can_be_left_without_a_question(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    open_more(page)
    page.get_by_label("This is a shared computer").check()
    answer(page, [2, 3, 4, 4, 1])
    save(page)
    asked = accept_questions(page)
    page.reload()
    assert asked == []


def test_delete_all_removes_every_answer_of_every_form(page: Page, http_address: str) -> None:
    page.goto(http_address + "checklists/before-a-session.html")
    page.locator("check-list input").first.check()
    page.goto(http_address + PATH)
    answer(page, [2, 3])
    page.locator("[name='@code']").fill("ab12")
    assert len(stored(page)) >= 3
    open_more(page)
    asked = accept_questions(page)
    page.get_by_role("button", name="Delete all answers on this device").click()
    assert "all forms" in asked[0]
    assert stored(page) == []
    expect(page.locator("fieldset[data-item] input:checked")).to_have_count(0)
    page.goto(http_address + "checklists/before-a-session.html")
    expect(page.locator("check-list input:checked")).to_have_count(0)


def test_worksheet_rows_can_be_added_kept_saved_and_opened(chromium: Browser, page: Page, address: str) -> None:
    page.goto(address + SHEET)
    table = page.locator("tbody[data-table=tried]")
    expect(table.locator("tr")).to_have_count(3)
    page.locator("[data-add-row=tried]").click()
    last = table.locator("tr").nth(3).locator("textarea").first
    expect(last).to_be_focused()
    last.fill("am vorbit cu „dirigintele”")
    page.reload()
    expect(table.locator("tr")).to_have_count(4)
    expect(last).to_have_value("am vorbit cu „dirigintele”")
    name, text = save(page)
    assert re.fullmatch(r"problem-sheet-\d{4}-\d\d-\d\d\.json", name)
    assert json.loads(text)["format"] == "peer-tutoring/worksheet"
    elsewhere = chromium.new_context().new_page()
    elsewhere.goto(address + "it/" + SHEET)
    open_file(elsewhere, name, text)
    expect(elsewhere.locator("tbody[data-table=tried] tr").nth(3).locator("textarea").first).to_have_value("am vorbit cu „dirigintele”")
    elsewhere.context.close()


def test_a_file_with_a_thousand_rows_brings_thirty_at_most(page: Page, http_address: str) -> None:
    page.goto(http_address + SHEET)
    rows = {f"tried.{n}.what-i-did": "x" for n in range(1, 1000)}
    open_file(page, "many.json", answer_file(None, "", rows, format="peer-tutoring/worksheet", entry="problem-sheet"))
    expect(page.locator("[data-part=news]")).to_contain_text("Left out")
    expect(page.locator("tbody[data-table=tried] tr")).to_have_count(30)


def test_a_checklist_is_saved_and_opened_too(page: Page, http_address: str) -> None:
    page.goto(http_address + "checklists/before-a-session.html")
    page.locator("check-list input").nth(2).check()
    name, text = save(page)
    assert list(json.loads(text)["answers"].values()) == ["yes"]
    accept_questions(page)
    page.locator("check-list input").nth(2).uncheck()
    open_file(page, name, text)
    expect(page.locator("check-list input").nth(2)).to_be_checked()


def test_a_wrong_code_is_marked_and_not_kept(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    page.locator("[name='@code']").fill("Maria Rossi")
    expect(page.locator("[name='@code']")).to_have_attribute("aria-invalid", "true")
    answer(page, [1, 1, 1, 1, 1, 1])
    _, text = save(page)
    assert json.loads(text)["code"] is None
    assert "Maria" not in text
    assert not any("code" in key for key in stored(page))


def test_a_full_device_says_so_and_warns_before_leaving(context: BrowserContext, http_address: str) -> None:
    page = context.new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full'); };")
    page.goto(http_address + PATH)
    answer(page, [1])
    expect(page.locator("[data-part=kept]")).to_contain_text("cannot keep what you enter")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]


def test_a_clock_that_is_wrong_changes_nothing(page: Page, http_address: str) -> None:
    page.goto(http_address + PATH)
    open_file(page, "x.json", answer_file("ab12", "start", [3] * 6, saved="1970-01-01T00:00:00Z"))
    expect(page.locator("[data-part=news]")).to_contain_text("saved: Jan 1, 1970")
    accept_questions(page)
    open_file(page, "y.json", answer_file("ab12", "start", [4] * 6, saved="tomorrow"))
    expect(page.locator("[data-part=news]")).to_contain_text("saved: day unknown")


def test_two_thousand_altered_files_never_throw_run_markup_or_lose_the_draft(page: Page, http_address: str) -> None:
    """Files altered at random in text and in structure; the reader says no whenever asked."""
    page.goto(http_address + PATH)
    answer(page, [5, 4, 5, 4, 5, 4])
    page.on("dialog", lambda dialog: dialog.dismiss())
    good = answer_file("ab12", "start", [1, 2, 3, 4, 5, None])
    result = page.evaluate(
        """(good) => {
          let seed = 7; const chance = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
          window.confirm = () => false;
          const form = document.querySelector('question-naire');
          const nasty = ['<script>window.hit = 1</script>', '<img src=x onerror="window.hit=1">', '__proto__', 'constructor', null, [], {}, 1e308, -1, 0.5, '5', true, 'x'.repeat(9000), '\\u0000', '‮'];
          const alterText = (text) => { const at = chance(text.length); const signs = '{}[]",:0<>\\\\\\u0000é'; const kind = chance(3);
            return kind === 0 ? text.slice(0, at) + signs[chance(signs.length)] + text.slice(at + 1) : kind === 1 ? text.slice(0, at) : text.slice(0, at) + text.slice(at + 1 + chance(20)); };
          const alterTree = (text) => { const tree = JSON.parse(text); const parts = [tree, tree.answers]; const part = parts[chance(2)]; const keys = Object.keys(part);
            const value = nasty[chance(nasty.length)];
            if (chance(3)) part[keys[chance(keys.length)]] = value; else part[String(nasty[chance(4)])] = value;
            return JSON.stringify(tree); };
          let silent = 0;
          for (let n = 0; n < 2000; n += 1) {
            let text = good;
            for (let m = 0; m <= chance(3); m += 1) text = n % 2 ? alterText(text) : alterTree(good);
            const said = form.take(text, chance(2) ? 'file' : 'link');
            if (!said) silent += 1;
            form.tell(said);
          }
          return { silent, hit: window.hit ?? null, polluted: ({}).polluted ?? null };
        }""",
        good,
    )
    assert result == {"silent": 0, "hit": None, "polluted": None}
    expect(page.locator("script:text('hit'), img[src=x]")).to_have_count(0)
    page.reload()
    assert [page.locator(f"fieldset[data-item] >> nth={n} >> input:checked").get_attribute("value") for n in range(6)] == list("545454")
