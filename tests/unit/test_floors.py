"""Imports go down only, and few files know MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path

MACROS = Path(__file__).parents[2] / "macros"
FLOORS = [
    ("languages", "problems", "signals", "yaml_files", "author_macros", "colours"),
    ("models",),
    ("library", "pages", "project", "source_uses", "measurements"),
    ("components", "checks", "translations", "field_tables", "text_differences", "beginnings", "language_quality", "sheets"),
    ("__init__", "cli", "site_hooks", "site", "building", "print"),
]
SHELLS = FLOORS[-1]


def floor(module: str) -> int:
    part = module.removeprefix("macros").strip(".").split(".")[0] or "__init__"
    found = [number for number, names in enumerate(FLOORS) if part in names]
    assert found, f"macros/{part} has no floor: add it to FLOORS"
    return found[0]


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" if node.module == "macros" else node.module for alias in node.names}
    return found


def modules() -> list[tuple[str, Path]]:
    found = [(".".join(path.relative_to(MACROS.parent).with_suffix("").parts), path) for path in MACROS.rglob("*.py")]
    assert len(found) > 20
    return found


def test_imports_go_down_only():
    wrong = [
        f"{name} imports {other}"
        for name, path in modules()
        for other in imports(path)
        if other.startswith("macros") and floor(other) > floor(name)
    ]
    assert wrong == []


def test_only_the_shells_know_mkdocs_and_click():
    outside = {"mkdocs", "mkdocs_macros", "material", "click", "weasyprint"}
    wrong = [
        f"{name} imports {other}"
        for name, path in modules()
        for other in imports(path)
        if other.split(".")[0] in outside and floor(name) < len(FLOORS) - 1
    ]
    assert wrong == []
