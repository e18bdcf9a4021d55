"""The macros that an author can call on a page, and nothing else.

They are listed in `macros/author_macros.py` and explained in `CONTRIBUTING.md`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Offer the macros to the pages. MkDocs calls this once for each language.

    The language is asked for when a macro is called: it is the language the page is *written*
    in, so that an English page shown in the Italian site has English cards.
    """
    # Imported here so that `import macros.library` does not load every component.
    from macros.components.macros import offered
    from macros.project import Project

    project = Project.joined(Path(env.project_dir))

    def language() -> str:
        return str(env.page.file.locale)

    def path() -> str:
        """The page's path from docs/<language>/."""
        source = Path(env.page.file.abs_src_path).relative_to(project.root / "docs").as_posix()
        return source.partition("/")[2]

    for macro in offered(project, language, path):
        _offer(env, macro)


def _offer(env: Any, macro: Callable[..., str]) -> None:
    env.macro(macro, macro.__name__)
