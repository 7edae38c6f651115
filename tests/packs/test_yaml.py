"""YAML with places: what it means, where it stands, and what is refused."""

# ruff: noqa: E501  (a row of a table is one line)

from textwrap import dedent

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint.packs.yaml import MAX_DEPTH, MAX_NODES, ListNode, MapNode, Node, ScalarNode, compose, decode


def tree(text: str) -> Node:
    node, problems = compose(text, "f.yaml")
    assert not problems
    assert node is not None
    return node


def plain(node: Node) -> object:
    match node:
        case ScalarNode(value=value):
            return value
        case ListNode(items=items):
            return [plain(item) for item in items]
        case MapNode(pairs=pairs):
            return {key.text: plain(value) for key, value in pairs}


def found(text: str) -> list[str]:
    return [str(problem) for problem in compose(text, "f.yaml")[1]]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("True", "True"),
        ("NULL", "NULL"),
        ("8:00", "8:00"),
        ("1.10", "1.10"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("017", "017"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("2028-01-01", "2028-01-01"),
        ("'true'", "true"),
        ('"null"', "null"),
        ("=", "="),
        ("<<", "<<"),
        ("好评", "好评"),
    ],
)
def test_scalars_mean_what_they_show(written: str, meant: object) -> None:
    assert plain(tree(f"key: {written}\n")) == {"key": meant}


def test_collections_and_order() -> None:
    text = "b: [1, {c: d}]\na:\n  - x\n  - y: z\n"
    assert plain(tree(text)) == {"b": ["1", {"c": "d"}], "a": ["x", {"y": "z"}]}
    node = tree(text)
    assert isinstance(node, MapNode)
    assert [key.text for key, _ in node.pairs] == ["b", "a"]


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n"])
def test_an_empty_text_is_nothing(text: str) -> None:
    assert plain(tree(text)) is None


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_count_code_points_from_one(line_end: str) -> None:
    node = tree(line_end.join(["# 😀 注释", "键: [😀, 好评]", "", "b:", "  - '引号'", ""]))
    assert isinstance(node, MapNode)
    (first, items), (second, quoted) = node.pairs
    assert isinstance(items, ListNode)
    assert isinstance(quoted, ListNode)
    assert [item.mark[1:] for item in items.items] == [(2, 5), (2, 8)]
    assert (first.mark[1:], second.mark[1:], quoted.items[0].mark[1:]) == ((2, 1), (4, 1), (5, 5))


def test_a_first_line_shifts_places() -> None:
    node, _ = compose("a: b\n", "f.yaml", first_line=5)
    assert node is not None
    assert node.mark == ("f.yaml", 5, 1)
    _, problems = compose("a: b\na: c\n", "f.yaml", first_line=5)
    assert [str(problem) for problem in problems] == ["f.yaml:6:1: the key “a” stands twice: first in line 5"]


def test_aliases_stand_for_what_they_name() -> None:
    assert plain(tree("a: &x [1, 2]\nb: *x\n")) == {"a": ["1", "2"], "b": ["1", "2"]}


