"""Make `rules/impressions.json`: what copy reads like, learned from judged copy.

    pip install scikit-learn
    python scripts/train_impressions.py

It learns from the part of the quality bench that may be read (`benchmarks/quality/dev`, English and Chinese),
from the judged texts of the tests, and from the examples of the rules for Amazon; never from the part kept
aside. For innocent copy and for each kind of violation a logistic regression weighs the features, words and
roles each as a vector of length one. A text reads like a kind by how much its score exceeds that for innocent
copy; the bias is set so that, in five-fold cross-validation, a fixed share of innocent texts does so wrongly,
and those that still do are made heavier until none does. What a false alarm reads like is learned from the
texts in which rules find something: which of them are innocent.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from scipy.sparse import diags, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.preprocessing import normalize

from msglint.document import PhysicalText, Segment, TextOrigin
from msglint.impression.features import QUOTED, Role, played, words
from msglint.impression.model import SCALE
from msglint.linter import Linter
from msglint.matching.program import Program
from msglint.matching.reading import SegmentReading
from msglint.packs.files import IMPRESSIONS
from msglint.packs.kinds import ALL_KINDS, FALSE_ALARM, INNOCENT, KINDS
from msglint.packs.loader import load
from msglint.packs.model import ReadsLikeCheck, Ruleset
from msglint.packs.phrases import LexiconRef
from msglint.packs.references import TYPES
from msglint.shipped import rules_folder
from msglint.violation import Severity

ROOT = Path(__file__).resolve().parents[1]
PACKS = ("amazon-", "off-platform")
LANGUAGES = ("en", "zh")

ROLES = 100
"""Lexicons and types that texts are searched for: those that weigh most. All six hundred tell hardly more."""
KEPT = (8000, 6000)
"""Features of words and of roles that are kept: those that weigh most for any kind."""
LENGTHS = (1.0, 0.6)
"""Lengths of the vectors of words and of roles."""
STRENGTH = 20.0
"""Inverse of the regularisation."""
ROUNDS = 6
"""Times that a model is asked to learn better."""
TAKEN_WRONGLY = {"conduct": 0.001}
"""Share of innocent messages and cards that may read like a kind, if it is not OTHERS_TAKEN_WRONGLY.

