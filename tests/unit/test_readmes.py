"""What the READMEs say is so."""

from __future__ import annotations

from pathlib import Path

from macros import field_tables
from macros.author_macros import MACROS
from macros.cli import main

ROOT = Path(__file__).parents[2]


def test_schemas_and_field_tables_are_up_to_date():
    readme = (ROOT / "data/README.md").read_text(encoding="utf-8")
    stale = [name for name, text in field_tables.schemas().items()
             if not (ROOT / "data/schemas" / name).is_file() or (ROOT / "data/schemas" / name).read_text(encoding="utf-8") != text]
    assert not stale, "run `guidelines schemas` and commit the result"
    assert field_tables.with_tables(readme) == readme, "run `guidelines schemas` and commit the result"


def test_every_field_of_every_model_is_described():
    assert "|  |" not in field_tables.tables()


def test_every_macro_is_explained_to_authors():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name in MACROS if f"{{{{ {name}(" not in text] == []


def test_every_command_is_in_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in main.commands if f"guidelines {name}" not in text] == []


def test_every_data_file_names_its_schema_so_that_editors_complete_and_underline():
    wrong = []
    for path in sorted((ROOT / "data").rglob("*.yml")):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")
        if not first.startswith("# yaml-language-server: $schema=") or not schema.is_file():
            wrong.append(path.name)
    assert wrong == []
