"""Score the shipped rule packs on the labelled set: `python benchmarks/quality/score.py [--part dev]`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace

from labelled import PARTS, Labelled, read
from msglint import Document, Linter, Severity, sources
from msglint.prove import example_context
from tally import Outcome, Rows, false_alarms, recall


def main(arguments: Sequence[str] | None = None) -> None:
    """Print recall and false alarms of the chosen part."""
    options = _options().parse_args(arguments)
    linter = Linter.from_packs()
    parts = PARTS if options.part == "all" else (options.part,)
    outcomes = [judge(linter, record) for record in read(parts)]
    print("\n".join(report(outcomes)))
    shown = {"dev"} if options.show_misses else set()
    shown |= {"held-out"} if options.show_held_out_misses else set()
    print("\n".join(misses(outcome for outcome in outcomes if outcome.record.part in shown)))


def judge(linter: Linter, record: Labelled) -> Outcome:
    """Return what the linter says of a record in its context."""
    try:
        if record.format is None:
            return Outcome(record, tuple(linter.check(record.text, **record.context)))
        return Outcome(record, tuple(linter.check(document(record))))
    except Exception as error:
        error.add_note(f"while judging {record.id}")
        raise


def document(record: Labelled) -> Document:
    """Return what the reader of the record's format makes of it, in the record's context."""
    (found,) = sources.read(record.text.encode(), f"{record.id}.{record.format}")
    if not isinstance(found, Document):
        raise ValueError(str(found))
    return replace(found, context=example_context(record.context))


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of the figures."""
    yield from _table(
        "Recall: the expected category among warnings and errors",
        recall(outcomes, lambda o, _: (o.record.form,)),
    )
    yield from _table("by language", recall(outcomes, lambda o, _: (o.record.form, o.record.lang)))
    yield from _table(
        "by language and category, plain and oblique",
        recall([o for o in outcomes if o.record.form != "disguised"], lambda o, c: (o.record.lang, c)),
    )
    for severity in (Severity.ERROR, Severity.WARNING):
        title = f"False alarms: innocent texts with at least one {severity}"
        rows = false_alarms(outcomes, severity, lambda o: (o.record.form,))
        yield from _table(title + (" or error" if severity < Severity.ERROR else ""), rows)
        yield from _table(
            "by language", false_alarms(outcomes, severity, lambda o: (o.record.form, o.record.lang))
        )


def misses(outcomes: Iterator[Outcome]) -> Iterator[str]:
    """Yield a block for each text that was missed or falsely flagged."""
    for outcome in outcomes:
        wrong = outcome.missed or (not outcome.record.expect and outcome.at_least(Severity.WARNING))
        if wrong:
            record = outcome.record
            wanted = ", ".join("|".join(entry) for entry in outcome.missed)
            yield f"{'MISSED ' + wanted if wanted else 'FALSE ALARM'}  {record.id}  {dict(record.context)}"
            yield "    " + record.text.replace("\n", "\n    ")
            yield from (
                f"    -> {v.severity} {v.rule}: {v.excerpt!r}" for v in outcome.at_least(Severity.WARNING)
            )


def _table(title: str, rows: Rows) -> Iterator[str]:
    yield f"\n{title}"
    for key, share in rows.items():
        low, high = share.interval()
        figures = f"{share.hits:5} of {share.total:5}  {share.value:7.1%}   {low:6.1%} to {high:6.1%}"
        yield "  " + "".join(f"{part:21}" for part in key) + figures


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=(*PARTS, "all"), default="dev")
    parser.add_argument("--show-misses", action="store_true", help="print what went wrong in the dev part")
    parser.add_argument(
        "--show-held-out-misses",
        action="store_true",
        help="print them for the held-out part too: it is then no longer unseen by whoever reads them",
    )
    return parser


if __name__ == "__main__":
    main()
