"""The downloads page and the buttons on pages, filled in once the files are there."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable
from pathlib import Path

from macros.components import show
from macros.components.download_links.view import download_links_view
from macros.components.downloads.view import File, Group, Row, downloads_view
from macros.languages import SOURCE
from macros.print.making import FOLDER, Made
from macros.print.plan import Download, address, planned
from macros.project import Project

PAGE = "about/downloads.md"
MANIFEST = f"{FOLDER}/files.json"
_LIST = re.compile(r'<section class="p2p-downloads">.*?</section>', re.DOTALL)
_LINKS = re.compile(r'<p class="p2p-download-links">.*?</p>', re.DOTALL)
_TITLE_END = re.compile(r'</h1>(?:\s*<p class="p2p-reading-time">.*?</p>)?', re.DOTALL)


def write_listing(project: Project, site: Path, languages: Iterable[str], made: Iterable[Made]) -> None:
    """Name the files that are there on the downloads page and on the pages they are made from.

    `made` are the files of this run; files of earlier runs are known from a list in the folder
    `downloads`. Running it again changes nothing.
    """
    known = _known(site)
    for one in made:
        known[one.download.file] = {"pages": one.pages, "size": one.size}
    known = {file: facts for file, facts in sorted(known.items()) if (site / FOLDER / file).is_file()}
    (site / FOLDER).mkdir(exist_ok=True)
    (site / MANIFEST).write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8", newline="\n")
    for language in languages:
        by_page: dict[str, list[Download]] = {}
        for download in planned(project, language):
            there = by_page.setdefault(download.pages[0], [])
            if download.file in known:
                there.append(download)
        for page, downloads in by_page.items():
            if (site / address(page, language)).is_file():
                _write_links(project, site, page, language, downloads, known)


def list_of_all(project: Project, site: Path, language: str, kit: int = 0, inside_kit: bool = False) -> str | None:
    """The downloads page of `language` with all its files; None when the site has no such page.

    `kit` is the size of the zip of everything; in the copy inside the zip it cannot be named.
    """
    where = address(PAGE, language)
    if not (site / where).is_file():
        return None
    known = _known(site)
    there = [download for download in planned(project, language) if download.file in known]
    zipped = File("kit-link", _from(where, f"{FOLDER}/{kit_name(project)}"), 0, kit) if kit else None
    written = language if PAGE in project.pages[language] else SOURCE
    view = downloads_view(project.library, written, _groups(project, language, where, there, known), zipped, inside_kit)
    return _LIST.sub(lambda _: show("downloads", view), (site / where).read_text(encoding="utf-8"), count=1)


def kit_name(project: Project) -> str:
    """The file name of the zip of everything."""
    edition = project.library.entry("site", "site").edition
    return f"peer-tutoring-offline{f'-{edition:%Y-%m-%d}' if edition else ''}.zip"


def _known(site: Path) -> dict[str, dict[str, int]]:
    try:
        known = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _groups(
    project: Project, language: str, where: str, there: list[Download], known: dict[str, dict[str, int]]
) -> list[Group]:
    groups: dict[tuple[str, str], dict[str, list[Download]]] = {}
    for download in there:
        groups.setdefault(_group(project, language, download), {}).setdefault(download.name, []).append(download)
    return [
        Group(id_, title, [_row(editions, language, where, known) for editions in rows.values()])
        for (id_, title), rows in groups.items()
    ]


def _group(project: Project, language: str, download: Download) -> tuple[str, str]:
    """The id and the text of the heading under which a file stands."""
    say = project.library.say
    if download.kind != "form":
        return f"{download.kind}s", say(f"downloads-{download.kind}s", language)
    folder = download.pages[0].partition("/")[0]
    for written in (language, SOURCE):
        index = project.pages[written].get(f"{folder}/index.md")
        if index and index.front:
            return f"forms-{folder}", say("downloads-forms", language, section=index.front.title)
    return f"forms-{folder}", say("downloads-forms", language, section=folder)


def _row(editions: list[Download], language: str, where: str, known: dict[str, dict[str, int]]) -> Row:
    first = editions[0]
    files = [_file(download, where, known) for download in editions]
    return Row(first.title, files, first.spoken if first.spoken != language else None)


def _file(download: Download, where: str, known: dict[str, dict[str, int]]) -> File:
    facts = known[download.file]
    return File(download.edition, _from(where, f"{FOLDER}/{download.file}"), facts["pages"], facts["size"])


def _write_links(
    project: Project, site: Path, page: str, language: str, downloads: list[Download], known: dict[str, dict[str, int]]
) -> None:
    where = address(page, language)
    path = site / where
    html = _LINKS.sub("", path.read_text(encoding="utf-8"))
    if not downloads:
        path.write_text(html, encoding="utf-8", newline="\n")
        return
    written = language if page in project.pages[language] else SOURCE
    view = download_links_view(project.library, written, [(one.title, _file(one, where, known)) for one in downloads])
    html = _TITLE_END.sub(lambda end: end[0] + show("download_links", view), html, count=1)
    path.write_text(html, encoding="utf-8", newline="\n")


def _from(here: str, there: str) -> str:
    return posixpath.relpath(there, posixpath.dirname(here) or ".")
