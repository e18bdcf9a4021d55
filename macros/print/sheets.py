"""The pages of a download, cut out of the finished site, and the key that changes when any of it changes."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from macros.languages import day
from macros.library import Library
from macros.print.plan import Download, address

APPENDIX = ("about/glossary.md", "about/sources.md")
# Hosts that can never be real (RFC 2606, RFC 6761); data/site.yml comes with one of them.
_NOWHERE = re.compile(r"(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org)$")
_PICTURE = re.compile(r'<img\b[^>]*?\bsrc="([^"]+)"')
# Named on the page after printing; what is printed does not depend on it.
_BUTTONS = re.compile(r'<p class="p2p-download-links">.*?</p>', re.DOTALL)
_TOOLS = Path(__file__).parent
# The strings that a printed file says itself.
SAID = (
    "print-contents", "print-page-mark", "print-find", "print-find-unset", "print-qr", "print-notes",
    "print-edition", "print-licence",
)  # fmt: skip


class NotBuilt(Exception):
    """A page, or a part of it, is not in the built site."""


@dataclass(frozen=True)
class Chapter:
    """A page, or the one form of it that is shown: its path, its address in the site, its HTML."""

    path: str
    address: str
    html: str


@dataclass(frozen=True)
class Sheet:
    """Everything that one PDF is made from; two equal sheets give the same file."""

    download: Download
    chapters: tuple[Chapter, ...]
    appendix: tuple[Chapter, ...]
    words: dict[str, str]
    site_name: str
    tagline: str
    publisher: str
    licence: str
    base_address: str
    edition: str

    def pictures(self) -> list[str]:
        """The addresses in the site of all pictures that are shown."""
        return sorted(
            {
                posixpath.normpath(posixpath.join(posixpath.dirname(chapter.address), link))
                for chapter in (*self.chapters, *self.appendix)
                for link in _PICTURE.findall(chapter.html)
                if not urlsplit(link).scheme
            }
        )

    def key(self, site: Path) -> str:
        """A name for this content: pages, words, pictures, styles, fonts and the version of WeasyPrint."""
        digest = hashlib.sha256(json.dumps([_tools(), asdict(self)], ensure_ascii=False, sort_keys=True).encode())
        for picture in self.pictures():
            file = site / picture
            digest.update(file.read_bytes() if file.is_file() else b"missing")
        return digest.hexdigest()[:32]


def base_address(library: Library) -> str:
    """The address of the site, or nothing when data/site.yml still has an address that cannot exist."""
    set_to = str(library.entry("site", "site").base_address)
    return "" if _NOWHERE.search((urlsplit(set_to).hostname or "").lower()) else set_to


class Shelf:
    """Reads pages out of a built site, each once."""

    def __init__(self, site: Path, library: Library) -> None:
        self.site = site
        self.library = library
        self._articles: dict[str, str] = {}

    def sheet(self, download: Download) -> Sheet:
        """The pages of `download`. Raises NotBuilt."""
        library, language = self.library, download.language
        facts = library.entry("site", "site")
        return Sheet(
            download=download,
            chapters=tuple(self._chapter(page, language, download.form) for page in download.pages),
            appendix=tuple(self._chapter(page, language) for page in APPENDIX) if download.appendix else (),
            words={name: library.say(name, language) for name in SAID},
            site_name=facts.said("name", language),
            tagline=facts.said("tagline", language),
            publisher=facts.publisher,
            licence=facts.licence_content,
            base_address=base_address(library),
            edition=day(facts.edition, language) if facts.edition else "",
        )

    def _chapter(self, page: str, language: str, form: str = "") -> Chapter:
        where = address(page, language)
        html = self._article(where)
        return Chapter(page, where, _form_of(html, form, where) if form else html)

    def _article(self, where: str) -> str:
        if where not in self._articles:
            try:
                text = (self.site / where).read_text(encoding="utf-8")
                start = text.index("<article")
                article = text[text.index(">", start) + 1 : text.index("</article>", start)].strip()
                self._articles[where] = _BUTTONS.sub("", article)
            except (OSError, ValueError) as error:
                raise NotBuilt(f"The page {where} is not in the built site.") from error
        return self._articles[where]


def _form_of(html: str, form: str, where: str) -> str:
    """One form or poster of the page; a notice that the page is not translated says so in its lang."""
    found = re.search(rf'<(section class="p2p-form|figure class="p2p-poster)[^>]*\bid="{re.escape(form)}".*?</(section|figure)>', html, re.DOTALL)
    if not found:
        raise NotBuilt(f"The page {where} does not show {form}.")
    return found[0]


@cache
def _tools() -> str:
    """A fingerprint of everything in this folder, and the versions of what sets the type."""
    digest = hashlib.sha256()
    for path in sorted(_TOOLS.rglob("*")):
        if path.suffix in (".py", ".css", ".ttf", ".dic"):
            digest.update(path.relative_to(_TOOLS).as_posix().encode() + path.read_bytes())
    return " ".join([digest.hexdigest(), *(f"{name} {version(name)}" for name in ("weasyprint", "pydyf", "pyphen", "segno"))])
