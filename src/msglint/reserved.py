"""The engine's own findings: the rules of the reserved pack `msglint`, which no YAML file holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msglint.document import Place
from msglint.packs.model import ReportCheck, Rule
from msglint.violation import Severity, Template, Violation

PACK = "msglint"


def _rule(name: str, category: str, severity: Severity, message: Template, suggest: Template) -> Rule:
    return Rule(f"{PACK}/{name}", PACK, category, severity, message, ReportCheck(), suggest)


NOT_JUDGED = _rule(
    "not-judged",
    "context",
    Severity.INFO,
    Template(
        {
            "en": "Rules that could not be judged: {count}. Not known are {attributes}.",
            "zh": "有 {count} 条规则无法判断，缺少的信息：{attributes}。",
        }
    ),
    Template(
        {
            "en": "Say it with --product NAME=VALUE, --market or --channel, in a record, or in msglint.yaml.",
            "zh": "请用 --product 名称=值、--market 或 --channel，或在记录、msglint.yaml 中写明。",
        }
    ),
)
NO_READER = _rule(
    "no-reader",
    "context",
    Severity.WARNING,
    Template(
        {
            "en": "Not judged: there is no reader here for this {what}.",
            "zh": "未检查：当前没有可读取该内容的组件（{what}）。",
        }
    ),
    Template({"en": "To have it judged: {advice}", "zh": "如需检查：{advice}"}),
)
LOW_CONFIDENCE = _rule(
    "low-confidence",
    "context",
    Severity.INFO,
    Template(
        {
            "en": "Hard to read in this picture, so perhaps misread (lines: {advice}): “{what}”.",
            "zh": "图片文字不清晰，识别结果可能有误（{advice} 行）：“{what}”。",
        }
    ),
    Template(
        {
            "en": "Compare with the picture; give it at 300 dpi or more, or give its text.",
            "zh": "请对照图片核实；建议提供 300 dpi 以上的图片，或直接提供文字。",
        }
    ),
)
UNUSED = _rule(
    "unused-suppression",
    "tool",
    Severity.WARNING,
    Template(
        {
            "en": "Suppresses nothing: {names} is not found here.",
            "zh": "该豁免没有作用：这里没有发现 {names}。",
        }
    ),
    Template({"en": "Delete it.", "zh": "请删除。"}),
)
BAD_DIRECTIVE = _rule(
    "bad-directive",
    "tool",
    Severity.WARNING,
    Template(
        {
            "en": "This comment suppresses nothing, since it cannot be read: {problem}.",
            "zh": "该注释无法解析，未起任何豁免作用：{problem}。",
        }
    ),
    Template(
        {
            "en": "Write “msglint: ignore[pack/rule] reason”; “until 2027-10-01:” before the reason ends it.",
            "zh": "请写成 “msglint: ignore[规则包/规则] 理由”；有期限时在理由前写 “until 2027-10-01:”。",
        }
    ),
)
EXPIRED = _rule(
    "suppression-expired",
    "tool",
    Severity.WARNING,
    Template(
        {
            "en": "The suppression of {names} ended on {until}.",
            "zh": "对 {names} 的豁免已于 {until} 到期。",
        }
    ),
    Template({"en": "Mend the copy, or renew it.", "zh": "请修改文案，或续期。"}),
)

STALE_FACT = _rule(
    "stale-fact",
    "context",
    Severity.INFO,
    Template(
        {
            "en": "Policy facts that nobody has checked for more than {days} days: {count}, such as {names}; "
            "the oldest was read on {oldest}.",
            "zh": "有 {count} 条政策依据超过 {days} 天未核对，如 {names}；最早的核对日期为 {oldest}。",
        }
    ),
    Template(
        {
            "en": "Take newer packs (upgrade msglint); meanwhile “msglint explain” names the sources.",
            "zh": "请更新规则包（升级 msglint）；在此之前可用 “msglint explain” 查看来源并自行核对。",
        }
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
