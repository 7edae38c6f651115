"""Make `rules/impressions.json`: what copy reads like, learned from judged copy.

    pip install scikit-learn
    python scripts/train_impressions.py

It learns from the part of the quality bench that may be read (`benchmarks/quality/dev`, English and Chinese),
from the judged texts of the tests, and from the examples of the rules for Amazon; never from the part kept
aside. For each kind of violation a logistic regression weighs the features; then its bias is set so that, in
five-fold cross-validation, four of a thousand innocent texts score above zero, and it learns again with those
innocent texts made heavier that it still takes wrongly.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from scipy.sparse import diags
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.preprocessing import normalize

from msglint.impression.features import features
from msglint.impression.model import SCALE
from msglint.packs.files import IMPRESSIONS
from msglint.packs.kinds import ALL_KINDS, INNOCENT
from msglint.packs.loader import load
from msglint.packs.model import ReadsLikeCheck
from msglint.shipped import rules_folder
from msglint.text.fold import fold

ROOT = Path(__file__).resolve().parents[1]
PACKS = ("amazon-", "off-platform")
LANGUAGES = ("en", "zh")

FEATURES = 8000
"""Features that are kept: those that weigh most for any kind."""
STRENGTH = 20.0
"""Inverse of the regularisation."""
TAKEN_WRONGLY = 0.004
"""Share of innocent texts that may read like a kind."""
ROUNDS = 6
"""Times that a model is asked to learn better."""


class Judged(NamedTuple):
    """A text and the kinds it was judged to be of; none: it is innocent."""

    text: str
    kinds: frozenset[str]


def main() -> None:
    """Learn, and write the weights."""
    texts = [*bench(), *tests(), *examples()]
    vectorizer = TfidfVectorizer(analyzer=names, sublinear_tf=True, norm=None)
    counted = vectorizer.fit_transform([item.text for item in texts])
    known = vectorizer.get_feature_names_out()
    repeated = np.asarray((counted > 0).sum(axis=0)).ravel() > 1
    columns = np.flatnonzero(repeated)
    first = normalize(counted[:, columns])
    models = [regression().fit(first, labels(texts, kind)) for kind in ALL_KINDS]
    kept = columns[most_telling(vectorizer.idf_[columns], models)]
    unknown = float(np.mean(np.delete(vectorizer.idf_, kept)))
    vectors = weighed(counted, vectorizer.idf_, kept, unknown)
    bars = [bar(vectors, texts, kind) for kind in ALL_KINDS]
    models = [fitted(vectors, texts, kind, least) for kind, least in zip(ALL_KINDS, bars, strict=True)]
    biases = [float(model.intercept_[0]) - least for model, least in zip(models, bars, strict=True)]
    table = {
        str(known[column]): [
            round(float(vectorizer.idf_[column]) * SCALE),
            *(round(float(model.coef_[0][index]) * SCALE) for model in models),
        ]
        for index, column in enumerate(kept)
    }
    write(biases, round(unknown * SCALE), dict(sorted(table.items())))
    print(f"{len(texts)} texts, {len(kept)} features", file=sys.stderr)


def weighed(counted: Any, idf: Any, kept: Any, unknown: float) -> Any:
    """Return the vectors of the kept features, of a length to which all others add as unknown ones."""
    alike = idf.copy()
    alike[np.setdiff1d(np.arange(len(idf)), kept)] = unknown
    return normalize(counted @ diags(alike / idf))[:, kept]


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


def names(text: str) -> list[str]:
    """Return the features of a text."""
    return [name for name, _ in features(fold(text).text)]


def labels(texts: Sequence[Judged], kind: str) -> Any:
    """Return for each text whether it is of a kind."""
    return np.array([kind in item.kinds if kind != INNOCENT else not item.kinds for item in texts])


def regression() -> LogisticRegression:
    """Return a model that has learned nothing."""
    return LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=5000)


def fitted(vectors: Any, texts: Sequence[Judged], kind: str, least: float) -> LogisticRegression:
    """Return a model of a kind; innocent texts that it takes for it count more until it learns better."""
    innocent = np.array([not item.kinds for item in texts])
    weight = np.ones(len(texts))
    for _ in range(ROUNDS):
        model = regression().fit(vectors, labels(texts, kind), sample_weight=weight)
        wrong = innocent & (model.decision_function(vectors) > least)
        if kind == INNOCENT or not wrong.any():
            break
        weight[wrong] *= 4
    return model


def most_telling(idf: Any, models: Sequence[LogisticRegression]) -> Any:
    """Return the features that weigh most for any kind, as columns."""
    weight = np.max([np.abs(model.coef_[0]) for model in models], axis=0) * idf
    return np.argsort(-weight, kind="stable")[:FEATURES]


def bar(vectors: Any, texts: Sequence[Judged], kind: str) -> float:
    """Return the score above which a text reads like a kind.

    Of innocent texts only the permitted share exceeds it, and it is at least an even chance.
    """
    if kind == INNOCENT:
        return 0.0
    folds = StratifiedKFold(5, shuffle=True, random_state=1)
    scores = cross_val_predict(
        regression(), vectors, labels(texts, kind), cv=folds, method="decision_function"
    )
    innocent = np.sort(scores[[not item.kinds for item in texts]])[::-1]
    return max(0.0, float(innocent[int(len(innocent) * TAKEN_WRONGLY)]))


def write(biases: Sequence[float], unknown: int, table: dict[str, list[int]]) -> None:
    """Write the weights, a feature a line."""
    rows = (
        json.dumps({name: row}, ensure_ascii=False, separators=(",", ":"))[1:-1]
        for name, row in table.items()
    )
    bias = json.dumps([round(value, 3) for value in biases])
    content = f'{{"bias": {bias},\n"unknown": {unknown},\n"features": {{\n' + ",\n".join(rows) + "\n}}\n"
    (rules_folder() / IMPRESSIONS).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
