"""The browser's statistics against scipy and statsmodels, on the published vectors and on generated cases."""

from __future__ import annotations

import math
import random
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page
from scipy import stats
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from tests.browser.answer_files import script_of

CASES = 250
CLOSE = 1e-9


@pytest.fixture
def scripts(page: Page, site) -> Page:
    """A page on which every function of the site's scripts can be called."""
    page.add_script_tag(content=script_of(site))
    return page


def sample(chance: random.Random, least: int = 2) -> list[float]:
    return [round(chance.gauss(chance.uniform(-1, 4), chance.uniform(0.2, 3)), 2) for _ in range(chance.randint(least, 60))]


def pairs_of_samples(least: int = 2) -> list[list[list[float]]]:
    chance = random.Random(44)
    return [[sample(chance, least), sample(chance, least)] for _ in range(CASES)]


def close(got: float, wanted: float) -> Any:
    return got == pytest.approx(wanted, abs=CLOSE, rel=CLOSE)


def test_intervals_of_a_mean_agree_with_scipy(scripts: Page) -> None:
    chance = random.Random(4)
    samples = [sample(chance) for _ in range(CASES)]
    for values, got in zip(samples, scripts.evaluate("(samples) => samples.map(meanInterval)", samples), strict=True):
        low, high = stats.t.interval(0.95, len(values) - 1, loc=np.mean(values), scale=stats.sem(values))
        assert close(got["low"], low)
        assert close(got["high"], high)


def test_differences_of_means_agree_with_welch_in_scipy(scripts: Page) -> None:
    cases = pairs_of_samples()
    results = scripts.evaluate("(cases) => cases.map(([a, b]) => differenceOfMeans(groupOf(a), groupOf(b)))", cases)
    for (first, second), got in zip(cases, results, strict=True):
        test = stats.ttest_ind(first, second, equal_var=False)
        interval = test.confidence_interval(0.95)
        assert close(got["difference"], np.mean(first) - np.mean(second))
        assert close(got["freedom"], test.df)
        assert close(got["low"], interval.low)
        assert close(got["high"], interval.high)


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ([3, 6, 1], [3, 5, 1], (0.8, 0.8485, -0.86, 2.46)),
        ([24, 3.10, 0.55], [26, 2.85, 0.60], (0.4268, 0.2863, -0.134, 0.988)),
    ],
    ids=["published vector", "small difference in small groups"],
)
def test_hedges_g_gives_the_known_values(scripts: Page, first: list, second: list, wanted: tuple) -> None:
    got = scripts.evaluate("([a, b]) => hedges(...[a, b].map(([n, mean, deviation]) => ({n, mean, deviation})))", [first, second])
    for value, right in zip((got["g"], got["error"], got["low"], got["high"]), wanted, strict=True):
        decimals = len(str(right).partition(".")[2])
        assert round(value, decimals) == right


def test_hedges_g_agrees_with_its_definition_in_numpy(scripts: Page) -> None:
    cases = pairs_of_samples(3)
    results = scripts.evaluate("(cases) => cases.map(([a, b]) => hedges(groupOf(a), groupOf(b)))", cases)
    for (first, second), got in zip(cases, results, strict=True):
        n1, n2 = len(first), len(second)
        # Student's t with equal variances is the difference over the pooled deviation and sqrt(1/n1 + 1/n2).
        d = stats.ttest_ind(first, second, equal_var=True).statistic * math.sqrt(1 / n1 + 1 / n2)
        g = d * (1 - 3 / (4 * (n1 + n2) - 9))
        error = math.sqrt((n1 + n2) / (n1 * n2) + g * g / (2 * (n1 + n2)))
        low, high = stats.norm.interval(0.95, g, error)
        assert close(got["g"], g)
        assert close(got["low"], low)
        assert close(got["high"], high)


