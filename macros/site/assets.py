"""The components' styles and scripts, joined into few files.

Classic, deferred scripts: module scripts do not load from file://. What most pages use is one
file; what the measuring tools share is a second one, and each tool has its own: only their pages load them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from macros.colours import DARK_PAPER, WHITE, mixed, readable
from macros.components import FOLDER

VENDORED = Path(__file__).parent / "vendored"
SEARCH_WORKER = Path(__file__).parent / "search_worker.js"
# Components, and files in shared/, that only the measuring tools use.
MEASURING_COMPONENTS = ("class_summary", "compare", "workbook", "attendance_calculator")
MEASURING_SHARED = (
    "disclosure.js", "field_faults.js", "interval_picture.js", "publication.js", "statistics.js", "typed_numbers.js", "typed_table.js",
)  # fmt: skip
COMMON_SCRIPT = "indicators.js"
_TOP_LEVEL = re.compile(r"^(?:async )?(?:function|const|class) (\w+)", re.MULTILINE)
_ELEMENT = re.compile(r"customElements\.define\('([a-z-]+)'")
_NOTES = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_COMPONENTS_TAG = re.compile(r'<script src="([^"]*)components\.js" defer[^>]*></script>')


def joined_styles(colour: str | None = None) -> str:
    """The shared style and every component's, in alphabetical order; then the school's own colour, if it has one."""
    parts = [path.read_text(encoding="utf-8") for path in _parts("css")]
    return "\n".join([*parts, _colour_style(colour)] if colour else parts)


def _colour_style(colour: str) -> str:
    """The head of the page and its links in the school's colour, in shades that can be read on each scheme's page."""
    dark_head = mixed(colour, "#000000", 0.25)
    return (
        f'[data-md-color-primary="custom"] {{ --md-primary-fg-color: {colour}; --md-primary-fg-color--light: {mixed(colour, WHITE, 0.2)};'
        f" --md-primary-fg-color--dark: {dark_head}; --md-typeset-a-color: {readable(colour, WHITE)}; }}\n"
        f'[data-md-color-scheme="slate"][data-md-color-primary="custom"] {{ --md-primary-fg-color: {dark_head};'
        f" --md-typeset-a-color: {readable(mixed(colour, WHITE, 0.4), DARK_PAPER)}; }}\n"
    )


def joined_scripts() -> str:
    """The shared scripts and every component's inside one function, so that no name leaks.

    One name does: `peerTutoring` holds what the shared scripts define, for `tool_scripts`.
    """
    parts = _bare(path for path in _parts("js") if not _measures(path))
    return f"(function () {{\n'use strict';\n{parts}\nwindow.peerTutoring = {{ {', '.join(_shared_names())} }};\n}})();\n"


def tool_scripts() -> dict[str, str]:
    """The scripts of the measuring tools: what they share, and one for each; {address in the site: text}.

    Each is a function that begins with the names it takes from the scripts before it.
    """
    common = [path for path in _parts("js") if _measures(path) and path.parent.name == "shared"]
    offered = [name for path in common for name in _TOP_LEVEL.findall(path.read_text(encoding="utf-8"))]
    scripts = {COMMON_SCRIPT: _with_names(_bare(common), _shared_names(), f"Object.assign(window.peerTutoring, {{ {', '.join(offered)} }});\n")}
    for component in MEASURING_COMPONENTS:
        own = [path for path in _parts("js") if path.parent.name == component]
        if own:
            scripts[f"{component}.js"] = _with_names(_bare(own), [*_shared_names(), *offered])
    return scripts


def _with_names(parts: str, names: list[str], end: str = "") -> str:
    used = [name for name in names if re.search(rf"\b{name}\b", parts)]
    return f"(function () {{\n'use strict';\nconst {{ {', '.join(used)} }} = window.peerTutoring;\n{parts}\n{end}}})();\n"


def _bare(paths: Iterable[Path]) -> str:
    """The texts without the notes that stand on lines of their own, and without indentation: readers need not fetch them."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return _INDENTATION.sub("", _NOTES.sub("", text))


def with_tool_scripts(html: str) -> str:
    """A page that shows a measuring tool loads its script, after those it builds on."""
    shown = [component for component, elements in _measuring_elements().items() if any(f"<{element}" in html for element in elements)]
    if not shown:
        return html
    names = [COMMON_SCRIPT, *(f"{component}.js" for component in shown)]
    return _COMPONENTS_TAG.sub(lambda tag: tag[0] + "".join(tag[0].replace("components.js", name) for name in names), html, count=1)


def separate_scripts() -> dict[str, str]:
    """Scripts that stay files of their own, third parties' among them: {address in the site: text}."""
    paths = (SEARCH_WORKER, *sorted(VENDORED.glob("*.js")))
    return {f"assets/{path.name}": path.read_text(encoding="utf-8") for path in paths}


def _parts(kind: str) -> list[Path]:
    """The files, shared ones first, and those last that define an element.

    An element on the page comes to life in the moment it is defined, and may use everything else.
    """
    shared = sorted((FOLDER / "shared").glob(f"*.{kind}"))
    parts = [*shared, *(path for path in sorted(FOLDER.glob(f"*/*.{kind}")) if path not in shared)]
    return sorted(parts, key=lambda path: bool(_ELEMENT.search(path.read_text(encoding="utf-8"))))


def _measures(path: Path) -> bool:
    return path.parent.name in MEASURING_COMPONENTS or (path.parent.name == "shared" and path.name in MEASURING_SHARED)


def _shared_names() -> list[str]:
    """What the scripts in shared/ define for all components."""
    texts = [path.read_text(encoding="utf-8") for path in _parts("js") if path.parent.name == "shared" and not _measures(path)]
    return [name for text in texts for name in _TOP_LEVEL.findall(text)]


@cache
def _measuring_elements() -> dict[str, list[str]]:
    """{component: the elements that its scripts define}."""
    return {
        component: [name for path in _parts("js") if path.parent.name == component for name in _ELEMENT.findall(path.read_text(encoding="utf-8"))]
        for component in MEASURING_COMPONENTS
    }