What buyers complain of reads like poor conduct, and hardly any judged text holds it.
"""
OTHERS_TAKEN_WRONGLY = 0.003
EXCUSED_WRONGLY = 0.01
"""Share of violating texts in which rules find something that may read like a false alarm."""


class Judged(NamedTuple):
    """A text and the kinds it was judged to be of; none: it is innocent."""

    text: str
    kinds: frozenset[str]

    def is_of(self, kind: str) -> bool:
        """Return whether the text is of a kind of violation, or innocent."""
        return kind in self.kinds if kind in KINDS else not self.kinds


class Lessons(NamedTuple):
    """Judged texts, the first `whole` of them messages and cards, and whether rules find anything in each."""

    texts: Sequence[Judged]
    whole: int
    alarms: Any

    def of(self, kind: str) -> tuple[Any, Any]:
        """Return the texts from which a kind is learned, by their indices, and whether each is of it."""
        rows = np.flatnonzero(self.alarms) if kind == FALSE_ALARM else np.arange(len(self.texts))
        return rows, np.array([self.texts[row].is_of(kind) for row in rows])


class Seen(NamedTuple):
    """A text, folded, and the roles that were found in it."""

    text: str
    roles: list[Role]


class Sort(NamedTuple):
    """The features of one sort: their names, how telling each is, how often each text has it, its length."""

    names: Any
    idf: Any
    counted: Any
    length: float

    @classmethod
    def of(cls, found: Sequence[Sequence[str]], length: float) -> Sort:
        """Return the sort of the features that were found in each text."""
        vectorizer = TfidfVectorizer(analyzer=list, sublinear_tf=True, norm=None)
        counted = vectorizer.fit_transform(found)
        return cls(vectorizer.get_feature_names_out(), vectorizer.idf_, counted, length)

    def repeated(self) -> Any:
        """Return the columns of the features that more than one text has."""
        return np.flatnonzero(np.asarray((self.counted > 0).sum(axis=0)).ravel() > 1)

    def whole(self) -> Any:
        """Return the vectors of all features that more than one text has."""
        return normalize(self.counted[:, self.repeated()]) * self.length

    def telling(self, weights: Any) -> Any:
        """Return the columns of the features that more than one text has, those first that weigh most."""
        columns = self.repeated()
        return columns[np.argsort(-np.abs(weights).max(axis=0) * self.idf[columns], kind="stable")]

    def unknown(self, kept: Any) -> float:
        """Return how telling the features are on average that are not kept."""
        return float(np.mean(np.delete(self.idf, kept)))

    def weighed(self, kept: Any) -> Any:
        """Return the vectors of the kept features, of a length to which all others add as unknown ones."""
        alike = self.idf.copy()
        alike[np.setdiff1d(np.arange(len(alike)), kept)] = self.unknown(kept)
        return normalize(self.counted @ diags(alike / self.idf))[:, kept] * self.length

    def table(self, kept: Any, weights: Any) -> dict[str, Any]:
        """Return the sort as it is written; `weights` are those of the kept features by kind."""
        rows = {
            str(self.names[column]): [
                round(float(self.idf[column]) * SCALE),
                *(round(float(weight) * self.length * SCALE) for weight in weights[:, index]),
            ]
            for index, column in enumerate(kept)
        }
        return {"unknown": round(self.unknown(kept) * SCALE), "features": dict(sorted(rows.items()))}


def main() -> None:
    """Learn, and write the weights."""
    whole = [*bench()]
    texts = [*whole, *tests(), *examples()]
    ruleset = load()
    lessons = Lessons(texts, len(whole), np.array([*map(alarms(ruleset), texts)]))
    seen = [*map(looking(Program(ruleset), named(ruleset)), texts)]
    names = most_telling(seen, lessons)
    sorts = sorted_out(seen, names)
    weights = first(sorts, lessons)
    kept = [sort.telling(own)[:most] for sort, own, most in zip(sorts, weights, KEPT, strict=True)]
    vectors = [sort.weighed(columns) for sort, columns in zip(sorts, kept, strict=True)]
    coefficients, bias = fitted(hstack(vectors).tocsr(), lessons)
    parts = np.split(coefficients, [len(kept[0])], axis=1)
    tables = [sort.table(columns, own) for sort, columns, own in zip(sorts, kept, parts, strict=True)]
    write(bias, names, *tables)
    print(f"{len(texts)} texts", file=sys.stderr)


def bench() -> Iterator[Judged]:
    """Yield the texts of the quality bench that may be read."""
    for path in sorted((ROOT / "benchmarks/quality/dev").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["lang"] in LANGUAGES and "format" not in record:
                kinds = frozenset(kind for entry in record["expect"] for kind in entry.split("|"))
                yield Judged(record["text"], kinds)


def tests() -> Iterator[Judged]:
    """Yield the texts that the tests have judged, and those that only look odd."""
    odd = yaml.safe_load((ROOT / "tests/disguise/innocent.yaml").read_text(encoding="utf-8"))
    for listed in odd.values():
        yield from (Judged(text, frozenset()) for text in listed)
    for path in sorted((ROOT / "tests/quality").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield Judged(record["text"], frozenset([record["expect"]] if record["expect"] else ()))


def examples() -> Iterator[Judged]:
    """Yield the examples of the rules for Amazon, but of those that judge by impression."""
    for rule in load().rules:
        if rule.pack.startswith(PACKS) and not isinstance(rule.check, ReadsLikeCheck):
            for example in rule.examples:
                yield Judged(example.text, frozenset({rule.category} if example.flag else ()))


def named(ruleset: Ruleset) -> list[str]:
    """Return the lexicons for English and Chinese, and the types, by how phrases name them."""
    lexicons = (item for item in ruleset.lexicons if item.lang in (*LANGUAGES, None))
    names = {str(LexiconRef(item.name, item.lang)) for item in lexicons}
    return sorted({*names, *(f"<{name}>" for name in TYPES)})


def looking(program: Program, names: Sequence[str]) -> Callable[[Judged], Seen]:
    """Return what folds a text and finds the roles in it."""
    nodes = program.roles(names)

    def look(item: Judged) -> Seen:
        segment = Segment(item.text, TextOrigin(PhysicalText("<text>", item.text)))
        reading = SegmentReading(segment, 0, program, (), ())
        return Seen(reading.text, reading.roles(nodes))

    return look


def alarms(ruleset: Ruleset) -> Callable[[Judged], bool]:
    """Return what tells whether rules find something in a text, as if there were no impressions."""
    zones = {name: zone for name, zone in ruleset.zones.items() if zone.reads_like is None}
    silent = {rule.id: None for rule in ruleset.rules if isinstance(rule.check, ReadsLikeCheck)}
    linter = Linter(replace(ruleset, zones=zones), overrides=silent)
    return lambda item: any(found.severity >= Severity.WARNING for found in linter.check(item.text))


def sorted_out(seen: Sequence[Seen], names: Sequence[str] | None = None) -> list[Sort]:
    """Return the words of the texts, and those of their roles that have one of the names (None: any)."""
    roles = [[role for role in item.roles if names is None or role.name in names] for item in seen]
    found = (
        [[name for name, _ in words(item.text)] for item in seen],
        [[name for name, _ in played(item.text, own)] for item, own in zip(seen, roles, strict=True)],
    )
    return [Sort.of(item, length) for item, length in zip(found, LENGTHS, strict=True)]


def first(sorts: Sequence[Sort], lessons: Lessons) -> list[Any]:
    """Return what all features weigh that more than one text has, by sort and kind."""
    vectors = hstack([sort.whole() for sort in sorts]).tocsr()
    weights = np.array([learned(kind, vectors, lessons).coef_[0] for kind in ALL_KINDS])
    return np.split(weights, [len(sorts[0].repeated())], axis=1)


def most_telling(seen: Sequence[Seen], lessons: Lessons) -> list[str]:
    """Return the names of the roles that weigh most, alone and with others, in all texts together."""
    sorts = sorted_out(seen)
    _, roles = sorts
    columns = roles.repeated()
    weights = np.abs(first(sorts, lessons)[1]).max(axis=0) * np.asarray(roles.whole().sum(axis=0)).ravel()
    totals: Counter[str] = Counter()
    for column, weight in zip(columns, weights, strict=True):
        for name in roles.names[column].split(" "):
            totals[name.removeprefix(QUOTED)] += weight
    return sorted(name for name, _ in totals.most_common(ROLES))


def regression() -> LogisticRegression:
    """Return a model that has learned nothing."""
    return LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=5000)


def learned(kind: str, vectors: Any, lessons: Lessons) -> LogisticRegression:
    """Return a model of a kind."""
    rows, is_of = lessons.of(kind)
    return regression().fit(vectors[rows], is_of)


def fitted(vectors: Any, lessons: Lessons) -> tuple[Any, Any]:
    """Return the weights of the features, and the bias, each by kind."""
    least = bars(vectors, lessons)
    models = {INNOCENT: learned(INNOCENT, vectors, lessons)}
    _, innocent = lessons.of(INNOCENT)
    bar = models[INNOCENT].decision_function(vectors)
    for kind in KINDS:
        models[kind] = taught(kind, vectors, lessons, innocent, bar + least[kind])
    rows, is_false = lessons.of(FALSE_ALARM)
    models[FALSE_ALARM] = taught(
        FALSE_ALARM, vectors, lessons, ~is_false, np.full(len(rows), least[FALSE_ALARM])
    )
    weights = np.array([models[kind].coef_[0] for kind in ALL_KINDS])
    return weights, np.array([models[kind].intercept_[0] - least[kind] for kind in ALL_KINDS])


def taught(kind: str, vectors: Any, lessons: Lessons, others: Any, bar: Any) -> LogisticRegression:
    """Return a model of a kind that takes none of the `others` for it, if it can learn that.

    `bar` is the score by text that has to be exceeded. Texts that are taken wrongly count more until then.
    """
    rows, is_of = lessons.of(kind)
    own = vectors[rows]
    weight = np.ones(len(rows))
    for _ in range(ROUNDS):
        model = regression().fit(own, is_of, sample_weight=weight)
        wrong = others & (model.decision_function(own) > bar)
        if not wrong.any():
            break
        weight[wrong] *= 4
    return model


def bars(vectors: Any, lessons: Lessons) -> dict[str, float]:
    """Return by kind the score that a text has to exceed to be of it, at least nothing.

    For a violation, how much it has to exceed that for innocent copy: of the innocent messages and cards only
    the permitted share does so. Of the violating texts only the permitted share reads like a false alarm.
    """
    scores = {kind: crossed(kind, vectors, lessons) for kind in ALL_KINDS}
    _, innocent = lessons.of(INNOCENT)
    cards = np.flatnonzero(innocent[: lessons.whole])
    least = {INNOCENT: 0.0}
    for kind in KINDS:
        share = TAKEN_WRONGLY.get(kind, OTHERS_TAKEN_WRONGLY)
        least[kind] = exceeded_by((scores[kind] - scores[INNOCENT])[cards], share)
    _, is_false = lessons.of(FALSE_ALARM)
    least[FALSE_ALARM] = exceeded_by(scores[FALSE_ALARM][~is_false], EXCUSED_WRONGLY)
    return least


def crossed(kind: str, vectors: Any, lessons: Lessons) -> Any:
    """Return the scores for a kind of the texts it is learned from, each by a model that has not seen it."""
    rows, is_of = lessons.of(kind)
    folds = StratifiedKFold(5, shuffle=True, random_state=1)
    return cross_val_predict(regression(), vectors[rows], is_of, cv=folds, method="decision_function")


def exceeded_by(scores: Any, share: float) -> float:
    """Return the score that only a share of all exceeds, at least nothing."""
    ranked = np.sort(scores)[::-1]
    return max(0.0, float(ranked[int(len(ranked) * share)]))


def write(bias: Any, names: Sequence[str], words: Mapping[str, Any], roles: Mapping[str, Any]) -> None:
    """Write the weights, a feature a line."""
    lines = [
        f'{{"bias": {json.dumps([round(float(value), 3) for value in bias])},',
        f'"names": {json.dumps(names)},',
        f'"words": {written(words)},',
        f'"roles": {written(roles)}}}',
    ]
    (rules_folder() / IMPRESSIONS).write_text("\n".join(lines) + "\n", encoding="utf-8")


def written(table: Mapping[str, Any]) -> str:
    """Return a table as JSON, a feature a line."""
    rows = (
        json.dumps({name: row}, ensure_ascii=False, separators=(",", ":"))[1:-1]
        for name, row in table["features"].items()
    )
    return f'{{"unknown": {table["unknown"]}, "features": {{\n' + ",\n".join(rows) + "\n}}"


if __name__ == "__main__":
    main()
