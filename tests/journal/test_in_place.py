"""Numbers and notes are changed in the table itself, by double click or by typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from knotbook.controls.complaint import complaint_of
from knotbook.diary import Diary
from knotbook.domain.records import Body, Day, Pain, Rating, Release
from knotbook.journal.cells import Column
from knotbook.journal.editor.dialog import EntryEditor
from knotbook.journal.in_place import answer, changed
from knotbook.journal.view import JournalView
from knotbook.shell.journal_link import JournalLink
from knotbook.storage import EntryStore
from tests.journal.bodies import DAY, EVERY_KIND, PIRIFORMIS, at, entry, pain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # of pop-ups


@pytest.fixture
def view(link: JournalLink, store: EntryStore, qtbot: QtBot) -> JournalView:
    """A pain today, one with a note, one with a note of two lines, a release; the keyboard in the table."""
    bodies: list[Body] = [pain(0, 4), pain(DAY, 5, "stairs"), pain(2 * DAY, 6, "one\ntwo")]
    bodies.append(Release(when=at(3 * DAY), place=PIRIFORMIS))
    store.bulk_add([entry(number, body) for number, body in enumerate(bodies)])
    link.reload()
    link.view.resize(1100, 600)
    link.view.show()
    qtbot.waitUntil(link.view.isActiveWindow)
    link.view.table.setFocus()
    return link.view


def line(view: JournalView) -> QLineEdit:
    lines = [one for one in view.table.viewport().findChildren(QLineEdit) if one.isVisible()]
    assert len(lines) == 1
    return lines[0]


def is_open(view: JournalView) -> bool:
    return bool([one for one in view.table.viewport().findChildren(QLineEdit) if one.isVisible()])


def enter(view: JournalView, qtbot: QtBot) -> None:
    qtbot.keyClick(line(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not is_open(view))  # Qt saves and closes when the key has been handled


def cell(view: JournalView, row: int, column: Column) -> QModelIndex:
    return view.table.model().index(row, column)


def double_click(view: JournalView, row: int, column: Column, qtbot: QtBot) -> None:
    spot = view.table.visualRect(cell(view, row, column)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def body(diary: Diary, number: int) -> Body:
    found = diary.reader.entry(entry(number, pain()).id)
    assert found is not None
    return found.body


def test_a_double_click_on_the_number_changes_it(view: JournalView, diary: Diary, qtbot: QtBot) -> None:
    double_click(view, 0, Column.NUMBER, qtbot)
    qtbot.keyClicks(line(view), "10")
    enter(view, qtbot)
    assert body(diary, 0) == pain(0, 10)
    assert cell(view, 0, Column.NUMBER).data() == "10"
    assert diary.undo_label == "change to 10 at right piriformis"
    diary.undo()
    assert cell(view, 0, Column.NUMBER).data() == "4"


def test_a_digit_begins_a_new_number(view: JournalView, diary: Diary, qtbot: QtBot) -> None:
    view.show_entry(entry(1, pain()).id)
    qtbot.keyClick(view.table, "1")
    assert line(view).text() == "1"
    qtbot.keyClick(line(view), "0")
    enter(view, qtbot)
    assert body(diary, 1) == pain(DAY, 10, "stairs")


@pytest.mark.parametrize("keys", ["11", "1 1", "-1", "x"])
def test_no_other_number_can_be_typed(view: JournalView, diary: Diary, qtbot: QtBot, keys: str) -> None:
    double_click(view, 0, Column.NUMBER, qtbot)
    typed = line(view)
    qtbot.keyClicks(typed, keys)
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert is_open(view) and complaint_of(typed) == "A whole number from 0 to 10. Esc leaves it as it was."
    assert typed.accessibleDescription() == complaint_of(typed)
    qtbot.keyClick(typed, Qt.Key.Key_Backspace)
    assert complaint_of(typed) == ""
    qtbot.keyClick(typed, Qt.Key.Key_Escape)
    assert body(diary, 0) == pain(0, 4)
    assert diary.undo_label is None


@pytest.mark.parametrize(
    ("keys", "words"),
    [("44", "Still 4: “44” is no whole number from 0 to 10."), ("", "Still 4: nothing was typed."), ("4", None)],
)
def test_a_wrong_number_left_by_a_click_elsewhere_is_said(
    view: JournalView, diary: Diary, qtbot: QtBot, keys: str, words: str | None
) -> None:
    said: list[str] = []
    view.said.connect(said.append)
    double_click(view, 0, Column.NUMBER, qtbot)
    line(view).clear()
    qtbot.keyClicks(line(view), keys)
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=view.table.viewport().rect().center())
    qtbot.waitUntil(lambda: not is_open(view))
    assert said == ([words] if words else []) and body(diary, 0) == pain(0, 4)


def test_a_double_click_on_the_details_changes_the_note(view: JournalView, diary: Diary, qtbot: QtBot) -> None:
    double_click(view, 1, Column.DETAILS, qtbot)
    assert line(view).selectedText() == "stairs"
    qtbot.keyClicks(line(view), "down the stairs")
    enter(view, qtbot)
    assert body(diary, 1) == pain(DAY, 5, "down the stairs")


def test_a_letter_goes_on_with_the_note(view: JournalView, diary: Diary, qtbot: QtBot) -> None:
    view.show_entry(entry(1, pain()).id)
    qtbot.keyClick(view.table, "u")
    qtbot.keyClicks(line(view), "p")
    assert line(view).text() == "stairs up"
    qtbot.keyClick(line(view), Qt.Key.Key_Escape)
    assert not is_open(view)
    assert body(diary, 1) == pain(DAY, 5, "stairs")


def test_a_note_of_several_lines_opens_the_editor(view: JournalView, qtbot: QtBot) -> None:
    double_click(view, 2, Column.DETAILS, qtbot)
    assert not is_open(view)
    editor = view.findChild(EntryEditor)
    assert isinstance(editor, EntryEditor)
    editor.reject()


def test_the_other_cells_open_the_editor(view: JournalView, qtbot: QtBot) -> None:
    double_click(view, 0, Column.WHERE, qtbot)
    editor = view.findChild(EntryEditor)
    assert isinstance(editor, EntryEditor)
    editor.reject()


def test_what_has_no_number_swallows_digits(view: JournalView, diary: Diary, qtbot: QtBot) -> None:
    view.show_entry(entry(3, pain()).id)
    qtbot.keyClick(view.table, "5")
    assert not is_open(view)
    assert diary.undo_label is None


def test_typing_with_several_rows_selected_changes_nothing(view: JournalView, diary: Diary, qtbot: QtBot) -> None:
    view.table.selectAll()
    qtbot.keyClick(view.table, "5")
    assert not is_open(view)


def test_leaving_a_note_as_it_was_writes_nothing(view: JournalView, diary: Diary, qtbot: QtBot) -> None:
    double_click(view, 1, Column.DETAILS, qtbot)
    enter(view, qtbot)
    assert diary.undo_label is None


@pytest.mark.parametrize("one", EVERY_KIND)
@pytest.mark.parametrize("column", list(Column))
def test_only_numbers_and_notes_can_be_answered(one: Body, column: Column) -> None:
    can_be = answer(one, column) is not None
    assert can_be == (
        (column is Column.NUMBER and isinstance(one, Pain | Rating))
        or (column is Column.DETAILS and not isinstance(one, Rating) and "\n" not in getattr(one, "note", ""))
    )
    if not can_be:
        assert changed(one, column, "7") is None


@pytest.mark.parametrize("text", ["", "11", "-1", "4.5", "x", "²", "٣"])
def test_what_is_no_number_changes_nothing(text: str) -> None:
    assert changed(pain(0, 4), Column.NUMBER, text) is None
    assert changed(Day(day=at().day()), Column.NUMBER, "3") is None
