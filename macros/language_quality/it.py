"""Rules of Italian."""

from __future__ import annotations

from macros.language_quality.rule import Rule, register, term

RULES = (
    Rule(r"„|(?<!« )“(?![^“”]*”[^«]*»)", "'{found}' is not a quotation mark of Italian.", "Write « and »; “ ” only inside them."),
    Rule(r"\d %", "A space stands before %.", "Write 9,3%."),
    Rule(r"\b0\.\d", "'{found}' has a point where Italian has a comma.", "Write 0,5."),
    Rule(r"\b(?:perche|poiche|cosi|piu|gia|puo|citta|attivita|e'|perchè|poichè|nè|sè|affinchè)(?![\w’àèéìòù])", "'{found}' has no accent, or the wrong one.", "Write perché, così, più, già, può, città, né, sé."),
    Rule(r"(?i)(?<!\w)(?:qual’è|un pò|po’’|un’altro|qual è’)", "'{found}' is misspelt.", "Write qual è, un po’, un altro."),
    register(r"Lei|Suo|Sua|Suoi|Sue|La preghiamo|Le chiediamo", "Students are tu.", ("junior",)),
    register(r"tu|ti|tuo|tua|tuoi|tue|puoi|devi|vuoi|sai", "Adults are addressed impersonally or with Lei, never with voi.", ("senior", "module")),
    term(r"studenti? deboli|studente debole|studenti problematici", "studente che ha bisogno di sostegno"),
    term(r"mentee|tutorato", "tutee"),
    term(r"autostima in sé|auto-efficacia", "autoefficacia"),
    term(r"drop-?out", "abbandono"),
    term(r"Giovani linee guida|Linee guida Giovani|Linee guida Anziani", "Linee guida Junior / Senior", "Junior and Senior are names."),
    Rule(r"(?i)\b(?:dimostra|prova) che il tutoraggio (?:riduce|diminuisce)", "'{found}' has not been shown.", "Dire che cosa è stato misurato.", quotes_too=False),
)
