"""The sitemap: every translated page with its alternatives, absolute, with x-default.

A page that is shown in English because its translation is missing is left out.
"""

from __future__ import annotations

from html import escape

from macros.languages import LANGUAGES, SOURCE


class Sitemap:
    """Collects pages while the languages are built."""

    def __init__(self) -> None:
        self.addresses: dict[str, dict[str, str]] = {}

    def add(self, path: str, language: str, address: str) -> None:
        """Note that the page `path` exists in `language` at the absolute `address`."""
        self.addresses.setdefault(path, {})[language] = address

    def text(self) -> str:
        """The sitemap as XML, in a fixed order."""
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
        ]
        for path in sorted(self.addresses):
            found = self.addresses[path]
            for language in (name for name in LANGUAGES if name in found):
                lines.append(f"<url><loc>{escape(found[language])}</loc>")
                for other in (name for name in LANGUAGES if name in found):
                    lines.append(f'<xhtml:link rel="alternate" hreflang="{other}" href="{escape(found[other])}"/>')
                default = found.get(SOURCE, found[language])
                lines.append(f'<xhtml:link rel="alternate" hreflang="x-default" href="{escape(default)}"/></url>')
        return "\n".join([*lines, "</urlset>", ""])
