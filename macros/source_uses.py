"""Which pages use which source: directly, or through what they show."""

from __future__ import annotations

from collections.abc import Iterator

from macros.library import Library
from macros.pages import Call, Page


def pages_by_source(library: Library, pages: dict[str, Page]) -> dict[str, list[str]]:
    """For each source the paths of the pages that use it, in the order of `pages`.

    A page uses a source when it calls `source`, or shows a fact, an evidence note, a figure, an
    indicator or a helpline that rests on it. Calls that name nothing that exists are passed over.
    """
    found: dict[str, list[str]] = {name: [] for name in library.names("sources")}
    for path, page in pages.items():
        used = {source for call in page.calls for source in _sources_of(library, call)}
        for source in found:
            if source in used:
                found[source].append(path)
    return found


def _sources_of(library: Library, call: Call) -> Iterator[str]:
    name = str(call.arguments[0]) if call.arguments else None
    if call.macro == "source" and name:
        yield name
    elif call.macro in ("fact", "evidence", "figure", "poster", "indicator") and name:
        yield from _sources_behind(library, {"fact": "facts", "figure": "figures", "poster": "posters", "indicator": "indicators"}.get(call.macro, call.macro), name)
    elif call.macro == "indicator_list":
        for indicator in library.names("indicators"):
            if library.entry("indicators", indicator).level == name:
                yield from _sources_behind(library, "indicators", indicator)
    elif call.macro == "helplines":
        for line in library.names("helplines"):
            if name in (None, library.entry("helplines", line).country):
                yield from _sources_behind(library, "helplines", line)


def _sources_behind(library: Library, kind: str, name: str) -> Iterator[str]:
    """The sources that an entry names, and those of the facts it is drawn from."""
    if name not in library.facts[kind]:
        return
    facts = library.entry(kind, name)
    if kind == "figures":
        for fact in facts.facts.values():
            yield from _sources_behind(library, "facts", fact)
        return
    if kind == "posters":
        for fact in [*facts.facts, *facts.first.values()]:
            yield from _sources_behind(library, "facts", fact)
        return
    single = getattr(facts, "source", None)
    yield from getattr(facts, "sources", None) or ([single] if single else [])
