"""One configuration for each language, as Zensical wants them, from the project's own: the way on when MkDocs ends.

    python tests/stage_for_zensical.py FOLDER
    cd FOLDER/it && zensical build

Only the text, the menu and the theme's plain settings are taken over. What is still missing there is what
CONTRIBUTING.md lists: hooks, macros and the languages in one site.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]


def stage(target: Path, root: Path = ROOT) -> list[str]:
    """Write a folder for each language of the project at `root`; give the languages."""
    whole = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    languages = next(plugin["i18n"]["languages"] for plugin in whole["plugins"] if "i18n" in plugin)
    for language in languages:
        folder = target / language["locale"]
        shutil.copytree(root / "docs" / language["locale"], folder / "docs")
        shutil.copytree(root / "docs/assets", folder / "docs/assets")
        pages = {path.relative_to(folder / "docs").as_posix() for path in (folder / "docs").rglob("*.md")}
        config = {
            "site_name": whole["site_name"],
            "docs_dir": "docs",
            "site_dir": "site",
            "use_directory_urls": whole["use_directory_urls"],
            "nav": _menu(whole["nav"], language.get("nav_translations", {}), pages),
            "theme": {"name": "material", "language": language["locale"], "font": False, "logo": whole["theme"]["logo"]},
            "plugins": ["search"],
            "markdown_extensions": whole["markdown_extensions"],
        }
        (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return [language["locale"] for language in languages]


def _menu(items: list[Any], words: dict[str, str], pages: set[str]) -> list[Any]:
    menu: list[Any] = []
    for item in items:
        if isinstance(item, str):
            menu += [item] if item in pages else []
        else:
            menu += [{words.get(title, title): _menu(inner, words, pages)} for title, inner in item.items()]
    return menu


if __name__ == "__main__":
    print(" ".join(stage(Path(sys.argv[1]))))
