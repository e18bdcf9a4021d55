"""Rules of Turkish."""

from __future__ import annotations

from macros.language_quality.rule import Rule, register, term

RULES = (
    Rule(r"[«»„]", "'{found}' is not a quotation mark of Turkish.", "Write “ and ”; ‘ ’ inside them."),
    Rule(r"\d ?%(?!\w)", "The sign % stands after the number.", "Write %9,3."),
    Rule(r"\b0\.\d", "'{found}' has a point where Turkish has a comma.", "Write 0,5."),
    Rule(r"(?<!\w)(?:ogrenci|ogretmen|ogretici|calisma|icin|degil|cunku|ogren\w*|guven\w*|soyle\w*)(?!\w)", "'{found}' has lost its letters.", "Write öğrenci, öğretmen, çalışma, için, değil, çünkü, güven, söyle."),
    Rule(r"(?:Senior|Junior)’lar", "'{found}' has an apostrophe before the plural.", "Write Seniorlar, Juniorlar."),
    Rule(r"(?<!\w)(?:birşey|herşey|yada|hiçbirşey|birçoğu da ki|farket\w*|yanısıra|bir çok)(?!\w)", "'{found}' is misspelt.", "Write bir şey, her şey, ya da, hiçbir şey, fark et-, yanı sıra, birçok."),
    register(r"diyebilirsiniz|yapabilirsiniz|edebilirsiniz|yapmalısınız|okuyunuz|doldurunuz|bakınız|söyleyiniz", "Students are sen.", ("junior",)),
    register(r"sen|senin|sana|seni|sende|yapabilirsin|diyebilirsin|edebilirsin|bakabilirsin", "Adults are siz.", ("senior", "module")),
    term(r"talebe\w*|tutor|tutorlar|tutorluk", "öğretici öğrenci / öğrenen öğrenci"),
    term(r"mentorluk alan|danışan\w*|menti", "öğrenen öğrenci"),
    term(r"zayıf öğrenci\w*|problemli öğrenci\w*", "desteğe ihtiyacı olan öğrenci"),
    term(r"özyeterlik\w*|öz-yeterlik\w*", "öz yeterlik"),
    term(r"Genç Kılavuzu|Kıdemli Kılavuzu", "Junior Kılavuzu / Senior Kılavuzu", "Junior and Senior are names."),
    Rule(r"(?i)öğreticiliği?nin? okul terkini azalttığı(?:nı)? (?:kanıt|göster)", "'{found}' has not been shown.", "Neyin ölçüldüğünü yazın.", quotes_too=False),
)
