from __future__ import annotations

from .conftest import Run, Write

CONFIG = """\
packs: demo-reviews
exclude: [old/]
files:
  - {paths: "cards/**", channel: insert, encoding: gb18030}
  - {paths: "cards/toys/**", market: [US, DE], product: {is_toy: true}}
rules:
  demo-reviews/stars: off
suppress:
  - {rule: demo-reviews/gift, paths: cards/toys/old.txt, reason: agreed, until: 2027-10-01}
"""


def rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip().split("  ") if cell.strip()] for line in text.splitlines()]


def test_every_value_and_where_it_comes_from(run: Run, write: Write) -> None:
    write("msglint.yaml", CONFIG)
    write("cards/toys/old.txt", "x")
    result = run("config", "cards/toys/old.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("Configuration: msglint.yaml\n")
    shown = rows(result.stdout)
    for expected in (
        ["packs", "demo-reviews", "msglint.yaml:1"],
        ["fail_on", "error", "default"],
        ["encoding", "gb18030", "msglint.yaml:4"],
        ["channel", "insert", "msglint.yaml:4"],
        ["market", "US, DE", "msglint.yaml:5"],
        ["product.is_toy", "true", "msglint.yaml:5"],
        ["platform", "not given", "judged for amazon"],
        ["demo-reviews/stars", "off", "msglint.yaml:7"],
        ["suppress demo-reviews/gift", "agreed (2027-10-01)", "msglint.yaml:9"],
    ):
        assert expected in shown


def test_a_file_that_is_left_out_says_why(run: Run, write: Write) -> None:
    write("msglint.yaml", CONFIG)
    write("old/cards.txt", "x")
    assert (
        "old/cards.txt is not checked: “old/” excludes it (msglint.yaml:2)"
        in run("config", "old/cards.txt").stdout
    )
    write("other.txt", "x")
    assert "other.txt is not checked: no entry of “files” matches it" in run("config", "other.txt").stdout


def test_without_a_configuration_the_defaults_are_shown(run: Run, write: Write) -> None:
    write("note.txt", "x")
    result = run("config", "note.txt", "--lang", "zh")
    assert result.exit_code == 0
    assert "没有 msglint.yaml" in result.stdout
    assert ["channel", "未指明", "同时按买家消息和随箱卡片检查"] in rows(result.stdout)


def test_a_wrong_configuration_is_2(run: Run, write: Write) -> None:
    write("msglint.yaml", "fail: x\n")
    write("note.txt", "x")
    result = run("config", "note.txt")
    assert result.exit_code == 2
    assert "msglint.yaml:1:1: " in result.stderr


def test_columns_keys_limits_and_the_sidecar_are_shown(run: Run, write: Write) -> None:
    write(
        "msglint.yaml",
        "limits: {file_mb: 5}\nfiles:\n  - {paths: '*', columns: {Text: text}, keys: ['m.*', '!m.x']}\n",
    )
    write("a.json", "{}")
    write("a.json.msglint.yaml", "channel: insert\n")
    shown = rows(run("config", "a.json").stdout)
    assert ["columns", "text: text", "msglint.yaml:3"] in shown
    assert ["keys", "m.* !m.x", "msglint.yaml:3"] in shown
    assert ["channel", "insert", "a.json.msglint.yaml"] in shown
    assert ["limits.file_mb", "5", "msglint.yaml:1"] in shown


def test_what_a_configuration_extends_is_shown_with_its_lines(run: Run, write: Write) -> None:
    write("base.yaml", "fail_on: info\nexclude: [old/]\nrules:\n  demo-reviews/stars: {severity: info}\n")
    write("pyproject.toml", "[tool.msglint]\nextends = 'base.yaml'\npacks = ['demo-reviews']\n")
    write("note.txt", "x")
    result = run("config", "note.txt")
    assert result.exit_code == 0
    shown = rows(result.stdout)
    for expected in (
        ["Configuration: pyproject.toml"],
        ["which extends: base.yaml"],
        ["packs", "demo-reviews", "pyproject.toml:3"],
        ["fail_on", "info", "base.yaml:1"],
        ["exclude", "old/", "base.yaml:2"],
        ["demo-reviews/stars", "info", "base.yaml:4"],
    ):
        assert expected in shown


def test_a_number_of_a_rule_is_set(run: Run, write: Write) -> None:
    write("msglint.yaml", "rules:\n  demo-reviews/stars: {max: 3}\n")
    write("note.txt", "x")
    result = run("check", "note.txt")
    assert result.exit_code == 2
    assert "msglint.yaml:2:3" in result.stdout
    assert "the rule “demo-reviews/stars” has no “max”: it has no numbers to set" in result.stdout
    assert ["demo-reviews/stars", "max: 3", "msglint.yaml:2"] in rows(run("config", "note.txt").stdout)
