"""The journal page: all entries in a table, what they are searched by, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from knotbook.domain.clock import Clock
from knotbook.domain.records import Body, Entry
from knotbook.domain.sought import Sought
from knotbook.journal.deeds import Deeds, can_happen_again, has_place
from knotbook.journal.editor.dialog import EntryEditor
from knotbook.journal.empty import empty_pages
from knotbook.journal.emptying import EmptyingDialog
from knotbook.journal.filters.bar import FilterBar
from knotbook.journal.head import JournalHead
from knotbook.journal.model import JournalModel
from knotbook.journal.move import MoveDialog
from knotbook.journal.table import JournalTable
from knotbook.journal.typed import PlaceBook
from knotbook.resources.theme import Theme


class JournalView(QWidget):
    """Shows a `JournalModel` and says what the person wishes; it never writes.

    `amend_requested(id, body)`: a changed body for an entry. `remove_requested(ids)`, `duplicate_requested(ids)`,
    `restore_requested(ids)`: by the order of the list. `move_requested(ids, place)`, `merge_requested(from, to)`: to
    another place. `empty_requested`: after the person was asked. `entry_activated(id)`: just before the editor opens;
    `editor_opened(id, EntryEditor)`: what belongs to the entry can be put under its form. `said(str)`: words to show.
    """

    amend_requested = Signal(str, object)
    remove_requested = Signal(list)
    duplicate_requested = Signal(list)
    restore_requested = Signal(list)
    move_requested = Signal(list, object)
    merge_requested = Signal(object, object)
    empty_requested = Signal()
    entry_activated = Signal(str)
    editor_opened = Signal(str, object)
    said = Signal(str)

    def __init__(
        self, model: JournalModel, names: PlaceBook, theme: Theme, clock: Clock, parent: QWidget | None = None
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
        self.filters, self.bin_filters = FilterBar(names, theme, clock, self), FilterBar(names, theme, clock, self)
        self._deeds = Deeds(self, self.table, self)
        self.head = JournalHead(self._deeds.buttons, theme, self)
        self.empty, self.nothing_found, self.bin_empty = empty_pages(theme, self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._show_place()
        self._count(model.total)
        self._started(model.starts_at_newest)

    # -- what the shell asks for

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self._deeds.draw(theme)
        bars, pages = (self.filters, self.bin_filters), (self.empty, self.nothing_found, self.bin_empty)
        for part in (self.table, *bars, self.head, *pages):
            part.set_theme(theme)

    def show_entry(self, entry_id: str) -> bool:
        """Select an entry, scroll to it and take the keyboard; whether it is in the journal.

        A filter that hides it is cleared, and the bin is left.
        """
        if not self._model.lists(entry_id):
            self.show_bin(False)
            self.filters.clear()
        row = self._model.row_of(entry_id)
        if row is None:
            return False
        self._select(row)
        index = self._model.index(row, 0)
        self.table.scrollTo(index, JournalTable.ScrollHint.PositionAtCenter)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_bin(self, shown: bool) -> None:
        """Look into the bin, or at the journal again."""
        if shown == self._model.in_bin:
            return
        self._model.show_bin(shown, (self.bin_filters if shown else self.filters).what())
        self._show_place()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> list[Entry]:
        """The selected entries in the order of the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self._model.row(row).entry for row in rows]

    # -- what can be done

    def edit(self) -> EntryEditor | None:
        """Open the editor on the selected entry; None if not exactly one is selected."""
        entries = self.selected()
        if len(entries) != 1 or self._model.in_bin:
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
        self._wish_away(self.remove_requested.emit)

    def restore(self) -> None:
        """Wish the selected entries out of the bin."""
        self._wish_away(self.restore_requested.emit)

    def duplicate(self) -> None:
        """Wish for the selected entries to be written again, now. Ratings and check-ins cannot be."""
        ids = [entry.id for entry in self.selected() if can_happen_again(entry.body)]
        if ids:
            self.duplicate_requested.emit(ids)

    def relocate(self) -> MoveDialog | None:
        """Ask where the selected entries belong; None if none of them has a place."""
        entries = [entry for entry in self.selected() if has_place(entry.body)]
        if not entries:
            return None
        dialog = MoveDialog(entries, self._model.about, self._names, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.moved.connect(self.move_requested)
        dialog.merged.connect(self.merge_requested)
        dialog.open()
        return dialog

    def empty_the_bin(self) -> EmptyingDialog:
        """Ask whether all of the bin shall go for good."""
        dialog = EmptyingDialog(self._model.in_bin_by_kind(), self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.empty_requested)
        dialog.open()
        return dialog

    def showEvent(self, event: QShowEvent) -> None:
        """Say today and yesterday of the right days."""
        self._model.refresh_today()
        self._model.seek(self._filters_here.what())
        super().showEvent(event)

    # -- inside

    def _wish_away(self, wish: Callable[[list[str]], object]) -> None:
        entries = self.selected()
        if not entries:
            return
        first = min(index.row() for index in self.table.selectionModel().selectedRows())
        wish([entry.id for entry in entries])
        if self.selected() != entries:  # they may still be there: the disk may have refused
            self._select(first)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """To the list, where the next key is meant; to the way back if nothing is left in it."""
        goal: QWidget = self.table if self._model.rowCount() else self.head.other
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select_again(self, ids: list[str]) -> None:
        """What an undo has brought back is what the next key is about."""
        rows = sorted(row for one in ids if (row := self._model.row_of(one)) is not None)
        if not rows:
            return
        self._select(rows[0])
        add = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows[1:]:
            self.table.selectionModel().select(self._model.index(row, 0), add)
        self.table.scrollTo(self._model.index(rows[0], 0))

    def _amend(self, entry: Entry, body: Body) -> None:
        if body != entry.body:
            self.amend_requested.emit(entry.id, body)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        column.addWidget(self.bin_filters)
        self._pages = QStackedLayout()
        for page in (self.table, self.empty, self.nothing_found, self.bin_empty):
            self._pages.addWidget(page)
        column.addLayout(self._pages, 1)

    def _connect(self) -> None:
        self.table.refused.connect(self.said)
        self.table.doubleClicked.connect(self._double_clicked)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._enable())
        self._model.amend_wished.connect(self.amend_requested)
        self._model.came_back.connect(self._select_again)
        self._model.counted.connect(self._count)
        self._model.started.connect(self._started)
        self._model.modelReset.connect(self._enable)
        for bar in (self.filters, self.bin_filters):
            bar.sought.connect(self._seek)
            bar.left_downwards.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.nothing_found.pressed.connect(lambda: self._filters_here.clear())
        self.head.newest.clicked.connect(lambda _checked=False: self._to_newest())
        self.head.other.clicked.connect(lambda _checked=False: self.show_bin(not self._model.in_bin))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)
        self._enable()

    def _find(self) -> None:
        self._filters_here.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters_here.line.selectAll()

    @property
    def _filters_here(self) -> FilterBar:
        """Those of the journal, or those of the bin: each keeps what it is set to."""
        return self.bin_filters if self._model.in_bin else self.filters

    def _seek(self, sought: Sought) -> None:
        self._model.seek(sought)
        self.table.scrollToTop()

    def _double_clicked(self, index: QModelIndex) -> None:
        if not self.table.change(index):
            self.edit()

    def _open_menu(self, point: QPoint) -> None:
        menu = self._deeds.menu(self.table)
        under = self.table.indexAt(point)
        where = point if under.isValid() else self.table.menu_point()
        menu.popup(self.table.viewport().mapToGlobal(where))

    def _show_place(self) -> None:
        """Offer what can be done here: in the journal, or in the bin."""
        in_bin = self._model.in_bin
        self._deeds.show_bin(in_bin)
        self.head.show_bin(in_bin)
        self.filters.setVisible(not in_bin)
        self.bin_filters.setVisible(in_bin)
        self._count(self._model.total)

    def _enable(self) -> None:
        self._deeds.enable(self.selected(), in_bin=self._model.in_bin, any_listed=self._model.rowCount() > 0)

    def _select(self, row: int) -> None:
        row = min(row, self._model.rowCount() - 1)
        if row < 0:
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self._model.index(row, 0), flags)

    def _count(self, total: int) -> None:
        narrowed = not self._model.sought.is_everything
        self.head.count(total, is_all=self._model.is_all_counted, narrowed=narrowed)
        none = self.nothing_found if narrowed else self.bin_empty if self._model.in_bin else self.empty
        self._pages.setCurrentWidget(self.table if total or self._model.rowCount() else none)
        self._filters_here.setEnabled(bool(total) or narrowed)
        self._enable()

    def _started(self, at_newest: bool) -> None:
        self.head.newest.setVisible(not at_newest)

    def _to_newest(self) -> None:
        self._model.reload()
        self._select(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