def test_difference_in_differences_agrees_with_welch_on_the_changes(scripts: Page) -> None:
    chance = random.Random(9)
    cases = []
    for _ in range(CASES):
        groups = []
        for _ in range(2):
            start = sample(chance, 3)
            groups.append([start, [value + chance.gauss(0.3, 0.5) for value in start]])
        cases.append(groups)
    results = scripts.evaluate(
        """(cases) => cases.map((groups) => {
          const people = groups.map(([start, end]) => groupOfPeople(start.map((one, n) => ({start: one, end: end[n]})), 2));
          return compareMeans(...people, {chosen: 'lot', least: 3});
        })""",
        cases,
    )
    for (first, second), got in zip(cases, results, strict=True):
        changes = [np.subtract(end, start) for start, end in (first, second)]
        interval = stats.ttest_ind(*changes, equal_var=False).confidence_interval(0.95)
        assert close(got["rows"]["change"]["difference"], changes[0].mean() - changes[1].mean())
        assert close(got["rows"]["change"]["low"], interval.low)
        assert close(got["rows"]["change"]["high"], interval.high)


def test_the_spread_of_changes_follows_from_start_end_and_correlation(scripts: Page) -> None:
    chance = random.Random(10)
    for _ in range(60):
        start = sample(chance, 5)
        end = [value * 0.7 + chance.gauss(0, 0.6) for value in start]
        correlation = float(np.corrcoef(start, end)[0, 1])
        got = scripts.evaluate("(all) => deviationOfChange(...all)", [np.std(start, ddof=1), np.std(end, ddof=1), correlation])
        assert close(got, np.std(np.subtract(end, start), ddof=1))


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(0, 12, 0, 24.2), (2, 18, 3.1, 32.8), (5, 60, 3.6, 18.1), (9, 60, 8.1, 26.1), (3, 10, 10.8, 60.3)],
)
def test_wilson_gives_the_known_values(scripts: Page, count: int, n: int, low: float, high: float) -> None:
    got = scripts.evaluate("([count, n]) => wilson(count, n)", [count, n])
    assert (round(got["low"] * 100, 1), round(got["high"] * 100, 1)) == (low, high)


def shares(chance: random.Random) -> tuple[int, int]:
    n = chance.randint(1, 200)
    return chance.choice([0, n, chance.randint(0, n)]), n


def test_wilson_agrees_with_statsmodels(scripts: Page) -> None:
    chance = random.Random(5)
    cases = [shares(chance) for _ in range(CASES)]
    for (count, n), got in zip(cases, scripts.evaluate("(cases) => cases.map(([count, n]) => wilson(count, n))", cases), strict=True):
        low, high = proportion_confint(count, n, method="wilson")
        assert close(got["low"], low)
        assert close(got["high"], high)


def test_differences_of_shares_agree_with_newcombe_in_statsmodels(scripts: Page) -> None:
    chance = random.Random(6)
    cases = [[*shares(chance), *shares(chance)] for _ in range(CASES)]
    results = scripts.evaluate("(cases) => cases.map((one) => differenceOfShares(...one))", cases)
    for (count1, n1, count2, n2), got in zip(cases, results, strict=True):
        low, high = confint_proportions_2indep(count1, n1, count2, n2, method="newcomb")
        assert close(got["difference"], count1 / n1 - count2 / n2)
        assert close(got["low"], low)
        assert close(got["high"], high)


def test_the_smallest_detectable_effect_has_a_power_of_eighty_percent(scripts: Page) -> None:
    known = {10: 1.25, 15: 1.02, 20: 0.89, 30: 0.72, 50: 0.56, 100: 0.40, 175: 0.30}
    for n, wanted in known.items():
        assert round(scripts.evaluate("(n) => smallestDetectable(n, n)", n), 2) == wanted
    chance = random.Random(7)
    for _ in range(60):
        n1, n2 = chance.randint(5, 200), chance.randint(5, 200)
        effect = scripts.evaluate("([a, b]) => smallestDetectable(a, b)", [n1, n2])
        # Two-sided 5 %, of which only the half on the side of the effect can show it.
        power = NormalIndPower().power(effect, n1, alpha=0.025, ratio=n2 / n1, alternative="larger")
        assert power == pytest.approx(0.80, abs=1e-9)


