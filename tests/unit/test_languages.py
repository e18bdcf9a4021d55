"""Numbers, plurals and alphabetical order in four languages."""

from __future__ import annotations

from datetime import date

import pytest

from macros.languages import LANGUAGES, day, lower, number, own_name, percent, plural_form, plural_forms, sort_key


@pytest.mark.parametrize(("language", "written"), [("en", "9.3%"), ("it", "9,3%"), ("ro", "9,3\xa0%"), ("tr", "%9,3")])
def test_a_percentage_is_written_as_the_language_writes_it(language, written):
    assert percent(9.3, language) == written


@pytest.mark.parametrize(("language", "written"), [("en", "1,351.5"), ("it", "1351,5"), ("ro", "1.351,5"), ("tr", "1.351,5")])
def test_a_decimal_number_is_written_as_the_language_writes_it(language, written):
    assert number(1351.5, language) in (written, written.replace("1351", "1.351"))


def test_romanian_has_three_plural_forms_and_twenty_takes_the_third():
    assert plural_forms("ro") == ("one", "few", "other")
    assert [plural_form(n, "ro") for n in (1, 2, 19, 20, 101)] == ["one", "few", "few", "other", "few"]


def test_turkish_i_has_a_dot_or_not():
    assert lower("IŞIK İSTANBUL", "tr") == "ışık istanbul"
    assert lower("IŞIK", "en") != "ışık"


@pytest.mark.parametrize(("language", "ordered"), [
    ("tr", ["çay", "dal", "ıhlamur", "iğne", "ok", "öz", "şal", "tay", "uç", "üç"]),
    ("ro", ["acord", "ărie", "bani", "încă", "sac", "șef", "tot", "țintă"]),
    ("it", ["età", "etica", "peer", "più"]),
    ("en", ["absence", "Tutee", "tutor"]),
])
def test_words_are_sorted_by_the_alphabet_of_the_language(language, ordered):
    assert sorted(reversed(ordered), key=lambda word: sort_key(word, language)) == ordered


def test_a_date_is_written_out():
    assert [day(date(2026, 11, 23), language) for language in LANGUAGES] == [
        "23 November 2026", "23 novembre 2026", "23 noiembrie 2026", "23 Kasım 2026",
    ]


def test_each_language_is_called_by_its_own_name():
    assert [own_name(language) for language in LANGUAGES] == ["English", "Italiano", "Română", "Türkçe"]
