"""What can be done with entries in the journal, by key, by mouse and from the rest of the app."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from knotbook.demo.diary import demo_entries
from knotbook.diary import Diary
from knotbook.domain.records import Day, Pain
from knotbook.journal.editor.dialog import EntryEditor
from knotbook.journal.model import PAGE
from knotbook.journal.view import JournalView
from knotbook.resources.theme import NAMES, load_theme
from knotbook.shell.journal_link import JournalLink
from knotbook.storage import EntryStore
from tests.fakes import FakeClock
from tests.journal.bodies import DAY, MINUTE, entry, pain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # of pop-ups

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ten(link: JournalLink, store: EntryStore, qtbot: QtBot) -> JournalView:
    """A visible journal of ten pains, the keyboard in the table."""
    store.bulk_add([entry(number, pain(number * DAY, number)) for number in range(10)])
    link.reload()
    show(link.view, qtbot)
    return link.view


def show(view: JournalView, qtbot: QtBot) -> None:
    view.resize(1000, 600)
    view.show()
    qtbot.waitExposed(view)
    view.table.setFocus()


def ids(view: JournalView) -> list[str]:
    return [one.id for one in view.selected()]


def open_editor(view: JournalView, qtbot: QtBot) -> EntryEditor:
    editors = [child for child in view.findChildren(EntryEditor) if child.isVisible()]
    assert len(editors) == 1
    editors[0].activateWindow()
    qtbot.waitUntil(editors[0].isActiveWindow)
    return editors[0]


def test_the_row_that_gets_the_keyboard_first_is_chosen(ten: JournalView) -> None:
    assert ten.table.hasFocus() and ids(ten) == [entry(0, pain()).id]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_edits_the_entry_and_the_diary_has_it(
    ten: JournalView, diary: Diary, qtbot: QtBot, key: Qt.Key
) -> None:
    chosen = entry(3, pain()).id
    ten.show_entry(chosen)
    with qtbot.waitSignal(ten.entry_activated) as activated:
        qtbot.keyClick(ten.table, key)
    assert activated.args == [chosen]
    editor = open_editor(ten, qtbot)
    editor.fields["note"].edit.setPlainText("found it")
    qtbot.keyClick(editor, Qt.Key.Key_Return, CTRL)
    changed = diary.reader.entry(chosen)
    assert changed is not None
    assert changed.body == replace(pain(3 * DAY, 3), note="found it")
    assert ten.selected() == [changed]
    assert diary.undo_label is not None
    assert diary.undo_label.startswith("change to 3 at right piriformis")


def test_saving_an_untouched_editor_writes_nothing(ten: JournalView, diary: Diary, qtbot: QtBot) -> None:
    ten.show_entry(entry(3, pain()).id)
    qtbot.keyClick(ten.table, Qt.Key.Key_F2)
    qtbot.keyClick(open_editor(ten, qtbot), Qt.Key.Key_Return, CTRL)
    assert diary.undo_label is None


def test_delete_removes_and_undo_brings_back(ten: JournalView, diary: Diary, qtbot: QtBot) -> None:
    chosen = entry(3, pain()).id
    ten.show_entry(chosen)
    qtbot.keyClick(ten.table, Qt.Key.Key_Delete)
    removed = diary.reader.entry(chosen)
    assert removed is not None
    assert removed.deleted_ms is not None
    assert ids(ten) == [entry(4, pain()).id]
    diary.undo()
    assert ten.show_entry(chosen)


def test_all_are_selected_and_removed_as_one_action(ten: JournalView, diary: Diary, qtbot: QtBot) -> None:
    qtbot.keyClick(ten.table, Qt.Key.Key_A, CTRL)
    assert len(ids(ten)) == 10
    qtbot.keyClick(ten.table, Qt.Key.Key_Delete)
    assert ten.empty.isVisible()
    assert diary.undo_label == "removed 10 entries"
    diary.undo()
    assert ten.table.isVisible()
    assert diary.undo_label is None


def test_duplicate_writes_the_same_again_now(
    ten: JournalView, diary: Diary, qtbot: QtBot, clock: FakeClock
) -> None:
    clock.advance(minutes=5)
    ten.show_entry(entry(3, pain()).id)
    qtbot.keyClick(ten.table, Qt.Key.Key_D, CTRL)
    newest = diary.reader.page(limit=1)[0]
    assert newest.body == replace(pain(intensity=3), when=clock.now())
    assert ids(ten) == [newest.id]
    assert diary.undo_label == "3 at right piriformis, again"


def test_a_check_in_cannot_be_duplicated(
    link: JournalLink, store: EntryStore, diary: Diary, qtbot: QtBot, clock: FakeClock
) -> None:
    store.bulk_add([entry(1, Day(day=clock.now().day()))])
    link.reload()
    show(link.view, qtbot)
    link.view.show_entry(entry(1, pain()).id)
    buttons = {button.text(): button.isEnabled() for button in link.view.findChildren(QPushButton)}
    assert (buttons["Edit"], buttons["Duplicate"], buttons["Remove"]) == (True, False, True)
    qtbot.keyClick(link.view.table, Qt.Key.Key_D, CTRL)
    assert diary.reader.count() == 1


def test_only_one_entry_is_edited_at_a_time(ten: JournalView, qtbot: QtBot) -> None:
    qtbot.keyClick(ten.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(ten.table, Qt.Key.Key_F2)
    assert not ten.findChildren(EntryEditor)


def test_the_menu_offers_the_same(ten: JournalView, qtbot: QtBot) -> None:
    ten.show_entry(entry(2, pain()).id)
    ten.table.customContextMenuRequested.emit(ten.table.visualRect(ten.table.currentIndex()).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if action.text() and action.isVisible()]
    assert words == ["Edit", "Duplicate", "Move…", "Remove", "Select all that is loaded"]
    menu.close()


def test_an_entry_asked_for_is_seen(link: JournalLink, store: EntryStore, qtbot: QtBot) -> None:
    store.bulk_add([entry(number, pain(number * MINUTE)) for number in range(PAGE * 2)])
    link.reload()
    show(link.view, qtbot)
    chosen = entry(PAGE + PAGE // 2, pain()).id
    assert link.view.show_entry(chosen)
    assert ids(link.view) == [chosen]
    assert link.view.table.viewport().rect().contains(
        link.view.table.visualRect(link.view.table.currentIndex()).center()
    )
    assert not link.view.show_entry("00000000-0000-7000-8000-999999999999")


def test_scrolling_down_reads_on(link: JournalLink, store: EntryStore, qtbot: QtBot) -> None:
    store.bulk_add([entry(number, pain(number * MINUTE)) for number in range(PAGE * 2 + 10)])
    link.reload()
    show(link.view, qtbot)
    for _ in range(3):
        qtbot.keyClick(link.view.table, Qt.Key.Key_End, CTRL)
    assert link.model.rowCount() == PAGE * 2 + 10


def test_a_tall_window_is_filled(link: JournalLink, store: EntryStore, qtbot: QtBot) -> None:
    store.bulk_add([entry(number, pain(number * MINUTE)) for number in range(PAGE * 3)])
    link.reload()
    link.view.resize(1000, 3000)
    link.view.show()
    qtbot.waitUntil(lambda: link.model.rowCount() > PAGE)
    lowest = link.view.table.viewport().rect().bottomLeft()
    qtbot.waitUntil(lambda: link.view.table.indexAt(lowest).isValid())


def test_an_empty_journal_says_what_to_do(link: JournalLink, diary: Diary, qtbot: QtBot) -> None:
    show(link.view, qtbot)
    link.reload()
    assert link.view.empty.isVisible()
    diary.record(pain(), label="x")
    assert link.view.table.isVisible()


@pytest.mark.parametrize("name", NAMES)
def test_the_demo_diary_is_painted_in_every_theme(
    link: JournalLink, store: EntryStore, clock: FakeClock, qtbot: QtBot, name: str
) -> None:
    theme = load_theme(name)
    store.bulk_add(demo_entries(clock.now(), days=5))
    link.reload()
    link.set_theme(theme)
    show(link.view, qtbot)
    picture = link.view.table.viewport().grab().toImage()
    whole_rows = picture.height() // link.view.table.rowHeight(0)
    numbers = [link.model.row(row).number for row in range(whole_rows)]
    spots = ((x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3))
    painted = {picture.pixelColor(x, y).name() for x, y in spots}
    assert len(set(numbers)) > 2, "several colours are looked for"
    assert {theme.pain[number] for number in numbers if number is not None} <= painted


def test_the_editor_is_gone_after_it_was_closed(ten: JournalView, qtbot: QtBot, tmp_path: Path) -> None:
    ten.show_entry(entry(3, pain()).id)
    editor = ten.edit()
    assert editor is not None
    editor.reject()
    qtbot.waitUntil(lambda: not ten.findChildren(EntryEditor))
    assert isinstance(ten.selected()[0].body, Pain)
