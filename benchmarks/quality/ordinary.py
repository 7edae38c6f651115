"""Count alarms in large ordinary text: `python benchmarks/quality/ordinary.py FOLDER [--show]`."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from corpora import documents
from labelled import Labelled
from msglint import Linter, Severity
from score import judge
from tally import Outcome, Share

CHANNELS = {"message": {"proactive": False}, "insert": {}}
"""The channels as which each text is judged, and what is known of the message: it is a reply."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print alarms per thousand documents of each corpus, and the rules that raise them."""
    options = _options().parse_args(arguments)
    linter = Linter.from_packs()
    for corpus, texts in documents(options.folder).items():
        drawn = Random(corpus).sample(texts, min(options.documents, len(texts)))
        for channel in CHANNELS:
            outcomes = [judge(linter, record) for record in _records(corpus, channel, drawn)]
            print("\n".join(report(f"{corpus}, as {channel}", outcomes)))
            if options.show:
                print("\n".join(shown(outcomes)))


def _records(corpus: str, channel: str, texts: Sequence[str]) -> Iterator[Labelled]:
    lang = corpus.rpartition("-")[2]
    context = {"channel": channel, "platform": "amazon", "lang": lang, "message": CHANNELS[channel]}
    for number, text in enumerate(texts, 1):
        yield Labelled(f"{corpus}-{number}", "ordinary", "plain", text, (), context)


def report(title: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of a corpus' figures: documents with an alarm, and how often each rule fires."""
    yield f"\n{title}: {len(outcomes)} documents"
    for severity in (Severity.ERROR, Severity.WARNING):
        share = Share(sum(bool(outcome.at_least(severity)) for outcome in outcomes), len(outcomes))
        low, high = (1000 * bound for bound in share.interval())
        yield f"  {severity!s:8} {1000 * share.value:6.1f} per thousand   {low:5.1f} to {high:5.1f}"
    rules = Counter(
        f"{violation.severity} {violation.rule}"
        for outcome in outcomes
        for violation in outcome.at_least(Severity.WARNING)
    )
    yield from (f"  {count:6} {rule}" for rule, count in rules.most_common())


def shown(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield what was found where, with some text around it."""
    for outcome in outcomes:
        for violation in outcome.at_least(Severity.WARNING):
            start, end = violation.start or 0, violation.end or 0
            around = outcome.record.text[max(0, start - 30) : end + 30]
            yield f"    {violation.rule}: {violation.excerpt!r} in {around!r}"


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the archives are")
    parser.add_argument("--documents", type=int, default=500, help="at most so many of a corpus, by lot")
    parser.add_argument("--show", action="store_true", help="print every alarm")
    return parser


if __name__ == "__main__":
    main()
