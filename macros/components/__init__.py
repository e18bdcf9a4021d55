"""Components: a view (finished strings), a template, a style, a script, examples.

`show` turns a view into one line of HTML, so that Markdown leaves it alone.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

FOLDER = Path(__file__).parent
_LINES = re.compile(r"\s*\n\s*")
_SIGNS = re.compile(r"[*_`\[\]\\|]")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"(?<![*\w])\*([^*\s][^*]*?)\*(?![*\w])")


def show(component: str, view: dict[str, Any]) -> str:
    """The HTML of `component` for `view`, on one line, for a page's Markdown.

    Characters that Markdown or Jinja would read as marks are written as entities.
    """
    html = _templates().get_template(f"{component}/{component}.html").render(view)
    return _LINES.sub(" ", html.strip()).replace("{", "&#123;").replace("}", "&#125;")


def show_inline(component: str, view: dict[str, Any]) -> str:
    """Like `show`, for a component inside a sentence: Markdown's signs too are written as entities.

    The whole becomes one line without leading tags that would begin a block.
    """
    html = show(component, view)
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", html)


def inline(text: str) -> Markup:
    """Text from data as HTML: escaped, with **bold** and *italic* and nothing else."""
    html = _BOLD.sub(r"<strong>\1</strong>", str(escape(text)))
    return Markup(_ITALIC.sub(r"<em>\1</em>", html))


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["inline"] = inline
    return environment
