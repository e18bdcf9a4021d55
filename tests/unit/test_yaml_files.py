"""YAML keeps its lines and does not surprise."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.yaml_files import parse, read


def test_yes_no_and_on_are_words():
    assert parse("a: yes\nb: no\nc: on\nd: true", "x.yml").data == {"a": "yes", "b": "no", "c": "on", "d": True}


def test_every_value_knows_its_line_and_column():
    text = parse("first:\n  steps:\n    - {id: goal}\n", "x.yml")
    assert text.place(("first", "steps", 0, "id")) == (3, 8)


def test_a_place_that_is_missing_is_shown_at_the_nearest_thing_above_it():
    assert parse("a:\n  b: 1\n", "x.yml").place(("a", "c", "d")) == (1, 1)


def test_a_bomb_of_aliases_is_refused_at_once():
    bomb = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}, *{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    assert any("Anchors" in problem.what for problem in parse(bomb, "x.yml").problems)


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path):
    path = tmp_path / "x.yml"
    path.write_bytes("a: b\nc: ș\n".encode("utf-16-le"))
    path.write_bytes(b"a: b\nc: \xba\n")
    (problem,) = read(path, "x.yml").problems
    assert (problem.line, problem.what) == (2, "The file is not UTF-8 text.")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path):
    path = tmp_path / "x.yml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: two\r\n")
    assert read(path, "x.yml").data == {"a": 1, "b": "two"}


def test_a_huge_file_is_refused(tmp_path):
    path = tmp_path / "x.yml"
    path.write_text("a: " + "x" * 2_000_001)
    assert "larger than 2 MB" in read(path, "x.yml").problems[0].what


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=200))
def test_no_text_whatever_makes_the_reader_fail(text):
    result = parse(text, "x.yml")
    assert result.problems or result.data is None or result.values
