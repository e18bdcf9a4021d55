"""The site as it stands, and whether it is still what the project would give."""

from __future__ import annotations

import json
from pathlib import Path

from macros.building.keys import Keys
from macros.project import Project


def is_current(project: Project, site: Path, kept: Path, way: str) -> bool:
    """True when `site` was built in this `way` from just this state of the project, and nobody has touched it since."""
    try:
        key, files = json.loads((kept / "site.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(files == _listing(site) and key == f"{way} {Keys(project).site}")


def remember(project: Project, site: Path, kept: Path, way: str) -> None:
    """Note that `site` is what this state of the project gives."""
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "site.json").write_text(json.dumps([f"{way} {Keys(project).site}", _listing(site)]), encoding="utf-8")


def _listing(site: Path) -> dict[str, list[int]]:
    """Every file with its size and the time of its last change."""
    return {
        path.relative_to(site).as_posix(): [status.st_size, status.st_mtime_ns]
        for path in sorted(site.rglob("*")) if path.is_file() and (status := path.stat())
    }