QUOTE_IT = "put the whole text in quotes"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\nb: 2\na: 3\n", ["3:1: the key “a” stands twice: first in line 1"]),
        ("x: {k: 1, k: 2}\n", ["1:11: the key “k” stands twice: first in line 1"]),
        ("a: !!python/name:os.system x\n", ["1:4: the tag “!!python/name:os.system” is not allowed: write the plain value"]),
        ("a: !custom [x]\n", ["1:4: the tag “!custom” is not allowed: write the plain value"]),
        ("a: !!str 5\n", ["1:4: the tag “!!str” is not allowed: write the plain value"]),
        ("a: b\n---\nc: d\n", ["2:1: a second document begins here: expected only one, without “---”"]),
        ("? [a, b]\n: c\n", ["1:3: a key must be text"]),
        ("~: c\n", ["1:1: a key must be text"]),
        ("a: &x [*x]\n", ["1:8: the alias “*x” stands inside what it names"]),
        ("a: *x\n", ["1:4: the alias “*x” names nothing; put a text that begins with “*” in quotes"]),
        ("a: b: c\n", [f"1:5: this is not valid YAML: “: ” stands where no key can stand; {QUOTE_IT}"]),
        (
            "a: [1, 2\n",
            ["1:4: this is not valid YAML: a list or mapping in brackets lacks a comma or its closing bracket"],
        ),
        ("a: 'x\n", ["1:4: this is not valid YAML: the quote that opens here is never closed"]),
        ("a: \x07\n", ["1:4: the character U+0007 is not allowed here: remove it"]),
        ("a: \ud800\n", ["1:4: the character U+D800 is not allowed here: remove it"]),
        ("a:\n\tb: c\n", ["2:1: this is not valid YAML: a text cannot begin with this sign; put it in quotes, and indent with spaces"]),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, problems: list[str]) -> None:
    assert found(text) == [f"f.yaml:{problem}" for problem in problems]


def test_all_duplicate_keys_are_found_at_once() -> None:
    assert len(found("a: 1\na: 2\nb: {c: 1, c: 2}\nb: 3\n")) == 3


def test_nesting_has_a_limit() -> None:
    assert not found("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert found("[" * 40) == ["f.yaml:1:33: nested more than 32 levels deep: write it flatter"]


def test_nesting_beyond_what_the_parser_takes_is_refused() -> None:
    # Newer parsers stop before they yield the first event, older ones leave it to our own limit.
    (problem,) = found("[" * 100_000)
    assert "nested" in problem and problem.endswith("write it flatter")


def test_nesting_through_aliases_has_the_same_limit() -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 40))]
    assert "nested more than 32 levels deep" in found("\n".join(lines))[0]


def test_alias_bombs_do_not_go_off() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert f"the file holds more than {MAX_NODES} values: split it" in found("\n".join(lines))[0]


@pytest.mark.parametrize(
    ("data", "text", "problems"),
    [
        (b"\xef\xbb\xbfa: b", "a: b", []),
        ("键: 值".encode(), "键: 值", []),
        ("键: 值".encode("gb18030"), "", ["f.yaml:1:1: this is not UTF-8 text: save the file as UTF-8"]),
        (b"a: b\nc: \xff\n", "", ["f.yaml:2:4: this is not UTF-8 text: save the file as UTF-8"]),
        ("a: b".encode("utf-16"), "", ["f.yaml:1:1: this is not UTF-8 text: save the file as UTF-8"]),
        (b"\xef\xbb\xbfa: \xff", "", ["f.yaml:1:4: this is not UTF-8 text: save the file as UTF-8"]),
        (b"#" * 8_000_001, "", ["f.yaml: the file is larger than 8 MB: split it"]),
    ],
)
def test_bytes(data: bytes, text: str, problems: list[str]) -> None:
    decoded, wrong = decode(data, "f.yaml")
    assert (decoded, [str(problem) for problem in wrong]) == (text, problems)


def test_a_bom_counts_nothing() -> None:
    text, _ = decode(b"\xef\xbb\xbfa: b\na: c\n", "f.yaml")
    assert found(text) == ["f.yaml:2:1: the key “a” stands twice: first in line 1"]


def test_the_slow_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = dedent("""\
        a: &x [1, "two", 'three', {b: null}]
        c: |
          好评
          second
        d: *x
        """)
    fast = tree(text)
    monkeypatch.delattr(pyyaml, "CSafeLoader")
    assert tree(text) == fast


SCALARS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "S")), max_size=8)


@settings(max_examples=150, derandomize=True)
@given(
    st.recursive(
        SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS, inner, max_size=3)
    )
)
def test_what_is_written_is_read_back(value: object) -> None:
    text = pyyaml.dump(value, allow_unicode=True, default_style='"')
    node, problems = compose(text, "f.yaml")
    assert (plain(node) if node else None, problems) == (value, [])
