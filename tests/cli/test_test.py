from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .conftest import RULES, Run, Write

HOUSE = """\
pack: house
title: {en: House, zh: 本店}
rules:
  - id: tea
    category: conduct
    severity: error
    source: {title: Ours}
    message: {en: Tea., zh: 茶。}
    phrases: [tea]
    examples:
      flag: [tea, my tea, FLAG]
      pass: [teas, steam, PASS]
"""


def house(flag: str = "tea time", passes: str = "coffee") -> str:
    return HOUSE.replace("FLAG", flag).replace("PASS", passes)


def test_proven_packs_are_0(run: Run, write: Write) -> None:
    write("rules/house.yaml", house())
    result = run("test", "rules")
    assert (result.exit_code, result.stdout) == (0, "1 rule proven by 6 examples.\n")


def test_without_paths_the_shipped_packs_are_proven(run: Run) -> None:
    result = run("test", "--lang", "zh")
    assert (result.exit_code, result.stdout) == (0, "4 条规则的 24 个例子全部符合。\n")


@pytest.mark.parametrize(
    ("text", "shown", "reason"),
    [
        (house(flag="coffee"), "coffee", "must be flagged, but the rule is silent"),
        (house(passes="tea, please"), "tea", "must pass, but the rule fires on “tea”"),
    ],
)
def test_a_rule_that_does_not_do_as_it_says_is_1(
    run: Run, write: Write, text: str, shown: str, reason: str
) -> None:
    write("rules/house.yaml", text)
    result = run("test", "rules/house.yaml")
    assert result.exit_code == 1
    assert "rules/house.yaml:4:9: house/tea\n" in result.stdout
    assert f"  Text  {shown}" in result.stdout
    assert f"  Why  {reason}" in result.stdout
    assert result.stdout.endswith("1 thing is not proven.\n")


def test_a_pack_that_does_not_load_is_2_with_every_problem(run: Run, write: Write) -> None:
    write(
        "rules/house.yaml", house().replace("severity: error", "severity: bad").replace("id: tea", "it: tea")
    )
    result = run("test", "rules")
    assert result.exit_code == 2
    assert "rules/house.yaml:4:5: " in result.stderr
    assert "rules/house.yaml:6:15: " in result.stderr


def test_a_file_without_rules_is_welcome(run: Run, write: Write) -> None:
    write("rules/words.yaml", "lexicons:\n  drink.en: [tea, coffee]\n")
    assert run("test", "rules/words.yaml").exit_code == 0


def test_a_missing_path_is_2(run: Run) -> None:
    assert run("test", "gone").exit_code == 2


def test_the_folder_of_the_shipped_packs_may_be_named(run: Run, shop: Path) -> None:
    shutil.copytree(RULES / "demo", shop / "copy")
    assert run("test", str(RULES)).exit_code == 0
    result = run("test", "copy")
    assert result.exit_code == 2
    assert "demo-reviews" in result.stderr
