"""The journal page: all entries in a table, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.controls.names import Names
from knotbook.domain.clock import Clock
from knotbook.domain.records import Body, Day, Entry, Rating
from knotbook.journal.editor.dialog import EntryEditor
from knotbook.journal.empty import EmptyPage
from knotbook.journal.model import JournalModel
from knotbook.journal.table import JournalTable
from knotbook.resources.theme import Theme


@dataclass(frozen=True, slots=True)
class _Deed:
    """Something that can be done with the selected entries."""

    action: QAction
    button: QPushButton
    icon: str

    def enable(self, possible: bool) -> None:
        """Whether it can be done now."""
        self.action.setEnabled(possible)
        self.button.setEnabled(possible)

    def draw(self, theme: Theme) -> None:
        """Draw its icon in the colours of `theme`."""
        picture = icon(self.icon, theme.ink_soft, 20, theme.ink_faint)
        self.action.setIcon(picture)
        self.button.setIcon(picture)


class JournalView(QWidget):
    """Shows a `JournalModel` and says what the person wishes; it never writes.

    `amend_requested(id, body)`: a changed body for an entry. `remove_requested(ids)`, `duplicate_requested(ids)`: by
    the order of the list. `entry_activated(id)`: Enter or a double click, just before the editor opens;
    `editor_opened(id, EntryEditor)`: what belongs to the entry can be put under its form.
    """

    amend_requested = Signal(str, object)
    remove_requested = Signal(list)
    duplicate_requested = Signal(list)
    entry_activated = Signal(str)
    editor_opened = Signal(str, object)

    def __init__(
        self, model: JournalModel, names: Names, theme: Theme, clock: Clock, parent: QWidget | None = None
    ) -> None:
        """`clock`: tells the editor what is still to come."""
        super().__init__(parent)
        self._model = model
        self._names = names
        self._theme = theme
        self._clock = clock
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table = JournalTable(model, theme, self)
        self._edit = self._deed(self.tr("Edit"), "edit", ("F2", "Return", "Enter"), self.edit)
        self._remove = self._deed(self.tr("Remove"), "trash", ("Delete",), self.remove)
        self._copy = self._deed(self.tr("Duplicate"), "copy", ("Ctrl+D",), self.duplicate)
        self._copy.button.setToolTip(self.tr("Write it again, now (Ctrl+D)"))
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._count(model.total)
        self._started(model.starts_at_newest)

    # -- what the shell asks for

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        for deed in (self._edit, self._remove, self._copy):
            deed.draw(theme)
        self._newest.setIcon(icon("undo", theme.ink_soft))
        self.table.set_theme(theme)
        self.empty.set_theme(theme)

    def show_entry(self, entry_id: str) -> bool:
        """Select an entry, scroll to it and take the keyboard; whether it is in the journal."""
        row = self._model.row_of(entry_id)
        if row is None:
            return False
        self._select(row)
        index = self._model.index(row, 0)
        self.table.scrollTo(index, JournalTable.ScrollHint.PositionAtCenter)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def selected(self) -> list[Entry]:
        """The selected entries in the order of the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self._model.row(row).entry for row in rows]

    # -- what can be done

    def edit(self) -> EntryEditor | None:
        """Open the editor on the selected entry; None if not exactly one is selected."""
        entries = self.selected()
        if len(entries) != 1:
            return None
        entry = entries[0]
        self.entry_activated.emit(entry.id)
        editor = EntryEditor(entry.body, self._names, self._theme, self._clock, self)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.submitted.connect(lambda body: self._amend(entry, body))
        self.editor_opened.emit(entry.id, editor)
        editor.open()
        return editor

    def remove(self) -> None:
        """Wish the selected entries into the bin; the row after them becomes the current one."""
        entries = self.selected()
        if not entries:
            return
        first = min(index.row() for index in self.table.selectionModel().selectedRows())
        self.remove_requested.emit([entry.id for entry in entries])
        if self.selected() != entries:  # they may still be there: the disk may have refused
            self._select(first)

    def duplicate(self) -> None:
        """Wish for the selected entries to be written again, now. Ratings and check-ins cannot be."""
        ids = [entry.id for entry in self.selected() if _again(entry.body)]
        if ids:
            self.duplicate_requested.emit(ids)

    def showEvent(self, event: QShowEvent) -> None:
        """Say today and yesterday of the right days."""
        self._model.refresh_today()
        super().showEvent(event)

    # -- inside

    def _amend(self, entry: Entry, body: Body) -> None:
        if body != entry.body:
            self.amend_requested.emit(entry.id, body)

    def _deed(self, words: str, picture: str, keys: tuple[str, ...], do: Callable[[], object]) -> _Deed:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: do())
        self.table.addAction(action)
        button = QPushButton(words, self)
        button.setToolTip(f"{words} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        button.clicked.connect(lambda _checked=False: do())
        return _Deed(action, button, picture)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(self._head())
        self.empty = EmptyPage(self._theme, self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        column.addLayout(self._pages, 1)

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Journal"), self)
        title.setProperty("role", "title")
        self._counter = QLabel(self)
        self._counter.setProperty("role", "caption")
        self._newest = QPushButton(self.tr("Back to the newest"), self)
        self._newest.clicked.connect(self._to_newest)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title)
        row.addSpacing(8)
        row.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self._newest)
        for deed in (self._edit, self._copy, self._remove):
            row.addWidget(deed.button)
        return row

    def _connect(self) -> None:
        self.table.doubleClicked.connect(lambda _index: self.edit())
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._enable())
        self._model.counted.connect(self._count)
        self._model.started.connect(self._started)
        self._model.modelReset.connect(self._enable)
        self._enable()

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._edit.action, self._copy.action])
        menu.addSeparator()
        menu.addAction(self._remove.action)
        menu.addSeparator()
        every = menu.addAction(self.tr("Select all that is loaded"))
        every.setShortcut(QKeySequence(QKeySequence.StandardKey.SelectAll))
        every.triggered.connect(lambda _checked=False: self.table.selectAll())
        under = self.table.indexAt(point)
        where = point if under.isValid() else self.table.menu_point()
        menu.popup(self.table.viewport().mapToGlobal(where))

    def _enable(self) -> None:
        entries = self.selected()
        self._edit.enable(len(entries) == 1)
        self._remove.enable(bool(entries))
        self._copy.enable(any(_again(entry.body) for entry in entries))

    def _select(self, row: int) -> None:
        row = min(row, self._model.rowCount() - 1)
        if row < 0:
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self._model.index(row, 0), flags)

    def _count(self, total: int) -> None:
        self._counter.setText(self._counted(total))
        self._pages.setCurrentWidget(self.table if total else self.empty)

    def _counted(self, total: int) -> str:
        if total == 1:
            return self.tr("1 entry")
        return self.tr("{n} entries").format(n=QLocale().toString(total)) if total else ""

    def _started(self, at_newest: bool) -> None:
        self._newest.setVisible(not at_newest)

    def _to_newest(self) -> None:
        self._model.reload()
        self._select(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _again(body: Body) -> bool:
    """Whether an entry can be written again as if it happened now."""
    return not isinstance(body, Rating | Day)
