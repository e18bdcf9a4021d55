"""The menu: every page is in it once, every line leads to a page, every section has a name in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.languages import LANGUAGES, SOURCE
from macros.problems import Problem, did_you_mean
from macros.project import Project
from macros.yaml_files import read

_FILE, _HOOKS = "mkdocs.yml", "macros/site_hooks.py"


class _Forgiving(yaml.SafeLoader):
    """Reads MkDocs's own tags (!ENV, !!python/name) as plain values."""


def _ignore_tag(loader: yaml.Loader, suffix: str, node: yaml.Node) -> Any:
    return None


_Forgiving.add_multi_constructor("!", _ignore_tag)
_Forgiving.add_multi_constructor("tag:yaml.org,2002:python/", _ignore_tag)


def listed_pages(root: Path) -> list[str]:
    """The pages in the menu of the project at `root`, from top to bottom; paths from docs/<language>/."""
    config = yaml.load((root / _FILE).read_text(encoding="utf-8"), Loader=_Forgiving)
    listed: list[str] = []
    _walk(config.get("nav") or [], [], listed)
    return listed


def check_menu(project: Project) -> Iterator[Problem]:
    """Problems between mkdocs.yml and the pages."""
    text = read(project.root / _FILE, _FILE)  # finds what is no plain YAML, and where
    if text.problems:
        yield from text.problems
        return
    content = (project.root / _FILE).read_text(encoding="utf-8-sig")
    try:
        node = yaml.compose(content, Loader=_Forgiving)
        config = yaml.load(content, Loader=_Forgiving)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield Problem(_FILE, mark.line + 1 if mark else 0, mark.column + 1 if mark else 0,
                      f"This is not valid YAML: {getattr(error, 'problem', error)}.", "Check quotes and indentation.")
        return
    if not isinstance(config, dict) or node is None:
        yield Problem(_FILE, 0, 0, "The file is empty.", "Take it from Git again.")
        return
    missing = list(_missing_parts(config))
    if missing:
        yield from missing
        return
    lines = {
        scalar.value: (scalar.start_mark.line + 1, scalar.start_mark.column + 1) for scalar in _scalars(node)
    }
    sections: list[str] = []
    listed: list[str] = []
    _walk(config.get("nav") or [], sections, listed)
    pages = project.pages[SOURCE]
    for path in listed:
        if path not in pages:
            yield Problem(_FILE, *lines.get(path, (0, 0)), f"The menu names '{path}', which is no page.", did_you_mean(path, pages))
        if listed.count(path) > 1:
            yield Problem(_FILE, *lines.get(path, (0, 0)), f"The menu names '{path}' twice.", "Delete one.")
    for path, page in pages.items():
        if path not in listed:
            yield page.problem(0, 0, "This page is not in the menu.", f"Add '{path}' under nav: in {_FILE}.")
    yield from _check_languages(config, sections, lines)


def _missing_parts(config: dict[str, Any]) -> Iterator[Problem]:
    """What the site cannot be built without."""
    plugins = config.get("plugins")
    named = [name for plugin in plugins if isinstance(plugin, dict | str) for name in ([plugin] if isinstance(plugin, str) else plugin)] if isinstance(plugins, list) else []
    for name in ("search", "macros", "i18n"):
        if name not in named:
            yield Problem(_FILE, 0, 0, f"The plug-in '{name}' is not under plugins:.", f"Add '- {name}' there, with its settings as they were.")
    if "i18n" in named:
        languages = _i18n(config).get("languages")
        if not isinstance(languages, list) or not all(isinstance(entry, dict) for entry in languages):
            yield Problem(_FILE, 0, 0, "There is no list of languages under plugins: i18n:.", "Add languages: with '- locale: en' and so on.")
        else:
            for entry in languages:
                if not isinstance(entry.get("nav_translations") or {}, dict):
                    yield Problem(_FILE, 0, 0, f"nav_translations of '{entry.get('locale')}' is not a list of names.", "Write 'Section: its name', one a line.")
    hooks = config.get("hooks")
    if not isinstance(hooks, list) or _HOOKS not in hooks:
        yield Problem(_FILE, 0, 0, f"'{_HOOKS}' is not under hooks:.", f"Add '- {_HOOKS}' there.")


def _i18n(config: dict[str, Any]) -> dict[str, Any]:
    plugin = next((p["i18n"] for p in config.get("plugins", []) if isinstance(p, dict) and "i18n" in p), None)
    return plugin if isinstance(plugin, dict) else {}


def _check_languages(config: dict[str, Any], sections: list[str], lines: dict[str, tuple[int, int]]) -> Iterator[Problem]:
    configured = {entry.get("locale"): entry for entry in _i18n(config)["languages"]}
    if list(configured) != list(LANGUAGES):
        yield Problem(_FILE, 0, 0, f"The languages are {', '.join(map(str, configured))}; the site speaks {', '.join(LANGUAGES)}.",
                      "Name the same languages in the same order under plugins: i18n: languages:.")
    for language, entry in configured.items():
        if language == SOURCE or language not in LANGUAGES:
            continue
        translated = entry.get("nav_translations") or {}
        for section in sections:
            if section not in translated:
                yield Problem(_FILE, *lines.get(section, (0, 0)), f"The menu section '{section}' has no name in '{language}'.",
                              f"Add it to nav_translations of '{language}'.")


def _walk(nav: Any, sections: list[str], listed: list[str]) -> None:
    for item in nav if isinstance(nav, list) else []:
        if isinstance(item, str):
            listed.append(item)
        elif isinstance(item, dict):
            for name, value in item.items():
                if isinstance(value, str):
                    listed.append(value)
                else:
                    sections.append(str(name))
                    _walk(value, sections, listed)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _scalars(child)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)
