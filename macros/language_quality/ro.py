"""Rules of Romanian."""

from __future__ import annotations

from macros.language_quality.rule import Rule, register, term

RULES = (
    Rule(r"“", "'{found}' is not a quotation mark of Romanian.", "Write „ and ”; « » only inside them."),
    Rule(r"\d%", "There is no space before %.", "Write 9,3 %."),
    Rule(r"\b0\.\d", "'{found}' has a point where Romanian has a comma.", "Write 0,5."),
    Rule(r"(?i)\b(?:si|sa|ca|daca|dupa|fara|pana|langa|romana|scoala|invatare|intrebare)\b(?=[\s,.])(?<!\bsa)(?<!\bca)", "'{found}' has lost its marks.", "Write și, dacă, după, fără, până, lângă, română, școală, învățare, întrebare."),
    Rule(r"\bsînt\b|\b(?:cînd|pînă|cît|gînd)\b", "'{found}' is the older spelling.", "Write sunt, când, până, cât, gând."),
    register(r"dumneavoastră|dvs\.|Dumneavoastră", "Students are tu.", ("junior",)),
    register(r"tu|tău|ta|tăi|tale|ție|poți|vrei|știi", "Adults are dumneavoastră.", ("senior", "module")),
    term(r"studenți|studenții|studentul|studentului|studenților|student", "elev", "Student is at a university."),
    term(r"tutore(?! legal)|tutorele(?! legal)", "tutor", "Tutore is a legal guardian.", ("junior", "senior", "module", "other")),
    term(r"elevi? slabi?|elevi? problemă|elev-problemă", "elev care are nevoie de sprijin"),
    term(r"mentorat (?:între|de) elevi|meditator|meditatori", "tutorat între elevi"),
    term(r"dirigintă de clasă|profesor de clasă", "diriginte"),
    term(r"ghidul tinerilor|ghidul seniorilor", "Ghidul Junior / Ghidul Senior", "Junior and Senior are names."),
    Rule(r"(?i)\b(?:dovedește|demonstrează) că tutoratul (?:reduce|scade)", "'{found}' has not been shown.", "Spuneți ce s-a măsurat.", quotes_too=False),
)
