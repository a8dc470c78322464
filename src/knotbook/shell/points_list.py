"""The points of a place: choose one to follow it, rename, move, merge or remove it, by pointer or keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme
from knotbook.shell.place_lines import badge

_ROW_PX = 32
_ROWS = 4  # shown before the list scrolls
_ID = Qt.ItemDataRole.UserRole
_NUMBER = Qt.ItemDataRole.UserRole + 1
_MENU = (Qt.Key.Key_Menu, Qt.Key.Key_F10)


class PointLine(NamedTuple):
    """One point. `said`: what the diary has of it, in a few words; `intensity`: its last rating."""

    id: str
    name: str
    said: str
    intensity: int | None


class _Rows(QTreeWidget):
    """Tab goes from row to row before it leaves."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Step to the next row, if there is one."""
        row = self.currentIndex().row() + (1 if forward else -1)
        if not 0 <= row < self.topLevelItemCount() or self.state() is QAbstractItemView.State.EditingState:
            return super().focusNextPrevChild(forward)
        self.setCurrentIndex(self.model().index(row, 0))
        return True


class PointsList(QWidget):
    """Takes state and says wishes: `spot_chosen(str | None)` (None: the whole place), `keep_requested()`,
    `rename_requested(str, str)`, `move_requested(str)`, `merge_requested(str, str)`: the first into the second,
    `remove_requested(str)`.
    """

    spot_chosen = Signal(object)
    keep_requested = Signal()
    rename_requested = Signal(str, str)
    move_requested = Signal(str)
    merge_requested = Signal(str, str)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[PointLine, ...] = ()
        self._filling = self._named = False
        self._head = QLabel(self.tr("Points"), self)
        self._head.setProperty("role", "caption")
        self._keep = self._button(self.tr("Keep a point here"))
        self._more = self._button(self.tr("What to do with this point (F10)"))
        self._keep.clicked.connect(self.keep_requested)
        self._more.clicked.connect(lambda: self.open_menu())
        self.rows = self._build_rows()
        self._lay_out()
        self.set_theme(theme)
        self.show_points("", ())

    def set_theme(self, theme: Theme) -> None:
        """Redraw the badges and icons."""
        self._theme = theme
        self._keep.setIcon(icon("plus", theme.ink_soft))
        self._more.setIcon(icon("more", theme.ink_soft))
        self.show_points(self._whole(), self._lines, self.chosen())

    def chosen(self) -> str | None:
        """The id of the chosen point; None: the whole place."""
        found = self.rows.currentIndex().siblingAtColumn(0).data(_ID)
        return found if isinstance(found, str) else None

    def show_points(self, whole: str, lines: Sequence[PointLine], chosen: str | None = None) -> None:
        """Show these points under a first row for the whole place, which is called `whole`."""
        half_typed = self._half_typed()
        self._filling = True
        self._lines = tuple(lines)
        self.rows.clear()
        self._add(PointLine("", whole, "", None))
        for line in lines:
            item = self._add(line)
            if line.id == chosen:
                self.rows.setCurrentItem(item)
        if not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))
        self._filling = False
        self.rows.setVisible(bool(lines))
        self.rows.setFixedHeight(_ROW_PX * min(len(lines) + 1, _ROWS) + 2)
        self._head.setText(self.tr("Points") if lines else self.tr("No point kept here yet"))
        self._more.setVisible(self.chosen() is not None)
        if half_typed is not None and half_typed[0] in [line.id for line in lines]:
            self._go_on_typing(*half_typed)

    def _half_typed(self) -> tuple[str, str] | None:
        """The point whose name is being typed, and what is typed so far."""
        line = self.rows.viewport().findChild(QLineEdit)
        spot = self.chosen()
        if self._named or line is None or spot is None or self.rows.state() is not QAbstractItemView.State.EditingState:
            return None
        return spot, line.text()

    def _go_on_typing(self, spot: str, text: str) -> None:
        self.edit_name(spot)
        for line in self.rows.viewport().findChildren(QLineEdit)[-1:]:  # one that was closed may still be there
            line.setText(text)
            line.end(False)

    def edit_name(self, spot: str) -> None:
        """Let the person type a name for this point, in its row."""
        for row in range(self.rows.topLevelItemCount()):
            item = self.rows.topLevelItem(row)
            if item is not None and item.data(0, _ID) == spot:
                self.rows.setCurrentItem(item)
                self.rows.editItem(item, 0)

    def menu(self) -> QMenu | None:
        """What can be done with the chosen point; None if it is the whole place."""
        spot = self.chosen()
        if spot is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer(menu, self.tr("Rename"), "F2").triggered.connect(lambda: self.edit_name(spot))
        self._offer(menu, self.tr("Move on the map")).triggered.connect(lambda: self.move_requested.emit(spot))
        others = [line for line in self._lines if line.id != spot]
        into = menu.addMenu(self.tr("Merge into"))
        into.setEnabled(bool(others))
        for line in others:
            act = self._offer(into, line.name)
            act.triggered.connect(lambda _checked=False, other=line.id: self.merge_requested.emit(spot, other))
        menu.addSeparator()
        self._offer(menu, self.tr("Remove"), "Del").triggered.connect(lambda: self.remove_requested.emit(spot))
        return menu

    def open_menu(self, at: QPoint | None = None) -> None:
        """Open the menu of the chosen point at a screen pixel, or at its row."""
        menu = self.menu()
        if menu is not None:
            row = self.rows.visualRect(self.rows.currentIndex())
            menu.popup(at or self.rows.viewport().mapToGlobal(row.bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, by the right button or the menu key."""
        self.open_menu(event.globalPos() if event.reason() is QContextMenuEvent.Reason.Mouse else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 opens the menu, Del removes."""
        spot = self.chosen()
        if event.key() in _MENU and spot is not None:
            self.open_menu()
        elif event.key() == Qt.Key.Key_Delete and spot is not None:
            self.remove_requested.emit(spot)
        else:
            super().keyPressEvent(event)

    def _offer(self, menu: QMenu, words: str, key: str = "") -> QAction:
        action = QAction(words, menu)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown beside the words; the list takes the key
        menu.addAction(action)
        return action

    def _add(self, line: PointLine) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.rows, [line.name, line.said])
        item.setData(0, _ID, line.id or None)
        item.setData(0, _NUMBER, line.intensity)
        item.setToolTip(0, line.name)
        item.setSizeHint(0, QSize(0, _ROW_PX))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, QColor(self._theme.ink_soft))
        if line.id:
            item.setIcon(0, badge(line.intensity, self._theme))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            number = self.tr("no number") if line.intensity is None else self.tr("last {n}").format(n=line.intensity)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{line.name}, {number}, {line.said}")
        return item

    def _whole(self) -> str:
        item = self.rows.topLevelItem(0)
        return item.text(0) if item is not None else ""

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        line = next((line for line in self._lines if line.id == item.data(0, _ID)), None)
        if not self._filling and column == 0 and line is not None and item.text(0) != line.name:
            self._named = True  # the line is about to close: what it holds is not half typed any more
            self.rename_requested.emit(line.id, item.text(0))
            self._named = False

    def _current_changed(self) -> None:
        if not self._filling:
            self._more.setVisible(self.chosen() is not None)
            self.spot_chosen.emit(self.chosen())

    def _build_rows(self) -> QTreeWidget:
        rows = _Rows(self)
        rows.setAccessibleName(self.tr("Points of this place"))
        rows.setProperty("role", "plain")
        rows.setColumnCount(2)
        rows.setHeaderHidden(True)
        rows.setRootIsDecorated(False)
        rows.setIconSize(QSize(24, 24))
        rows.setUniformRowHeights(True)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        rows.header().setStretchLastSection(False)
        rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        rows.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        rows.itemChanged.connect(self._changed)
        rows.currentItemChanged.connect(self._current_changed)
        return rows

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "small")
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._head, 1)
        head.addWidget(self._more)
        head.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.rows)
