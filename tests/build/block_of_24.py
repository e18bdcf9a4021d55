"""An invented block of 24 tutees and 26 comparison students, written into the spreadsheet as a school would."""

from __future__ import annotations

import csv
import io
import random
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

from openpyxl import load_workbook

from macros.library import Library
from macros.measurements import in_order, lines_of
from macros.sheets.registers import FIRST_ROW
from tests.conftest import ROOT

TUTEES = [f"T{n:02}" for n in range(1, 25)]
TUTORS = [f"J{n:02}" for n in range(1, 17)]
OTHERS = [f"C{n:02}" for n in range(1, 27)]


class Block:
    """The figures behind the spreadsheet, so that a test can compute everything a second time."""

    def __init__(self, seed: int = 24) -> None:
        chance = random.Random(seed)
        self.people = [*TUTEES, *TUTORS, *OTHERS]
        self.trained = {code: n < 14 for n, code in enumerate(TUTORS)}
        self.guardian = {code: "of-age" if n % 7 == 0 else "yes" for n, code in enumerate([*TUTEES, *TUTORS])}
        self.agreement = {code: n not in (3, 30) for n, code in enumerate([*TUTEES, *TUTORS])}
        self.here = {code: n not in (2, 9, 50) for n, code in enumerate(self.people)}
        self.attendance = {
            code: (240, round(chance.uniform(5, 60)), 240, round(chance.uniform(0, 50))) for code in [*TUTEES, *OTHERS]
        }
        self.marks = {code: (round(chance.gauss(4.8, 1.2), 1), round(chance.gauss(5.4, 1.3), 1)) for code in [*TUTEES, *OTHERS]}
        self.sessions = [
            (date(2026, 10, 5) + timedelta(days=week * 7 + day), code, TUTORS[n % 16], held, held and chance.random() < 0.9,
             chance.choice([15, 25, 30, 30]) if held else None, [chance.random() < 0.9 for _ in range(4)])
            for n, code in enumerate(TUTEES) for week in range(8) for day in (0, 3)
            for held in [chance.random() < (0.3 if n % 8 == 0 else 0.85)]
        ]  # fmt: skip


def fill(source: Path, target: Path, language: str, block: Block, library: Library | None = None, typed: dict[str, tuple] | None = None) -> None:
    """Write `block` into the spreadsheet `source`; `typed`: cells of the sheet "indicators" by key, such as O6.tutees.start."""
    library = library or Library.load(ROOT)

    def say(name: str) -> str:
        return library.say(name, language)

    yes, no = say("sheet-yes"), say("sheet-no")
    file = load_workbook(source)
    start = file[say("sheet-name-start")]
    start["B4"], start["B5"] = "Școala ”Exemplu; de probă”", "Toamna 2026"
    start["B6"], start["B7"], start["B8"], start["B10"] = date(2026, 10, 5), date(2026, 10, 30), date(2026, 12, 4), 5
    papers = file[say("sheet-name-papers")]
    for row, code in enumerate(block.people, FIRST_ROW):
        role = "tutees" if code in TUTEES else "tutors" if code in TUTORS else "comparison"
        papers.cell(row, 1, code)
        papers.cell(row, 2, say(f"sheet-role-{role}"))
        if role != "comparison":
            papers.cell(row, 3, yes)
            papers.cell(row, 4, yes if block.agreement[code] else no)
            papers.cell(row, 5, say("sheet-of-age") if block.guardian[code] == "of-age" else yes)
        if role == "tutors":
            papers.cell(row, 6, yes if block.trained[code] else no)
        papers.cell(row, 7, yes if block.here[code] else no)
        if code in block.attendance:
            for column, value in enumerate(block.attendance[code], 3):
                file[say("sheet-name-attendance")].cell(row, column, value)
            for column, value in enumerate(block.marks[code], 3):
                file[say("sheet-name-reports")].cell(row, column, value)
    for row, (day, tutee, tutor, held, present, minutes, marks) in enumerate(block.sessions, FIRST_ROW):
        values = [day, tutee, tutor, yes if held else no, yes if present else no, minutes, *(yes if mark else no for mark in marks)]
        for column, value in enumerate(values, 1):
            file[say("sheet-name-sessions")].cell(row, column, value)
    keys = [line.key for name in in_order(library) for line in lines_of(library, name)]
    for key, values in (typed or {}).items():
        for column, value in enumerate(values, 5):
            file[say("sheet-name-indicators")].cell(6 + keys.index(key), column, value)
    file.save(target)


def recalculated(source: Path, folder: Path, separator: str = ",", *, shown: bool = False) -> dict[str, list[list[str]]]:
    """Every sheet of `source` as LibreOffice computes it: {name of the sheet: rows}.

    `shown`: numbers as the sheet shows them, otherwise in full.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "The tests of the spreadsheets need LibreOffice: run tests/install-tools."
    out = folder / f"out-{'shown' if shown else 'full'}"
    form = f"csv:Text - txt - csv (StarCalc):{ord(separator)},34,76,1,,0,false,{str(shown).lower()},false,false,false,-1"
    subprocess.run(
        [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", form, "--outdir", str(out), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return {
        path.stem.removeprefix(f"{source.stem}-"): list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=separator))
        for path in out.glob("*.csv")
    }
