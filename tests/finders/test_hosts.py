from __future__ import annotations

import pytest
from publicsuffixlist import PublicSuffixList

from msglint.finders import suffixes
from msglint.finders.host_words import SHORTENERS
from msglint.finders.hosts import known_part, registered_domain
from msglint.finders.suffixes import Proof, proof_of


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("a.b.brand.co.uk", "brand.co.uk"),
        ("brand.com", "brand.com"),
        ("shop.example", "shop.example"),
        ("例子.中国", "例子.中国"),
        ("myshop.myshopify.com", "myshopify.com"),
        ("co.uk", None),
        ("com", None),
        ("brand.nosuchending", None),
        ("brand..com", None),
        ("-brand.com", None),
        (f"{'x' * 64}.com", None),
        ("", None),
    ],
)
def test_registered_domain(host: str, domain: str | None) -> None:
    assert registered_domain(host) == domain


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("brand.com.please", ("brand.com", "brand.com")),
        ("www.brand.com-the", ("www.brand.com", "brand.com")),
        ("report.pdf", None),
        ("a.b", None),
    ],
)
def test_known_part(host: str, known: tuple[str, str] | None) -> None:
    assert known_part(host) == known


@pytest.mark.parametrize(
    ("suffix", "proof"),
    [
        ("com", Proof.HOST),
        ("co.uk", Proof.HOST),
        ("cn", Proof.HOST),
        ("中国", Proof.HOST),
        ("shop", Proof.WORD),
        ("so", Proof.WORD),
        ("example", Proof.WORD),
        ("py", Proof.NEEDS_MORE),
        ("ltd", Proof.NEVER),
    ],
)
def test_proof_of(suffix: str, proof: Proof) -> None:
    assert proof_of(suffix) is proof


def test_tables_hold_real_endings() -> None:
    known = PublicSuffixList(accept_unknown=False, only_icann=True)
    endings = (
        suffixes.PLAIN_GENERIC
        | suffixes.WORD_COUNTRY
        | suffixes.FILE_OR_UNIT
        | suffixes.COMPANY
        | suffixes.NUMBERED
        | {*suffixes.HAN_PLAIN, *suffixes.HAN_OTHER}
    )
    assert [ending for ending in endings if not known.is_public(ending)] == []
    assert [host for host in SHORTENERS if registered_domain(host) is None] == []


@pytest.mark.parametrize("ending", sorted(suffixes.NO_REGISTRY_LEVEL))
def test_endings_without_levels(ending: str) -> None:
    known = PublicSuffixList(only_icann=True)
    assert known.privatesuffix(f"a.b.{ending}") == f"b.{ending}"
