"""Material's search is a dialog without a name; a screen reader needs one."""

from __future__ import annotations

from html import escape

_NAMELESS = '<div class="md-search" data-md-component="search" role="dialog">'


def named(html: str, name: str) -> str:
    """The page with its search dialog called `name`."""
    return html.replace(_NAMELESS, f'{_NAMELESS[:-1]} aria-label="{escape(name)}">', 1)
