"""What is published of small groups: no cell that was left out can be worked out from the others."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.answer_files import script_of

PUBLIC, TEAM = 10, 5
Cell = dict[str, Any]


@pytest.fixture
def scripts(page: Page, site) -> Page:
    page.add_script_tag(content=script_of(site))
    return page


def count(numerator: int, denominator: int) -> Cell:
    return {"numerator": numerator, "denominator": denominator}


def parts(page: Page, total: Cell, cells: list[Cell], least: int = PUBLIC) -> dict[str, Any]:
    return page.evaluate("([total, cells, least]) => publishedParts(total, cells, least)", [total, cells, least])


def test_a_safe_breakdown_is_shown_as_it_is(scripts: Page) -> None:
    shown = parts(scripts, count(30, 60), [count(14, 30), count(16, 30)])
    assert shown == {"total": count(30, 60), "parts": [count(14, 30), count(16, 30)]}


def test_a_small_part_takes_the_next_smallest_with_it(scripts: Page) -> None:
    shown = parts(scripts, count(30, 60), [count(2, 12), count(13, 22), count(15, 26)])
    assert shown["parts"] == [{"hidden": True}, {"hidden": True}, count(15, 26)]


def test_two_hidden_parts_whose_sum_is_small_take_a_third(scripts: Page) -> None:
    shown = parts(scripts, count(18, 60), [count(1, 12), count(2, 12), count(15, 36)])
    assert shown["parts"] == [{"hidden": True}] * 3


def test_people_in_no_part_are_a_part(scripts: Page) -> None:
    """One student did not tell: 12 girls and 11 boys of 24 would single that student out."""
    shown = parts(scripts, count(12, 24), [count(6, 12), count(5, 11)])
    assert {"hidden": True} in shown["parts"]


def test_nobody_and_everybody_are_coded_only_where_that_leaves_doubt(scripts: Page) -> None:
    assert parts(scripts, count(0, 40), [])["total"] == {"below": 0.05}
    assert parts(scripts, count(40, 40), [])["total"] == {"above": 0.95}
    assert parts(scripts, count(1, 40), [])["total"] == {"below": 0.05}
    assert parts(scripts, count(0, 15), [])["total"] == {"hidden": True}
    assert parts(scripts, count(0, 80), [])["total"] == count(0, 80)
    assert parts(scripts, count(3, 80), [])["total"] == {"hidden": True}


def test_inside_the_team_only_groups_under_five_are_hidden(scripts: Page) -> None:
    assert parts(scripts, count(3, 6), [], TEAM)["total"] == count(3, 6)
    assert parts(scripts, count(2, 4), [], TEAM)["total"] == {"hidden": True}


def test_means_of_small_groups_are_hidden_with_a_second_one(scripts: Page) -> None:
    mean = [{"count": n, "mean": 3, "deviation": 0.5} for n in (9, 14, 27, 50)]
    shown = parts(scripts, mean[3], mean[:3])
    assert shown["parts"] == [{"hidden": True}, {"hidden": True}, mean[2]]


def test_more_people_in_the_parts_than_in_the_total_is_refused(scripts: Page) -> None:
    assert parts(scripts, count(5, 20), [count(3, 15), count(2, 15)]) is None


# -- no hidden cell can be solved for ------------------------------------------------------------


def solved(equations: list[tuple[dict[int, int], int]], unknown: int) -> set[int]:
    """The unknowns that the equations fix, by Gaussian elimination in fractions."""
    rows = [[Fraction(factors.get(column, 0)) for column in range(unknown)] for factors, _ in equations]
    place = 0
    for column in range(unknown):
        pivot = next((n for n in range(place, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[place], rows[pivot] = rows[pivot], rows[place]
        lead = rows[place][column]
        rows[place] = [value / lead for value in rows[place]]
        for n, row in enumerate(rows):
            if n != place and row[column]:
                factor = row[column]
                rows[n] = [value - factor * other for value, other in zip(row, rows[place], strict=True)]
        place += 1
    return {next(n for n, value in enumerate(row) if value) for row in rows[:place] if sum(value != 0 for value in row) == 1}


def table_of(chance: random.Random, height: int, width: int, rest: bool) -> list[list[Cell]]:
    """A table with its totals; with `rest`, some people stand in the totals and in no cell."""
    size = chance.choice([6, 14, 30])
    cells = [[_cell(chance, size) for _ in range(width)] for _ in range(height)]

    def add(several: list[Cell]) -> Cell:
        extra = chance.choice([0, 0, 1, 4, 15]) if rest else 0
        return count(sum(c["numerator"] for c in several) + chance.randint(0, extra), sum(c["denominator"] for c in several) + extra)

    rows = [[*row, add(row)] for row in cells]
    return rows if height == 1 else [*rows, [add([row[n] for row in rows]) for n in range(width + 1)]]


def _cell(chance: random.Random, size: int) -> Cell:
    people = chance.randint(0, 2 * size)
    return count(chance.choice([0, people, chance.randint(0, people), chance.randint(0, people)]), people)


def lines_of(height: int, width: int) -> list[tuple[list[tuple[int, int]], tuple[int, int]]]:
    """(parts, total) of every row and column, as places in the table."""
    rows = [([(y, x) for x in range(width)], (y, width)) for y in range(height + (height > 1))]
    columns = [([(y, x) for y in range(height)], (height, x)) for x in range(width + 1)] if height > 1 else []
    return rows + columns


@pytest.mark.parametrize("least", [PUBLIC, TEAM])
@pytest.mark.parametrize("shape", ["one breakdown", "two crossed", "one breakdown with people in no part"])
def test_no_hidden_cell_can_be_solved_for(scripts: Page, shape: str, least: int) -> None:
    chance = random.Random(f"{shape} {least}")
    tables = []
    for _ in range(600):
        height = chance.randint(2, 4) if shape == "two crossed" else 1
        tables.append(table_of(chance, height, chance.randint(2, 5), "no part" in shape))
    published = scripts.evaluate("([tables, least]) => tables.map((table) => publishedTable(table, least))", [tables, least])
    hidden_cells = shown_cells = 0
    for table, shown in zip(tables, published, strict=True):
        width, height = len(table[0]) - 1, max(1, len(table) - 1)
        open_ = {(y, x) for y, row in enumerate(shown) for x, cell in enumerate(row) if "denominator" in cell}
        closed = [(y, x) for y, row in enumerate(shown) for x in range(len(row)) if (y, x) not in open_]
        shown_cells += len(open_)
        hidden_cells += len(closed)
        for y, x in open_:
            assert table[y][x] == shown[y][x]
            assert safe(table[y][x], least)
        place = {cell: n for n, cell in enumerate(closed)}
        unknown, equations = len(closed), []
        for parts_, total in lines_of(height, width):
            factors = {place[cell]: 1 for cell in parts_ if cell in place}
            rest = count(*(table[total[0]][total[1]][k] - sum(table[y][x][k] for y, x in parts_) for k in ("numerator", "denominator")))
            if rest["denominator"]:
                factors[unknown] = 1
                unknown += 1
            if total in place:
                factors[place[total]] = -1
            equations.append((factors, 0))
            # What a reader gets by subtraction is a group as well: it must be as large as a shown one.
            gone = [table[y][x] for y, x in parts_ if (y, x) in place] + ([rest] if rest["denominator"] else [])
            if gone and total not in place:
                assert safe(count(sum(c["numerator"] for c in gone), sum(c["denominator"] for c in gone)), least), (table, shown)
        assert solved(equations, unknown) & set(range(len(closed))) == set(), (table, shown)
    assert hidden_cells > 300
    assert shown_cells > 300, "the rule must still let something be shown"


def safe(cell: Cell, least: int) -> bool:
    """The rule, written down a second time."""
    inside, people = cell["numerator"], cell["denominator"]
    if people < least:
        return False
    return least == TEAM or all(n >= 5 or (n == 0 and people >= 60) for n in (inside, people - inside))


def test_a_coded_share_never_tells_the_count(scripts: Page) -> None:
    """Whatever is told as under 5 % or over 95 % could be at least two counts."""
    cases = [count(inside, people) for people in range(1, 90) for inside in range(people + 1)]
    for cell, shown in zip(cases, scripts.evaluate("(cells) => cells.map((cell) => publishedParts(cell, [], 10).total)", cases), strict=True):
        people = cell["denominator"]
        if "below" in shown or "above" in shown:
            assert 21 <= people <= 59
            fitting = [n for n in range(people + 1) if (n < 0.05 * people if "below" in shown else people - n < 0.05 * people)]
            assert len(fitting) >= 2
            assert cell["numerator"] in fitting
