"""A project of a few pages that validates, built once; each test spoils a copy of it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import corpus
from macros.checks import problems_of
from macros.cli import main
from macros.project import Project
from tests.conftest import ROOT

START = "from macros.cli import main; main()"


@dataclass(frozen=True)
class Said:
    """How a command has ended, and everything it has said."""

    code: int
    text: str


@dataclass(frozen=True)
class Trial:
    """A project to be spoilt."""

    root: Path

    def write(self, file: str, content: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def replace(self, file: str, old: str, new: str) -> None:
        text = (self.root / file).read_text(encoding="utf-8")
        assert old in text, file
        self.write(file, text.replace(old, new, 1))

    def edit(self, language: str = "it") -> None:
        """Change a page, so that there is something to build."""
        with (self.root / f"docs/{language}/junior/your-role.md").open("a", encoding="utf-8") as page:
            page.write("\nmela\n")

    def run(self, *arguments: str) -> Said:
        """The command in this process, so that a test can spoil what it uses. Nothing may escape as a traceback."""
        result = CliRunner().invoke(main, arguments)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise AssertionError(f"a traceback instead of a message: {result.exception!r}") from result.exception
        return Said(result.exit_code, result.output)

    def start(self, *arguments: str, first: str = "", variables: dict[str, str] | None = None, **options: object) -> subprocess.Popen[str]:
        """The command in a process group of its own; `first`: Python that is run before it, to spoil something."""
        return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
            [sys.executable, "-c", f"{first}\n{START}", *arguments], cwd=self.root, text=True, errors="replace", start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(variables or {})}, **options,
        )

    def apart(self, *arguments: str, first: str = "", variables: dict[str, str] | None = None, **options: object) -> Said:
        """The same, until it ends."""
        with self.start(*arguments, first=first, variables=variables, **options) as process:
            try:
                text, _ = process.communicate(timeout=60)
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
        return Said(process.returncode, text)

    def site(self) -> dict[str, bytes]:
        """Every file of the site, by its place."""
        site = self.root / "site"
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}

    def shows(self, word: str, language: str = "it") -> bool:
        return word in (self.root / f"site/{language}/junior/your-role.html").read_text(encoding="utf-8")

    def leftovers(self) -> list[str]:
        """What a build should have taken away."""
        return sorted(path.name for path in (*self.root.glob(".site-*"), *(self.root / ".cache/build").glob(".*-*")))


def check(said: Said, code: int, *parts: str) -> None:
    """One clear message: it holds `parts`, and no traceback; the exit code is `code`."""
    for part in parts:
        assert part in said.text, said.text
    assert "Traceback" not in said.text, said.text
    assert said.code == code, said.text


def copied(source: Path, target: Path) -> Path:
    """A copy in which all times of files are the same, as the build takes notice of them."""
    return Path(shutil.copytree(source, target, symlinks=True))


@pytest.fixture(scope="session")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few pages in four languages and one with every entry, built without downloads."""
    root = tmp_path_factory.mktemp("faults") / "project"
    root.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "_leave_out_what_no_page_shows", lambda target: None)
        corpus.write_corpus(root, 24, validates=False)
        for spared in ("books*", "indicators*", "example_blocks*"):  # spreadsheets take most of the time of a small build
            for path in root.glob(f"data/**/{spared}"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        calls = [found[1] for problem in problems_of(Project(root)) if (found := re.match(r"Call (\{\{.*?\}\}) on", problem.hint))]
        text = "\n\n".join(["---\ntitle: All\ndescription: All.\n---", "# All { #all }", *dict.fromkeys(calls)])
        (root / "docs/en/all.md").write_text(text + "\n", encoding="utf-8")
        menu = root / "mkdocs.yml"
        menu.write_text(menu.read_text(encoding="utf-8").replace("nav:\n", "nav:\n- all.md\n", 1), encoding="utf-8")
        patch.chdir(root)
        said = Trial(root).apart("build", "--no-downloads")
    check(said, 0, "in 4 languages")
    return root


@pytest.fixture
def content(built_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    """A copy of what authors write, to be validated."""
    root = tmp_path / "project"
    for name in ("data", "docs"):
        copied(built_project / name, root / name)
    shutil.copy2(built_project / "mkdocs.yml", root)
    monkeypatch.chdir(root)
    return Trial(root)


@pytest.fixture
def trial(built_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    """A copy with its site and what is kept of its build."""
    root = tmp_path / "project"
    root.mkdir()
    for part in built_project.iterdir():
        if part.name == "macros":  # no test writes there
            shutil.copytree(part, root / part.name, copy_function=os.link)
        elif part.is_dir():
            copied(part, root / part.name)
        else:
            shutil.copy2(part, root)
    monkeypatch.chdir(root)
    monkeypatch.delenv("GUIDELINES_ONLY", raising=False)
    return Trial(root)

