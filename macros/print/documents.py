"""A sheet as one HTML document for WeasyPrint: cover, contents, chapters, the terms and sources it uses."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from macros.languages import SOURCE
from macros.print.paper import Paper, key_of
from macros.print.sheets import Sheet
from macros.print.trees import has_class, new, text_of
from macros.print.way_back import address_line, way_back

_ENTRIES = {"p2p-glossary__term", "p2p-sources__entry"}


@dataclass(frozen=True)
class Document:
    """The tree, and what the groups of radio buttons in it ask."""

    tree: Element
    questions: dict[str, str]


def document_of(sheet: Sheet) -> Document:
    """The document of `sheet`."""
    download = sheet.download
    fillable = download.edition == "fillable"
    paper = Paper(
        inside={chapter.address: key_of(chapter.path) for chapter in (*sheet.chapters, *sheet.appendix)},
        words=sheet.words,
        base_address=sheet.base_address,
        edition=download.edition,
        fillable=fillable,
        form_level=1 if download.kind == "form" else 3,
    )
    chapters = [paper.chapter(chapter) for chapter in sheet.chapters]
    appendix = [_of_use(paper.chapter(chapter), chapters) for chapter in sheet.appendix]
    parts = [*chapters, *(chapter for chapter in appendix if chapter is not None)]
    for chapter, part in zip(sheet.chapters, chapters, strict=True):
        _add_ways_back(sheet, part, chapter.address)
    _unlink_dead(parts)
    body = new("body", {"class": f"{download.kind} {download.edition}", "data-book": _head(sheet)})
    if download.kind == "book":
        body.append(_cover(sheet))
        body.append(_contents(sheet, parts))
    elif download.kind == "module":
        body.append(_title_block(sheet))
    body.extend(parts)
    if download.kind == "form" and sheet.base_address:
        body.append(address_line(sheet.base_address + sheet.chapters[0].address, sheet.words))
    if download.kind not in ("book", "poster"):
        body.append(_colophon(sheet))
    if download.spoken != download.language:
        for part in chapters:
            part.set("lang", download.spoken)
    return Document(_whole(sheet, body), paper.names)


def title_of(sheet: Sheet) -> str:
    """What the file is called in a window's title."""
    download = sheet.download
    return f"{download.title} – {download.subtitle}" if download.kind == "module" else download.title


def _head(sheet: Sheet) -> str:
    return f"{sheet.site_name} · {sheet.download.subtitle}" if sheet.download.kind == "module" else (
        sheet.download.title if sheet.download.kind == "book" else sheet.site_name
    )


def _whole(sheet: Sheet, body: Element) -> Element:
    html = new("html", {"lang": sheet.download.language})
    head = SubElement(html, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "title").text = title_of(sheet)
    SubElement(head, "meta", {"name": "author", "content": sheet.publisher})
    if sheet.download.kind == "book":
        SubElement(head, "meta", {"name": "description", "content": sheet.download.subtitle})
    html.append(body)
    return html


def _cover(sheet: Sheet) -> Element:
    cover = new("section", {"class": "cover"})
    top = SubElement(cover, "div", {"class": "cover__top"})
    SubElement(top, "p", {"class": "cover__site"}).text = sheet.site_name
    SubElement(top, "p", {"class": "cover__tagline"}).text = sheet.tagline
    title = SubElement(top, "p", {"class": "cover__title"})
    title.text = sheet.download.title
    subtitle = SubElement(top, "p", {"class": "cover__subtitle"})
    subtitle.text = sheet.download.subtitle
    if sheet.download.spoken != sheet.download.language:
        title.set("lang", SOURCE)
        subtitle.set("lang", SOURCE)
    foot = SubElement(cover, "div", {"class": "cover__foot"})
    if sheet.base_address:
        foot.append(way_back(sheet.base_address + sheet.chapters[0].address, sheet.words))
    for line in _publishing(sheet):
        SubElement(foot, "p").text = line
    return cover


def _publishing(sheet: Sheet) -> list[str]:
    edition = [sheet.words["print-edition"].replace("{day}", sheet.edition)] if sheet.edition else []
    return [*edition, sheet.publisher, sheet.words["print-licence"].replace("{licence}", sheet.licence)]


def _title_block(sheet: Sheet) -> Element:
    block = new("div", {"class": "edition-mark"})
    if sheet.base_address:
        block.append(way_back(sheet.base_address + sheet.chapters[0].address, sheet.words))
    SubElement(block, "p").text = sheet.download.subtitle
    return block


def _colophon(sheet: Sheet) -> Element:
    """Who made it; and, while the site has no address, under which title the page is found."""
    lost = not sheet.base_address and sheet.download.kind == "form"
    find = [sheet.words["print-find-unset"].replace("{title}", sheet.download.title)] if lost else []
    return new("p", {"class": "colophon"}, " · ".join([sheet.site_name, *_publishing(sheet), *find]))


def _contents(sheet: Sheet, parts: list[Element]) -> Element:
    """Chapters with their page numbers."""
    block = new("section", {"class": "contents"})
    SubElement(block, "p", {"class": "contents__title"}).text = sheet.words["print-contents"]
    items = SubElement(block, "ol")
    for part in parts:
        heading = part.find(".//h1")
        if heading is not None:
            item = SubElement(items, "li")
            link = SubElement(item, "a", {"href": f"#{part.get('id')}"})
            link.text = text_of(heading)
            if heading.get("lang"):
                link.set("lang", heading.get("lang", ""))
    return block


def _add_ways_back(sheet: Sheet, part: Element, address: str) -> None:
    """A QR code and an address on every form; nothing while the site has no address."""
    if sheet.base_address:
        for form in [element for element in part.iter("section") if has_class(element, "p2p-form")]:
            form.insert(0, way_back(sheet.base_address + address, sheet.words))


def _of_use(appendix: Element, chapters: list[Element]) -> Element | None:
    """The glossary or the sources with only the entries that the chapters refer to; None when there are none."""
    wanted = {link.get("href", "")[1:] for part in chapters for link in part.iter("a") if link.get("href", "").startswith("#")}
    kept = 0
    for parent in list(appendix.iter()):
        for entry in [child for child in parent if isinstance(child.tag, str) and _ENTRIES & set(child.get("class", "").split())]:
            if any(part.get("id") in wanted for part in entry.iter()):
                kept += 1
            else:
                parent.remove(entry)
    if not kept:
        return None
    for parent in list(appendix.iter()):
        for heading, after in list(zip(list(parent), [*list(parent)[1:], None], strict=False)):
            if heading.tag == "h2" and after is not None and has_class(after, "dl") and not len(after):
                parent.remove(heading)
                parent.remove(after)
    return appendix


def _unlink_dead(parts: list[Element]) -> None:
    """A link to a part that is not printed becomes plain text, or leads to its chapter."""
    known = {element.get("id") for part in parts for element in part.iter()}
    for part in parts:
        for link in part.iter("a"):
            target = link.get("href", "")
            if target.startswith("#") and target[1:] not in known:
                chapter = target[1:].partition("--")[0]
                if chapter in known:
                    link.set("href", f"#{chapter}")
                else:
                    link.tag = "span"
                    link.attrib.clear()


