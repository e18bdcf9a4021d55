"""The search index is fetched when search is opened, not with every first view.

Material fetches it, some 200 KB, as soon as a page is there. This changes two expressions of its script.
"""

from __future__ import annotations

import logging
from typing import Any

from mkdocs.structure.files import File

SCRIPT = "assets/javascripts/bundle.a5f9d56c.min.js"  # of Material 9.8.1; the name changes with every change of the script
_CHANGES = {
    # The index goes to the worker when search is opened (Je). So far this held for pages from a disk only.
    'L($(location.protocol!=="file:"),Je("search"))': 'Je("search")',
    # Words are marked in a page that was reached from a result (?h=…): only such a page asks for the index (t).
    'z([t,r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")))]).pipe(': (
        'r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")),b(o=>t.pipe(m(n=>[n,o])))).pipe('
    ),
}
_log = logging.getLogger("mkdocs.hooks.search_on_demand")


def apply(files: Any, config: Any) -> None:
    """Put the changed script in the place of Material's; with another version of Material, leave it and say so."""
    script = files.get_file_from_path(SCRIPT)
    text = script.content_string if script else ""
    if any(text.count(expression) != 1 for expression in _CHANGES):
        _log.info("Every first view fetches the search index: macros/site/search_on_demand.py is made for another version of Material.")
        return
    for expression, changed in _CHANGES.items():
        text = text.replace(expression, changed)
    files.remove(script)
    files.append(File.generated(config, SCRIPT, content=text))
