"""The engine's own findings: the rules of the reserved pack `msglint`, which no YAML file holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msglint.packs.model import ReportCheck, Rule
from msglint.violation import Severity, Template, Violation

if TYPE_CHECKING:
    from msglint.document import Place

PACK = "msglint"


Said = tuple[str, str]
"""The English and the Chinese template of one sentence."""


def _rule(name: str, category: str, severity: Severity, message: Said, suggest: Said) -> Rule:
    said, advised = (Template(dict(zip(("en", "zh"), texts, strict=True))) for texts in (message, suggest))
    return Rule(f"{PACK}/{name}", PACK, category, severity, said, ReportCheck(), advised)


NOT_JUDGED = _rule(
    "not-judged",
    "context",
    Severity.INFO,
    (
        "Rules that could not be judged: {count}. Not known are {attributes}.",
        "有 {count} 条规则无法判断，缺少的信息：{attributes}。",
    ),
    (
        "Say it with --product NAME=VALUE, --market or --channel, in a record, or in msglint.yaml.",
        "请用 --product 名称=值、--market 或 --channel，或在记录、msglint.yaml 中写明。",
    ),
)
NO_READER = _rule(
    "no-reader",
    "context",
    Severity.WARNING,
    (
        "Not judged: there is no reader here for this {what}.",
        "未检查：当前没有可读取该内容的组件（{what}）。",
    ),
    ("To have it judged: {advice}", "如需检查：{advice}"),
)
LOW_CONFIDENCE = _rule(
    "low-confidence",
    "context",
    Severity.INFO,
    (
        "Hard to read in this picture, so perhaps misread (lines: {advice}): “{what}”.",
        "图片文字不清晰，识别结果可能有误（{advice} 行）：“{what}”。",
    ),
    (
        "Compare with the picture; give it at 300 dpi or more, or give its text.",
        "请对照图片核实；建议提供 300 dpi 以上的图片，或直接提供文字。",
    ),
)
UNUSED = _rule(
    "unused-suppression",
    "tool",
    Severity.WARNING,
    ("Suppresses nothing: {names} is not found here.", "该豁免没有作用：这里没有发现 {names}。"),
    ("Delete it.", "请删除。"),
)
BAD_DIRECTIVE = _rule(
    "bad-directive",
    "tool",
    Severity.WARNING,
    (
        "This comment suppresses nothing, since it cannot be read: {problem}.",
        "该注释无法解析，未起任何豁免作用：{problem}。",
    ),
    (
        "Write “msglint: ignore[pack/rule] reason”; “until 2027-10-01:” before the reason ends it.",
        "请写成 “msglint: ignore[规则包/规则] 理由”；有期限时在理由前写 “until 2027-10-01:”。",
    ),
)
EXPIRED = _rule(
    "suppression-expired",
    "tool",
    Severity.WARNING,
    ("The suppression of {names} ended on {until}.", "对 {names} 的豁免已于 {until} 到期。"),
    ("Mend the copy, or renew it.", "请修改文案，或续期。"),
)

STALE_FACT = _rule(
    "stale-fact",
    "context",
    Severity.INFO,
    (
        "Policy facts that nobody has checked for more than {days} days: {count}, such as {names}; "
        "the oldest was read on {oldest}.",
        "有 {count} 条政策依据超过 {days} 天未核对，如 {names}；最早的核对日期为 {oldest}。",
    ),
    (
        "Take newer packs (upgrade msglint); meanwhile “msglint explain” names the sources.",
        "请更新规则包（升级 msglint）；在此之前可用 “msglint explain” 查看来源并自行核对。",
    ),
)

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (NOT_JUDGED, NO_READER, LOW_CONFIDENCE, UNUSED, BAD_DIRECTIVE, EXPIRED, STALE_FACT)
}
"""All of them by id; they have no examples, since no text alone brings them about."""

NUMBERS: Mapping[str, Mapping[str, float]] = {STALE_FACT.id: {"max": 365}}
"""The numbers of these rules that a configuration may set: of `stale-fact` the days."""


def finding(
    rule: Rule, place: Place, arguments: Mapping[str, str], overrides: Mapping[str, Severity | None]
) -> Iterator[Violation]:
    """Yield a violation of one of RULES, with its own severity or that of `overrides`; none if it is off."""
    severity = overrides.get(rule.id, rule.severity)
    if severity is not None:
        yield Violation(
            rule.id, rule.category, severity, rule.message, place, rule.suggest, arguments=arguments
        )
