"""The components' styles and scripts, joined into one file each.

One classic, deferred script: module scripts do not load from file://.
"""

from __future__ import annotations

from pathlib import Path

from macros.components import FOLDER

VENDORED = Path(__file__).parent / "vendored"


def joined_styles() -> str:
    """shared.css and every component's style, in alphabetical order."""
    return "\n".join(path.read_text(encoding="utf-8") for path in _parts("css"))


def joined_scripts() -> str:
    """shared.js and every component's script inside one function, so that no name leaks."""
    parts = "\n".join(path.read_text(encoding="utf-8") for path in _parts("js"))
    return f"(function () {{\n'use strict';\n{parts}\n}})();\n"


def vendored_scripts() -> dict[str, str]:
    """Third-party scripts that the site ships: {address in the site: text}."""
    return {f"assets/{path.name}": path.read_text(encoding="utf-8") for path in sorted(VENDORED.glob("*.js"))}


def _parts(kind: str) -> list[Path]:
    shared = FOLDER / f"shared.{kind}"
    return [shared, *sorted(FOLDER.glob(f"*/*.{kind}"))]
