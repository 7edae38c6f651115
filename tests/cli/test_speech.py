"""What is wrong is said in the language that was asked for, in reports and on standard error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run, Write

BROKEN = "packs: demo\nfail_on: fatal\nfiles:\n  - {channel: mesage}\nlimits: {pages: zero}\n"

CHINESE = [
    (2, 10, "未知的级别“fatal”：可用的有：error, info, warning"),
    (4, 5, "缺少键“paths”：哪些文件，写法同 .gitignore"),
    (4, 15, "“channel”不能是“mesage”：是否想写“message”？"),
    (5, 17, "应为整数（不小于 1），实际为“zero”"),
]


def test_a_broken_configuration(run: Run, write: Write) -> None:
    write("msglint.yaml", BROKEN)
    write("note.txt", "x")
    report = run("check", "note.txt", "--lang", "zh", "--format", "json").stdout
    errors = json.loads(report)["errors"]
    found = [(item["place"]["line"], item["place"]["column"], item["message"]) for item in errors]
    assert found == CHINESE
    text = run("check", "note.txt", "--lang", "zh").stdout
    assert all(message in text for _, _, message in CHINESE)


def test_machines_are_spoken_to_in_english(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    write("msglint.yaml", BROKEN)
    write("note.txt", "x")
    errors = json.loads(run("check", "note.txt", "--format", "json").stdout)["errors"]
    assert errors[0]["message"] == "unknown severity “fatal”: expected one of error, info, warning"
    assert CHINESE[0][2] in run("check", "note.txt").stdout, "people are spoken to in their own"


def test_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\3\4")
    (tmp_path / "b.txt").write_bytes("señor año".encode("cp1252"))
    (tmp_path / "c.jsonl").write_text('{"text": "a"} {}\n{"text"}\n', encoding="utf-8")
    result = run("check", ".", "no.txt", "--lang", "zh", "--format", "concise", "--output", "html=r.html")
    assert [line.partition(" msglint/")[2].split(" ", 1)[1] for line in result.stdout.splitlines()[:5]] == [
        "没有这个文件或文件夹：请检查路径",
        "文件损坏：内容不完整，或并非 ZIP 格式；请重新下载或另存",
        "文件不是 UTF-8，可能是 big5 或 gb18030，但无法确定：请将文件存为 UTF-8，"
        "或用 --encoding（或 msglint.yaml 中的 `encoding:`）写明编码",
        "该行有第二个值：每行只能有一条记录",
        "JSON 格式有误：此处缺少“:”",
    ]
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    for text in ("没有这个文件或文件夹：请检查路径", "there is no such file or folder"):
        assert text in page, "the page says it in both languages"


def test_what_cannot_be_written(run: Run, write: Write, tmp_path: Path) -> None:
    write("note.txt", "x")
    (tmp_path / "reports").mkdir()
    result = run("check", "note.txt", "--output", "json=reports", "--lang", "zh")
    assert "无法写入“reports”：这是文件夹，不是文件" in result.stderr
    since = run("check", "note.txt", "--changed-since", "main", "--lang", "zh")
    assert "此处没有可读取的 git 仓库，请在仓库中运行 msglint" in since.stderr


@pytest.mark.parametrize("lang", [["--lang", "zh"], ["--lang=zh"]])
def test_standard_error(run: Run, write: Write, lang: list[str]) -> None:
    write("msglint.yaml", BROKEN)
    write("note.txt", "x")
    result = run("config", "note.txt", *lang)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [f"msglint.yaml:{line}:{at}: {text}" for line, at, text in CHINESE]


def test_packs_and_options(run: Run, write: Write) -> None:
    write("note.txt", "x")
    write("house.yaml", "pack: house\ntitle: House\nrules:\n  - {extends: demo-reviews/gft}\n")
    result = run("test", "house.yaml", "--lang", "zh")
    assert (result.exit_code, result.stderr) == (
        2,
        "house.yaml:4:15: 未知的规则“demo-reviews/gft”：是否想写“demo-reviews/gift”？\n",
    )
    wrong = run("check", "note.txt", "--pack", "dmo", "--lang", "zh")
    assert wrong.exit_code == 2
    assert "未知的规则包或规则集合“dmo”：是否想写“demo”？；路径请写成 ./name" in wrong.stderr
    context = run("check", "note.txt", "--channel", "mesage", "--market", "GX", "--lang", "zh")
    assert "“channel”不能是“mesage”：是否想写“message”？\n未知的国家或地区“GX”" in context.stderr
