"""Links between pages: the page is there, the section is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from macros.pages import Link, Page
from macros.problems import Problem, did_you_mean
from macros.project import Project

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# Ids that components write, next to those of headings.
_FORMS = ("checklist", "questionnaire", "worksheet")


def check_links(project: Project) -> Iterator[Problem]:
    """Problems with the links of every page."""
    for pages in project.pages.values():
        for page in pages.values():
            for link in page.links:
                yield from _check(project, page, link)


def ids_on(project: Project, page: Page) -> set[str]:
    """Every id that a link to this page may name."""
    ids = set(page.anchors)
    library = project.library
    for call in page.calls:
        if call.macro in _FORMS and call.arguments:
            ids.add(f"{call.macro}-{call.arguments[0]}")
        elif call.macro == "indicator" and call.arguments:
            ids.add(str(call.arguments[0]).lower())
        elif call.macro == "indicator_list" and call.arguments:
            ids |= {
                name.lower() for name, placed in library.facts["indicators"].items()
                if getattr(placed.model, "level", None) == call.arguments[0]
            }
        elif call.macro in ("glossary", "sources"):
            ids |= {name.lower() for name in library.names(call.macro)}
    return ids


def _check(project: Project, page: Page, link: Link) -> Iterator[Problem]:
    target, _, fragment = link.target.partition("#")
    if _SCHEME.match(link.target):
        return
    if link.target.startswith("/"):
        yield page.problem(
            link.line, link.column, f"The link '{link.target}' begins with a slash, so it breaks when the site is moved.",
            "Write it from this page, for example ../junior/stay-safe.md.",
        )
        return
    if link.image or not (target.endswith(".md") or not target):
        asset = project.root / "docs" / page.language / posixpath.dirname(page.path) / target
        if target and not asset.exists():
            yield page.problem(link.line, link.column, f"There is no file '{target}'.", "Check the path from this page.")
        elif link.image and not link.text.strip():
            yield page.problem(link.line, link.column, "The picture has no alternative text.", "Say between [ and ] what it shows.")
        return
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target)) if target else page.path
    pages = project.pages[page.language]
    found = pages.get(path) or project.pages["en"].get(path)
    if found is None:
        known = {posixpath.relpath(other, posixpath.dirname(page.path) or ".") for other in project.pages["en"]}
        yield page.problem(link.line, link.column, f"There is no page '{target}'.", did_you_mean(target, known))
    elif fragment and found.file not in project.faulty and fragment not in ids_on(project, found):
        yield page.problem(
            link.line, link.column, f"The page '{path}' has no section '#{fragment}'.",
            did_you_mean(fragment, ids_on(project, found)),
        )