@pytest.mark.parametrize(("mean", "band"), [(3.0, "alike"), (3.04, "alike"), (3.15, "adjust"), (2.8, "adjust"), (3.4, "apart"), (2.6, "apart")])
def test_baseline_bands(scripts: Page, mean: float, band: str) -> None:
    got = scripts.evaluate("(mean) => baselineBand({n: 500, mean, deviation: 1}, {n: 500, mean: 3, deviation: 1})", mean)
    assert got["band"] == band


SIMULATION = """([runs, n1, n2, effect, correlation]) => {
  // A seeded generator, so that the test is the same every time (Mulberry32), and Box and Muller's normal numbers.
  let state = 20261124;
  const uniform = () => { state = (state + 0x6D2B79F5) | 0; let t = Math.imul(state ^ (state >>> 15), 1 | state); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const person = (gain) => { const start = normal(); return { start, end: gain + correlation * start + Math.sqrt(1 - correlation ** 2) * normal() }; };
  const group = (n, gain) => groupOfPeople(Array.from({ length: n }, () => person(gain)), 2);
  const held = { end: 0, change: 0, g: 0, adjusted: 0, mean: 0 };
  const holds = ({ low, high }, truth) => (low <= truth && truth <= high ? 1 : 0);
  for (let run = 0; run < runs; run += 1) {
    const [tutees, others] = [group(n1, effect), group(n2, 0)];
    const result = compareMeans(tutees, others, { chosen: 'lot', least: 5 });
    held.end += holds(result.rows.end, effect);
    held.change += holds(result.rows.change, effect);
    held.g += holds(result.g, effect);
    held.adjusted += holds(result.adjusted, effect);
    held.mean += holds(intervalOfMean(tutees.end), effect);
  }
  return Object.fromEntries(Object.entries(held).map(([name, count]) => [name, count / runs]));
}"""


@pytest.mark.parametrize(("n1", "n2", "effect"), [(10, 10, 0.0), (12, 12, 0.8), (24, 26, 0.4), (60, 40, 0.4)])
def test_intervals_of_means_and_effects_hold_the_truth_95_times_in_100(scripts: Page, n1: int, n2: int, effect: float) -> None:
    covered = scripts.evaluate(SIMULATION, [8000, n1, n2, effect, 0.6])
    assert {name: 0.93 <= share <= 0.97 for name, share in covered.items()} == dict.fromkeys(covered, True), covered


@pytest.mark.parametrize(("p1", "n1", "p2", "n2"), [(0.5, 24, 0.3, 26), (0.3, 40, 0.3, 35), (0.8, 60, 0.6, 50)])
def test_intervals_of_shares_hold_the_truth_95_times_in_100(scripts: Page, p1: float, n1: int, p2: float, n2: int) -> None:
    """Computed over all possible counts, not simulated: the coverage is exact."""
    counts = [(a, b) for a in range(n1 + 1) for b in range(n2 + 1)]
    found = scripts.evaluate(
        "([counts, n1, n2]) => counts.map(([a, b]) => [wilson(a, n1), differenceOfShares(a, n1, b, n2)].map(({low, high}) => [low, high]))", [counts, n1, n2]
    )
    single = both = 0.0
    for (a, b), ((low, high), (low_difference, high_difference)) in zip(counts, found, strict=True):
        weight = stats.binom.pmf(a, n1, p1) * stats.binom.pmf(b, n2, p2)
        single += weight * (low <= p1 <= high)
        both += weight * (low_difference <= p1 - p2 <= high_difference)
    assert 0.93 <= both <= 0.97
    assert 0.92 <= single <= 0.98
