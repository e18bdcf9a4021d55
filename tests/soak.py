"""Many random edits, one on top of the other; after each, the fast build must give what MkDocs gives: `make soak`.

    python tests/soak.py [--edits 200] [--pages 96] [--seed 1]

Edits: a sentence, a title, a deleted or new page, a word of an entry or of the interface, a figure, a template, a style,
a line of the menu, and taking an earlier edit back. Stops at the first difference, with the seed and the edits so far;
exits with 1. An edit that MkDocs refuses must be refused by the fast build too; it is then taken back.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.corpus import write_corpus
from tests.build.test_fast_build import differences, fast
from tests.conftest import run_builder

WORDS = ("măr", "ağaç", "İstanbul", "perché", "apple", "școală", "ışık", "città")
# A file's text before the edit; None where there was no file.
Before = dict[Path, str | None]


class Editor:
    """Makes random edits in a project and can take them back."""

    def __init__(self, project: Path, seed: int) -> None:
        self.project, self.random = project, random.Random(seed)
        self.history: list[Before] = []
        self.kinds: dict[str, Callable[[], Before]] = {
            "a sentence": self.sentence, "an English sentence": lambda: self.sentence("en"), "a title": self.title,
            "a page is deleted": self.delete, "a page comes back": self.come_back, "an entry": self.entry,
            "the interface": lambda: self.entry("interface/*.yml"), "a figure": self.figure, "a template": self.template,
            "a style": self.style, "a script": self.script, "the menu": self.menu,
            "an earlier edit is taken back": self.take_back, "nothing": lambda: {},
        }

    def edit(self) -> str:
        """Make one edit; say what it was."""
        while True:
            kind = self.random.choice(list(self.kinds))
            before = self.kinds[kind]()
            if before or kind == "nothing":
                self.history.append(before)
                names = ", ".join(path.relative_to(self.project).as_posix() for path in before)
                return f"{kind}: {names}" if names else kind

    def undo(self) -> None:
        """Put back what the last edit has changed."""
        _restore(self.history.pop())

    def sentence(self, language: str | None = None) -> Before:
        page = self._page(language)
        return _written(page, f"{_read(page)}\n{self._words()}.\n")

    def title(self) -> Before:
        page = self._page()
        return _written(page, re.sub(r"^title: (.*)$", rf"title: {self._words()}", _read(page), count=1, flags=re.MULTILINE))

    def delete(self) -> Before:
        page = self._page(self.random.choice(("it", "ro", "tr")))
        before: Before = {page: _read(page)}
        page.unlink()
        return before

    def come_back(self) -> Before:
        gone = [path for edit in self.history for path, text in edit.items() if text is not None and not path.exists()]
        if not gone:
            return {}
        page = self.random.choice(gone)
        english = self.project / "docs/en" / page.relative_to(self.project / "docs").relative_to(page.relative_to(self.project / "docs").parts[0])
        return _written(page, _read(english))

    def entry(self, pattern: str = "**/*.yml") -> Before:
        file = self.random.choice(sorted(path for language in ("en", "it", "ro", "tr") for path in (self.project / "data" / language).glob(pattern)))
        return self._in_a_line(file, r"^ +(?:text|title|name|definition|label): (?![>|\"'])(.*\w)$", lambda line: f"{line} {self.random.choice(WORDS)}")

    def figure(self) -> Before:
        file = self.random.choice(sorted((self.project / "data/facts").glob("*.yml")))
        return self._in_a_line(file, r"^  value: ([\d.]+)$", lambda line: line + str(self.random.randrange(10)))

    def template(self) -> Before:
        return self._in_a_line(self.project / "overrides/main.html", r"(<meta [^>]*>)", lambda tag: f'{tag}<meta name="x{self.random.randrange(99)}">')

    def style(self) -> Before:
        file = self.random.choice(sorted((self.project / "macros/components").rglob("*.css")))
        return _written(file, f"{_read(file)}\n.p2p-x{self.random.randrange(99)} {{ color: red }}\n")

    def script(self) -> Before:
        file = self.random.choice(sorted((self.project / "macros/components").rglob("*.js")))
        return _written(file, f"{_read(file)}\n// {self.random.randrange(99)}\n")

    def menu(self) -> Before:
        menu = self.project / "mkdocs.yml"
        lines = _read(menu).splitlines(keepends=True)
        pairs = [place for place, line in enumerate(lines[:-1]) if re.match(r" +- .*\.md$", line) and re.match(r" +- .*\.md$", lines[place + 1])]
        place = self.random.choice(pairs)
        lines[place : place + 2] = lines[place : place + 2][::-1]
        return _written(menu, "".join(lines))

    def take_back(self) -> Before:
        if not self.history:
            return {}
        earlier = self.random.choice(self.history)
        now: Before = {path: _read(path) if path.exists() else None for path in earlier}
        _restore(earlier)
        return now

    def _page(self, language: str | None = None) -> Path:
        folder = self.project / "docs" / (language or self.random.choice(("en", "it", "ro", "tr")))
        return self.random.choice(sorted(folder.rglob("*.md")))

    def _words(self) -> str:
        return " ".join(self.random.sample(WORDS, 4))

    def _in_a_line(self, file: Path, pattern: str, change: Callable[[str], str]) -> Before:
        text = _read(file)
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if not found:
            return {}
        place = self.random.choice(found)
        return _written(file, text[: place.start(1)] + change(place[1]) + text[place.end(1) :])


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _written(path: Path, text: str) -> Before:
    before: Before = {path: _read(path) if path.exists() else None}
    if before[path] == text:
        return {}
    path.write_text(text, encoding="utf-8")
    return before


def _restore(before: Before) -> None:
    for path, text in before.items():
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text, encoding="utf-8")


def main() -> int:
    """Edit, build twice, compare; give the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--edits", type=int, default=200)
    options.add_argument("--pages", type=int, default=96)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    made: Counter[str] = Counter()
    refused = 0
    with tempfile.TemporaryDirectory() as folder:
        project, plain, quick = (Path(folder) / name for name in ("project", "plain", "quick"))
        project.mkdir()
        write_corpus(project, chosen.pages, validates=False)
        fast(project, Path(folder) / "first")
        editor = Editor(project, chosen.seed)
        for number in range(1, chosen.edits + 1):
            said = editor.edit()
            made[said.partition(":")[0]] += 1
            for site in (plain, quick):
                shutil.rmtree(site, ignore_errors=True)
            ours, theirs = fast(project, quick), run_builder(project, plain)
            if theirs.returncode:
                refused += 1
                print(f"{number:4}  {said}  (refused)", flush=True)
                if not ours.returncode:
                    print(f"Seed {chosen.seed}, edit {number}: only MkDocs has refused it:\n{theirs.stderr}")
                    return 1
                editor.undo()
                continue
            print(f"{number:4}  {said}", flush=True)
            if ours.returncode or (different := differences(plain, quick)):
                print(f"Seed {chosen.seed}, edit {number}: " + (ours.stderr if ours.returncode else f"different: {', '.join(different)}"))
                return 1
    print(f"{chosen.edits} edits, no difference ({refused} refused by both): {dict(made)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
