"""The browser's statistics against scipy."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page
from scipy import stats

from tests.browser.answer_files import script_of


def test_intervals_of_a_mean_agree_with_scipy(page: Page, site) -> None:
    chance = random.Random(4)
    samples = [[round(chance.gauss(0.3, 0.8), 2) for _ in range(chance.randint(2, 60))] for _ in range(200)]
    page.add_script_tag(content=script_of(site))
    for sample, got in zip(samples, page.evaluate("(samples) => samples.map(meanInterval)", samples), strict=True):
        low, high = stats.t.interval(0.95, len(sample) - 1, loc=sum(sample) / len(sample), scale=stats.sem(sample))
        assert (got["low"], got["high"]) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9))
