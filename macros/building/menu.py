"""The menu, rendered once for each folder instead of once for each page.

An item of the menu that is not open looks the same on every page of a folder. Material's template
renders it again on each page; here the result is kept.
"""

from __future__ import annotations

import posixpath
from typing import Any

from jinja2 import ChoiceLoader, Environment, FunctionLoader

# In each template, the line that renders one item, and what stands there instead.
_CHANGES = {
    "partials/nav.html": (
        "{{ item.render(nav_item, path, 1) }}",
        "{{ kept_item(item.render, page, base_url, nav_item, path, 1) }}",
    ),
    "partials/nav-item.html": (
        '{{ render(item, path ~ "_" ~ loop.index, level + 1, nav_item) }}',
        '{{ kept_item(render, page, base_url, item, path ~ "_" ~ loop.index, level + 1, nav_item) }}',
    ),
}


def keep_closed_items(env: Environment) -> None:
    """Let `env` render every item of the menu that is not open once a folder.

    Does nothing when a template is not the one this was written for.
    """
    assert env.loader is not None
    changed = {}
    for template, (line, instead) in _CHANGES.items():
        source, name, _ = env.loader.get_source(env, template)
        if source.count(line) != 1:
            return
        changed[template] = (source.replace(line, instead), name, lambda: True)
    env.loader = ChoiceLoader([FunctionLoader(changed.get), env.loader])
    kept: dict[tuple[str, str | None, str], Any] = {}

    def kept_item(render: Any, page: Any, base_url: str, item: Any, path: str, level: int, parent: Any = None) -> Any:
        if item.active:
            return render(item, path, level, parent)
        key = (base_url, posixpath.dirname(page.url) if page else None, path)
        if key not in kept:
            kept[key] = render(item, path, level, parent)
        return kept[key]

    env.globals["kept_item"] = kept_item
