"""Where quotations begin and end."""

import pytest

from msglint.text.quotations import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He wrote “great” and „gut“.", ["“great”", "„gut“"]),
        ("他说「好评返现」和『扫码』。", ["「好评返现」", "『扫码』"]),
        ('Not "5 stars, please", never.', ['"5 stars, please"']),
        ("We removed the 'happy / unhappy' buttons.", ["'happy / unhappy'"]),
        ("Never ‘don’t worry, we’ll pay’ again", ["‘don’t worry, we’ll pay’"]),
        ("John's 'don't ask' rule, isn't it?", ["'don't ask'"]),
    ],
)
def test_what_stands_between_marks_is_quoted(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


@pytest.mark.parametrize(
    "text",
    [
        "the dogs' bowl and the cats' bowl",
        "rock 'n' roll and 'em all",
        "5'6\" wide, 6'2\" high",
        "'Twas the night before",
        'an "open mark\nand its end"',
    ],
)
def test_apostrophes_inches_and_open_marks_quote_nothing(text: str) -> None:
    assert quotations(text) == []
