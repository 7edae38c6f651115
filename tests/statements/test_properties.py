"""What must hold whatever the typography, and whatever is changed."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.statements.plain import codes, flaws, setting

DASHES = ("--", "-", " - ", "—", " – ", ":", ": ", "\n", " | ", "――")
STOPS = ("", ".", ". ", "\n", ".\n", "\n• ", " | ", " / ", "!", "。")
BLANKS = (" ", "  ", "\u00a0", "\n", "\u3000", "\u202f", " \u200b")
CASES: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower)
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
WIDTHS: tuple[Callable[[str], str], ...] = (str, lambda text: text.translate(WIDE))


@st.composite
def compliant(draw: st.DrawFn) -> str:
    """The statement with every freedom that typography has."""
    case = draw(st.sampled_from(CASES))
    width = draw(st.sampled_from(WIDTHS))
    blank = draw(st.sampled_from(BLANKS))
    sentences = (
        draw(st.sampled_from(("", "⚠ ", "⚠️", "/!\\ "))) + "WARNING",
        draw(st.sampled_from((": ", ":\n", " ", "! ", "\n\n"))) + "CHOKING HAZARD",
        draw(st.sampled_from(DASHES)) + "Small parts",
        draw(st.sampled_from([stop for stop in STOPS if stop.strip() != stop or stop == ""])) or " ",
        "Not for children under 3 yrs",
        draw(st.sampled_from(STOPS)),
    )
    return width(case("".join(sentences))).replace(" ", blank)


@given(compliant(), st.sampled_from(("", "Wooden train. ", "木制火车。\n", "1 set | ")))
@settings(max_examples=200, derandomize=True)
def test_typography_is_free(text: str, before: str) -> None:
    assert codes(before + text, any_case=True) == []


@given(
    st.integers(0, 500).filter(lambda number: number != 3),
    st.sampled_from(("yrs.", "years", "months", "weeks")),
)
@settings(max_examples=150, derandomize=True)
def test_a_changed_age_is_always_reported(number: int, unit: str) -> None:
    text = f"WARNING: CHOKING HAZARD--Small parts. Not for children under {number} {unit}"
    same = (number, unit) == (36, "months")
    assert codes(text) == (["wording_altered"] if same else ["age_altered"])


@given(st.sampled_from(("", "Only ", "Suitable ", "Good ")), st.booleans())
@settings(derandomize=True)
def test_a_lost_negation_is_always_reported(instead: str, capitals: bool) -> None:
    age = f"{instead}for children under 3 yrs."
    text = f"WARNING: CHOKING HAZARD--Small parts. {age.upper() if capitals else age}"
    assert codes(text) == ["meaning_altered"]


PIECES = (
    "WARNING:",
    "CAUTION:",
    "CHOKING HAZARD--",
    "suffocation",
    "Small parts",
    "part",
    "Not for children",
)
MORE = ("under", "over", "3", "5", "０", "yrs.", "months", "and up", "不适合", "3岁以下", "儿童", "警告：")
SIGNS = (" ", "\n", "\n\n", "|", "/", "{{x}}", "[name]", "⚠️", "\u200b", "")


@given(st.lists(st.sampled_from(PIECES + MORE + SIGNS), max_size=40), st.sampled_from((" ", "", "\n")))
@settings(max_examples=200, derandomize=True)
def test_any_text_is_judged_and_places_lie_in_it(words: list[str], joint: str) -> None:
    text = joint.join(words)
    document = setting(text).words
    for match in ("verbatim", "equivalent", "elements"):
        for flaw in flaws(text, match=match):
            if flaw.place:
                place = document.stretch(flaw.place)
                assert 0 <= place.start < place.end <= len(document.texts[0].text)
                assert document.excerpt(flaw.place) in text
            else:
                assert flaw.code == "missing"
