"""Everything that msglint says to people outside the rule packs, in English and Chinese.

English may give two forms, parted by `|`: for one, and for any other number `n`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msglint.violation import Fix

LANGUAGES = ("en", "zh")

WORDS: Mapping[str, tuple[str, str]] = {
    # Severities and counts
    "error": ("error", "错误"),
    "warning": ("warning", "警告"),
    "info": ("info", "提示"),
    "failed": ("not judged", "未检查"),
    "count.error": ("{n} error|{n} errors", "{n} 个错误"),
    "count.warning": ("{n} warning|{n} warnings", "{n} 个警告"),
    "count.info": ("{n} note|{n} notes", "{n} 个提示"),
    "list": (", ", "、"),
    "sentences": (" ", ""),
    # What failed
    "code.no-copy": ("no copy", "没有可检查的文案"),
    "code.bad-config": ("configuration", "配置有误"),
    "code.bad-baseline": ("baseline", "基线有误"),
    "code.bad-pack": ("rule pack", "规则包有误"),
    "code.too-large": ("too large", "文件过大"),
    "code.unreadable": ("unreadable", "无法读取"),
    "code.broken": ("broken", "文件损坏"),
    "code.encrypted": ("encrypted", "文件已加密"),
    "code.binary": ("binary", "不是文本文件"),
    "code.undecodable": ("encoding", "编码无法识别"),
    "code.bad-front-matter": ("front matter", "文件头有误"),
    "code.bad-record": ("record", "记录有误"),
    "code.bad-context": ("context", "适用条件有误"),
    "code.unwritable": ("not fixed", "未能修复"),
    "code.timeout": ("out of time", "检查超时"),
    "code.internal-error": ("msglint failed", "msglint 自身出错"),
    # Blocks of a violation
    "why": ("Why", "原因"),
    "fix": ("Fix", "建议"),
    "above": ("as above", "同上"),
    "fixable": ("[fixable with --fix]", "[可自动修复]"),
    "fixable.unsafe": ("[fixable with --unsafe-fixes]", "[可用 --unsafe-fixes 修复]"),
    "assumed": ("Assumed", "前提"),
    "disguise": ("Written", "写法"),
    "disguise.as": (
        "as “{written}”, reads “{read}”: {means}",
        "“{written}”，即“{read}”：{means}",
    ),
    "means.emoji": ("emoji", "表情符号"),
    "means.gloss": ("reading in brackets", "夹注拼音"),
    "means.hidden": ("hidden text", "隐藏文字"),
    "means.homophone": ("homophone", "谐音"),
    "means.initials": ("initials", "首字母"),
    "means.invisible": ("invisible characters", "不可见字符"),
    "means.leet": ("digits or signs for letters", "数字或符号代替字母"),
    "means.lookalike": ("look-alike characters", "形近字符"),
    "means.markup": ("HTML code inside words", "在词中插入 HTML 代码"),
    "means.numerals": ("numerals for digits", "变写数字"),
    "means.paraphrase": ("paraphrase", "换个说法"),
    "means.pinyin": ("pinyin", "拼音"),
    "means.separator": ("separator", "插入符号或空格"),
    "means.split": ("split characters", "拆字"),
    "means.style": ("styled letters", "花体字母"),
    "means.width": ("full-width letters", "全角字母"),
    "related": ("Related", "相关"),
    "also": ("Also", "另见"),
    # Places and headers
    "record": ("record {n}", "第 {n} 条记录"),
    "key": ("field {n}", "字段 {n}"),
    "member": ("in {n}", "包内 {n}"),
    "part": ("{n}", "{n}"),
    "part.table": ("table {n}", "表 {n}"),
    "part.header": ("header {n}", "页眉 {n}"),
    "part.footer": ("footer {n}", "页脚 {n}"),
    "part.footnotes": ("footnotes", "脚注"),
    "part.endnotes": ("endnotes", "尾注"),
    "sheet": ("sheet {n}", "工作表 {n}"),
    "cell": ("cell {n}", "单元格 {n}"),
    "page": ("page {n}", "第 {n} 页"),
    "paragraph": ("paragraph {n}", "第 {n} 段"),
    "box.px": ("box {n} px", "区域 {n} 像素"),
    "box.pt": ("box {n} pt", "区域 {n} 点"),
    "id": ("id {n}", "编号 {n}"),
    "encoding": ("read as {n}", "按 {n} 编码读取"),
    "incomplete": ("part of a message: nothing required", "仅为片段：不检查必备内容"),
    "clean": ("nothing found", "未发现问题"),
    # Summary
    "summary.clean": (
        "{n} document checked: nothing found.|{n} documents checked: nothing found.",
        "共检查 {n} 份文案，未发现问题。",
    ),
    "summary.nothing_new": (
        "{n} document checked: nothing new found.|{n} documents checked: nothing new found.",
        "共检查 {n} 份文案，没有新问题。",
    ),
    "summary.all": (
        "{n} document checked: {counts}.|{n} documents checked: {counts}.",
        "共检查 {n} 份文案：{counts}。",
    ),
    "summary.some": (
        "{n} document checked, {flagged} with findings: {counts}.|"
        "{n} documents checked, {flagged} with findings: {counts}.",
        "共检查 {n} 份文案，其中 {flagged} 份有问题：{counts}。",
    ),
    "summary.none": ("No document checked.", "没有可检查的文案。"),
    "unknown.channel": (
        "{n} document without a channel: judged as message and as insert card. --channel says which.|"
        "{n} documents without a channel: judged as messages and as insert cards. --channel says which.",
        "{n} 份文案未指明渠道：已按买家消息和随箱卡片各检查一遍。可用 --channel 指明。",
    ),
    "unknown.platform": (
        "{n} document without a platform: judged for Amazon or the packs' own. --platform names another.|"
        "{n} documents without a platform: judged for Amazon or the packs' own. --platform names another.",
        "{n} 份文案未指明平台：已按亚马逊检查。其他平台请用 --platform 指明。",
    ),
    "unknown.market": (
        "{n} document without a market: what a country requires was not judged. --market US adds it.|"
        "{n} documents without a market: what a country requires was not judged. --market US adds it.",
        "{n} 份文案未指明销售国家：未检查各国的强制要求。可用 --market US 等指明。",
    ),
    "unread": (
        "{n} document was not read, or not all of it. To have it judged: {advice}|"
        "{n} documents were not read, or not all of them. To have them judged: {advice}",
        "{n} 份文件未能读取或未能全部读取。如需检查：{advice}",
    ),
    "not_judged": (
        "{n} document could not be judged in full: see msglint/not-judged.|"
        "{n} documents could not be judged in full: see msglint/not-judged.",
        "{n} 份文案有内容无法判断：详见 msglint/not-judged。",
    ),
    "not_judged.since": (
        "{n} document could not be judged in full, since not known are: {names}. --verbose says more.|"
        "{n} documents could not be judged in full, since not known are: {names}. --verbose says more.",
        "{n} 份文案有内容无法判断，缺少的信息：{names}。详情请用 --verbose 查看。",
    ),
    "fixed": (
        "{n} violation was fixed.|{n} violations were fixed.",
        "已自动修复 {n} 处问题。",
    ),
    "fix.would": (
        "{n} violation would be fixed; nothing was written.|"
        "{n} violations would be fixed; nothing was written.",
        "未写入任何文件。可修复 {n} 处问题。",
    ),
    "fixable.count": (
        "--fix mends {n}; --diff shows how.",
        "{n} 处可用 --fix 自动修复，先看改动可用 --diff。",
    ),
    "fixable.unsafe.count": (
        "--fix --unsafe-fixes mends {n}; --diff shows how.",
        "{n} 处可用 --fix --unsafe-fixes 修复，请先用 --diff 核对。",
    ),
    "suppressed": (
        "{n} violation is suppressed; --show-suppressed says which and why.|"
        "{n} violations are suppressed; --show-suppressed says which and why.",
        "{n} 处问题已被豁免，详情请用 --show-suppressed 查看。",
    ),
    "suppressed.by": ("Allowed", "豁免"),
    "suppressed.because": ("by {by}: {reason}", "{by}：{reason}"),
    "baselined": (
        "{n} violation was accepted in the baseline.|{n} violations were accepted in the baseline.",
        "{n} 处问题属于基线中已接受的旧问题。",
    ),
    "baseline.gone": (
        "{n} entry of the baseline is gone: “msglint baseline --update” takes it out.|"
        "{n} entries of the baseline are gone: “msglint baseline --update” takes them out.",
        "基线中有 {n} 条旧问题已不存在，可用 “msglint baseline --update” 清除。",
    ),
    "baseline.written": (
        "{source}: {n} violation accepted.|{source}: {n} violations accepted.",
        "{source}：已接受 {n} 处问题。",
    ),
    "baseline.updated": (
        "{source}: {n} entry taken out, {kept} left.|{source}: {n} entries taken out, {kept} left.",
        "{source}：清除 {n} 条，保留 {kept} 条。",
    ),
    "baseline.none": ("{source}: no baseline yet.", "{source}：尚无基线。"),
    "baseline.stats": (
        "{source}: {n} violation, accepted between {oldest} and {newest}.|"
        "{source}: {n} violations, accepted between {oldest} and {newest}.",
        "{source}：共 {n} 处问题，接受日期从 {oldest} 到 {newest}。",
    ),
    "days": ("{n} day|{n} days", "{n} 天"),
    # What a format cannot hold
    "cut.log": (
        "{n} more violation than the runner shows stands in the log.|"
        "{n} more violations than the runner shows stand in the log.",
        "另有 {n} 处问题超出页面显示上限，详见日志。",
    ),
    "cut.report": (
        "{n} more finding does not fit into this report; the exit status counts it.|"
        "{n} more findings do not fit into this report; the exit status counts them.",
        "另有 {n} 处问题超出本报告的容量，退出状态已将其计入。",
    ),
    "column.place": ("Place", "位置"),
    "column.rule": ("Rule", "规则"),
    "column.what": ("What, and what to write instead", "问题与改法"),
    # The HTML report
    "html.rules": ("By rule", "按规则"),
    "html.files": ("By file", "按文件"),
    "html.pages": (
        "Pages that are not shown, so that the report stays small: {n}.",
        "为控制报告大小，另有 {n} 页未显示图片。",
    ),
    "role.subject": ("subject", "主题"),
    "role.heading": ("heading", "标题"),
    "role.link_target": ("link target", "链接地址"),
    "role.alt": ("text of a picture", "图片替代文字"),
    "role.title": ("title", "标题属性"),
    "role.qr": ("QR or bar code", "二维码内容"),
    "role.ocr": ("read from a picture", "图片识别文字"),
    "role.hidden": ("hidden", "隐藏文字"),
    "role.generated": ("text of a style", "样式生成的文字"),
    "html.documents": ("Documents", "文案"),
    "html.all_severities": ("all severities", "全部级别"),
    "html.all_rules": ("all rules", "全部规则"),
    "html.all_files": ("all files", "全部文件"),
    "html.all_languages": ("all languages", "全部语言"),
    # Standard error
    "skipped": ("{source} is not checked: {reason}", "未检查 {source}：{reason}"),
    "skipped.count": (
        "{n} file or folder is left out; --verbose says which and why.|"
        "{n} files or folders are left out; --verbose says which and why.",
        "已略过 {n} 个文件或文件夹，详情请用 --verbose 查看。",
    ),
    "profile.rules": ("Seconds, by rule:", "各规则耗时（秒）："),
    "profile.files": ("Seconds, by file:", "各文件耗时（秒）："),
    "profile.reading": ("(finding out which rules to ask)", "（判断需要哪些规则）"),
    # Other commands
    "applies": ("Applies", "适用"),
    "origin": ("Origin", "出处"),
    "origin.made": ("made from {n}, in {place}", "由 {n} 改写，见 {place}"),
    "packs.count": ("{n} pack.|{n} packs.", "共 {n} 个规则包。"),
    "diff.pack": ("pack {n}", "规则包 {n}"),
    "diff.used": ("(used by {n} rule)|(used by {n} rules)", "（{n} 条规则使用）"),
    "diff.summary": (
        "Rules: {added} added, {removed} removed, {changed} changed. Word lists changed: {lexicons}.",
        "规则：新增 {added} 条，删除 {removed} 条，修改 {changed} 条。词表修改 {lexicons} 个。",
    ),
    "diff.severity": ("severity", "级别"),
    "diff.category": ("category", "类别"),
    "diff.condition": ("applies", "适用条件"),
    "diff.check": ("check", "检查方式"),
    "diff.phrases": ("phrases", "词句"),
    "diff.not_inside": ("exceptions", "例外"),
    "diff.cases": ("cases", "特殊情形"),
    "diff.message_en": ("message in English", "英文说明"),
    "diff.message_zh": ("message in Chinese", "中文说明"),
    "diff.suggest_en": ("suggestion in English", "英文建议"),
    "diff.suggest_zh": ("suggestion in Chinese", "中文建议"),
    "diff.facts": ("facts", "政策依据"),
    "diff.extends": ("made from", "改写自"),
    "diff.examples_flag": ("examples that are flagged", "会被指出的例子"),
    "diff.examples_pass": ("examples that pass", "可以通过的例子"),
    "diff.entries": ("entries", "词条"),
    "docs.rules": ("Rules", "规则"),
    "mends": ("Autofix", "自动修复"),
    "fix.https": ("http:// becomes https:// (--fix).", "将 http:// 改为 https://（--fix）。"),
    "fix.blank_lines": ("Surplus line breaks are taken out (--fix).", "删除多余换行（--fix）。"),
    "fix.zero_width": (
        "Zero-width characters inside words are taken out (--fix).",
        "删除词语内部的零宽字符（--fix）。",
    ),
    "fix.delete": (
        "What was found is taken out (--fix --unsafe-fixes).",
        "删除该内容（--fix --unsafe-fixes）。",
    ),
    "fix.replace": (
        "The words found become the permitted ones (--fix --unsafe-fixes).",
        "替换为允许的措辞（--fix --unsafe-fixes）。",
    ),
    "fix.statement": (
        "The exact text is put in, or in place of the altered one, if it has no blanks to fill "
        "(--fix --unsafe-fixes).",
        "补上规定文字，或替换被改动的文字；含待填空白的除外（--fix --unsafe-fixes）。",
    ),
    "rules.count": ("{n} rule.|{n} rules.", "共 {n} 条规则。"),
    "rules.optional": (" (optional: used only when named)", "（可选：指名时才启用）"),
    "level.block": ("forbidden", "禁止"),
    "level.warn": ("depends", "视情况"),
    "level.info": ("hint", "提示"),
    "level.do-not-flag": ("exception", "例外"),
    "level.label": ("label", "标签"),
    "confidence.stated": ("stated", "官方规定"),
    "confidence.third-party": ("third-party", "第三方说法"),
    "confidence.conflict": ("conflict", "说法不一"),
    "confidence.A": ("A", "A"),
    "confidence.B": ("B", "B"),
    "confidence.C": ("C", "C"),
    "facts.not_checkable": ("Not checkable: {n}", "无法检查：{n}"),
    "facts.open": ("No rule and no reason why not.", "既无规则，也未说明原因。"),
    "facts.count": (
        "{n} fact: {encoded} encoded by rules, {not_checkable} not checkable, {unsettled} unsettled.|"
        "{n} facts: {encoded} encoded by rules, {not_checkable} not checkable, {unsettled} unsettled.",
        "共 {n} 条政策依据：{encoded} 条已有规则，{not_checkable} 条无法检查，{unsettled} 条未落实。",
    ),
    "condition.always": ("always", "始终适用"),
    "condition.and": (" and ", " 且 "),
    "condition.or": (" or ", " 或 "),
    "condition.not": ("not {n}", "非 {n}"),
    "condition.contains": ("the text holds {n}", "文中含有 {n}"),
    "explain.cases": ("Special cases", "特殊情形"),
    "explain.facts": ("Policy", "政策依据"),
    "explain.sources": ("Sources", "来源"),
    "explain.checked": (" (read on {n})", "（{n} 核对）"),
    "explain.flag": ("Is flagged", "会被指出"),
    "explain.pass": ("Passes", "可以通过"),
    "test.text": ("Text", "文本"),
    "test.passed": (
        "{n} rule proven by {examples} examples.|{n} rules proven by {examples} examples.",
        "{n} 条规则的 {examples} 个例子全部符合。",
    ),
    "test.failed": ("{n} thing is not proven.|{n} things are not proven.", "有 {n} 处不符合。"),
    "config.file": ("Configuration: {n}", "配置文件：{n}"),
    "config.extends": ("which extends: {n}", "继承自：{n}"),
    "config.none": (
        "No msglint.yaml above this file: defaults hold.",
        "上级目录中没有 msglint.yaml，使用默认设置。",
    ),
    "config.default": ("default", "默认"),
    "config.all_packs": ("all that are not optional", "全部非可选规则包"),
    "config.unknown": ("not given", "未指明"),
    "config.unknown.channel": ("judged as message and as insert", "同时按买家消息和随箱卡片检查"),
    "config.unknown.platform": ("judged for amazon", "按亚马逊检查"),
    "config.unknown.market": ("what countries require is not judged", "不检查各国的强制要求"),
    "init.written": ("{n}: written", "{n}：已写入"),
    "init.kept": ("{n}: exists and is left as it is. Add to it:", "{n}：已存在，未作改动。请自行加入："),
    "init.ask": (
        "{glob} ({n} file): what does it hold? {known}|{glob} ({n} files): what do they hold? {known}",
        "{glob}（{n} 个文件）是什么？{known}",
    ),
    "init.message": ("messages to buyers", "买家消息"),
    "init.insert": ("cards in the parcel", "随箱卡片"),
    "init.label": ("labels", "标签"),
    "init.package": ("print on the packaging", "包装文字"),
    "init.listing": ("product pages", "商品页面"),
    "init.none": ("no copy", "不是文案"),
    "init.comment": (
        "Which files are copy, and what is known about them. Adapt the paths.",
        "哪些文件是文案，以及它们的用途。请按实际路径修改。",
    ),
    # Exit status
    "status.0": (
        "Exit status 0: nothing at or above --fail-on {fail_on}.",
        "退出状态 0：没有达到 --fail-on {fail_on} 级别的问题。",
    ),
    "status.1": (
        "Exit status 1: {n} violation at or above --fail-on {fail_on}.|"
        "Exit status 1: {n} violations at or above --fail-on {fail_on}.",
        "退出状态 1：有 {n} 处问题达到 --fail-on {fail_on} 级别。",
    ),
    "status.2": (
        "Exit status 2: {n} thing could not be read or judged.|"
        "Exit status 2: {n} things could not be read or judged.",
        "退出状态 2：有 {n} 项无法读取或检查。",
    ),
    "status.3": (
        "Exit status 3: msglint itself failed; standard error says how to report it.",
        "退出状态 3：msglint 自身出错；报告方法见标准错误输出。",
    ),
    "status.also": (
        "Besides, {n} violation is at or above --fail-on {fail_on}.|"
        "Besides, {n} violations are at or above --fail-on {fail_on}.",
        "另有 {n} 处问题达到 --fail-on {fail_on} 级别。",
    ),
}


def fix_key(fix: Fix) -> str:
    """Return the key of what to say of a fix: how to have it made."""
    return "fixable" if fix.is_safe else "fixable.unsafe"


def say(lang: str, key: str, **values: object) -> str:
    """Return the sentence of `key` in `lang` (else English) with its slots filled."""
    text = WORDS[key][LANGUAGES.index(lang) if lang in LANGUAGES else 0]
    one, bar, other = text.partition("|")
    if bar and values.get("n") != 1:
        one = other
    return one.format(**values)


def preferred_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language of the user's locale, `zh` or `en`."""
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next(filter(None, names), None) or _locale_name()
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def _locale_name() -> str:
    import locale

    return locale.getlocale()[0] or ""
