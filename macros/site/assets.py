"""The components' styles and scripts, joined into one file each.

One classic, deferred script: module scripts do not load from file://.
"""

from __future__ import annotations

from pathlib import Path

from macros.colours import DARK_PAPER, WHITE, mixed, readable
from macros.components import FOLDER

VENDORED = Path(__file__).parent / "vendored"


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
    """The shared scripts and every component's inside one function, so that no name leaks."""
    parts = "\n".join(path.read_text(encoding="utf-8") for path in _parts("js"))
    return f"(function () {{\n'use strict';\n{parts}\n}})();\n"


def vendored_scripts() -> dict[str, str]:
    """Third-party scripts that the site ships: {address in the site: text}."""
    return {f"assets/{path.name}": path.read_text(encoding="utf-8") for path in sorted(VENDORED.glob("*.js"))}


def _parts(kind: str) -> list[Path]:
    shared = sorted((FOLDER / "shared").glob(f"*.{kind}"))
    return [*shared, *(path for path in sorted(FOLDER.glob(f"*/*.{kind}")) if path not in shared)]
