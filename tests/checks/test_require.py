"""The `require` check with the shipped label packs: codes, severities, languages and places."""

from __future__ import annotations

from typing import Any

import pytest

from msglint.document import Context, Document
from msglint.prove import prove_examples
from msglint.violation import Severity
from tests.checks.labels import (
    BALLOON,
    CN_TOY,
    COIN_CELL,
    CONTAINS_BALL,
    CONTAINS_MARBLE,
    EU_TOY,
    FBA_BAG,
    IS_BALL,
    IS_MARBLE,
    RI_BAG,
    SMALL_PARTS,
    Product,
    codes,
    engine,
    judge,
    ruleset,
)

BUTTON = (
    "WARNING\n- INGESTION HAZARD: This product contains a button cell or coin battery.\n"
    "- DEATH or serious injury can occur if ingested.\n"
    "- A swallowed button cell or coin battery can cause Internal Chemical Burns in as little as 2 hours.\n"
    "- KEEP new and used batteries OUT OF REACH OF CHILDREN.\n"
    "- Seek immediate medical attention if a battery is suspected to be swallowed or inserted inside any "
    "part of the body."
)
RI_TEXT = (
    "WARNING: Keep this bag away from babies and children. "
    "Do not use in cribs, beds, carriages, or playpens. "
    "The thin film may cling to nose and mouth and prevent breathing."
)


@pytest.mark.parametrize("rule", ruleset().rules, ids=lambda rule: rule.id)
def test_examples_of_the_packs(rule: Any) -> None:
    assert list(prove_examples(engine(), rule)) == []


