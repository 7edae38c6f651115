"""The shipped rules are found wherever msglint runs from, and they load."""

from pathlib import Path

import pytest

from msglint import shipped
from msglint.packs.loader import load, load_everything
from msglint.shipped import rules_folder


def test_the_rules_of_the_source_tree() -> None:
    assert (rules_folder() / "attributes.yaml").is_file()


@pytest.mark.parametrize(
    ("module", "rules"),
    [
        ("site-packages/msglint/shipped.py", "site-packages/msglint/rules"),
        ("msglint-0.1/src/msglint/shipped.py", "msglint-0.1/rules"),
    ],
)
def test_where_rules_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, rules: str
) -> None:
    (tmp_path / rules).mkdir(parents=True)
    monkeypatch.setattr(shipped, "__file__", str(tmp_path / module))
    assert rules_folder() == (tmp_path / rules).resolve()


def test_the_pack_in_the_manual_loads(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    text = manual.split("```yaml\n")[1].split("```")[0]
    (tmp_path / "my-rules.yaml").write_text(text, encoding="utf-8")
    (pack,) = load([str(tmp_path / "my-rules.yaml")]).packs
    assert pack.id == "my-rules"


def test_all_shipped_packs_load() -> None:
    everything = load_everything()
    assert {pack.id for pack in load().packs} <= {pack.id for pack in everything.packs}
    assert all(pack.collections for pack in everything.packs)
    # A pack such as ebay is a collection too, and brings others with it.
    named = load([str(pack.id) for pack in everything.packs]).packs
    assert sorted(named, key=lambda pack: pack.id) == sorted(everything.packs, key=lambda pack: pack.id)
