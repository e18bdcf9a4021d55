"""Figures of blocks, and what Python makes of them: the page and the spreadsheet must give the same."""

from __future__ import annotations

import math
import random
from typing import Any

from scipy import stats

from macros.library import Library
from macros.measurements import Line, in_order, limits_of, lines_of, shape_of

Fields = dict[str, float]
Z = stats.norm.ppf(0.975)


def generated(library: Library, seed: int) -> dict[str, Fields]:
    """Every line of every indicator with possible figures; {key: fields}."""
    chance = random.Random(seed)
    return {line.key: _fields(library, line, chance) for name in in_order(library) for line in lines_of(library, name)}


def _fields(library: Library, line: Line, chance: random.Random) -> Fields:
    if line.shape == "share":
        whole = chance.choice([1, 2, 5, 9, 10, 24, 26, 60, 240, 412])
        return {"numerator": chance.choice([0, whole, chance.randint(0, whole)]), "denominator": whole}
    if line.shape == "quotient":
        return {"numerator": round(chance.uniform(0, 60), 2), "denominator": round(chance.uniform(0.5, 60), 2)}
    low, high = limits_of(library, line.indicator) or (1, 10)
    width = high - low
    mean = chance.uniform(-width / 4, width / 4) if line.moment == "change" else chance.uniform(low + width / 3, high - width / 3)
    return {"count": chance.choice([2, 3, 9, 10, 22, 24, 26, 60, 175]), "mean": round(mean, 4), "deviation": round(chance.uniform(width / 50, width / 8), 4)}


def figure(shape: str, fields: Fields) -> tuple[float, float | None, float | None]:
    """Value and 95 % interval of one line: scipy's Wilson interval, or Student's t."""
    if shape == "share":
        numerator, denominator = int(fields["numerator"]), int(fields["denominator"])
        interval = stats.binomtest(numerator, denominator).proportion_ci(0.95, method="wilson")
        return numerator / denominator, interval.low, interval.high
    if shape == "quotient":
        return fields["numerator"] / fields["denominator"], None, None
    low, high = stats.t.interval(0.95, fields["count"] - 1, loc=fields["mean"], scale=fields["deviation"] / math.sqrt(fields["count"]))
    return fields["mean"], float(low), float(high)


def newcombe(first: Fields, second: Fields) -> tuple[float, float, float]:
    """Difference of two shares, Newcombe's tenth method, from scipy's Wilson intervals."""
    (p, p_low, p_high), (q, q_low, q_high) = (figure("share", one) for one in (first, second))
    return p - q, p - q - math.hypot(p - p_low, q_high - q), p - q + math.hypot(p_high - p, q - q_low)  # type: ignore[operator]


def welch(first: Fields, second: Fields) -> tuple[float, float, float]:
    """Difference of two means with Welch's interval."""
    a, b = (one["deviation"] ** 2 / one["count"] for one in (first, second))
    freedom = (a + b) ** 2 / (a**2 / (first["count"] - 1) + b**2 / (second["count"] - 1))
    difference = first["mean"] - second["mean"]
    half = float(stats.t.ppf(0.975, freedom)) * math.sqrt(a + b)
    return difference, difference - half, difference + half


def hedges(first: Fields, second: Fields) -> tuple[float, float, float]:
    """Hedges g with its interval."""
    n, m = first["count"], second["count"]
    pooled = math.sqrt(((n - 1) * first["deviation"] ** 2 + (m - 1) * second["deviation"] ** 2) / (n + m - 2))
    g = (1 - 3 / (4 * (n + m) - 9)) * (first["mean"] - second["mean"]) / pooled
    half = Z * math.sqrt((n + m) / (n * m) + g * g / (2 * (n + m)))
    return g, g - half, g + half


def compared(library: Library, name: str, figures: dict[str, Fields]) -> tuple[float, float, float] | None:
    """Tutees against the comparison group, as page and spreadsheet compare them; None where they do not."""
    facts = library.entry("indicators", name)
    shape = shape_of(facts)
    if not {"tutees", "comparison"} <= set(facts.groups) or shape == "quotient":
        return None
    moment = {"change": "change", "effect": "end"}.get(shape) or [line.moment for line in lines_of(library, name) if line.group == "tutees"][-1]
    first, second = (figures[f"{name}.{group}.{moment}"] for group in ("tutees", "comparison"))
    return {"share": newcombe, "change": welch, "effect": hedges}[shape](first, second)


def as_figures(figures: dict[str, Fields]) -> list[dict[str, Any]]:
    """The figures as a file for the workbook holds them."""
    found = []
    for key, fields in figures.items():
        indicator, group, moment = key.split(".")
        when = {"from": "start", "to": "end"} if moment == "change" else {"moment": moment}
        found.append({"indicator": indicator, "group": group, **when, **fields})
    return found
