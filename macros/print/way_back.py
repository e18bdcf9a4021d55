"""From paper back to the site: a QR code and an address that a person can type."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

import segno

from macros.print.trees import SVG, new

_QUIET = 4  # modules of white around the code, as its standard asks


def way_back(address: str, words: dict[str, str]) -> Element:
    """A block with the QR code of `address` and the address without its scheme."""
    block = new("div", {"class": "way-back"})
    short = address.partition("://")[2]
    block.append(code(address, words["print-qr"].replace("{address}", short)))
    block.append(address_line(address, words))
    return block


def address_line(address: str, words: dict[str, str]) -> Element:
    """The address without its scheme, as a link and for typing."""
    line = new("p", {"class": "way-back__line"}, words["print-find"] + " ")
    SubElement(line, "a", {"href": address, "class": "way-back__address"}).text = address.partition("://")[2]
    return line


def code(address: str, alternative: str) -> Element:
    """The QR code as a drawing with an alternative text; it can be read although a sixth of it is dirty."""
    made = segno.make_qr(address, error="m")
    size = made.symbol_size(border=_QUIET)[0]
    drawing = Element(f"{SVG}svg", {"viewBox": f"0 0 {size} {size}", "width": "88", "height": "88", "class": "qr"})
    SubElement(drawing, f"{SVG}title").text = alternative
    SubElement(drawing, f"{SVG}rect", {"width": str(size), "height": str(size), "fill": "#fff"})
    SubElement(drawing, f"{SVG}path", {"d": _path(made), "fill": "#000"})
    return drawing


def _path(made: segno.QRCode) -> str:
    """Every row of dark modules as one stroke of rectangles."""
    parts = []
    for y, row in enumerate(made.matrix_iter(border=_QUIET)):
        dark = [*row, 0]
        start = None
        for x, module in enumerate(dark):
            if module and start is None:
                start = x
            elif not module and start is not None:
                parts.append(f"M{start} {y}h{x - start}v1h{start - x}z")
                start = None
    return "".join(parts)