@pytest.mark.parametrize(
    ("text", "market", "channel", "product", "expected"),
    [
        (
            "For toys that contain small parts, 警告标签 is on the box.",
            "US",
            "listing",
            SMALL_PARTS,
            {"part_missing"},
        ),
        ("警告：窒息危险 – 小零件，不适用于3岁以下儿童", "US", "package", SMALL_PARTS, {"language_wrong"}),
        (
            "⚠️ WARNING: CHOKING HAZARD—Small parts. Not for children under 3 yrs. "
            "警告：内含小零件，3岁以下儿童禁用。",
            "US",
            "listing",
            SMALL_PARTS,
            set(),
        ),
        (
            "WARNING: CHOKING HAZARD - Small parts. Not for children under 3 yrs.",
            "DE",
            "listing",
            EU_TOY,
            {"language_wrong"},
        ),
        ("警告：内含小零件，不适合3岁以下儿童使用。", "CN", "package", CN_TOY, set()),
        ("Building kit, ages 8+.", "US", "listing", {**SMALL_PARTS, "age_min_months": 96}, set()),
        (
            "WARNING: CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
            "US",
            "listing",
            {**SMALL_PARTS, "age_min_months": 18},
            {"banned_combination"},
        ),
        ("亲，玩具含小零件，警告标签我们会贴好。", "US", "message", SMALL_PARTS, set()),
    ],
)
def test_toys_with_small_parts_and_their_label(
    text: str, market: str, channel: str, product: Product, expected: set[str]
) -> None:
    assert codes(text, product, market, channel) == expected


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("WARNING: CHOKING HAZARD—Small parts\nNot for children under 3 yrs.", SMALL_PARTS),
        ("• WARNING: CHOKING HAZARD—Small parts\n• Not for children under 3 yrs.", SMALL_PARTS),
        ("WARNING: CHOKING HAZARD – Small parts | Not for children under 3 yrs.", SMALL_PARTS),
        ("⚠️ WARNING: CHOKING HAZARD - Small parts. Not for children under 3 yrs.", SMALL_PARTS),
        ("⚠ WARNING: CHOKING HAZARD-Small parts Not for children under 3 yrs.", SMALL_PARTS),
        ("WARNING: CHOKING HAZARD--SMALL PARTS. NOT FOR CHILDREN UNDER 3 YRS.", SMALL_PARTS),
        (
            "ＷＡＲＮＩＮＧ：ＣＨＯＫＩＮＧ ＨＡＺＡＲＤ—Small parts。Not for children under ３ yrs。",
            SMALL_PARTS,
        ),
        ("WARNING\n\nCHOKING HAZARD: Small parts\nNot for children under 3 yrs", SMALL_PARTS),
        (
            "Bright blocks for small hands.\n\n"
            "WARNING: CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
            SMALL_PARTS,
        ),
        (
            "WARNING: CHOKING HAZARD--Small parts. Not for child-\nren under 3 yrs. blocks toy gift stem",
            SMALL_PARTS,
        ),
        ("WARNING: CHOKING\u00ad HAZARD--Small\u00a0parts. Not for children under 3\u202fyrs.", SMALL_PARTS),
        (
            "WARNING / MISE EN GARDE : CHOKING HAZARD / RISQUE D’ÉTOUFFEMENT. Small parts / Petites pièces. "
            "Not for children under 3 yrs. / Ne convient pas aux enfants de moins de 3 ans.",
            SMALL_PARTS,
        ),
        (
            "WARNING 警告: CHOKING HAZARD 窒息危险 – Small parts 小零件. "
            "Not for children under 3 yrs. 3岁以下禁用",
            SMALL_PARTS,
        ),
        (
            "WARNING: CHOKING HAZARD--Toy contains small parts and a small ball. "
            "Not for children under 3 yrs.",
            {**SMALL_PARTS, **CONTAINS_BALL},
        ),
        (
            "WARNING: CHOKING HAZARD--Small parts. Toy contains a marble. Not for children under 3 yrs.",
            {**SMALL_PARTS, **CONTAINS_MARBLE},
        ),
        (
            "WARNING: CHOKING HAZARD--Small parts. Not for children under 3 yrs.\n"
            "WARNING: CHOKING HAZARD--Toy contains a marble. Not for children under 3 yrs.",
            {**SMALL_PARTS, **CONTAINS_MARBLE},
        ),
        (
            "WARNING: CHOKING HAZARD--Children under 8 yrs. Can choke or suffocate on uninflated or broken "
            "balloons. Adult supervision required. Keep uninflated balloons from children. "
            "Discard broken balloons at once.",
            BALLOON,
        ),
        (BUTTON, COIN_CELL),
        (BUTTON.replace("- ", "").replace("\n", " "), COIN_CELL),
        (RI_TEXT, RI_BAG),
        (RI_TEXT.replace("playpens", "play pens").replace("this bag", "this plastic bag"), RI_BAG),
        (RI_TEXT.replace("carriages, or", "carriages or").replace("beds", "bed"), RI_BAG),
        (RI_TEXT.replace("thin film", "plastic film").upper(), RI_BAG),
    ],
)
def test_permitted_variation(text: str, product: Product) -> None:
    assert judge(text, product) == []


