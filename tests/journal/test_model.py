"""The journal lists every entry in order, a page at a time, and takes changes in where they belong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from knotbook.diary import Diary
from knotbook.domain.place import Point, View
from knotbook.domain.records import LASTING_KINDS, Changes, Entry, Kind, Spot
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.journal import paged
from knotbook.journal.cells import Column
from knotbook.journal.model import PAGE, ROW, JournalModel
from knotbook.shell.journal_link import JournalLink
from knotbook.storage import EntryStore
from tests.fakes import FakeClock
from tests.journal.bodies import DAY, EVERY_KIND, MINUTE, PIRIFORMIS, entry, pain


def shown(model: JournalModel) -> list[str]:
    return [model.row(number).entry.id for number in range(model.rowCount())]


def everything(store: EntryStore) -> list[str]:
    kinds = [kind for kind in Kind if kind not in LASTING_KINDS]
    return [one.id for one in store.page(kinds, limit=100_000)]


def fetch_all(model: JournalModel) -> None:
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())


def fill(store: EntryStore, count: int, step_ms: int = MINUTE) -> list[Entry]:
    entries = [entry(number, pain(number * step_ms, number % 11)) for number in range(count)]
    store.bulk_add(entries)
    return entries


def agrees(model: JournalModel, store: EntryStore) -> bool:
    """Whether what is loaded is exactly the newest part of the diary."""
    loaded = shown(model)
    return loaded == everything(store)[: len(loaded)] and model.total == len(everything(store))


def test_nothing_is_listed_before_a_diary_is_open(link: JournalLink) -> None:
    assert link.model.rowCount() == 0
    assert not link.model.canFetchMore(QModelIndex())
    link.model.apply(Changes(label="", after={"a": entry(1, pain())}))
    assert link.model.rowCount() == 0


def test_every_kind_is_listed_but_named_points(link: JournalLink, store: EntryStore) -> None:
    spot = Spot(place=PIRIFORMIS, point=Point(View.BACK, 1.0, 2.0))
    store.bulk_add([entry(10, spot), *(entry(number, body) for number, body in enumerate(EVERY_KIND))])
    link.reload()
    assert len(shown(link.model)) == len(EVERY_KIND)
    assert shown(link.model) == everything(store)
    texts = [
        [link.model.index(row, column).data() for column in range(5)] for row in range(link.model.rowCount())
    ]
    assert ["Today 10:29", "Exercise"] not in texts
    assert all(row[Column.WHEN] and row[Column.WHAT] for row in texts)


def test_pages_come_one_after_the_other_in_order(link: JournalLink, store: EntryStore) -> None:
    fill(store, PAGE * 2 + 5)
    link.reload()
    assert link.model.rowCount() == PAGE
    assert link.model.total == PAGE * 2 + 5
    link.model.fetchMore(QModelIndex())
    assert link.model.rowCount() == PAGE * 2
    fetch_all(link.model)
    assert shown(link.model) == everything(store)
    assert link.model.rowCount() == PAGE * 2 + 5


def test_entries_of_the_same_moment_are_neither_lost_nor_doubled(link: JournalLink, store: EntryStore) -> None:
    fill(store, PAGE * 2 + 3, step_ms=0)
    link.reload()
    fetch_all(link.model)
    assert shown(link.model) == everything(store)


def test_a_full_last_page_ends_the_list(link: JournalLink, store: EntryStore) -> None:
    fill(store, PAGE)
    link.reload()
    fetch_all(link.model)
    assert link.model.rowCount() == PAGE


def test_a_new_entry_stands_where_its_time_is(link: JournalLink, store: EntryStore, diary: Diary) -> None:
    fill(store, 10, step_ms=DAY)
    link.reload()
    diary.record(pain(DAY * 3 + MINUTE), label="x")
    assert agrees(link.model, store)
    assert link.model.rowCount() == 11


def test_adding_changing_removing_and_taking_back_keep_the_list_true(
    link: JournalLink, store: EntryStore, diary: Diary, clock: FakeClock
) -> None:
    entries = fill(store, PAGE + 40)
    link.reload()
    resets = []
    link.model.modelReset.connect(lambda: resets.append(1))
    diary.record(pain(90 * 1000), pain((PAGE + 39) * MINUTE + 5), label="two, one below what is loaded")
    assert agrees(link.model, store)
    diary.amend({entries[5].id: replace(pain(), intensity=9)}, label="moved up")
    assert agrees(link.model, store)
    assert link.model.row(link.model.row_of(entries[5].id) or 0).number == 9
    diary.amend({entries[3].id: pain(50 * MINUTE + 1)}, label="moved down")
    assert agrees(link.model, store)
    diary.amend({entries[9].id: pain((PAGE + 30) * MINUTE + 1)}, label="moved below what is loaded")
    assert agrees(link.model, store)
    diary.amend({entries[PAGE + 20].id: pain(7 * MINUTE + 1)}, label="moved up from below")
    assert agrees(link.model, store)
    diary.remove([one.id for one in (*entries[20:30], entries[40], entries[PAGE + 10])], label="many")
    assert agrees(link.model, store)
    while diary.undo() is not None:
        assert agrees(link.model, store)
    while diary.redo() is not None:
        assert agrees(link.model, store)
    fetch_all(link.model)
    assert shown(link.model) == everything(store)
    assert not resets


def test_removing_all_that_is_loaded_brings_what_is_older(link: JournalLink, store: EntryStore, diary: Diary) -> None:
    entries = fill(store, PAGE + 7)
    link.reload()
    diary.remove([one.id for one in entries[:PAGE]], label="all")
    assert shown(link.model) == [one.id for one in entries[PAGE:]]


def test_an_entry_changed_in_its_place_is_told_of(link: JournalLink, store: EntryStore, diary: Diary) -> None:
    entries = fill(store, 5)
    link.reload()
    told: list[tuple[int, int]] = []
    link.model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    diary.amend({entries[2].id: replace(entries[2].body, note="new words")}, label="x")
    assert any(first <= 2 <= last for first, last in told)
    assert "new words" in link.model.index(2, Column.DETAILS).data()


def test_selection_and_persistent_rows_stay_with_their_entry(
    link: JournalLink, store: EntryStore, diary: Diary
) -> None:
    entries = fill(store, 20)
    link.reload()
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    link.view.table.selectionModel().select(link.model.index(8, 0), rows)
    kept = QPersistentModelIndex(link.model.index(8, 0))
    diary.record(pain(-MINUTE), label="above")
    diary.remove([entries[3].id], label="above too")
    diary.amend({entries[8].id: pain(2 * MINUTE + 1)}, label="moved")
    assert [one.id for one in link.view.selected()] == [entries[8].id]
    assert kept.data(ROW).entry.id == entries[8].id


def test_an_entry_far_down_is_read_up_to(link: JournalLink, store: EntryStore) -> None:
    entries = fill(store, PAGE * 4)
    link.reload()
    row = link.model.row_of(entries[PAGE * 3 + 7].id)
    assert row == PAGE * 3 + 7
    assert link.model.starts_at_newest


def test_farther_than_that_the_list_starts_beside_it(
    link: JournalLink, store: EntryStore, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paged, "REACH", PAGE)
    entries = fill(store, PAGE * 5, step_ms=DAY // 4)
    link.reload()
    wanted = entries[PAGE * 4]
    row = link.model.row_of(wanted.id)
    assert row is not None
    assert 0 < row < 20
    assert link.model.row(row).entry.id == wanted.id
    assert not link.model.starts_at_newest
    listed = shown(link.model)
    diary.record(pain(), label="newer than the list")
    assert shown(link.model) == listed
    assert link.model.total == PAGE * 5 + 1
    newest = link.model.row_of(entries[0].id)
    assert newest == 1
    assert link.model.starts_at_newest


def test_what_is_not_in_the_journal_has_no_row(link: JournalLink, store: EntryStore, diary: Diary) -> None:
    entries = fill(store, 3)
    link.reload()
    diary.remove([entries[1].id], label="x")
    assert link.model.row_of(entries[1].id) is None
    assert link.model.row_of("00000000-0000-7000-8000-999999999999") is None


def test_the_day_is_told_anew_after_midnight(link: JournalLink, store: EntryStore, clock: FakeClock) -> None:
    fill(store, 1)
    link.reload()
    cell = link.model.index(0, Column.WHEN)
    assert cell.data() == "Today 10:30"
    clock.advance(days=1)
    link.model.refresh_today()
    assert cell.data() == "Yesterday 10:30"
    clock.advance(days=400)
    link.model.refresh_today()
    assert cell.data() == "Tue 3 Mar 2026 10:30"


def test_assistive_technology_hears_both_names_and_the_scale(link: JournalLink, store: EntryStore) -> None:
    fill(store, 1)
    link.reload()

    def heard(column: Column) -> str:
        return link.model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)

    assert heard(Column.WHEN) == "Tuesday, 3 March 2026 10:30"
    assert "Right piriformis" in heard(Column.WHERE)
    assert heard(Column.NUMBER) == "0 of 10"


def test_a_file_that_cannot_be_read_is_told_of_and_ends_the_list(
    link: JournalLink, store: EntryStore, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, PAGE * 2)
    link.reload()
    told: list[Trouble] = []
    diary.trouble.connect(lambda trouble, _bodies: told.append(trouble))
    gone = Trouble(TroubleKind.INPUT_OUTPUT, what="The diary cannot be read.", why="The disk is gone.")

    def fail(*_args: object, **_more: object) -> None:
        raise gone

    with monkeypatch.context() as patch:
        patch.setattr(EntryStore, "page", fail)
        link.model.fetchMore(QModelIndex())
    assert told == [gone]
    assert link.model.rowCount() == PAGE
    assert not link.model.canFetchMore(QModelIndex())
    link.reload()
    assert link.model.canFetchMore(QModelIndex())


def test_emptying_everything_reads_anew(link: JournalLink, store: EntryStore, qtbot: QtBot) -> None:
    entries = fill(store, 3)
    link.reload()
    store.bulk_add([entry(50, pain(MINUTE + 5))])
    link.model.apply(Changes(label="", everything=True))
    assert len(shown(link.model)) == len(entries) + 1
