"""What the words of a text rule out was not begun: looking at fewer languages finds the same."""

from hypothesis import given
from hypothesis import strategies as st

from msglint.packs.model import Form, Part, Statement
from msglint.statements.openings import openings
from msglint.statements.verdict import judge_started
from tests.statements.plain import CHOKING, phrases, setting
from tests.statements.test_verdict import RIGHT, TWO

CHINESE = Statement(
    "chinese",
    (
        Form(
            "chinese",
            (
                Part(
                    "age",
                    {"zh": phrases("不适合3岁以下儿童使用")},
                    instead={"age_altered": phrases("6岁以下请注意")},
                ),
                Part("hazard", {"zh": phrases("(含有|内有|)小零件", "小球")}),
            ),
        ),
    ),
)
COPY = (
    RIGHT + " for children under 5 yrs and plastic bags can be dangerous les sacs sont dangereux tenir hors"
)


@given(st.lists(st.sampled_from(COPY.split()), max_size=25).map(" ".join))
def test_what_is_ruled_out_was_not_begun(copy: str) -> None:
    told = openings((CHOKING, TWO))
    for statement in (CHOKING, TWO):
        asked = setting(copy)
        begun = [lang for name, lang in sorted(told.begun(asked.words.traces)) if name == statement.id]
        assert judge_started(statement, begun, asked) == judge_started(statement, ["en", "fr"], setting(copy))


@given(st.lists(st.sampled_from("不适合3岁以下儿童使用请注意，小零件。含有球 6"), max_size=40).map("".join))
def test_what_is_ruled_out_was_not_begun_in_chinese(copy: str) -> None:
    asked = setting(copy)
    begun = [lang for _, lang in sorted(openings((CHINESE,)).begun(asked.words.traces))]
    assert judge_started(CHINESE, begun, asked) == judge_started(CHINESE, ["zh"], setting(copy))


def test_scattered_characters_of_a_chinese_wording_begin_nothing() -> None:
    copy = "孩子3岁了，不过这件小事以后再说，零用的东西适当收好，请合上盒盖，下次使用前检查童锁。"
    assert openings((CHINESE,)).begun(setting(copy).words.traces) == set()


def test_parts_that_stand_far_apart_are_no_statement() -> None:
    altered = "不适合4岁以下儿童使用"
    between = "今天的天气很好，我们去公园散步。" * 20
    assert judge_started(CHINESE, ["zh"], setting(f"{altered}。含有小零件"))
    assert not judge_started(CHINESE, ["zh"], setting(f"{altered}。{between}内有小的零件"))


def test_an_ordinary_text_begins_nothing() -> None:
    traces = setting("Thank you for your order, it was shipped today.").words.traces
    assert openings((CHOKING, TWO)).begun(traces) == set()
