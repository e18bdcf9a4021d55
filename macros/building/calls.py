"""Macro calls on a page, answered without compiling the page as a template.

Pages hold calls with plain values and nothing else of Jinja (`guidelines validate` sees to it);
compiling a page of text for them takes longer than answering them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Any

_CALL = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_OTHER_MARKS = re.compile(r"\{%|\{##")


def answer_plain_calls(plugin: Any) -> None:
    """Let the macros plug-in answer pages of plain calls directly, and every other page as it does."""
    render = plugin.render

    def answered(markdown: str, force_rendering: bool = False) -> str:
        text = with_answers(markdown, plugin.env.globals)
        return render(markdown, force_rendering) if text is None else text

    plugin.render = answered


def with_answers(markdown: str, macros: dict[str, Callable[..., str]]) -> str | None:
    """The text with every call replaced by what its macro returns; None when something else is in it.

    What Jinja would make of it, down to the line break at the end, which Jinja drops.
    """
    if _OTHER_MARKS.search(markdown) or markdown.count("{{") != len(_CALL.findall(markdown)):
        return None
    pieces: list[str] = []
    end = 0
    for found in _CALL.finditer(markdown):
        try:
            call = ast.parse(found[1].strip(), mode="eval").body
            assert isinstance(call, ast.Call)
            assert isinstance(call.func, ast.Name)
            macro = macros[call.func.id]
            values = [ast.literal_eval(value) for value in call.args]
            named = {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords if keyword.arg}
        except (SyntaxError, ValueError, AssertionError, KeyError):
            return None
        pieces += [markdown[end : found.start()], str(macro(*values, **named))]
        end = found.end()
    text = "".join(pieces) + markdown[end:]
    return text.removesuffix("\n")
