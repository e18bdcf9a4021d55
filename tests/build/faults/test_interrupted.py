"""A build that is killed, interrupted or not alone: the old site stays whole, the next build works."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from macros.building import languages, place
from tests.build.faults.conftest import Said, Trial, check

KILL_AT = """
import os, signal
def killed_at(holder, name, *, after=False, count=1):
    old, left = getattr(holder, name), [count]
    def stop(*values, **named):
        left[0] -= 1
        result = old(*values, **named) if after or left[0] else None
        if not left[0]:
            os.killpg(os.getpgid(0), signal.SIGKILL)
        return result
    setattr(holder, name, stop)
"""
MOMENTS = {
    "when it has read the project": "import macros.building.languages as m; killed_at(m, 'load_config', after=True)",
    "when a language is begun": "import macros.building.languages as m; killed_at(m, 'build_language')",
    "when a page is written": "import macros.building.one_language as m; killed_at(m, '_build_page', after=True)",
    "while a language is put where it is kept": "import pickle; killed_at(pickle, 'dump')",
    "when all languages are built": "import macros.building.languages as m; killed_at(m, 'Sitemap')",
    "while the languages are put together": "import shutil; killed_at(shutil, 'copytree', after=True, count=2)",
    "just before the new site takes its place": "import macros.building.place as m; killed_at(m, '_swap')",
    "just after the new site has taken its place": "import macros.building.place as m; killed_at(m, '_swap', after=True)",
    "when only the note about it is missing": "import macros.building.whole_site as m; killed_at(m, 'remember')",
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed(moment: str, trial: Trial) -> None:
    before = trial.site()
    trial.edit()
    said = trial.apart("build", "--no-downloads", first=KILL_AT + MOMENTS[moment])
    assert said.code == -signal.SIGKILL
    if not trial.shows("mela"):
        assert trial.site() == before
    check(trial.run("build", "--no-downloads"), 0)
    assert trial.shows("mela")
    assert trial.leftovers() == []
    assert sorted(trial.site()) == sorted(before)


def test_killed_between_two_renames_where_folders_cannot_change_places(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    before = trial.site()
    (trial.root / "site").rename(trial.root / ".site-abcd1234-old")
    (trial.root / ".site-abcd1234").mkdir()
    with place.alone(trial.root):
        assert trial.site() == before
    assert trial.leftovers() == []


def test_folders_of_other_people_are_not_taken_away(trial: Trial) -> None:
    (trial.root / ".site-of-my-school").mkdir()
    with place.alone(trial.root):
        assert (trial.root / ".site-of-my-school").is_dir()


def test_where_folders_cannot_change_places_the_site_is_replaced_all_the_same(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_exchange", lambda one, other: False)
    with place.beside(trial.root / "site") as fresh:
        (fresh / "index.html").write_text("new", encoding="utf-8")
    assert trial.site() == {"index.html": b"new"}
    assert trial.leftovers() == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_it_puts_things_in_order_and_says_so(number: signal.Signals, trial: Trial) -> None:
    before = trial.site()
    trial.edit()
    first = f"import os, macros.building.languages as m\nm.Sitemap = lambda: os.kill(os.getpid(), {int(number)})"
    check(trial.apart("build", "--no-downloads", first=first), 1, "Stopped. The site was left as it was.")
    assert trial.site() == before
    assert trial.leftovers() == []


WHEN_INTERRUPTED = {
    "while languages are built": "import macros.building.languages as m\nm.build_language = lambda *a: interrupt()",
    "just when a process is split off": "os.register_at_fork(after_in_child=interrupt)",
}


@pytest.mark.parametrize("moment", WHEN_INTERRUPTED)
def test_interrupted_by_the_keyboard_no_process_shows_a_traceback(moment: str, trial: Trial) -> None:
    before = trial.site()
    trial.edit()
    first = f"import os, signal\ninterrupt = lambda: os.killpg(os.getpgid(0), signal.SIGINT)\n{WHEN_INTERRUPTED[moment]}"
    check(trial.apart("build", "--no-downloads", first=first), 1, "Stopped. The site was left as it was.")
    assert trial.site() == before


def test_a_process_that_the_system_kills_for_memory_is_told_and_not_waited_for(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    before = trial.site()
    trial.edit("ro")
    monkeypatch.setattr(languages, "build_language", lambda *values: os.kill(os.getpid(), signal.SIGKILL))
    check(trial.run("build", "--no-downloads"), 1, ": The process that built it was stopped (code -9). Is the memory full?", "The site was left as it was.")
    assert trial.site() == before


def test_an_edit_that_is_taken_back_while_the_site_is_built_does_not_stay_in_it(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    page = trial.root / "docs/it/junior/your-role.md"
    trial.edit("it")
    saved = page.read_text(encoding="utf-8")
    build = languages.build_language

    def meanwhile(*values: object) -> object:
        page.write_text(saved.replace("mela", "pera"), encoding="utf-8")
        return build(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(languages, "build_language", meanwhile)
    check(trial.run("build", "--no-downloads"), 0)
    assert trial.shows("pera")
    monkeypatch.undo()
    os.chdir(trial.root)
    page.write_text(saved, encoding="utf-8")
    check(trial.run("build", "--no-downloads"), 0)
    assert trial.shows("mela")
    assert not trial.shows("pera")


def test_an_edit_that_is_taken_back_while_a_build_fails_does_not_stay_either(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    page = trial.root / "docs/it/junior/your-role.md"
    trial.edit("it")
    trial.edit("ro")
    saved = page.read_text(encoding="utf-8")
    build = languages.build_language

    def meanwhile(*values: object) -> object:
        if "ro" in values:
            raise ValueError("spoilt")
        page.write_text(saved.replace("mela", "pera"), encoding="utf-8")
        return build(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(languages, "build_language", meanwhile)
    check(trial.run("build", "--no-downloads"), 1, "ro: ValueError: spoilt")
    monkeypatch.undo()
    os.chdir(trial.root)
    page.write_text(saved, encoding="utf-8")
    check(trial.run("build", "--no-downloads"), 0)
    assert trial.shows("mela")
    assert not trial.shows("pera")


HOLD = "import sys\nfrom pathlib import Path\nfrom macros.building.place import alone\nwith alone(Path.cwd()):\n    print('held', flush=True)\n    sys.stdin.read()"


@pytest.mark.parametrize("command", [("build",), ("build", "--no-downloads"), ("pdf",), ("sheets", "it")])
def test_a_second_command_is_told_who_is_writing(command: tuple[str, ...], trial: Trial) -> None:
    before = trial.site()
    with subprocess.Popen([sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        check(trial.run(*command), 1, f"Another guidelines command is writing in this project (process {other.pid}).", "Wait until it has ended")
        other.communicate()
    assert trial.site() == before
    check(trial.run("build", "--no-downloads"), 0)


def test_looking_is_allowed_while_another_command_writes(trial: Trial) -> None:
    with place.alone(trial.root):
        check(trial.run("validate"), 0)


def test_two_builds_at_once_leave_one_whole_site(trial: Trial) -> None:
    names = sorted(trial.site())
    trial.edit()
    both = [trial.start("build", "--no-downloads") for _ in range(2)]
    said = [Said(one.wait(), one.communicate()[0]) for one in both]
    assert sorted(one.code for one in said) in ([0, 0], [0, 1])
    for one in said:
        check(one, one.code, "Another guidelines command is writing" if one.code else "site/")
    assert trial.shows("mela")
    assert sorted(trial.site()) == names


@pytest.mark.parametrize(
    ("file", "message"),
    [("site", "site is a file; the site needs a folder of this name."), (".cache", ".cache: File exists.")],
)
def test_a_file_where_a_folder_should_be(file: str, message: str, trial: Trial, tmp_path: Path) -> None:
    (trial.root / file).rename(tmp_path / "elsewhere")
    trial.write(file, "mine")
    check(trial.run("build", "--no-downloads"), 1, message)
    assert (trial.root / file).read_text(encoding="utf-8") == "mine"


def test_a_site_that_is_a_link_is_not_replaced_by_a_folder(trial: Trial, tmp_path: Path) -> None:
    there = (trial.root / "site").rename(tmp_path / "www")
    (trial.root / "site").symlink_to(there)
    trial.edit()
    check(trial.run("build", "--no-downloads"), 1, "site is a link to another folder")
    assert (trial.root / "site").is_symlink()
    assert (there / "index.html").is_file()


PRINT = ("pdf", "--language", "it", "--only", "before-a-session")
WHEN_PRINTING = """
import os, signal, macros.print.workers as workers
work = workers.work
workers.work = lambda pieces, do, processes, begun: work(pieces, do, processes, lambda place: os.killpg(os.getpgid(0), {number}))
"""


def printed(trial: Trial) -> list[str]:
    return sorted(path.name for path in (trial.root / "site/downloads").rglob("*") if path.is_file() and path.suffix in (".pdf", ".zip"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_while_printing_it_says_that_the_site_is_as_it_was(number: signal.Signals, trial: Trial) -> None:
    before = trial.site()
    check(trial.apart(*PRINT, first=WHEN_PRINTING.format(number=int(number))), 1, "Stopped. The files that are in site/ already stay there.")
    assert trial.site() == before
    check(trial.run(*PRINT), 0, "made anew")
    assert len(printed(trial)) > len([name for name in before if name.endswith((".pdf", ".zip"))])


def test_killed_while_printing_nothing_half_made_stays_and_the_next_command_prints(trial: Trial) -> None:
    before = trial.site()
    assert trial.apart(*PRINT, first=WHEN_PRINTING.format(number=int(signal.SIGKILL))).code == -signal.SIGKILL
    assert trial.site() == before
    check(trial.run(*PRINT), 0, "made anew")


def test_a_second_preview_beside_the_first_shows_the_same_and_spoils_nothing(trial: Trial) -> None:
    before = trial.site()
    ports = [free_port(), free_port()]
    first, second = (trial.start("serve", "--address", f"127.0.0.1:{port}") for port in ports)
    try:
        for server, port in ((first, ports[0]), (second, ports[1])):
            assert server.stdout is not None
            assert f":{port}/" in server.stdout.readline()
        trial.edit("en")
        pages = [page_with("mela", f"http://127.0.0.1:{port}/junior/your-role.html") for port in ports]
        assert re.sub(r"livereload\(\d+, \d+\)", "", pages[0]) == re.sub(r"livereload\(\d+, \d+\)", "", pages[1])
        assert trial.site() == before
    finally:
        for server in (first, second):
            os.killpg(server.pid, signal.SIGKILL)
            server.communicate()
    check(trial.run("build", "--no-downloads"), 0)
    assert "mela" in (trial.root / "site/junior/your-role.html").read_text(encoding="utf-8")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def page_with(word: str, address: str) -> str:
    """The page, as soon as the server is there and it holds the word; asks again for as long as the test may take."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with contextlib.suppress(urllib.error.URLError), urllib.request.urlopen(address) as answer:
            text: str = answer.read().decode()
            if word in text:
                return text
    raise AssertionError(f"{address} does not show '{word}'")
