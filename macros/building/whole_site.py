"""The site as it stands, and whether it is still what the project would give."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from macros.building.kept import listing_of
from macros.building.keys import Keys
from macros.building.place import clear


def is_current(keys: Keys, site: Path, kept: Path, way: str) -> bool:
    """True when `site` was built in this `way` from just the state of the project of `keys`, and nobody has touched it since."""
    try:
        key, files = json.loads((kept / "site.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):  # not there, damaged, or of another version
        return False
    if files != listing_of(site) or keys.project.page_problems:
        return False
    try:
        return bool(key == f"{way} {keys.site}")
    except OSError:  # a file that cannot be read is told when the project is validated
        return False


def forget(kept: Path) -> None:
    """Keep nothing: somebody has edited during the build."""
    with contextlib.suppress(OSError):
        clear(kept)


def remember(key: str, site: Path, kept: Path, way: str) -> None:
    """Note that `site` is what the state of the project with this `key` gives."""
    note = kept / "site.json"
    try:
        kept.mkdir(parents=True, exist_ok=True)
        clear(note)
        note.write_text(json.dumps([f"{way} {key}", listing_of(site)]), encoding="utf-8")
    except OSError:  # the site is whole; without the note it is only built again next time
        return
