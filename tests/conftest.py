from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from msglint.packs.installed import installed

from .packages import Install, add_package

# How long an example takes says more of the machine than of msglint.
settings.register_profile("msglint", deadline=None)
settings.load_profile("msglint")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files anew instead of comparing"
    )


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from the user's cache folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MSGLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `golden/<name>` beside the test, or write it there."""
    folder = Path(str(request.path)).parent / "golden"
    update = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        path = folder / name
        if update:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def install(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Put Python packages with packs where Python finds them, for one test."""
    site = tmp_path_factory.mktemp("site")
    monkeypatch.syspath_prepend(str(site))

    def put(name: str, files: Mapping[str, str]) -> None:
        add_package(site, name, files)
        importlib.invalidate_caches()
        installed.cache_clear()

    installed.cache_clear()
    yield put
    installed.cache_clear()
