"""The spreadsheets' formulas. They compute what shared/statistics.js computes; a test holds both together.

Every function takes the addresses of cells and gives an expression without its equals sign.
"""

from __future__ import annotations

from typing import NamedTuple

Z = "1.959963984540054"  # the value below which 97.5 % of the normal distribution lie
Z_80 = "0.8416212335729143"  # the value below which 80 % of it lie


class Interval(NamedTuple):
    """Expressions for a value and the ends of its 95 % interval."""

    value: str
    low: str
    high: str


class Sample(NamedTuple):
    """Cells with the number of people, the mean and the standard deviation."""

    people: str
    mean: str
    deviation: str


def share(count: str, total: str) -> Interval:
    """A share with its Wilson interval."""
    middle = f"({count}/{total}+{Z}^2/(2*{total}))"
    half = f"{Z}*SQRT({count}/{total}*(1-{count}/{total})/{total}+{Z}^2/(4*{total}^2))"
    below = f"(1+{Z}^2/{total})"
    return Interval(
        f"{count}/{total}",
        f"IF({count}=0,0,({middle}-{half})/{below})",
        f"IF({count}={total},1,({middle}+{half})/{below})",
    )


def mean(sample: Sample) -> Interval:
    """A mean with its interval by Student's t."""
    half = f"TINV(0.05,{sample.people}-1)*{sample.deviation}/SQRT({sample.people})"
    return Interval(sample.mean, f"{sample.mean}-{half}", f"{sample.mean}+{half}")


def difference_of_shares(first: tuple[str, str, str], second: tuple[str, str, str]) -> Interval:
    """Newcombe's interval (1998, method 10) from cells with value, low and high of two shares."""
    (p, p_low, p_high), (q, q_low, q_high) = first, second
    return Interval(
        f"{p}-{q}",
        f"{p}-{q}-SQRT(({p}-{p_low})^2+({q_high}-{q})^2)",
        f"{p}-{q}+SQRT(({p_high}-{p})^2+({q}-{q_low})^2)",
    )


def difference_of_means(first: Sample, second: Sample) -> Interval:
    """Welch's interval; of two groups of changes it is the difference-in-differences."""
    a, b = (f"{one.deviation}^2/{one.people}" for one in (first, second))
    freedom = f"(({a}+{b})^2/(({a})^2/({first.people}-1)+({b})^2/({second.people}-1)))"
    # TINV would cut the degrees of freedom to a whole number; the beta distribution takes them as they are.
    half = f"SQRT({freedom}*(1/BETAINV(0.05,{freedom}/2,0.5)-1))*SQRT({a}+{b})"
    value = f"({first.mean}-{second.mean})"
    return Interval(value, f"{value}-{half}", f"{value}+{half}")


def pooled_deviation(first: Sample, second: Sample) -> str:
    """The standard deviation of two groups together."""
    a, b = (f"({one.people}-1)*{one.deviation}^2" for one in (first, second))
    return f"SQRT(({a}+{b})/({first.people}+{second.people}-2))"


def hedges(first: Sample, second: Sample) -> str:
    """Hedges g: the difference in pooled standard deviations, without the bias of small groups."""
    factor = f"(1-3/(4*({first.people}+{second.people})-9))"
    return f"{factor}*({first.mean}-{second.mean})/{pooled_deviation(first, second)}"


def hedges_interval(g: str, first: Sample, second: Sample) -> tuple[str, str]:
    """The ends of the interval of the g in the cell `g`."""
    total = f"({first.people}+{second.people})"
    half = f"{Z}*SQRT({total}/({first.people}*{second.people})+{g}^2/(2*{total}))"
    return f"{g}-{half}", f"{g}+{half}"


def smallest_detectable(first: str, second: str) -> str:
    """The smallest g that groups of these sizes show in four of five studies."""
    return f"({Z}+{Z_80})*SQRT(1/{first}+1/{second})"


def if_numbers(cells: tuple[str, ...], expression: str, condition: str = "TRUE") -> str:
    """`expression` where every cell holds a number and `condition` is met; else nothing."""
    numbers = ",".join(f"ISNUMBER({cell})" for cell in cells)
    return f'IF(AND({numbers}),IF({condition},{expression},""),"")'
