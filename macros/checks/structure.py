"""A translation keeps the structure of its English page: headings, calls, links, tables, lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from macros.author_macros import MACROS
from macros.languages import LANGUAGES, SOURCE
from macros.pages import Page
from macros.problems import Problem, did_you_mean
from macros.project import Project
from macros.translations import of_page


def check_structure(project: Project) -> Iterator[Problem]:
    """Where a translation differs in structure from its English page."""
    english_pages = project.pages[SOURCE]
    for language in LANGUAGES:
        if language == SOURCE:
            for page in english_pages.values():
                if page.raw_front.get("translated_from"):
                    yield page.problem(1, 1, "English pages are not translated from anything.", "Delete translated_from.")
            continue
        for path, page in project.pages[language].items():
            english = english_pages.get(path)
            if english is None:
                moved = _moved_to(page, english_pages, project.pages[language])
                hint = f"Its English text is now docs/{SOURCE}/{moved}: move it to docs/{language}/{moved}." if moved else did_you_mean(path, english_pages)
                yield page.problem(0, 0, f"There is no English page docs/{SOURCE}/{path}.", hint)
            elif not project.faulty & {english.file, page.file}:
                yield from _compare(english, page)


def _moved_to(page: Page, english_pages: dict[str, Page], translated: dict[str, Page]) -> str | None:
    """The path of the untranslated English page that `page` was made from, if it was renamed."""
    key = page.raw_front.get("translated_from")
    return next((path for path, english in english_pages.items() if path not in translated and of_page(english) == key), None)


def _compare(english: Page, page: Page) -> Iterator[Problem]:
    yield from _first_difference(
        english, page, "headings",
        [(h.level, h.id) for h in english.headings], [(h.level, h.id) for h in page.headings],
        [h.line for h in english.headings], [h.line for h in page.headings],
        lambda part: f"{'#' * part[0]} {{ #{part[1]} }}",
    )
    ours = [_essence(call.macro, call.arguments, call.keywords) for call in page.calls if not _inline(call.macro)]
    theirs = [_essence(call.macro, call.arguments, call.keywords) for call in english.calls if not _inline(call.macro)]
    yield from _first_difference(
        english, page, "macro calls", theirs, ours,
        [c.line for c in english.calls if not _inline(c.macro)], [c.line for c in page.calls if not _inline(c.macro)],
        lambda part: str(part[0]) + "(" + ", ".join(map(repr, part[1])) + ")",
    )
    for what, mine, others in (
        ("inline macro calls", _counts_of_inline(page), _counts_of_inline(english)),
        ("links", [(link.target, link.line) for link in page.links if not link.image],
         [(link.target, link.line) for link in english.links if not link.image]),
        ("pictures", [(link.target, link.line) for link in page.links if link.image],
         [(link.target, link.line) for link in english.links if link.image]),
    ):
        yield from _missing_and_extra(english, page, what, others, mine)
    yield from _first_difference(
        english, page, "tables", [t[1:] for t in english.tables], [t[1:] for t in page.tables],
        [t[0] for t in english.tables], [t[0] for t in page.tables], lambda part: f"{part[0]} columns, {part[1]} rows",
    )
    yield from _first_difference(
        english, page, "lists", [n for _, n in english.lists], [n for _, n in page.lists],
        [line for line, _ in english.lists], [line for line, _ in page.lists], lambda part: f"{part} item" + "s" * (part != 1),
    )
    yield from _first_difference(
        english, page, "boxes", [kind for kind, _ in english.admonitions], [kind for kind, _ in page.admonitions],
        [line for _, line in english.admonitions], [line for _, line in page.admonitions], lambda part: f"!!! {part}",
    )


def _inline(macro: str) -> bool:
    return macro in MACROS and not MACROS[macro].block


def _essence(macro: str, arguments: tuple[Any, ...], keywords: tuple[Any, ...]) -> tuple[Any, ...]:
    """A call without what may differ between languages: the inflected word."""
    if macro in MACROS and MACROS[macro].says:
        arguments = arguments[:1]
    return macro, arguments, keywords


def _counts_of_inline(page: Page) -> list[tuple[str, int]]:
    """Inline calls may change place within a sentence, so only the set of them is compared."""
    return [
        (f"{{{{ {c.macro}({', '.join(map(repr, _essence(c.macro, c.arguments, c.keywords)[1]))}) }}}}", c.line)
        for c in page.calls if _inline(c.macro)
    ]


def _missing_and_extra(
    english: Page, page: Page, what: str, wanted: list[tuple[str, int]], given: list[tuple[str, int]]
) -> Iterator[Problem]:
    rest = [name for name, _ in given]
    for name, line in wanted:
        if name in rest:
            rest.remove(name)
        else:
            yield page.problem(0, 0, f"{name} is missing.", f"{english.file}:{line} has it among its {what}.")
    spare = [name for name, _ in wanted]
    for name, line in given:
        if name in spare:
            spare.remove(name)
        else:
            yield page.problem(line, 1, f"{name} is not on the English page.", f"Compare the {what} of {english.file}.")


def _first_difference(
    english: Page, page: Page, what: str, wanted: Sequence[Any], given: Sequence[Any],
    wanted_lines: list[int], given_lines: list[int], write: Callable[[Any], str],
) -> Iterator[Problem]:
    for place in range(max(len(wanted), len(given))):
        ours = given[place] if place < len(given) else None
        theirs = wanted[place] if place < len(wanted) else None
        if ours == theirs:
            continue
        line = given_lines[place] if ours is not None else 0
        if theirs is None:
            yield page.problem(line, 1, f"The {what} differ from English: '{write(ours)}' is too much.",
                               f"{english.file} has {len(wanted)}, this page {len(given)}.")
        elif ours is None:
            yield page.problem(0, 0, f"The {what} differ from English: '{write(theirs)}' is missing.",
                               f"It stands in {english.file}:{wanted_lines[place]}.")
        else:
            yield page.problem(line, 1, f"The {what} differ from English: '{write(ours)}' here, '{write(theirs)}' there.",
                               f"Compare with {english.file}:{wanted_lines[place]}.")
        return
