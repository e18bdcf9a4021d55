"""Reading built pages: language, ids, links and files that they load."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class Built(HTMLParser):
    """One built page."""

    file: Path
    language: str | None = None
    canonical: str | None = None
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang")
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "link":
            if values.get("rel") == "canonical":
                self.canonical = values["href"]
            elif values.get("rel") in ("stylesheet", "icon"):
                self.loads.append(values["href"])
        if tag in ("script", "img") and "src" in values:
            self.loads.append(values["src"])
