"""The bin can be looked at, given back from, and emptied after a question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from knotbook.diary import Diary
from knotbook.domain.place import Point, View
from knotbook.domain.records import Day, Spot
from knotbook.journal.emptying import EmptyingDialog
from knotbook.journal.view import JournalView
from knotbook.shell.journal_link import JournalLink
from knotbook.storage import EntryStore
from tests.journal.bodies import DAY, PIRIFORMIS, entry, pain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # of pop-ups


@pytest.fixture
def three_gone(link: JournalLink, store: EntryStore, diary: Diary, qtbot: QtBot) -> JournalView:
    """Ten pains and a check-in, of which two pains and the check-in are in the bin, each removed on its own."""
    store.bulk_add([entry(n, pain(n * DAY, n, "on the stairs")) for n in range(10)])
    day = diary.record(Day(day=pain().when.day()), label="day")[0].id
    link.reload()
    link.view.resize(1100, 600)
    link.view.show()
    qtbot.waitUntil(link.view.isActiveWindow)
    for gone in (entry(2, pain()).id, entry(5, pain()).id, day):
        link.view.show_entry(gone)
        qtbot.keyClick(link.view.table, Qt.Key.Key_Delete)
    return link.view


def button(view: JournalView, words: str) -> QPushButton:
    return next(one for one in view.findChildren(QPushButton) if one.text() == words and one.isVisible())


def listed(view: JournalView) -> list[str]:
    model = view.table.model()
    return [model.row(row).entry.id for row in range(model.rowCount())]  # type: ignore[attr-defined]  # a JournalModel


def look(view: JournalView, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(view, "Bin"), Qt.MouseButton.LeftButton)


def test_the_bin_lists_what_was_removed(three_gone: JournalView, qtbot: QtBot) -> None:
    look(three_gone, qtbot)
    assert len(listed(three_gone)) == 3
    assert listed(three_gone)[1:] == [entry(2, pain()).id, entry(5, pain()).id]
    assert three_gone.head.counter.text() == "3 entries"
    assert three_gone.filters.isHidden() and not three_gone.bin_filters.isHidden()
    shown = {one.text() for one in three_gone.head.findChildren(QPushButton) if one.isVisible()}
    assert shown == {"Restore", "Empty the bin…", "Back to the journal"}
    qtbot.mouseClick(button(three_gone, "Back to the journal"), Qt.MouseButton.LeftButton)
    assert len(listed(three_gone)) == 8


def test_a_filter_does_not_reach_into_the_bin_and_is_there_afterwards(three_gone: JournalView, qtbot: QtBot) -> None:
    three_gone.filters.line.setText("stairs")
    three_gone.filters.numbers._choose(0, 8)
    look(three_gone, qtbot)
    assert len(listed(three_gone)) == 3
    three_gone.show_bin(False)
    assert len(listed(three_gone)) == 2


def test_entries_are_restored_and_undo_bins_them_again(three_gone: JournalView, diary: Diary, qtbot: QtBot) -> None:
    look(three_gone, qtbot)
    three_gone.table.selectRow(1)
    qtbot.mouseClick(button(three_gone, "Restore"), Qt.MouseButton.LeftButton)
    assert len(listed(three_gone)) == 2
    assert three_gone.table.hasFocus(), "the next key must not meet what empties the bin"
    assert diary.undo_label == "restored 2 at right piriformis"
    assert diary.reader.count() == 9
    diary.undo()
    assert len(listed(three_gone)) == 3
    three_gone.table.setFocus()
    three_gone.table.selectAll()
    qtbot.keyClick(three_gone.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert three_gone.bin_empty.isVisible()
    assert diary.reader.count() == 11
    diary.undo()
    assert len(listed(three_gone)) == 3


def test_what_is_removed_meanwhile_comes_into_the_bin(three_gone: JournalView, diary: Diary, qtbot: QtBot) -> None:
    look(three_gone, qtbot)
    diary.remove([entry(7, pain()).id, entry(8, pain()).id], label="two")
    assert listed(three_gone)[-2:] == [entry(7, pain()).id, entry(8, pain()).id]
    assert three_gone.head.counter.text() == "5 entries"
    recorded = diary.record(pain(), label="new")
    assert len(listed(three_gone)) == 5
    diary.undo()
    assert recorded[0].id in listed(three_gone)


def test_nothing_is_edited_in_the_bin(three_gone: JournalView, diary: Diary, qtbot: QtBot) -> None:
    look(three_gone, qtbot)
    three_gone.table.selectRow(1)
    label = diary.undo_label
    qtbot.keyClick(three_gone.table, Qt.Key.Key_F2)
    qtbot.keyClick(three_gone.table, Qt.Key.Key_Delete)
    qtbot.keyClick(three_gone.table, "9")
    assert three_gone.edit() is None
    assert diary.undo_label == label
    assert len(listed(three_gone)) == 3


def test_emptying_asks_and_says_what_goes(three_gone: JournalView, diary: Diary, qtbot: QtBot) -> None:
    spot = diary.record(Spot(place=PIRIFORMIS, point=Point(View.BACK, 1, 2)), label="s")[0].id
    diary.remove([spot], label="s")
    look(three_gone, qtbot)
    qtbot.mouseClick(button(three_gone, "Empty the bin…"), Qt.MouseButton.LeftButton)
    question = three_gone.findChild(EmptyingDialog)
    assert isinstance(question, EmptyingDialog)
    assert question.what.text() == "For good: 2 pains, 1 check-in and 1 point."
    assert question.focusWidget() is question.keep
    qtbot.mouseClick(question.keep, Qt.MouseButton.LeftButton)
    assert len(listed(three_gone)) == 3
    qtbot.mouseClick(button(three_gone, "Empty the bin…"), Qt.MouseButton.LeftButton)
    question = three_gone.findChildren(EmptyingDialog)[-1]
    qtbot.mouseClick(question.empty, Qt.MouseButton.LeftButton)
    assert three_gone.bin_empty.isVisible()
    assert diary.reader.page(deleted=True) == []
    assert diary.reader.entry(entry(2, pain()).id) is None
    assert diary.reader.count() == 8
    assert not button(three_gone, "Empty the bin…").isEnabled()


def test_an_entry_asked_for_elsewhere_leads_out_of_the_bin(three_gone: JournalView, qtbot: QtBot) -> None:
    look(three_gone, qtbot)
    assert three_gone.show_entry(entry(4, pain()).id)
    assert button(three_gone, "Bin").isVisible()
    assert [one.id for one in three_gone.selected()] == [entry(4, pain()).id]
    qtbot.keyClick(three_gone.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert three_gone.filters.line.hasFocus()


def test_the_bin_is_searched_and_narrowed_like_the_journal(three_gone: JournalView, diary: Diary, qtbot: QtBot) -> None:
    look(three_gone, qtbot)
    bar = three_gone.bin_filters
    qtbot.keyClick(three_gone, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert bar.line.hasFocus()
    qtbot.keyClicks(bar.line, "stair")
    assert listed(three_gone) == [entry(2, pain()).id, entry(5, pain()).id]
    bar.numbers._choose(0, 5)
    assert listed(three_gone) == [entry(5, pain()).id]
    assert three_gone.head.counter.text() == "1 entry found"
    three_gone.table.selectRow(0)
    three_gone.restore()
    assert listed(three_gone) == [] and three_gone.nothing_found.isVisible()
    diary.undo()
    assert listed(three_gone) == [entry(5, pain()).id]
    bar.clear()
    assert len(listed(three_gone)) == 3


def test_restoring_all_that_is_there_puts_the_keyboard_on_the_way_back(three_gone: JournalView, qtbot: QtBot) -> None:
    look(three_gone, qtbot)
    three_gone.table.selectAll()
    qtbot.mouseClick(button(three_gone, "Restore"), Qt.MouseButton.LeftButton)
    assert three_gone.head.other.hasFocus()


def test_what_an_undo_brings_back_is_what_the_next_key_is_about(three_gone: JournalView, diary: Diary) -> None:
    rows = [3, 4]
    gone = [listed(three_gone)[row] for row in rows]
    three_gone.table.clearSelection()
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        three_gone.table.selectionModel().select(three_gone.table.model().index(row, 0), flags)
    three_gone.remove()
    assert [one.id for one in three_gone.selected()] != gone
    diary.undo()
    assert [one.id for one in three_gone.selected()] == gone
    assert three_gone.table.currentIndex().row() == rows[0]
