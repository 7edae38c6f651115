from __future__ import annotations

from pathlib import Path

import pytest

from msglint.text.words import Segmenter
from tests.text.chinese import MISSING_WORDS


@pytest.fixture(scope="session")
def dictionary_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder of the tests' own, in which the dictionary is built once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def segmenter(dictionary_folder: Path) -> Segmenter:
    """A segmenter that knows words which jieba lacks; its dictionary is loaded."""
    segmenter = Segmenter(MISSING_WORDS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MSGLINT_CACHE_DIR", str(dictionary_folder))
        segmenter.cut("好评")
    return segmenter
