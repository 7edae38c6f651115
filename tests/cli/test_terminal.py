from __future__ import annotations

import io

import pytest

from msglint.cli import terminal


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environment", "expected"),
    [
        ("auto", {}, True),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, True),
        ("auto", {"TERM": "dumb"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {}, False),
    ],
)
def test_color_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, choice: str, environment: dict[str, str], expected: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal.has_color(Screen(), choice) is expected


@pytest.mark.parametrize(("choice", "expected"), [("auto", False), ("always", True), ("never", False)])
def test_color_without_a_terminal(choice: str, expected: bool) -> None:
    assert terminal.has_color(io.StringIO(), choice) is expected


@pytest.mark.parametrize(("columns", "expected"), [("80", 80), ("300", terminal.WIDEST)])
def test_width(monkeypatch: pytest.MonkeyPatch, columns: str, expected: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.line_width(Screen()) == expected
    assert terminal.line_width(io.StringIO()) == terminal.PLAIN_WIDTH
