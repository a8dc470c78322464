"""An open diary in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knotbook.storage import EntryStore, open_store
from tests.fakes import FakeClock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.knotbook"


@pytest.fixture
def store(path: Path, clock: FakeClock) -> Iterator[EntryStore]:
    store = open_store(path, clock=clock)
    yield store
    store.close(back_up=False)
