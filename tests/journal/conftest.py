"""A real diary behind a real journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from knotbook.diary import Diary
from knotbook.journal.model import JournalModel
from knotbook.journal.view import JournalView
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from knotbook.shell.journal_link import JournalLink
from knotbook.storage import EntryStore, open_store
from tests.fakes import FakeClock


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture
def store(tmp_path: Path, clock: FakeClock) -> Iterator[EntryStore]:
    store = open_store(tmp_path / "d.knotbook", clock=clock)
    yield store
    store.close(back_up=False)


@pytest.fixture
def diary(qtbot: QtBot, clock: FakeClock, store: EntryStore) -> Diary:
    diary = Diary(clock, "this-computer")
    diary.attach(store)
    return diary


@pytest.fixture
def link(diary: Diary, catalogue: Catalogue, theme: Theme, clock: FakeClock, qtbot: QtBot) -> Iterator[JournalLink]:
    owner = QObject()
    link = JournalLink(diary, catalogue, theme, owner, clock=clock)
    qtbot.addWidget(link.view)
    mode = QAbstractItemModelTester.FailureReportingMode.Warning  # a warning fails the test
    tester = QAbstractItemModelTester(link.model, mode, link)
    tester.setUseFetchMore(False)  # the tests say when to read on
    yield link
    diary.changed.disconnect(link.model.apply)


@pytest.fixture
def model(link: JournalLink) -> JournalModel:
    return link.model


@pytest.fixture
def view(link: JournalLink) -> JournalView:
    return link.view
