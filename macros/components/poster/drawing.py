"""A poster and a slide as SVG that stands alone: sizes, colours and fonts are its own."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.components.figure.canvas import SIZE, text_width

_FONT = "Noto Sans, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"
_INK, _PAPER, _QUIET = "#1a1a1a", "#ffffff", "#4d5b63"


@dataclass(frozen=True)
class Figure:
    """One figure: as it is written, as a share from 0 to 100 (None: no share), what it measures, year and source."""

    written: str
    share: float | None
    name: str
    origin: str


@dataclass(frozen=True)
class Said:
    """Everything a poster says."""

    title: str
    lead: str
    ask: str
    figures: list[Figure]
    foot: str
    colour: str


class TooMuch(ValueError):
    """The words do not fit on the sheet."""


class Sheet:
    """A sheet of `width` by `height` parts that is written on from above."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.parts: list[Markup] = []

    def rect(self, x: float, y: float, width: float, height: float, fill: str, edge: str = "none") -> None:
        """Add a rectangle."""
        self.parts.append(
            Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}" stroke="{}"/>').format(x, y, width, height, fill, edge)
        )

    def text(self, x: float, y: float, text: str, width: float, size: float, fill: str = _INK, bold: bool = False) -> float:
        """Write wrapped text whose first line begins at `y`; gives the y below the last line."""
        for line in _wrapped(text, width, size, bold):
            y += size * 1.25
            weight = ' font-weight="700"' if bold else ""
            self.parts.append(
                Markup('<text x="{:.1f}" y="{:.1f}" font-size="{:.1f}" fill="{}"{}>{}</text>').format(
                    x, y - size * 0.28, size, fill, Markup(weight), escape(line)
                )
            )
        return y

    def svg(self) -> Markup:
        """The inside of the SVG element."""
        return Markup('<g font-family="{}">{}</g>').format(_FONT, Markup("").join(self.parts))


def _wrapped(text: str, width: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):  # not at spaces that hold a number and its sign together
        # The measure is that of the widest usual font; 0.9 is closer to the fonts a poster is set in.
        if lines and text_width(f"{lines[-1]} {word}", bold) * size / SIZE * 0.9 <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def poster(said: Said, scale: float) -> tuple[float, Sheet]:
    """An upright sheet in the shape of A4 and A3, and by how much its words are too many (0 or less: they fit)."""
    sheet, edge, inner = Sheet(420, 594), 28.0, 364.0
    below = _headed(sheet, edge, 30, said, 33 * scale)
    y = sheet.text(edge, below + 12, said.lead, inner, 15 * scale) + 14
    for figure in said.figures:
        low = sheet.text(edge, y, figure.written, 130, 38 * scale, said.colour, bold=True)
        right = sheet.text(edge + 140, y + 4, figure.name, inner - 140, 12.5 * scale)
        right = sheet.text(edge + 140, right + 1, figure.origin, inner - 140, 9 * scale, _QUIET)
        y = max(low, right)
        if figure.share is not None:
            sheet.rect(edge, y + 4, inner, 9, _PAPER, _INK)
            sheet.rect(edge, y + 4, inner * figure.share / 100, 9, said.colour, _INK)
            y += 13
        y += 13 * scale
    return y - _asked(sheet, edge, said, 19 * scale, 9.5), sheet


def slide(said: Said, scale: float) -> tuple[float, Sheet]:
    """A slide of 16 by 9, and by how much its words are too many (0 or less: they fit)."""
    sheet, edge = Sheet(640, 360), 28.0
    below = _headed(sheet, edge, 14, said, 27 * scale)
    y = sheet.text(edge, below + 8, said.lead, 584, 13 * scale) + 10
    column = 584 / len(said.figures)
    lowest = y
    for place, figure in enumerate(said.figures):
        x = edge + place * column
        end = sheet.text(x, y, figure.written, column - 14, 36 * scale, said.colour, bold=True)
        end = sheet.text(x, end + 2, figure.name, column - 14, 11.5 * scale)
        lowest = max(lowest, sheet.text(x, end + 1, figure.origin, column - 14, 8.5 * scale, _QUIET))
    return lowest - _asked(sheet, edge, said, 17 * scale, 8.5), sheet


def _headed(sheet: Sheet, edge: float, top: float, said: Said, size: float) -> float:
    """The title on a band of colour; gives its lower edge."""
    head = Sheet(sheet.width, sheet.height)
    below = head.text(edge, top, said.title, sheet.width - 2 * edge, size, _PAPER, bold=True) + 14
    sheet.rect(0, 0, sheet.width, below, said.colour)
    sheet.parts += head.parts
    return below


def _asked(sheet: Sheet, edge: float, said: Said, size: float, small: float) -> float:
    """The question in a box at the foot, and the address under it; gives the upper edge of the box."""
    inner = sheet.width - 2 * edge
    deep = len(_wrapped(said.ask, inner - 28, size, True)) * size * 1.25 + 18
    foot = len(_wrapped(said.foot, inner, small, False)) * small * 1.25
    start = sheet.height - foot - 16 - deep - 8
    sheet.rect(edge, start, inner, deep, _PAPER, said.colour)
    sheet.rect(edge, start, 6, deep, said.colour)
    sheet.text(edge + 18, start + 7, said.ask, inner - 28, size, _INK, bold=True)
    sheet.text(edge, start + deep + 6, said.foot, inner, small, _QUIET)
    return start - 8


def drawn(shape: str, said: Said) -> Sheet:
    """The sheet in the largest letters in which everything fits, from full size to two thirds. Raises TooMuch."""
    over = 0.0
    for percent in range(100, 64, -3):
        over, sheet = SHAPES[shape](said, percent / 100)
        if over <= 0:
            return sheet
    raise TooMuch(f"The words need {over:.0f} more of the sheet's {SHAPES[shape](said, 1)[1].height} parts of height.")


SHAPES = {"poster": poster, "slide": slide}