@pytest.mark.parametrize(
    ("text", "product", "expected"),
    [
        ("CHOKING HAZARD - Small parts. Not for children under 3 yrs.", SMALL_PARTS, {"signal_word_missing"}),
        ("CHOKING HAZARD:Small parts - Not for children under 3 yrs", SMALL_PARTS, {"signal_word_missing"}),
        (
            "CHOKING HAZARD:Contains small ball",
            CONTAINS_BALL,
            {"signal_word_missing", "wording_altered", "part_missing"},
        ),
        ("SMALL PARTS\n3+", SMALL_PARTS, {"part_missing"}),
        (
            "WARNING: CHOKING HAZARD - Small parts. Not for children under 5 yrs.",
            SMALL_PARTS,
            {"age_altered"},
        ),
        (
            "WARNING: CHOKING HAZARD - Small parts. Not for children under 36 weeks.",
            SMALL_PARTS,
            {"age_altered"},
        ),
        (
            "WARNING: CHOKING HAZARD - Small parts. Not for children under 3 months.",
            SMALL_PARTS,
            {"age_altered"},
        ),
        (
            "WARNING: CHOKING HAZARD-Small parts. Not for children 3 years and under.",
            SMALL_PARTS,
            {"age_altered"},
        ),
        ("WARNING: CHOKING HAZARD-Small parts. Not for children over 3 yrs.", SMALL_PARTS, {"age_altered"}),
        (
            "WARNING: CHOKING HAZARD - Small parts. For children 3 yrs. and up.",
            SMALL_PARTS,
            {"meaning_altered"},
        ),
        ("WARNING: CHOKING HAZARD - Small parts. For children 3+", SMALL_PARTS, {"meaning_altered"}),
        (
            "WARNING: CHOKING HAZARD - Small parts. Not recommended for children under 3 yrs.",
            SMALL_PARTS,
            {"meaning_altered"},
        ),
        (
            "WARNING: No choking hazard - Small parts. Not for children under 3 yrs.",
            SMALL_PARTS,
            {"meaning_altered"},
        ),
        (
            "WARNING: CHOKING HAZARD--Small parts. Not for children under yrs.",
            SMALL_PARTS,
            {"number_missing"},
        ),
        ("WARNING: Choke danger, small part, 3 years below forbid.", SMALL_PARTS, {"wording_altered"}),
        (
            "WARNING: Suffocation hazard - Small parts. Not for children under 3 yrs.",
            SMALL_PARTS,
            {"wording_altered"},
        ),
        (
            "Warm tips: small parts inside, please keep away from baby.",
            SMALL_PARTS,
            {"signal_word_wrong", "part_missing"},
        ),
        (
            "NOTE: CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
            SMALL_PARTS,
            {"signal_word_wrong"},
        ),
        (
            "NOTICE - CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
            SMALL_PARTS,
            {"signal_word_wrong"},
        ),
        (
            "Tip: CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
            SMALL_PARTS,
            {"signal_word_wrong"},
        ),
        (
            "ATTENTION: CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
            SMALL_PARTS,
            {"signal_word_wrong"},
        ),
        (
            "Advertencia: CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
            SMALL_PARTS,
            {"language_wrong"},
        ),
        (
            "WARNING: CHOKING HAZARD--Small parts, $12.99, 0123456789012\nNot for children under 3 yrs.",
            SMALL_PARTS,
            {"not_blocked_together"},
        ),
        (
            "WARNING: Small parts. CHOKING HAZARD. Not for children under 3 yrs.",
            SMALL_PARTS,
            {"wording_altered"},
        ),
        (
            "WARNING: CHOKING HAZARD--Very small parts. Not for children under 3 yrs.",
            SMALL_PARTS,
            {"wording_altered"},
        ),
        (
            "WARNING: CHOKING HAZARD - Small parts. Not for children under 3 yrs.",
            IS_BALL,
            {"wrong_hazard_statement"},
        ),
        (
            "WARNING: CHOKING HAZARD - Toy contains a small ball. Not for children under 3 yrs.",
            IS_BALL,
            {"wrong_hazard_statement"},
        ),
        (
            "WARNING: Not suitable for children under 3 years because of small ball (s).",
            IS_BALL,
            {"wording_altered"},
        ),
        ("WARNING: Toy contains a marble. Not for children under 3 yrs.", CONTAINS_MARBLE, {"part_missing"}),
        (
            "WARNING: CHOKING HAZARD -- Toy contains a marble. For children 3 yrs. and up.",
            CONTAINS_MARBLE,
            {"meaning_altered"},
        ),
        (
            "⚠CAUTION: CHOKING HAZARD - This toy is a marble. Not for children under 3 yrs.",
            IS_MARBLE,
            {"signal_word_wrong"},
        ),
        (
            "WARNING: CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
            {**SMALL_PARTS, **BALLOON},
            {"part_missing"},
        ),
        ("Not suitable for children under 3 years. Small parts.", {}, set()),
        (BUTTON.replace("2 hours", "24 hours"), COIN_CELL, {"number_altered"}),
        (BUTTON.replace("2 hours", "2 days"), COIN_CELL, {"number_altered"}),
        (BUTTON.replace("new and used", "used"), COIN_CELL, {"meaning_altered"}),
        (BUTTON.replace("immediate ", ""), COIN_CELL, {"meaning_altered"}),
        (BUTTON.replace("INGESTION", "Ingestion"), COIN_CELL, {"case_wrong"}),
        (BUTTON.replace("WARNING", "Warning"), COIN_CELL, {"case_wrong"}),
        (
            "WARNING: Contains coin battery. Keep out of reach of children.",
            COIN_CELL,
            {"part_missing", "meaning_altered"},
        ),
        ("警告：请将此塑料袋远离婴儿和儿童。", RI_BAG, {"language_wrong", "part_missing"}),
        ("WARNING: Keep this bag away from babies.", RI_BAG, {"part_missing"}),
        (RI_TEXT.replace("Do not use", "Use"), RI_BAG, {"meaning_altered"}),
        ("Ceramic mug, blue", RI_BAG, {"missing"}),
    ],
)
def test_altered_on_a_package(text: str, product: Product, expected: set[str]) -> None:
    assert codes(text, product) == expected


