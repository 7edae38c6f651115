"""What is said of each way in which a required text can be wrong."""

from __future__ import annotations

from collections.abc import Mapping

from msglint.statements.languages import NAMES
from msglint.violation import Template

DIFFERENT = {
    "en": "The required text reads otherwise: {diff}.",
    "zh": "必须文字与规定不同：{diff}。",
}

MESSAGES: Mapping[str, Mapping[str, str]] = {
    "part_missing": {
        "en": "A part of the required text is missing: “{expected}”",
        "zh": "必须文字缺少一部分：“{expected}”",
    },
    "signal_word_missing": {
        "en": "The signal word “{expected}” is missing in front of the required text.",
        "zh": "必须文字前缺少信号词“{expected}”。",
    },
    "signal_word_wrong": {
        "en": "“{found}” is not the signal word; it must read “{expected}”.",
        "zh": "“{found}”不是规定的信号词，应写作“{expected}”。",
    },
    "case_wrong": {
        "en": "“{found}” must stand in capitals: “{expected}”.",
        "zh": "“{found}”须保持大写：“{expected}”。",
    },
    "wording_altered": {
        "en": "The wording is fixed and was changed: {diff}",
        "zh": "规定的文字被改动：{diff}",
    },
    "wrong_hazard_statement": {
        "en": "This names another hazard than the one the product has: {diff}",
        "zh": "所写的危险与产品的危险不符：{diff}",
    },
    "age_altered": {
        "en": "The age was changed: {diff}",
        "zh": "年龄被改动：{diff}",
    },
    "number_altered": {
        "en": "A number was changed: {diff}",
        "zh": "数字被改动：{diff}",
    },
    "number_missing": {
        "en": "A number is missing: {diff}",
        "zh": "缺少数字：{diff}",
    },
    "meaning_altered": {
        "en": "The meaning was changed: {diff}",
        "zh": "含义被改变：{diff}",
    },
    "language_wrong": {
        "en": "“{found}” does not count here: the text is needed in {language}.",
        "zh": "“{found}”在此无效：须使用{language}。",
    },
    "language_missing": {
        "en": "The required text is missing in {language}.",
        "zh": "必须文字缺少{language}版本。",
    },
    "placeholder_unfilled": {
        "en": "A blank was not filled in: “{found}”",
        "zh": "空白处尚未填写：“{found}”",
    },
    "not_blocked_together": {
        "en": "The parts of the required text must stand together; something stands between them.",
        "zh": "必须文字的各部分须连在一起，中间夹有其他内容。",
    },
    "legacy_form_expired": {
        "en": "This form is no longer permitted for the product: “{found}”",
        "zh": "该产品已不得使用这种旧格式：“{found}”",
    },
}

NOT_JUDGED = {
    "en": "The required text was not judged: msglint has no wording in {language}.",
    "zh": "未能检查必须文字：msglint 没有{language}的规定文字。",
}

PASTE = Template({"en": "Write: {statement}", "zh": "请写：{statement}"})


def message(code: str, languages: str) -> Template | None:
    """Return what to say of a code; None for `missing`, of which the rule itself speaks.

    `languages` are codes joined by commas; reports name them in their own language.
    """
    if code == "missing":
        return None
    return named(MESSAGES.get(code, DIFFERENT), languages)


def named(texts: Mapping[str, str], languages: str) -> Template:
    """Return the sentences with `{language}` filled in."""
    return Template(
        {lang: text.replace("{language}", _names(languages, lang)) for lang, text in texts.items()}
    )


def _names(codes: str, lang: str) -> str:
    names = [NAMES[lang].get(code, code) for code in codes.split(",")]
    return ("、" if lang == "zh" else ", ").join(names)
