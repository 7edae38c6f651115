"""What seeing through disguise costs, against the scan of the same texts and the judging of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import thread_time
from typing import NamedTuple

from benchmarks.messages import Message, messages
from msglint.document import Context, Document
from msglint.engine import Engine
from msglint.matching.vocabulary import AT_ONCE
from msglint.packs.loader import load
from msglint.text.fold import fold
from msglint.text.placeholders import DEFAULT_PATTERNS

LEET = str.maketrans({"a": "@", "e": "3", "i": "1", "o": "0"})
HOMOPHONES = str.maketrans({"评": "平", "微": "薇", "返": "反", "群": "裙", "礼": "理"})


class Row(NamedTuple):
    """A kind of text and shares: of folding and deciphering in the scan, of deciphering in all judging."""

    kind: str
    messages: int
    folding: float
    deciphering: float
    judging: float


def rows(count: int, repeat: int) -> Iterator[Row]:
    """Yield what folding and deciphering cost for each kind of text; all default packs, CPU time."""
    engine = Engine(load(None), DEFAULT_PATTERNS, ("amazon",), {})
    engine.program.vocabulary.scan(" " * AT_ONCE + " ")  # From here on the automaton is used.
    for kind, texts in kinds(count).items():
        yield measured(engine, kind, texts, repeat)


def kinds(count: int) -> dict[str, list[str]]:
    """Return ordinary messages by kind, and messages with one sentence in disguise."""
    plain = list(messages(count))
    dodging = [message for message in messages(3 * count, wrong=1.0) if message.planted]
    return {
        "plain ASCII": [message.text for message in plain if message.text.isascii()],
        "Chinese": [message.text for message in plain if message.language == "zh"],
        "mixed": [message.text for message in plain if message.language == "mixed"],
        "English, one sentence disguised": [hidden(item) for item in dodging if item.language == "en"],
        "Chinese, one sentence disguised": [hidden(item) for item in dodging if item.language == "zh"],
    }


def hidden(message: Message) -> str:
    """Return a message whose forbidden sentence is written with digits, signs, dots and homophones."""
    sentence = message.planted or ""
    words = [word[:1] + word[1:].translate(LEET) if len(word) > 4 else word for word in sentence.split(" ")]
    dodged = " ".join(words) if sentence.isascii() else f"{sentence[:1]}·{sentence[1:]}".translate(HOMOPHONES)
    return message.text.replace(sentence, dodged)


def measured(engine: Engine, kind: str, texts: Sequence[str], repeat: int) -> Row:
    """Return the shares for texts of a kind."""
    program = engine.program
    documents = [Document.from_text(text, Context()) for text in texts]
    views = [fold(text) for text in texts]
    scan, folding, deciphering, judging = _seconds(
        repeat,
        lambda: [program.vocabulary.scan(view.text) for view in views],
        lambda: [fold(text) for text in texts],
        lambda: [program.decipherer.decipher(view) for view in views],
        lambda: [engine.judge(document) for document in documents],
    )
    return Row(kind, len(texts), folding / scan, deciphering / scan, deciphering / judging)


def _seconds(repeat: int, *works: Callable[[], object]) -> list[float]:
    """Return the seconds of the fastest of several runs of each work; the works take turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(repeat + 1):
        for work, taken in zip(works, times, strict=True):
            start = thread_time()
            work()
            taken.append(thread_time() - start)
    return [min(taken) for taken in times]
