"""A project of any size, made of this one: its sections, again and again, under other names.

    python benchmarks/corpus.py TARGET PAGES

Pages, entries and macro calls are the real ones, so that a generated project costs what a real
one of that size would. PAGES counts all languages together.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "it", "ro", "tr")
# Components link to these.
ALWAYS = ("about/sources.md", "about/glossary.md")
LEVELS = tuple(f"indicators/{level}.md" for level in ("context", "input", "process", "outcome", "impact"))
_LINK = re.compile(r"\[([^\]]*)\]\(([^)#]+\.md)(#[^)]*)?\)")


def write_corpus(target: Path, pages: int, *, validates: bool = True) -> int:
    """Write a project with about `pages` pages into the empty folder `target`; return how many it has.

    A small one that must pass `guidelines validate` gets a long page of what its own pages do not show.
    """
    for name in ("macros", "overrides", "data"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "docs/assets", target / "docs/assets")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    menu: list[object] = []
    always = (*ALWAYS, *LEVELS) if pages >= 100 else ALWAYS
    written = sum(_copy(target, path, path) for path in always)
    turn = 0
    while written * len(LANGUAGES) < pages:
        turn += 1
        part: list[object] = []
        for item in config["nav"]:
            if isinstance(item, str):
                if turn == 1:
                    menu.append(item)
                    written += _copy(target, item, item)
                continue
            ((section, paths),) = item.items()
            names = []
            for path in paths:
                if written * len(LANGUAGES) >= pages:
                    break
                if turn == 1 and path in always:
                    continue
                name = path if turn == 1 else re.sub(r"^([^/]+)/", rf"\1-{turn}/", path)
                written += _copy(target, path, name)
                names.append(name)
            if names:
                (menu if turn == 1 else part).append({section: names})
        if part:
            menu.append({"About": part})
    _mend(target)
    shown_besides = _what_entries_need(target) if validates else []
    _leave_out_what_no_page_shows(target)
    config["nav"] = [*menu, *always, *shown_besides]
    written += len(shown_besides)
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return written * len(LANGUAGES)


def _copy(target: Path, path: str, name: str) -> int:
    for language in LANGUAGES:
        source = ROOT / "docs" / language / path
        if source.is_file():
            to = target / "docs" / language / name
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, to)
    return 1


def _mend(target: Path) -> None:
    """Where a small corpus lacks a page, links to it become plain words, in pages and in data."""
    english = target / "docs/en"

    def without_dead_links(text: str, page: Path) -> str:
        return _LINK.sub(lambda link: link[0] if (english / page.parent / link[2]).resolve().is_file() else link[1], text)

    for language in LANGUAGES:
        folder = target / "docs" / language
        for page in folder.rglob("*.md"):
            text = page.read_text(encoding="utf-8")
            page.write_text(without_dead_links(text, page.relative_to(folder)), encoding="utf-8")

    def known(link: re.Match[str]) -> str:
        return link[0] if (english / link[1]).is_file() else "index.md"

    for file in (target / "data").glob("**/*.yml"):
        if file.relative_to(target / "data").parts[0] not in LANGUAGES:
            text = file.read_text(encoding="utf-8")
            file.write_text(re.sub(r"([a-z-]+/[a-z0-9/-]+\.md)(#[a-z0-9-]+)?", known, text), encoding="utf-8")


def _what_entries_need(target: Path) -> list[str]:
    """A page for what a small corpus does not show and cannot leave out: all indicators, and what the example block answers."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in (target / "docs/en").rglob("*.md"))
    indicators = _entries(target, "indicators")
    forms = sorted({"self-efficacy", "belonging"}.union(*(one.get("fed_by", []) for one in indicators.values())))
    kinds = {form: kind for kind in ("checklist", "questionnaire", "worksheet") for form in _entries(target, f"{kind}s")}
    calls = [f'{{{{ {kinds[form]}("{form}") }}}}' for form in forms] + [f'{{{{ indicator("{name}") }}}}' for name in indicators]
    missing = [call for call in calls if call not in text]
    if not missing:
        return []
    page = target / "docs/en/about/besides.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("---\ntitle: Besides\ndescription: What no other page shows.\n---\n\n# Besides { #besides }\n\n" + "\n\n".join(missing) + "\n", encoding="utf-8")
    return ["about/besides.md"]


def _entries(target: Path, kind: str) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for file in [target / f"data/{kind}.yml", *sorted((target / "data" / kind).glob("*.yml"))]:
        if file.is_file():
            found |= yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def _leave_out_what_no_page_shows(target: Path) -> None:
    """A small corpus shows only some forms and figures, and holds only some books: the other entries go."""
    english = list((target / "docs/en").rglob("*.md"))
    text = "\n".join(page.read_text(encoding="utf-8") for page in english)
    called = set(re.findall(r'\{\{ (?:checklist|questionnaire|worksheet|figure|poster|evidence)\("([^"]+)"\)', text))
    books = yaml.safe_load((target / "data/books.yml").read_text(encoding="utf-8"))
    pages = {page.relative_to(target / "docs/en").as_posix() for page in english}
    called |= {name for name, book in books.items() if {f"{book['folder']}/{page}" for page in ("index.md", *book.get("leave_out", []))} <= pages}
    materials = " ".join(re.findall(r'materials="([^"]*)"', text)).split()
    wanted = {kind: called for kind in ("checklists", "questionnaires", "worksheets", "figures", "posters", "evidence", "books")}
    wanted["materials"] = {*materials}
    for file in sorted((target / "data").rglob("*.yml")):
        parts = file.relative_to(target / "data").parts
        kind = parts[1 if parts[0] in LANGUAGES else 0].removesuffix(".yml")
        if kind in wanted:
            entries = re.split(r"^(?=[a-zA-Z])", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
            kept = [entry for entry in entries if entry.partition(":")[0] in wanted[kind]]
            if kept:
                file.write_text("".join(kept), encoding="utf-8")
            else:
                file.unlink()


if __name__ == "__main__":
    place = Path(sys.argv[1])
    print(write_corpus(place, int(sys.argv[2])))
