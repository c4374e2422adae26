"""Words that the rules of sound and spelling do not reach: one table for each reason."""

# Borrowed words whose spelling hides a front or a back last syllable.
FRONT = frozenset({"округ", "хирург", "педагог", "петербург", "санкт-петербург", "гамбург", "йорк"})
BACK = frozenset({"союз", "январь", "секретарь", "ноябрь"})

# Borrowed words that take a helping і before every ending.
BUFFERED = {"тест": "тесті"}

# A last vowel that falls out before the possessive ending.
ELIDED = {
    "орын": "орн",
    "халық": "халқ",
    "құлық": "құлқ",
    "мүлік": "мүлк",
    "ерік": "ерк",
    "көрік": "көрк",
    "парық": "парқ",
    "нарық": "нарқ",
    "ауыз": "ауз",
    "мойын": "мойн",
    "мұрын": "мұрн",
    "қауіп": "қауп",
    "дауыс": "даус",
    "ерін": "ерн",
    "қарын": "қарн",
    "иық": "иғ",
}

# Borrowed words that keep п before the possessive ending: принципі, not "принцибі".
UNVOICED = frozenset({"принцип", "тип", "этап", "клип", "прототип", "стереотип"})

# How shortened names are read aloud: any string of letters that takes the same endings.
READINGS = {
    "ҚАК": "кек",
    "ҚК": "ке",
    "ҚПК": "ке",
    "ӘҚБтК": "ке",
    "ӘРПК": "ке",
    "ҚР": "база",
    "ОАДБ": "база",
    "ҚАЖ": "қаж",
    "АЕК": "аек",
    "ҚСжАЕК": "аек",
    "БАҚ": "бақ",
    "АҚШ": "аш",
    "ТМД": "да",
}
# The spoken name of a letter, for a shortened name that the table above does not hold.
LETTER_NAMES = {
    "б": "бе", "в": "ве", "г": "ге", "ғ": "ға", "д": "де", "ж": "же", "з": "зе", "к": "ка", "қ": "қа",
    "л": "эл", "м": "эм", "н": "эн", "ң": "эң", "п": "пе", "р": "эр", "с": "эс", "т": "те", "ф": "эф",
    "х": "ха", "һ": "ха", "ц": "це", "ч": "че", "ш": "ша", "щ": "ща",
}  # fmt: skip

# Words that end in ы or і of their own: standing last in a phrase they are not possessed.
PLAIN = frozenset({
    "қаулы", "саты", "қаржы", "күдікті", "ерікті", "жергілікті", "тиісті", "кінәлі", "жауапты", "міндетті",
    "кісі", "екі", "алты", "жеті", "басты", "шартты", "қайшы", "тұрғылықты", "құқылы", "толы", "белгілі",
    "маңызды", "заңды", "қатысты", "тәртіпті", "қауіпті", "қымбатты", "ұлы", "жақсы", "барлығы",
})  # fmt: skip