@pytest.mark.parametrize(
    ("text", "market", "expected"),
    [
        ("Achtung! Nicht für Kinder unter 36 Monaten geeignet. Kleine Teile.", "DE", set()),
        ("ACHTUNG. Nicht geeignet für Kinder unter 3 Jahren. Erstickungsgefahr.", "AT", set()),
        ("Warnhinweis: ACHTUNG! Nicht geeignet für Kinder unter drei Jahren. Kleine Teile.", "DE", set()),
        (
            "Aufmerksamkeit: Nicht für Kinder unter 36 Monaten geeignet. Kleine Teile.",
            "DE",
            {"signal_word_wrong"},
        ),
        (
            "WARNING: Ne convient pas aux enfants de moins de 36 mois. Petites pièces.",
            "FR",
            {"language_wrong"},
        ),
        ("⚠ Ne convient pas aux enfants de moins de 36 mois. Petites pièces.", "FR", {"signal_word_missing"}),
        ("Attention ! Ne convient pas aux enfants de moins de 3 ans. Petites pièces.", "BE", set()),
        (
            "Attention ! Ne convient pas aux enfants de moins de 3 ans. Petites pièces.",
            "NL",
            {"language_wrong"},
        ),
        (
            "Varoitus! Ei sovellu alle 36 kuukauden ikäisille lapsille. Pieniä osia.",
            "FI",
            {"language_missing"},
        ),
        (
            "Waarschuwing. Niet geschikt voor children jonger dan 36 maanden. Kleine onderdelen.",
            "NL",
            {"wording_altered"},
        ),
        ("Attention: Not suitable for children under 36 months. Small parts.", "IE", {"signal_word_wrong"}),
        ("Achtung! Nicht für Kinder unter 36 Monaten geeignet.", "DE", {"part_missing"}),
        ("Achtung! Nicht für Kinder unter 36 Wochen geeignet. Kleine Teile.", "DE", {"age_altered"}),
        ("Holzeisenbahn", "DE", {"missing"}),
        (
            "Warning! Not suitable for children under 36 months. Small parts.\n\n"
            "Achtung! Nicht für Kinder unter 36 Monaten geeignet. Kleine Teile.\n\n"
            "Attention ! Ne convient pas aux enfants de moins de 36 mois. Petites pièces.",
            "DE",
            set(),
        ),
    ],
)
def test_languages_of_the_market(text: str, market: str, expected: set[str]) -> None:
    assert codes(text, EU_TOY, market) == expected


