"""The search index is fetched when search is opened, not with every first view.

Material fetches it, some 200 KB, as soon as a page is there. This changes one expression of its script.
"""

from __future__ import annotations

import logging
from typing import Any

from mkdocs.structure.files import File

SCRIPT = "assets/javascripts/bundle.a5f9d56c.min.js"  # of Material 9.8.1; the name changes with every change of the script
_AT_ONCE = 'zi=document.forms.namedItem("search")?ks():tt'
# ks() gives the index to whoever waits for it; tt never gives anything. Je follows the switch that opens search.
# A page that was reached from a result (?h=…) marks the words found, and needs the index for that.
_WHEN_OPENED = (
    'zi=document.forms.namedItem("search")?(index=>L($(new URL(location.href).searchParams.has("h")),Je("search"))'
    ".pipe(Re(open=>open),b(()=>index)))(ks()):tt"
)
_log = logging.getLogger("mkdocs.hooks.search_on_demand")


def apply(files: Any, config: Any) -> None:
    """Put the changed script in the place of Material's; with another version of Material, leave it and say so."""
    script = files.get_file_from_path(SCRIPT)
    text = script.content_string if script else ""
    if text.count(_AT_ONCE) != 1:
        _log.info(
            "The search index is fetched with every first view: macros/site/search_on_demand.py is made for another version of Material."
        )
        return
    files.remove(script)
    files.append(File.generated(config, SCRIPT, content=text.replace(_AT_ONCE, _WHEN_OPENED)))
