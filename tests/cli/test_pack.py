"""`msglint pack`: where packs come from, and what changed for a user."""

from __future__ import annotations

import json

from tests.packages import Install

from .conftest import Run, Write

HOUSE = """\
pack: house
title: House
version: "1.2"
requires: ">=0.1"
lexicons:
  tease: ["(bear|bag)", pen]
rules:
  - id: tease
    category: claims
    severity: warning
    source: {title: House rules}
    message: {en: No teasing., zh: 不要挑逗。}
    phrases: [$tease, "look here"]
    examples: {flag: [bear, bag, pen], pass: [x, y, z]}
  - id: gone
    category: claims
    severity: info
    source: {title: House rules}
    message: Gone.
    phrases: gone
    examples: {flag: [gone, gone now, all gone], pass: [x, y, z]}
"""

NEW = (
    HOUSE.replace('"1.2"', '"1.3"')
    .replace("severity: warning", "severity: error")
    .replace("(bear|bag)", "(bear|mug)")
    .replace("不要挑逗。", "不要撩拨。")
    .replace('"look here"', '"look there"')
    .replace("flag: [bear, bag, pen]", "flag: [bear, mug, pen]")
    .replace("gone", "come")
)


def test_what_changed_is_said_for_people(run: Run, write: Write) -> None:
    write("old/house.yaml", HOUSE)
    write("new/house.yaml", NEW)
    result = run("pack", "diff", "old/house.yaml", "new/")
    assert result.exit_code == 0
    assert result.stdout == (
        "house 1.2 → 1.3\n"
        "+ house/come · info: Gone.\n"
        "- house/gone · info: Gone.\n"
        "~ house/tease\n"
        "    severity  warning → error\n"
        "    phrases\n"
        "      + look there\n"
        "      - look here\n"
        "    message in Chinese  不要挑逗。 → 不要撩拨。\n"
        "    examples that are flagged\n"
        "      + mug\n"
        "      - bag\n"
        "~ $tease (house) (used by 1 rule)\n"
        "    entries\n"
        "      + mug\n"
        "      - bag\n"
        "Rules: 1 added, 1 removed, 1 changed. Word lists changed: 1.\n"
    )
    chinese = run("pack", "diff", "old/house.yaml", "new/", "--lang", "zh").stdout
    assert "    级别  警告 → 错误\n" in chinese
    assert chinese.endswith("规则：新增 1 条，删除 1 条，修改 1 条。词表修改 1 个。\n")


def test_what_changed_is_told_to_machines(run: Run, write: Write) -> None:
    write("old/house.yaml", HOUSE)
    write("new/house.yaml", NEW)
    found = json.loads(run("pack", "diff", "old", "new", "--format", "json").stdout)
    assert (found["old"], found["new"]) == ("old", "new")
    assert found["packs"] == {
        "added": [],
        "removed": [],
        "versions": [{"pack": "house", "what": "version", "old": "1.2", "new": "1.3"}],
    }
    assert [rule["rule"] for rule in found["rules"]["added"]] == ["house/come"]
    assert found["rules"]["removed"] == [
        {"rule": "house/gone", "severity": "info", "category": "claims", "message": "Gone."}
    ]
    (changed,) = found["rules"]["changed"]
    assert changed["changes"][0] == {"what": "severity", "old": "warning", "new": "error"}
    assert found["lexicons"] == [
        {
            "lexicon": "$tease (house)",
            "what": "entries",
            "added": ["mug"],
            "removed": ["bag"],
            "rules": ["house/tease"],
        }
    ]


def test_nothing_changed(run: Run, write: Write) -> None:
    write("house.yaml", HOUSE)
    assert run("pack", "diff", "house.yaml", "./house.yaml").stdout == (
        "Rules: 0 added, 0 removed, 0 changed. Word lists changed: 0.\n"
    )


def test_a_side_that_is_nothing(run: Run) -> None:
    result = run("pack", "diff", "demo", "dmo")
    assert result.exit_code == 2
    assert "unknown pack or collection “dmo”: did you mean “demo”?" in result.stderr


def test_the_list_says_where_packs_come_from(run: Run, write: Write, install: Install) -> None:
    install(
        "acme", {"acme-gifts.yaml": HOUSE.replace("pack: house", "pack: acme-gifts"), "msglint.yaml": "{}"}
    )
    write("msglint.yaml", "packs: [demo, ./rules/house.yaml]\n")
    write("rules/house.yaml", HOUSE)
    result = run("pack", "list")
    assert result.exit_code == 0
    shown = [[cell for cell in line.split("  ") if cell.strip()] for line in result.stdout.splitlines()]
    rows = {row[0]: [cell.strip() for cell in row[1:]] for row in shown if row}
    assert rows["acme-gifts"] == ["1.2", "2 rules", "acme", "acme-rules 1.2 · acme:acme-gifts.yaml"]
    assert rows["house"][:2] == ["1.2", "2 rules"]
    assert rows["house"][-1].endswith("rules/house.yaml")
    assert rows["demo-reviews"][-1].startswith("rules/demo/")


def test_packs_of_a_package_are_used_where_they_are_named(run: Run, write: Write, install: Install) -> None:
    install("acme", {"sub/acme-gifts.yaml": HOUSE.replace("pack: house", "pack: acme-gifts")})
    write("note.txt", "A bear for you.")
    assert "acme-gifts/tease" not in run("check", "note.txt").stdout, "installing alone changes no verdict"
    for name in ("acme", "acme-gifts"):
        result = run("check", "note.txt", "--pack", name, "--format", "concise", "--channel", "message")
        assert "note.txt:1:3: warning acme-gifts/tease" in result.stdout
    assert "acme-gifts/tease" in run("rules", "--pack", "acme").stdout
    assert "No teasing." in run("explain", "acme-gifts/tease", "--pack", "acme").stdout


def test_a_changed_package_is_compiled_anew(run: Run, write: Write, install: Install) -> None:
    text = HOUSE.replace("pack: house", "pack: acme-gifts")
    write("note.txt", "A bear, a mug.")
    for word, place in (("bear", "1:3"), ("mug", "1:11")):
        install("acme", {"acme-gifts.yaml": text.replace("(bear|bag)", word).replace("[bear, bag, pen]", f"[{word}, pen, pen]")})  # fmt: skip  # noqa: E501
        result = run("check", "note.txt", "--pack", "acme", "--format", "concise")
        assert f"note.txt:{place}: warning acme-gifts/tease" in result.stdout


def test_what_is_wrong_in_a_package_has_its_place(run: Run, write: Write, install: Install) -> None:
    install("acme", {"acme-gifts.yaml": 'pack: acme-gifts\nrequires: ">=99"\nnew_key: x\n'})
    write("note.txt", "x")
    write("msglint.yaml", "packs:\n  - acme\n")
    result = run("check", "note.txt", "--format", "concise")
    assert result.exit_code == 2
    assert (
        "acme:acme-gifts.yaml:2:11: not judged msglint/bad-pack this pack needs msglint >=99, and this is"
        in result.stdout
    )
    write("msglint.yaml", "packs:\n  - acm\n")
    result = run("check", "note.txt", "--format", "concise")
    assert result.exit_code == 2
    assert (
        "msglint.yaml:2:5: not judged msglint/bad-config unknown pack or collection “acm”: did you mean"
        in result.stdout
    )
