"""Files that no author means to write: each gets one problem with its file, quickly; harmless oddities get none."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.faults.conftest import Trial, check

PAGE, DATA = "docs/it/junior/your-role.md", "data/it/glossary.yml"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True))
FRONT = "---\ntitle: T\ndescription: D.\n"


def page(text: str | bytes) -> Callable[[Trial], None]:
    """Put `text` in the place of the body of a page."""
    def spoil(trial: Trial) -> None:
        old = (trial.root / PAGE).read_bytes()
        trial.write(PAGE, old + b"\n" + (text.encode() if isinstance(text, str) else text))
    return spoil


def front(line: str) -> Callable[[Trial], None]:
    return lambda trial: trial.replace(PAGE, "---\n", f"---\n{line}\n")


def whole(file: str, text: str | bytes) -> Callable[[Trial], None]:
    return lambda trial: trial.write(file, text)


def recoded(file: str, encoding: str) -> Callable[[Trial], None]:
    return lambda trial: trial.write(file, (trial.root / file).read_text(encoding="utf-8").encode(encoding, "replace"))


def link(file: str, to: str) -> Callable[[Trial], None]:
    def spoil(trial: Trial) -> None:
        (trial.root.parent / "outside").mkdir()
        (trial.root.parent / "outside/secret.md").write_text("secret", encoding="utf-8")
        (trial.root / file).symlink_to(to.replace("OUTSIDE", str(trial.root.parent / "outside")))
    return spoil


def in_place_of_a_page(make: Callable[[Path], None]) -> Callable[[Trial], None]:
    def spoil(trial: Trial) -> None:
        (trial.root / PAGE).unlink()
        make(trial.root / PAGE)
    return spoil


def menu(old: str, new: str) -> Callable[[Trial], None]:
    return lambda trial: trial.replace("mkdocs.yml", old, new)


def named(name: str | bytes) -> Callable[[Trial], None]:
    def spoil(trial: Trial) -> None:
        path = os.path.join(os.fsencode(trial.root / "docs/it/junior"), os.fsencode(name))  # noqa: PTH118  bytes
        with open(path, "wb") as file:  # noqa: PTH123
            file.write((trial.root / PAGE).read_bytes())
    return spoil


def deep_menu(trial: Trial) -> None:
    trial.write("mkdocs.yml", "nav:\n- index.md\n- " + "- " * 3000 + "x\n")


WRONG: dict[str, tuple[Callable[[Trial], None], str, str]] = {
    "a page of 20 MB": (page("parola " * 3_000_000), PAGE, "The page is larger than 2 MB."),
    "a word file of 20 MB": (whole(DATA, "# x\n" * 5_000_000), DATA, "The file is larger than 2 MB."),
    "a menu of 20 MB": (whole("mkdocs.yml", "# x\n" * 5_000_000), "mkdocs.yml", "The file is larger than 2 MB."),
    "a NUL in a page": (page("a\0b"), PAGE, "a character that nobody can see (U+0000)"),
    "a NUL in a word file": (whole(DATA, "tutee:\n  name: a\0b\n"), f"{DATA}:2", "a character that nobody can see (U+0000)"),
    "a NUL in the menu": (menu("nav:", "nav:\0"), "mkdocs.yml", "a character that nobody can see (U+0000)"),
    "a NUL in front matter": (front("hide: [a\0]"), f"{PAGE}:2", "a character that nobody can see (U+0000)"),
    "an escape sequence of a terminal in a page": (page("\x1b[31mred"), PAGE, "(U+001B)"),
    "a page saved as UTF-16": (recoded(PAGE, "utf-16"), PAGE, "not UTF-8 text"),
    "a page saved as UTF-16 without a mark": (whole(PAGE, "---\ntitle: Ruolo\n---\n".encode("utf-16-le")), PAGE, "(U+0000)"),
    "a page saved by an old editor": (page("perché".encode("cp1252")), PAGE, "not UTF-8 text"),
    "a word file saved by an old editor": (whole("data/tr/glossary.yml", "tutee:\n  name: öğrenci\n".encode("cp1254")), "data/tr/glossary.yml:2", "not UTF-8 text"),
    "a menu saved by an old editor": (recoded("mkdocs.yml", "cp1254"), "mkdocs.yml", "not UTF-8 text"),
    "a folder with the name of a page": (in_place_of_a_page(Path.mkdir), PAGE, "This is not a file."),
    "a pipe with the name of a page": (in_place_of_a_page(os.mkfifo), PAGE, "This is not a file."),
    "a page that is a link out of docs": (link("docs/it/junior/secret.md", "OUTSIDE/secret.md"), "docs/it/junior/secret.md", "This page is a link"),
    "a page that is a link inside docs": (link("docs/it/junior/same.md", "your-role.md"), "docs/it/junior/same.md", "This page is a link"),
    "a folder that is a link out of docs": (link("docs/it/secrets", "OUTSIDE"), "docs/it/secrets", "This folder is a link"),
    "a picture that is a link out of docs": (link("docs/assets/secret.png", "OUTSIDE/secret.md"), "docs/assets/secret.png", "This file is a link"),
    "a link that leads nowhere": (link("docs/assets/nothing.png", "nothing"), "docs/assets/nothing.png", "This file is a link"),
    "a folder that holds itself": (link("docs/en/again", "."), "docs/en/again", "This folder is a link"),
    "a YAML bomb in a word file": (whole("data/it/books.yml", BOMB), "data/it/books.yml:1", "Anchors and aliases"),
    "a YAML bomb in front matter": (front("hide: [&a [x, x], &b [*a, *a], [*b, *b]]"), PAGE, "Anchors and aliases"),
    "a YAML bomb in the menu": (lambda trial: trial.write("mkdocs.yml", BOMB + "nav: *i\n"), "mkdocs.yml", "Anchors and aliases"),
    "a menu that holds itself": (menu("nav:\n", "nav: &nav\n- *nav\n"), "mkdocs.yml", "Anchors and aliases"),
    "fifty thousand lists in one another": (whole(DATA, "[" * 50_000), DATA, "nested too deeply"),
    "five hundred steps to the right": (whole(DATA, "\n".join(" " * depth + "a:" for depth in range(500))), DATA, "nested too deeply"),
    "deep nesting in front matter": (front("hide: " + "[" * 5000 + "]" * 5000), PAGE, "nested too deeply"),
    "a menu of three thousand levels": (deep_menu, "mkdocs.yml", "nested too deeply"),
    "a call with a thousand brackets": (page("{{ term(" + "(" * 1000 + ")" * 1000 + ") }}"), PAGE, "is not a macro call with plain values"),
    "a call with a thousand signs": (page("{{ term(" + "-" * 9000 + "1) }}"), PAGE, "is not a macro call with plain values"),
    "a page with spaces in its name": (named("il mio ruolo.md"), "docs/it/junior/il mio ruolo.md", "letters a–z, digits and hyphens"),
    "a page with Turkish letters in its name": (named("çalışma-planı.md"), "docs/it/junior/çalışma-planı.md", "letters a–z, digits and hyphens"),
    "a page with capital letters in its name": (named("Your-Role.md"), "docs/it/junior/Your-Role.md", "letters a–z, digits and hyphens"),
    "a page whose name is not UTF-8": (named(b"caf\xe9.md"), "docs/it/junior/caf", "letters a–z, digits and hyphens"),
    "an empty menu": (whole("mkdocs.yml", ""), "mkdocs.yml", "The file is empty."),
    "a menu that is a list": (whole("mkdocs.yml", "- a\n- b\n"), "mkdocs.yml", "The file is empty."),
    "no languages": (menu("languages:", "tongues:"), "mkdocs.yml", "There is no list of languages"),
    "no translation plug-in": (menu("i18n:", "i19n:"), "mkdocs.yml", "The plug-in 'i18n' is not under plugins:."),
    "no macro plug-in": (menu("- macros:", "- makros:"), "mkdocs.yml", "The plug-in 'macros' is not under plugins:."),
    "no search": (menu("- search\n", ""), "mkdocs.yml", "The plug-in 'search' is not under plugins:."),
    "no hooks": (menu("hooks:\n- macros/site_hooks.py\n", ""), "mkdocs.yml", "'macros/site_hooks.py' is not under hooks:."),
    "a logo that is not there": (lambda trial: trial.replace("data/site.yml", "assets/logo.svg", "assets/lgo.svg"), "data/site.yml", "There is no file docs/assets/lgo.svg."),
}


@pytest.mark.parametrize("what", WRONG)
def test_one_problem_is_told_for(what: str, content: Trial) -> None:
    spoil, file, message = WRONG[what]
    spoil(content)
    begun = time.perf_counter()
    check(content.run("validate"), 1, file, message, "\n1 problem.\n")
    assert time.perf_counter() - begun < 20


def every(content: Trial, change: Callable[[bytes], bytes]) -> None:
    for path in [*content.root.rglob("*.md"), *content.root.rglob("*.yml")]:
        path.write_bytes(change(path.read_bytes()))


def times(content: Trial, when: float) -> None:
    for path in content.root.rglob("*"):
        os.utime(path, (when, when))


HARMLESS: dict[str, Callable[[Trial], None]] = {
    "Windows line ends in every file": lambda content: every(content, lambda text: text.replace(b"\n", b"\r\n")),
    "a byte order mark in every file": lambda content: every(content, lambda text: b"\xef\xbb\xbf" + text),
    "line ends of old Macs in a page": lambda content: content.write(PAGE, (content.root / PAGE).read_bytes().replace(b"\n", b"\r")),
    "no line end at the end": lambda content: every(content, lambda text: text.rstrip()),
    "files from before 1970": lambda content: times(content, -1e9),
    "files from the next century": lambda content: times(content, 4e9),
    "a picture with spaces and Turkish letters in its name": lambda content: content.write("docs/assets/çalışma planı İ.svg", "<svg/>"),
    "empty folders and hidden files": lambda content: (content.write("docs/.DS_Store", b"\0\1"), (content.root / "docs/en/empty").mkdir())[0],
}


@pytest.mark.parametrize("what", HARMLESS)
def test_nothing_is_said_about(what: str, content: Trial) -> None:
    HARMLESS[what](content)
    check(content.run("validate"), 0)


def test_windows_line_ends_are_no_other_text_for_translators(content: Trial) -> None:
    before = content.run("status", "--format", "json")
    every(content, lambda text: text.replace(b"\n", b"\r\n"))
    assert content.run("status", "--format", "json") == before


def test_a_project_may_lie_in_a_folder_with_spaces_and_turkish_letters(content: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    there = content.root.rename(content.root.parent / "öğrenci çalışması İ (2)")
    monkeypatch.chdir(there)
    check(Trial(there).run("validate"), 0)


@pytest.mark.parametrize("folder", ["docs", "data"])
def test_a_missing_folder_is_told_without_a_traceback(folder: str, content: Trial, tmp_path: Path) -> None:
    (content.root / folder).rename(tmp_path / "elsewhere")
    check(content.run("validate"), 1, "problems.")
