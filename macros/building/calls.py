"""Macro calls on a page, answered without compiling the page as a template.

Pages hold calls with plain values and nothing else of Jinja (`guidelines validate` sees to it);
compiling a page of text for them takes longer than answering them. A component that stands alone on
its line is kept from Markdown, which would read it tag by tag, twice, and then leave it as it is.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

_CALL = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_OTHER_MARKS = re.compile(r"\{%|\{##")
# One element that Markdown knows as a block, as a whole.
_BLOCK = re.compile(r"<(div|section|form|figure|table|details|article|aside|nav|ul|ol|dl)\b(?!.*\smarkdown=).*</\1>")
_IDS = re.compile(r'\sid="([^"]*)"')
_MARK = re.compile(r'<div data-kept="(\d+)">.*?</div>')


class _Kept:
    """Components of the page that is being rendered, by number; a mark with their ids stands for them in its Markdown."""

    def __init__(self) -> None:
        self.components: list[str] = []

    def begin(self) -> None:
        """Forget the page before."""
        self.components.clear()

    def mark(self, component: str) -> str:
        """Keep the component; MkDocs finds its ids, which others link to, in the mark."""
        self.components.append(component)
        ids = "".join(f'<i id="{name}"></i>' for name in _IDS.findall(component))
        return f'<div data-kept="{len(self.components) - 1}">{ids}</div>'

    def put_back(self, html: str) -> str:
        """The page's HTML with the components in their places."""
        return _MARK.sub(lambda mark: self.components[int(mark[1])], html)


class _PutBack(Extension):  # type: ignore[misc]  # Markdown has no types
    """Markdown's last step."""

    def __init__(self, kept: _Kept) -> None:
        super().__init__()
        self.kept = kept

    def extendMarkdown(self, md: Markdown) -> None:
        step = Postprocessor(md)
        step.run = self.kept.put_back
        md.postprocessors.register(step, "kept components", -1000)


def answer_plain_calls(config: Any) -> None:
    """Let the macros plug-in answer pages of plain calls directly, and every other page as it does."""
    plugin = config.plugins["macros"]
    render = plugin.render
    kept = _Kept()
    config.markdown_extensions = [*config.markdown_extensions, _PutBack(kept)]

    def answered(markdown: str, force_rendering: bool = False) -> str:
        kept.begin()
        text = with_answers(markdown, plugin.env.globals, kept.mark)
        return render(markdown, force_rendering) if text is None else text

    plugin.render = answered


def with_answers(markdown: str, macros: dict[str, Callable[..., str]], mark: Callable[[str], str] = str) -> str | None:
    """The text with every call replaced by what its macro returns; None when something else is in it.

    What Jinja would make of it, down to the line break at the end, which Jinja drops. `mark` may give
    another text for a component that stands alone on its line.
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
        answer = str(macro(*values, **named))
        alone = markdown[: found.start()].endswith("\n") and markdown.startswith("\n", found.end())
        pieces += [markdown[end : found.start()], mark(answer) if alone and _BLOCK.fullmatch(answer) else answer]
        end = found.end()
    text = "".join(pieces) + markdown[end:]
    return text.removesuffix("\n")
