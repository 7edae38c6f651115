"""`msglint config`: what holds for a file, and where each value comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from msglint.cli import options
from msglint.cli.layout import columns
from msglint.messages import said
from msglint.reports.words import preferred_language, say

if TYPE_CHECKING:
    from msglint.config.model import Config, RuleSetting
    from msglint.config.resolve import FileSettings
    from msglint.document import Value

Row = tuple[str, str, str]
"""Name, value, and where it comes from."""

UNKNOWN = ("channel", "platform", "market")


@click.command(name="config")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@options.config
@options.lang
def command(path: Path, config: Path | None, lang: str | None) -> int:
    """Show what holds for the file at PATH, and where each value comes from."""
    from msglint.config.discovery import Configs
    from msglint.config.resolve import resolve
    from msglint.sources.walk import select

    lang = lang or preferred_language()
    configs = Configs(config)
    found = configs.of(path)
    own = resolve(found, path)
    rows = [*_general(found, lang), *_file(own, lang), *_rules(found, path)]
    click.echo(say(lang, "config.file", n=found.source) if found.source else say(lang, "config.none"))
    for base in reversed(found.bases):
        click.echo(say(lang, "config.extends", n=base))
    click.echo("".join(f"  {line}\n" for line in columns(rows)), nl=False)
    for problem in own.problems:
        click.echo(problem.said(lang))
    for item in select([str(path)], configs, allow_empty=True).skipped:
        click.echo(say(lang, "skipped", source=item.source, reason=said(item.reason, lang)))
    return 0


def _general(config: Config, lang: str) -> Iterator[Row]:
    from msglint.packs.places import where
    from msglint.text.placeholders import DEFAULT_PATTERNS

    default = say(lang, "config.default")
    for pack in config.packs or ():
        yield "packs", _from_here(pack), where(pack)
    if config.packs is None:
        yield "packs", say(lang, "config.all_packs"), default
    placeholders = DEFAULT_PATTERNS if config.placeholders is None else config.placeholders
    yield "placeholders", " ".join(placeholders), config.origins.get("placeholders", default)
    yield "fail_on", str(config.fail_on or "error"), config.origins.get("fail_on", default)
    for name, value in config.limits.items():
        yield f"limits.{name}", str(value), config.origins[f"limits.{name}"]
    if config.baseline:
        yield "baseline", _from_here(str(config.baseline)), config.origins["baseline"]
    for pattern in (pattern for globs in config.exclude for pattern in globs.patterns):
        yield "exclude", pattern, where(pattern)


def _from_here(name: str) -> str:
    """Return a path as seen from the working folder; other names stay."""
    from msglint.config.paths import relative, shown
    from msglint.packs.files import is_path

    return shown(Path(relative(Path(name)))) if is_path(name) else name


def _file(settings: FileSettings, lang: str) -> Iterator[Row]:
    if settings.encoding:
        yield "encoding", settings.encoding, settings.encoding_origin or ""
    if settings.unit:
        yield "unit", settings.unit, settings.unit_origin or ""
    if settings.columns:
        shown = ", ".join(f"{name}: {meaning}" for name, meaning in settings.columns.items())
        yield "columns", shown, settings.columns_origin or ""
    if settings.keys:
        yield "keys", " ".join(settings.keys), settings.keys_origin or ""
    merged = settings.merged()
    values = {name: value for layer in settings.layers for name, value in layer.values.items()}
    for name in sorted(values, key=lambda name: (name not in UNKNOWN, name)):
        yield name, _shown(values[name]), merged.origins[name]
    for name in UNKNOWN:
        if name not in values:
            yield name, say(lang, "config.unknown"), say(lang, f"config.unknown.{name}")


def _setting(setting: RuleSetting) -> str:
    severity = [str(setting.severity)] if setting.severity else []
    numbers = [f"{name}: {value:g}" for name, value in setting.parameters.items()]
    return "off" if setting.off else ", ".join([*severity, *numbers])


def _shown(value: Value | tuple[Value, ...]) -> str:
    values = value if isinstance(value, tuple) else (value,)
    return ", ".join(str(item).lower() if isinstance(item, bool) else str(item) for item in values)


def _rules(config: Config, path: Path) -> Iterator[Row]:
    for rule, setting in config.rules.items():
        yield rule, _setting(setting), f"{rule.source}:{rule.line}"
    for entry in config.suppress:
        if entry.paths.match(config.relative(path)):
            until = f" ({entry.until})" if entry.until else ""
            origin = f"{entry.rule.source}:{entry.rule.line}"
            yield f"suppress {entry.rule}", f"{entry.reason}{until}", origin
