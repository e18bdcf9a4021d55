"""The components' styles and scripts, joined into one file each.

One classic, deferred script: module scripts do not load from file://.
"""

from __future__ import annotations

from pathlib import Path

from macros.components import FOLDER

VENDORED = Path(__file__).parent / "vendored"


def joined_styles() -> str:
    """The shared style and every component's, in alphabetical order."""
    return "\n".join(path.read_text(encoding="utf-8") for path in _parts("css"))


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
