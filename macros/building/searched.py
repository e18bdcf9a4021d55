"""Material's search reads every finished page again, with Python's parser of any HTML; this reads Markdown's HTML, faster.

It gives the same sections, to the letter, whatever Material's way of leaving things out makes of them.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape
from typing import Any

from material.plugins.search import plugin

# A script or style as a whole, or one tag. Markdown and our components write nothing else that begins with "<".
_TAG = re.compile(
    r"""<(script|style)\b(?:[^>"']|"[^"]*"|'[^']*')*>.*?</\1\s*>|<(/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_LEFT_OUT = frozenset({"object", "script", "style"})
_VOID = frozenset(plugin.void)
_Parser: Any = plugin.Parser


class QuickParser(_Parser):  # type: ignore[misc]  # Material has no types
    """Material's parser for a page without comments and stray signs of "less than"; a page with them it reads in its own way."""

    section: Any
    data: list[Any]

    def feed(self, html: str) -> None:
        """Divide a page into sections, in `data`."""
        pieces = _TAG.split(html)
        if any("<" in text for text in pieces[::5]):
            super().feed(html)
            return
        self.open: list[str] = []  # the names of the elements around
        self.times: Counter[str] = Counter()  # how often each name is in `open`
        self.left_out = set(_LEFT_OUT)  # Material leaves elements out by name
        self.hidden = 0  # how many of `open` are left out
        self.permalinks = 0
        for place in range(0, len(pieces) - 1, 5):
            text, whole, slash, name, attributes = pieces[place : place + 5]
            if text and not self.hidden:
                self._text(unescape(text) if "&" in text else text)
            if whole:  # a script or style is never searched, but begins a section where there is none
                self._preface()
            elif slash:
                self._end(name.lower())
            else:
                self._start(name.lower(), attributes)
        if pieces[-1] and not self.hidden:
            self._text(unescape(pieces[-1]))

    def _preface(self) -> None:
        if not self.section:
            self.section = plugin.Section(plugin.Element("hx"))
            self.data.append(self.section)

    def _start(self, name: str, attributes: str) -> None:
        if name in _VOID:
            return
        self.open.append(name)
        self.times[name] += 1
        self.hidden += name in self.left_out
        if name in _HEADINGS and (found := _attributes(attributes)) and "id" in found:
            depth = len(self.open)
            if name != "h1" and not self.data:
                self.data.append(plugin.Section(plugin.Element("hx"), depth))
            self.section = plugin.Section(plugin.Element(name, found), depth)
            if self.data:
                self.section.id = found["id"]
            self.data.append(self.section)
        self._preface()
        if name == "a" and "headerlink" in attributes and _attributes(attributes).get("class") == "headerlink":
            self.permalinks += 1
        if ("data-search-exclude" in attributes or "linenodiv" in attributes) and _is_left_out(_attributes(attributes)):
            if name not in self.left_out:
                self.left_out.add(name)
                self.hidden += self.times[name]
        elif name in _KEPT and not self.hidden:
            self._words().append(f"<{name}>")
        if attributes.endswith("/"):
            self._end(name)

    def _end(self, name: str) -> None:
        if not self.open or self.open[-1] != name:
            return
        depth = len(self.open)
        if self.section.depth > depth:
            for section in reversed(self.data):
                if section.depth <= depth:
                    self.section.depth = float("inf")
                    self.section = section
                    break
        self.open.pop()
        self.times[name] -= 1
        if name == "a":
            self.permalinks = 0  # a link holds no other link
        if name in self.left_out:
            self.hidden -= 1
            if name not in _LEFT_OUT:
                self.left_out.remove(name)
                self.hidden -= self.times[name]
        elif name in _KEPT and not self.hidden:
            words = self._words()
            first = words.index(f"<{name}>")
            if all(word.isspace() for word in words[first + 1 :]):
                del words[first:]
            else:
                words.append(f"</{name}>")

    def _text(self, text: str) -> None:
        blank = text.isspace()
        if not self.times["pre"]:
            text = " " if blank else text.replace("\n", " ")
        self._preface()
        if self.times[self.section.el.tag]:
            if not self.permalinks:
                self.section.title.append(escape(text, quote=False))
        elif not blank:
            self.section.text.append(escape(text, quote=False))
        elif not self.section.text or not self.section.text[-1].isspace() or self.times["pre"]:
            self.section.text.append(text)

    def _words(self) -> list[str]:
        """Where words go: the section's title or text."""
        words: list[str] = self.section.title if self.times[self.section.el.tag] else self.section.text
        return words


def _attributes(text: str) -> dict[str, str | None]:
    return {
        found[1].lower(): unescape(next(value for value in found.groups()[1:] if value is not None)) if found.lastindex != 1 else None
        for found in _ATTRIBUTE.finditer(text)
    }


def _is_left_out(attributes: dict[str, str | None]) -> bool:
    return "data-search-exclude" in attributes or attributes.get("class") == "linenodiv"


def read_pages_quickly() -> None:
    """Let Material's search of this process read pages in this way."""
    plugin.Parser = QuickParser