def test_each_market_is_judged_alone() -> None:
    text = "Achtung! Nicht für Kinder unter 36 Monaten geeignet. Kleine Teile."
    found = judge(text, EU_TOY, ("DE", "FR", "PL"))
    assert [(item.code, item.markets) for item in found] == [
        ("language_wrong", ("FR",)),
        ("language_wrong", ("PL",)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "To avoid danger of suffocation, keep this plastic bag away from babies and children.",
            {"signal_word_missing", "part_missing"},
        ),
        ("Plastic bag is dangerous, please keep away from children.", {"part_missing"}),
        ("警告：为了避免窒息的危险，请将此塑料袋远离婴儿和儿童。", {"language_wrong", "part_missing"}),
    ],
)
def test_poly_bags(text: str, expected: set[str]) -> None:
    assert codes(text, FBA_BAG, platform="amazon") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("警告：内含小零件，不适合3岁以下儿童使用。", set()),
        ("警告：内含小零件，三岁以下儿童禁用", set()),
        ("警告 含细小部件，未满3周岁勿用", set()),
        ("警告：含小零件，36个月以下儿童不适用", set()),
        ("警告：內含小零件，3歲以下兒童禁用", set()),
        ("警告：内含小零件，不适合3月以下儿童使用。", {"age_altered"}),
        ("警告：内含小零件，不适合3个月以下儿童使用。", {"age_altered"}),
        ("警告：内含小零件，不适合13岁以下儿童使用。", {"age_altered"}),
        ("警告：内含小零件，不适合3岁及以下儿童使用。", set()),
        ("警告：内含小零件，3岁以下儿童慎用。", {"meaning_altered"}),
        ("警告：内含小零件，建议3岁以上儿童使用。", {"meaning_altered"}),
        ("警告：内含小零件，适合3岁以下儿童使用。", {"meaning_altered"}),
        ("温馨提示：内含小零件，不适合3岁以下儿童使用。", {"signal_word_wrong"}),
        ("内含小零件，请家长注意。", {"signal_word_missing", "part_missing"}),
        ("警告标签已贴，内含小零件，不适合3岁以下儿童使用。", {"signal_word_missing"}),
        ("警告标签已贴", {"missing"}),
    ],
)
def test_chinese(text: str, expected: set[str]) -> None:
    assert codes(text, CN_TOY, "CN") == expected


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        (
            "WARNING: CHOKING HAZARD--Small parts. Not for children under 5 yrs.",
            "age_altered",
            Severity.ERROR,
        ),
        (
            "WARNING: CHOKING HAZARD--Small parts. Not intended for children under 3 yrs.",
            "wording_altered",
            Severity.INFO,
        ),
        ("WARNING: CHOKING HAZARD--Small parts. Not for children under 3.", "wording_altered", Severity.INFO),
        (
            "WARNING: CHOKING HAZARD--Small parts. Not for children under 3 years.",
            "wording_altered",
            Severity.INFO,
        ),
        (
            "WARNING: CHOKING HAZARD--Small pieces. Not for children under 3 yrs.",
            "part_missing",
            Severity.ERROR,
        ),
        (
            "WARNING: CHOKING HAZARD--Small part. Not for children under 3 yrs.",
            "wording_altered",
            Severity.WARNING,
        ),
        (
            "Warning: CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
            "case_wrong",
            Severity.WARNING,
        ),
        ("WARNING: Choking hazard--small parts. Not for children under 3 yrs.", "case_wrong", Severity.INFO),
    ],
)
def test_severities(text: str, code: str, severity: Severity) -> None:
    assert [(item.code, item.severity) for item in judge(text, SMALL_PARTS)] == [(code, severity)]


