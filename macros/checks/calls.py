"""Macro calls on pages: known macro, known entry, right arguments, right place."""

from __future__ import annotations

from collections.abc import Iterator

from macros.author_macros import GROUPINGS, MACROS, AuthorMacro
from macros.pages import Call, Page
from macros.problems import Problem, did_you_mean
from macros.project import Project


def check_calls(project: Project) -> Iterator[Problem]:
    """Problems with every macro call of every page."""
    for pages in project.pages.values():
        for page in pages.values():
            for call in page.calls:
                yield from _check(project, page, call)


def _check(project: Project, page: Page, call: Call) -> Iterator[Problem]:
    macro = MACROS.get(call.macro)
    if macro is None:
        yield page.problem(call.line, call.column, f"There is no macro called '{call.macro}'.", did_you_mean(call.macro, MACROS))
        return
    if macro.block and not call.alone:
        yield page.problem(
            call.line, call.column, f"'{call.macro}' must stand alone on its line, at the left margin.",
            "Put an empty line before and after it, and no spaces before it.",
        )
    yield from _check_arguments(project, page, call, macro)


def _check_arguments(project: Project, page: Page, call: Call, macro: AuthorMacro) -> Iterator[Problem]:
    def problem(what: str, hint: str = "") -> Problem:
        return page.problem(call.line, call.column, what, hint)

    if not macro.least <= len(call.arguments) <= macro.most:
        wanted = str(macro.least) if macro.least == macro.most else f"{macro.least} to {macro.most}"
        yield problem(f"'{call.macro}' takes {wanted} values in its brackets; here are {len(call.arguments)}.")
        return
    given = dict(call.keywords)
    for name in macro.keywords:
        if name not in given:
            yield problem(f"'{call.macro}' needs {name}=….")
    known = (*macro.keywords, *macro.optional)
    for name in given:
        if name not in known:
            yield problem(f"'{call.macro}' does not know {name}=….", did_you_mean(name, known))
    if call.arguments:
        first = call.arguments[0]
        if macro.kind and first not in project.library.facts[macro.kind] and not project.library.lost(macro.kind, str(first)):
            yield problem(f"There is no '{first}' in data/{macro.kind}.", did_you_mean(str(first), project.library.names(macro.kind)))
        if macro.choices and first not in macro.choices:
            yield problem(f"'{call.macro}' does not know '{first}'.", did_you_mean(str(first), macro.choices))
    if call.macro == "activity":
        minutes, grouping = given.get("minutes"), given.get("grouping")
        if minutes is not None and (not isinstance(minutes, int) or not 1 <= minutes <= 180):
            yield problem(f"minutes={minutes!r} is not a number of minutes.", "Write a whole number from 1 to 180.")
        if grouping is not None and grouping not in GROUPINGS:
            yield problem(f"'{grouping}' is not a grouping.", did_you_mean(str(grouping), GROUPINGS))
        for name in str(given.get("materials", "")).split():
            if name not in project.library.facts["materials"] and not project.library.lost("materials", name):
                yield problem(f"There is no '{name}' in data/materials.", did_you_mean(name, project.library.names("materials")))
        for name in ("practises", "checks"):
            numbers = given.get(name, "")
            if not isinstance(numbers, str) or not all(number.isdigit() for number in numbers.split()):
                yield problem(f"{name}={numbers!r} does not name outcomes.", 'Write their numbers, for example "1 3".')
