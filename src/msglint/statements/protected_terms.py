"""The protected terms: one line a meaning; terms of a line may stand for one another.

Terms are written as they read when folded, separated by blanks, or by `|` where a term holds a blank.
"""

from __future__ import annotations

NEGATION, MODALITY, SCOPE = "negation", "modality", "scope"
COMPARATOR, HAZARD, UNIT, AGE_UNIT = "comparator", "hazard", "unit", "age_unit"

TERMS: tuple[tuple[str, str, str], ...] = (
    (NEGATION, "not", "not no never non nicht kein keine nie niet geen ne inte ikke ej ei nem ni"),
    (NEGATION, "not", "不 勿 禁 非 无"),
    (MODALITY, "may", "may might 可能"),
    (MODALITY, "should", "should recommended advised sollte sollten empfohlen recommandé consigliato"),
    (MODALITY, "should", "aconsejable 建议 慎"),
    (MODALITY, "must", "must required 必须"),
    (MODALITY, "direct", "direct directly unmittelbarer directe directa diretta"),
    (SCOPE, "only", "only nur seulement solo slechts 仅"),
    (SCOPE, "immediate", "immediate immediately sofort immédiatement inmediatamente immediatamente 立即"),
    (SCOPE, "new", "new"),
    (SCOPE, "used", "used"),
    (COMPARATOR, "below", "under|below|less than|younger than|unter|moins|menores|inferiore"),
    (COMPARATOR, "below", "jonger|menos|poniżej|alle|未满|不满|以下|未満"),
    (COMPARATOR, "or-below", "and under|or under|and below|or below|or less|and younger|or younger"),
    (COMPARATOR, "or-below", "及以下|和以下|und jünger|et moins|y menores"),
    (COMPARATOR, "above", "over|above|older than|more than|über|plus de|mayores de"),
    (COMPARATOR, "or-above", "and up|and over|and above|and older|or older|or over|at least|+"),
    (COMPARATOR, "or-above", "以上|及以上|und älter|ab|et plus|y más"),
    (HAZARD, "choking", "choking|choke|choked|窒息|噎"),
    (HAZARD, "suffocation", "suffocation|suffocate|asphyxiation|asphyxia"),
    (HAZARD, "strangulation", "strangulation|strangle|勒"),
    (HAZARD, "ingestion", "ingestion|ingested|swallowed|swallowing|误吞|误食|吞咽|吞食"),
    (HAZARD, "touch", "误触|触摸"),
    (HAZARD, "chemical burns", "chemical burns|chemical burn|化学灼伤"),
    (HAZARD, "death", "death|fatal|deadly|死亡"),
    (AGE_UNIT, "years", "yr|yrs|year|years|yo|周岁|岁|歳|才|ans|an|año|años|anno|anni|jahr|jahre|jahren"),
    (AGE_UNIT, "years", "jaar|ano|anos|lat|lata|år|vuotta|vuotiaille|let|roky|rokov|éves|évesnél|ani"),
    (AGE_UNIT, "years", "leta|godina|ετών|години"),
    (AGE_UNIT, "months", "month|months|mo|mos|个月|月龄|月|か月|ヶ月|カ月|mois|mes|meses|mese|mesi"),
    (AGE_UNIT, "months", "monat|monate|monaten|maanden|miesięcy|månader|måneder|kuukauden|měsíců"),
    (AGE_UNIT, "months", "mesiacov|hónapos|hónaposnál|luni|mesecev|mjeseci|μηνών|месеца"),
    (AGE_UNIT, "weeks", "week|weeks|周|星期|semaines|semanas|wochen|settimane"),
    (AGE_UNIT, "days", "day|days|天|日|jours|días|tage|tagen|giorni"),
    (UNIT, "hours", "hour|hours|小时|時間|heures|horas|stunden|ore"),
    (UNIT, "minutes", "minute|minutes|分钟"),
    (UNIT, "degrees", "°f|°c|°"),
    (UNIT, "percent", "%|percent"),
    (UNIT, "volts", "v|volt|volts"),
    (UNIT, "length", "mm|cm|in|inch|inches"),
)

NUMERALS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "eight": "8", "ten": "10", "twelve": "12",
    "trois": "3", "huit": "8", "tres": "3", "ocho": "8", "tre": "3", "otto": "8", "drei": "3", "acht": "8",
    "drie": "3", "tri": "3", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6",
    "八": "8", "十": "10",
}  # fmt: skip
"""Numbers in words, without accents; they count only in front of a unit."""
