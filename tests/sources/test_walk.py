"""What is checked: what was asked for, less what is excluded, ignored or no copy; and who said so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from msglint.config.discovery import Configs
from msglint.sources.walk import Selection, select

Tree = dict[str, str | bytes]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty working folder that no configuration above it reaches."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def grow(folder: Path, tree: Tree) -> None:
    for name, content in tree.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def names(selection: Selection) -> list[str]:
    return [item.source for item in selection.files]


def skipped(selection: Selection) -> dict[str, str]:
    return {item.source: item.reason for item in selection.skipped}


def problems(selection: Selection) -> list[str]:
    return [str(item) for item in selection.problems]


COPY: Tree = {
    "b.txt": "",
    "a/b.md": "",
    "a.csv": "",
    "a/a.jsonl": "",
    "a/z/c.TXT": "",
    "code.py": "",
    "data.json": "{}",
    "image.ico": b"\0",
    "logo": b"x",
    "page.msg": "",
    ".hidden.txt": "",
    ".cache/x.txt": "",
}


def test_a_folder_yields_its_copy_sorted(folder: Path) -> None:
    grow(folder, COPY)
    found = select(["."], Configs())
    assert names(found) == ["a/a.jsonl", "a/b.md", "a/z/c.TXT", "a.csv", "b.txt"]
    assert skipped(found) == {"page.msg": "msglint cannot read .msg files"}
    assert problems(found) == []


def test_paths_keep_their_order_and_come_once(folder: Path) -> None:
    grow(folder, COPY)
    assert names(select(["b.txt", "./a", "a/b.md", str(folder / "b.txt")], Configs())) == [
        "b.txt",
        "a/a.jsonl",
        "a/b.md",
        "a/z/c.TXT",
    ]


def test_paths_outside_the_working_folder_keep_their_form(folder: Path) -> None:
    grow(folder, {"x/a.txt": "", "y/b.txt": ""})
    os.chdir(folder / "x")
    assert names(select(["../y", str(folder / "x")], Configs())) == [
        "../y/b.txt",
        f"{folder.as_posix()}/x/a.txt",
    ]


@pytest.mark.parametrize("name", ["code.py", "data.json", "image.ico", ".hidden.txt", "page.msg"])
def test_an_explicit_path_is_copy_whatever_its_name(folder: Path, name: str) -> None:
    grow(folder, COPY)
    assert names(select([name], Configs())) == [name]


def test_globs_take_what_is_named_but_nothing_binary(folder: Path) -> None:
    grow(folder, {"n/a.log": "x", "n/b.bin": b"\0", "n/.c.log": "", "n/d/e.log": "", "n/[x].txt": ""})
    found = select(["n/*", "n/**/*.log", "n/[x].txt"], Configs())
    assert names(found) == ["n/[x].txt", "n/a.log", "n/d/e.log"]
    assert skipped(found) == {"n/b.bin": "it is binary"}


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nothing.txt", "nothing.txt: there is no such file or folder"),
        ("a\0b", "there is no such file or folder"),
        ("*.txt", "*.txt: nothing to check is found here"),
        ("src", "src: nothing to check is found here"),
    ],
)
def test_a_path_without_copy_is_a_problem(folder: Path, path: str, message: str) -> None:
    grow(folder, {"src/code.py": ""})
    found = select([path], Configs())
    assert names(found) == []
    assert [message in problem for problem in problems(found)] == [True]


def test_an_empty_folder_may_be_allowed_but_no_missing_path(folder: Path) -> None:
    grow(folder, {"src/code.py": ""})
    assert problems(select(["src", "*.txt"], Configs(), allow_empty=True)) == []
    assert len(problems(select(["nothing"], Configs(), allow_empty=True))) == 1


def test_gitignore_files_count_at_every_level(folder: Path) -> None:
    grow(
        folder,
        {
            ".gitignore": "*.tmp.txt\n/build/\n\\\n!keep.tmp.txt\n# note.txt\n",
            "sub/.gitignore": "draft*\n!draft-ok.txt\n/top.txt\n",
            "a.tmp.txt": "",
            "keep.tmp.txt": "",
            "build/a.txt": "",
            "sub/build/a.txt": "",
            "sub/draft.txt": "",
            "sub/draft-ok.txt": "",
            "sub/top.txt": "",
            "sub/x/top.txt": "",
            "sub/x/drafts/a.txt": "",
        },
    )
    kept = ["sub/build/a.txt", "sub/draft-ok.txt", "sub/x/top.txt"]
    assert names(select(["."], Configs())) == ["keep.tmp.txt", *kept]
    assert names(select(["sub"], Configs())) == kept
    assert names(select(["**/*.txt"], Configs())) == ["keep.tmp.txt", *kept]
    assert names(select(["a.tmp.txt"], Configs())) == ["a.tmp.txt"]


def test_gitignore_above_the_repository_does_not_count(folder: Path) -> None:
    grow(folder, {".gitignore": "*", "repo/.git/HEAD": "", "repo/a.txt": ""})
    assert names(select(["repo"], Configs())) == ["repo/a.txt"]


def test_excludes_win_over_everything_and_say_who_excludes(folder: Path) -> None:
    grow(
        folder,
        {
            "msglint.yaml": "exclude:\n  - drafts/\n  - '*.old.txt'\n",
            "drafts/a.txt": "",
            "a.old.txt": "",
            "b.txt": "",
            "c.txt": "",
        },
    )
    found = select([".", "drafts/a.txt", "a.old.txt", "drafts"], Configs(), exclude=["c.*"])
    assert names(found) == ["b.txt"]
    assert problems(found) == []
    assert skipped(found) == {
        "drafts": "“drafts/” excludes it (msglint.yaml:2)",
        "drafts/a.txt": "“drafts/” excludes it (msglint.yaml:2)",
        "a.old.txt": "“*.old.txt” excludes it (msglint.yaml:3)",
        "c.txt": "“c.*” excludes it",
    }


def test_with_files_only_what_matches_is_copy(folder: Path) -> None:
    grow(
        folder,
        {
            "msglint.yaml": "files:\n  - {paths: 'copy/**', channel: message}\n",
            "copy/a.txt": "",
            "copy/strings.json": "{}",
            "copy/note": "x",
            "copy/logo.ico": b"\x89PNG\0",
            "README.md": "",
            "code.py": "",
        },
    )
    found = select(["."], Configs())
    assert names(found) == ["copy/a.txt", "copy/note", "copy/strings.json"]
    assert skipped(found) == {
        "README.md": "no entry of “files” matches it (msglint.yaml:2)",
        "copy/logo.ico": "it is binary",
    }
    named = select(["README.md", "code.py"], Configs())
    assert (names(named), problems(named)) == ([], [])
    assert list(skipped(named)) == ["README.md", "code.py"]


def test_a_folder_in_which_nothing_matches_is_a_problem_that_says_why(folder: Path) -> None:
    grow(folder, {"msglint.yaml": "files: [{paths: mesages/}]\n", "messages/a.txt": ""})
    [problem] = problems(select(["."], Configs()))
    assert problem == (
        ".: nothing to check is found here (1 left out, such as messages/a.txt: no entry of “files” "
        "matches it (msglint.yaml:1)): put copy here, name other paths, or add --allow-empty"
    )


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("msglint.yaml", "", "it configures msglint"),
        (".msglint-baseline.jsonl", "", "it configures msglint"),
        ("card.msglint.yaml", "", "it configures msglint"),
        (".github/pull_request_template.md", "", "it configures GitHub"),
        ("LICENSE", "", "it is a licence"),
        ("docs/Licence.txt", "", "it is a licence"),
        ("package-lock.json", "", "it is a lock file"),
        ("rules/own.yaml", "# ours\npack: own\n", "it is a rule pack"),
        ("words.yml", "lexicons:\n  a: [b]\n", "it is a rule pack"),
        ("out.jsonl", '{"type": "report", "version": 1}\n', "it is a report of msglint"),
    ],
)
def test_some_files_are_never_copy(folder: Path, name: str, content: str, reason: str) -> None:
    grow(folder, {name: content, "a.txt": ""})
    found = select([name], Configs())
    assert (names(found), problems(found), skipped(found)) == ([], [], {name: reason})
    assert names(select(["."], Configs())) == ["a.txt"]


@pytest.mark.parametrize("name", ["licensed.txt", "notice.txt", "copy.yaml", "report.jsonl", "blocks.json"])
def test_names_that_look_alike_are_copy(folder: Path, name: str) -> None:
    grow(folder, {name: '{"text": "pack: x"}'})
    assert names(select([name], Configs())) == [name]


def test_the_nearest_configuration_above_each_file_counts(folder: Path) -> None:
    grow(
        folder,
        {
            "msglint.yaml": "exclude: a.txt\n",
            "sub/msglint.yaml": "exclude: b.txt\n",
            "a.txt": "",
            "b.txt": "",
            "sub/a.txt": "",
            "sub/b.txt": "",
        },
    )
    found = select(["."], Configs())
    assert names(found) == ["b.txt", "sub/a.txt"]
    assert [item.config.source for item in found.files] == ["msglint.yaml", "sub/msglint.yaml"]
    assert skipped(found)["sub/b.txt"] == "“b.txt” excludes it (sub/msglint.yaml:1)"


def test_a_broken_configuration_is_a_problem_once_and_costs_its_own_files_only(folder: Path) -> None:
    grow(folder, {"bad/msglint.yaml": "packs: 3\nexclud: x\n", "bad/a.txt": "", "bad/b.txt": "", "c.txt": ""})
    found = select(["."], Configs())
    assert names(found) == ["c.txt"]
    assert problems(found) == [
        "bad/msglint.yaml:2:1: unknown key “exclud”: did you mean “exclude”?",
    ]


def test_links_to_files_are_followed_links_to_folders_are_not(folder: Path) -> None:
    grow(folder, {"real/a.txt": ""})
    (folder / "link.txt").symlink_to("real/a.txt")
    (folder / "loop").symlink_to(".")
    (folder / "broken.txt").symlink_to("nowhere")
    assert names(select(["."], Configs())) == ["broken.txt", "link.txt", "real/a.txt"]


def test_names_that_are_no_utf8_are_shown_with_escapes(folder: Path) -> None:
    (folder / os.fsdecode(b"a\xff.txt")).write_text("Hi")
    assert names(select(["."], Configs())) == ["a\\xff.txt"]