def test_capitals_are_free_in_an_offer() -> None:
    text = "Warning: choking hazard--small parts. Not for children under 3 yrs."
    assert codes(text, SMALL_PARTS, channel="listing") == set()


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("警告：窒息危险 – 小零件，不适用于3岁以下儿童", "en", {"language_wrong"}),
        ("警告：窒息危险 – 小零件，不适用于3岁以下儿童", "zh", set()),
        ("WARNING: CHOKING HAZARD--Small parts. Not for children under 3 yrs.", "es", {"language_wrong"}),
        ("WARNING: CHOKING HAZARD--Small parts. Not for children under 3 yrs.", None, set()),
    ],
)
def test_language_of_an_offer(text: str, lang: str | None, expected: set[str]) -> None:
    assert codes(text, SMALL_PARTS, channel="listing", lang=lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The label says: WARNING: CHOKING HAZARD - Small parts. Not for children under 5 yrs.",
            {"age_altered"},
        ),
        ("The label says: WARNING: CHOKING HAZARD - Small parts. Not for children under 3 yrs.", set()),
        ("Thank you! The set contains small parts, please keep it away from your baby.", set()),
        ("Is it for children under 3? No, it is not for children under 3 years, it has small parts.", set()),
        ("Where is my order?", set()),
    ],
)
def test_a_message_need_not_carry_the_statement(text: str, expected: set[str]) -> None:
    assert codes(text, SMALL_PARTS, channel="message") == expected


def test_places_and_words_of_an_alteration() -> None:
    text = "Bausatz — 积木\n⚠ WARNING: CHOKING HAZARD--Small parts.\nNot for children under ５ yrs."
    (found,) = judge(text, SMALL_PARTS)
    place = found.place
    assert (place.line, place.column, place.end_line, place.end_column) == (3, 1, 3, 29)
    assert found.excerpt == "Not for children under ５ yrs"
    assert found.arguments["expected"] == "Not for children under 3 yrs."
    assert found.arguments["diff"] == "Not for children under [3→５] yrs."
    assert (
        found.message.render("en", found.arguments)
        == "The age was changed: Not for children under [3→５] yrs."
    )
    assert found.message.render("zh", found.arguments) == "年龄被改动：Not for children under [3→５] yrs."
    assert found.category == "warning-altered"


def test_a_missing_statement_has_the_first_place_and_the_text_to_paste() -> None:
    (found,) = judge("Wooden train\n24 pieces", SMALL_PARTS)
    assert (found.start, found.end, found.excerpt) == (None, None, "")
    assert (found.place.line, found.place.column) == (1, 1)
    assert found.suggestion is not None
    assert found.suggestion.render("en", found.arguments).endswith(
        "“WARNING: CHOKING HAZARD--Small parts. Not for children under 3 yrs.”"
    )
    assert found.category == "warning-missing"


def test_a_missing_language_names_it_and_gives_both_texts() -> None:
    text = "Varoitus! Ei sovellu alle 36 kuukauden ikäisille lapsille. Pieniä osia."
    (found,) = judge(text, EU_TOY, "FI")
    assert found.message.render("en", found.arguments) == "The required text is missing in Swedish."
    assert found.message.render("zh", found.arguments) == "必须文字缺少瑞典语版本。"
    assert "Varning! Inte lämplig för barn under 36 månader." in found.arguments["statement"]


def test_a_language_without_wording_is_said_not_to_be_judged() -> None:
    (found,) = judge("Puidust rong", EU_TOY, "EE")
    assert (found.code, found.category, found.severity) == ("not_judged", "context", Severity.INFO)
    assert "Estonian" in found.message.render("en", found.arguments)


def test_a_subject_and_a_body_are_one_text() -> None:
    document = Document.from_text(
        "CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
        Context("package", markets=("US",), product=SMALL_PARTS),
        subject="WARNING",
    )
    assert [item.code for item in engine().judge(document).violations if item.code] == []


def test_placeholders_do_not_fill_a_blank() -> None:
    product = {"prop65_warning_form": "short", "prop65_chemicals_cancer": ("lead",)}
    text = "WARNING: Cancer risk from exposure to {{chemical}}. See www.P65Warnings.ca.gov."
    assert codes(text, product, channel="label") == {"placeholder_unfilled"}
