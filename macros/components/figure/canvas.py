"""A drawing surface for SVG with text that is wrapped to fit; colours come from classes."""

from __future__ import annotations

from markupsafe import Markup, escape

WIDTH = 344
SIZE = 13
LINE = 17
PADDING = 8


def text_width(text: str, bold: bool = False) -> float:
    """About how wide `text` is, in pixels at SIZE, in the widest of the usual system fonts."""
    width = 0.0
    for letter in text:
        if letter in "iljtfrı.,:;'’|!()[] ":
            width += 0.40
        elif letter in "mwMW%—":
            width += 0.98
        elif letter.isupper():
            width += 0.76
        else:
            width += 0.64
    return width * SIZE * (1.1 if bold else 1.0)


def wrap(text: str, width: float, bold: bool = False) -> list[str]:
    """`text` in lines of at most `width` pixels, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


class Canvas:
    """Collects the parts of one drawing; `height` grows with them."""

    def __init__(self) -> None:
        self.parts: list[Markup] = []
        self.height = 0.0

    def draw(self, tag: str, bottom: float, **attributes: object) -> None:
        """Add a shape; `bottom` is the lowest y it reaches. Underscores in names become hyphens."""
        written = Markup("").join(
            Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), _plain(value)) for name, value in attributes.items()
        )
        self.parts.append(Markup("<{}{}/>").format(Markup(tag), written))
        self.height = max(self.height, bottom)

    def text(self, x: float, y: float, text: str, width: float, *, anchor: str = "middle", bold: bool = False, strong: bool = False) -> float:
        """Write wrapped text with its first line's top at `y`; gives the y below the last line."""
        for line in wrap(text, width, bold):
            look = " ".join(["p2p-figure__text", *(["p2p-figure__text--bold"] if bold else []), *(["p2p-figure__text--on-dark"] if strong else [])])
            self.parts.append(
                Markup('<text x="{}" y="{}" text-anchor="{}" class="{}">{}</text>').format(_plain(x), _plain(y + 13), anchor, look, escape(line))
            )
            y += LINE
        self.height = max(self.height, y)
        return y

    def said(self, x: float, y: float, label: str, width: float, *, anchor: str = "middle", strong: bool = False) -> float:
        """Write a label; the name before a colon is bold, on lines of its own."""
        name, colon, rest = label.partition(": ")
        y = self.text(x, y, name + (":" if colon else ""), width, anchor=anchor, bold=bool(colon) or strong, strong=strong)
        return self.text(x, y, rest, width, anchor=anchor, strong=strong) if colon else y

    @staticmethod
    def said_height(label: str, width: float, strong: bool = False) -> float:
        """How high `said` would be."""
        name, colon, rest = label.partition(": ")
        lines = len(wrap(name + (":" if colon else ""), width, bool(colon) or strong))
        return LINE * (lines + (len(wrap(rest, width)) if colon else 0))

    def box(self, x: float, y: float, width: float, label: str, *, strong: bool = False, height: float = 0) -> float:
        """A rounded box around a label; at least `height` high; gives its lower edge."""
        inner = self.said_height(label, width - 2 * PADDING, strong)
        full = max(height, inner + 2 * PADDING)
        look = "p2p-figure__box p2p-figure__box--strong" if strong else "p2p-figure__box"
        self.draw("rect", y + full + 1, x=x, y=y, width=width, height=full, rx=6, class_=look)
        self.said(x + width / 2, y + (full - inner) / 2, label, width - 2 * PADDING, strong=strong)
        return y + full

    def line(self, *points: tuple[float, float], look: str = "p2p-figure__line") -> None:
        """A line through points."""
        path = "M" + "L".join(f"{_plain(x)} {_plain(y)}" for x, y in points)
        self.draw("path", max(y for _, y in points) + 1, d=path, class_=look)

    def arrow(self, *points: tuple[float, float]) -> None:
        """A line through points with a head at its last, along the last stretch, which is level or upright."""
        self.line(*points)
        (x0, y0), (x, y) = points[-2], points[-1]
        along, across = ((x > x0) - (x < x0), (y > y0) - (y < y0)), ((y > y0) - (y < y0), (x > x0) - (x < x0))
        corners = [(x, y)] + [(x - 8 * along[0] + side * 5 * across[0], y - 8 * along[1] + side * 5 * across[1]) for side in (1, -1)]
        self.draw("polygon", max(corner[1] for corner in corners), points=" ".join(f"{_plain(a)},{_plain(b)}" for a, b in corners), class_="p2p-figure__head")

    def svg(self) -> Markup:
        """The inside of the SVG element."""
        return Markup("").join(self.parts)


def _plain(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
