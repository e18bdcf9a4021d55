"""One language of the site: the steps of `mkdocs build`, with unchanged pages taken from the last build."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.exceptions import Abort
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from macros.building.calls import answer_plain_calls
from macros.building.compiled import KeptTemplates
from macros.building.kept import KeptLanguage, KeptPage
from macros.building.keys import Keys
from macros.building.menu import keep_closed_items
from macros.building.searched import read_pages_quickly
from macros.languages import SOURCE
from macros.site.languages_of_pages import path_of


def build_language(
    config: Any, hooks: Any, keys: Keys, kept: KeptLanguage, language: str, target: Path, again: bool = False
) -> dict[str, KeptPage]:
    """Write the files of `language` into the empty folder `target`; return its pages, to be kept.

    `again`: `target` holds what is kept already, and only what has changed is written.

    `config` is a loaded MkDocs configuration whose i18n plug-in has not begun; `hooks` is the module
    of macros/site_hooks.py, begun. Raises mkdocs.exceptions.Abort when MkDocs warns of anything.
    """
    config.site_dir = str(target)
    config.plugins["i18n"].current_language = language
    warnings = utils.CountHandler()
    warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(warnings)

    config = config.plugins.on_config(config)
    answer_plain_calls(config)
    read_pages_quickly()
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    env = config.theme.get_env()
    env.bytecode_cache = KeptTemplates(kept.folder.parent / "templates")
    files.add_files_from_theme(env, config)
    if kept.engine == keys.engine:
        hooks.build.sheets[language] = kept.sheets
    files = config.plugins.on_files(files, config=config)
    kept.engine, kept.sheets = keys.engine, hooks.build.sheets.get(language, {})
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)

    pages = [file.page or Page(None, file, config) for file in files.documentation_pages(inclusion=InclusionLevel.is_included)]
    wanted = {page.url: keys.page(language, path_of(page)) for page in pages}
    fresh = [page for page in pages if (old := kept.pages.get(page.url)) is None or old.key != wanted[page.url]]
    anew = {page.url for page in fresh}
    for page in pages:
        if page.url not in anew:
            page.read_source(config)  # the menu needs its title
            page.present_anchor_ids = kept.pages[page.url].ids
    for page in fresh:
        _populate_page(page, config, files)

    env = config.plugins.on_env(env, config=config, files=files)
    keep_closed_items(env)
    for file in files:
        if not file.is_documentation_page() and owner(file.dest_uri, config) == language:
            file.copy_file(dirty=again)
    for template in config.theme.static_templates:
        if language == SOURCE:
            _build_theme_template(template, env, files, config, nav)

    built: dict[str, KeptPage] = {}
    index = config.plugins["material/search" if "material/search" in config.plugins else "search"].search_index.entries
    doc_files = files.documentation_pages(inclusion=InclusionLevel.is_included)
    for page in pages:
        if page.url in anew:
            before = len(index)
            _build_page(page, config, doc_files, nav, env)
            built[page.url] = KeptPage(wanted[page.url], index[before:], page.present_anchor_ids or set())
        else:
            record = built[page.url] = kept.pages[page.url]
            index += record.entries
            hooks.remember(page, config)
            if not again:
                _take_over(kept.files / page.file.dest_uri, Path(page.file.abs_dest_path))
    for page in fresh:
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    config.plugins.on_post_build(config=config)
    for path in target.rglob("*"):
        if path.is_file() and owner(path.relative_to(target).as_posix(), config) != language:
            path.unlink()  # the search plug-in writes its own index for every language
    if counts := warnings.get_counts():
        raise Abort(f"MkDocs gave {', '.join(f'{number} {name.lower()}s' for name, number in counts)}.")
    return built


def _take_over(kept: Path, place: Path) -> None:
    """The kept file as the new one too; it is never written again, so both can be one."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(kept, place)
    except OSError:  # a file system without links
        shutil.copyfile(kept, place)


def owner(address: str, config: Any) -> str:
    """The language that writes the file at `address`: its own, or English for what all languages share."""
    for language in config.plugins["i18n"].build_languages:
        # macros/site/search.py adds the folding of letters to the language's stemmer.
        if address.startswith(f"{language}/") or address == f"assets/javascripts/lunr/min/lunr.{language}.min.js":
            return str(language)
    return SOURCE
