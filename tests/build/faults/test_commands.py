"""The command, called wrongly or in the wrong place: one message, and 2 where the caller can help it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.faults.conftest import START, Trial, check
from tests.conftest import ROOT

WRONG: dict[str, tuple[tuple[str, ...], str]] = {
    "an unknown command": (("biuld",), "No such command 'biuld'"),
    "an unknown option": (("build", "--fast"), "No such option"),
    "an unknown builder": (("build", "--builder", "hugo"), "'hugo' is not one of"),
    "an unknown language for status": (("status", "xx"), "'xx' is not one of"),
    "English for status": (("status", "en"), "'en' is not one of"),
    "an unknown form of status": (("status", "--format", "xml"), "'xml' is not one of"),
    "an unknown language for the preview": (("serve", "--language", "xx"), "'xx' is not one of"),
    "an unknown language for printing": (("pdf", "--language", "xx"), "'xx' is not one of"),
    "no process for printing": (("pdf", "--processes", "0"), "0 is not in the range"),
    "an unknown language for spreadsheets": (("sheets", "xx"), "'xx' is not one of"),
    "printing without a site": (("pdf",), "Run `guidelines build`."),
    "a file that is not there": (("diff", "docs/it/nothing.md"), "does not exist"),
    "a folder instead of a file": (("done", "docs/it"), "is a directory"),
    "an English file to compare": (("diff", "docs/en/index.md"), "docs/en/index.md is not a translation."),
    "a file outside docs and data to compare": (("diff", "mkdocs.yml"), "mkdocs.yml is not a translation."),
    "a file outside the project": (("done", "/etc/hostname"), "is not in this project"),
    "an English page that is not there": (("start", "it", "junior/nothing.md"), "There is no English page docs/en/junior/nothing.md."),
    "a translation that is there": (("start", "it", "index.md"), "is there already"),
    "a language that CLDR does not know": (("start", "zzz"), "'zzz' is not the code of a language"),
    "a language with a path in it": (("start", "../it"), "is not the code of a language"),
    "an address without a port": (("serve", "--address", "localhost"), "'localhost' is not an address with a port"),
    "a port that is a word": (("serve", "--address", "localhost:http"), "is not an address with a port"),
    "a port that is too large": (("serve", "--address", "127.0.0.1:99999"), "is not an address with a port"),
    "a port that is nothing": (("serve", "--address", ":8000"), "is not an address with a port"),
}


@pytest.mark.parametrize("what", WRONG)
def test_called_with(what: str, content: Trial) -> None:
    arguments, message = WRONG[what]
    check(content.run(*arguments), 2, message)


@pytest.mark.parametrize("command", [("build",), ("validate",), ("serve",), ("pdf",)])
def test_a_language_that_does_not_exist_in_the_variable(command: tuple[str, ...], content: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDELINES_ONLY", "itt")
    check(content.run(*command), 2, "GUIDELINES_ONLY is 'itt', which is no language of this site. Did you mean 'it'?")


def test_outside_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    check(Trial(tmp_path).run("validate"), 2, "There is no mkdocs.yml in", "Start the command inside a project.")


def test_in_a_folder_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    first = f"import os; os.chdir({str(tmp_path / 'gone')!r}); os.rmdir(os.getcwd())"
    check(Trial(tmp_path).apart("validate", first=first), 2, "The folder in which the command was started is gone.")


def test_a_port_in_use_is_told_before_anything_is_built(content: Trial) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        check(content.run("serve", "--address", f"127.0.0.1:{port}"), 1, f"127.0.0.1:{port} is in use already", "Choose another: guidelines serve --address 127.0.0.1:")
    assert not (content.root / ".cache").exists()


def test_an_address_of_another_machine(content: Trial) -> None:
    check(content.run("serve", "--address", "192.0.2.1:8000"), 1, "192.0.2.1:8000: ", "Choose another address")


def test_a_terminal_without_our_letters(content: Trial) -> None:
    page = content.root / "docs/it/junior/your-role.md"
    shutil.copy(page, content.root / "docs/it/junior/școală.md")
    variables = {"PYTHONIOENCODING": "cp1252:strict"}
    check(content.apart("validate", variables=variables), 1, "\\u0219coal\\u0103.md")


def test_a_reader_who_has_seen_enough(content: Trial) -> None:
    """As in `guidelines status | head -0`."""
    ours, theirs = os.pipe()
    os.close(ours)
    with subprocess.Popen(
        [sys.executable, "-c", START, "status"], cwd=content.root, stdout=theirs, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        os.close(theirs)
        assert process.communicate(timeout=60)[1] == ""
