"""The calculator's lines are those of the national pages, and every country of the site has one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.languages import LANGUAGES
from macros.library import Library

LIBRARY = Library.load(Path(__file__).parents[2])


def line(country: str, name: str):
    (found,) = [one for one in LIBRARY.entry("attendance_rules", country).lines if one.id == name]
    return found


def fact(name: str):
    return LIBRARY.entry("facts", name)


def test_every_country_of_the_site_has_rules_in_every_language():
    countries = {LIBRARY.entry("attendance_rules", name).country for name in LIBRARY.names("attendance_rules")}
    assert countries == set(LIBRARY.entry("site", "site").countries)
    for name in LIBRARY.names("attendance_rules"):
        assert [LIBRARY.said("attendance_rules", name, language)[1] for language in LANGUAGES] == list(LANGUAGES)


def test_italy_allows_what_the_national_page_does_not_ask_for():
    assert line("italy", "no-final-assessment").share == 100 - fact("rule-italy-attendance").value


@pytest.mark.parametrize(
    ("country", "name", "rule"),
    [
        ("romania", "conduct-point", "rule-romania-unexcused-hours"),
        ("turkiye", "year-lost-unexcused", "rule-turkiye-unexcused-days"),
        ("turkiye", "year-lost", "rule-turkiye-total-days"),
    ],
)
def test_amounts_are_those_of_the_national_page(country: str, name: str, rule: str):
    assert line(country, name).amount == fact(rule).value
    assert LIBRARY.entry("attendance_rules", country).unit == fact(rule).unit


def test_flag_lines_rise():
    values = [fact(name).value for name in ("watch-line", "chronic-absence-line", "severe-absence-line")]
    assert values == sorted(values)
    assert values == [5, 10, 20]
