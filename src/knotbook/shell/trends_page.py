"""Trends: pick places, points and groups, and look at them in one view or another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from knotbook.analysis.subjects import Subject
from knotbook.controls.tab_order import order_tabs
from knotbook.shell.subject_tree import MOST_AT_ONCE, SubjectRow, SubjectTree

_LONG_NAME = "Right gluteus minimus"
_LONG_COUNT = "9999"
_NARROWEST_PX = 144
_NAMES_FIRST_PX = 60  # so much narrower than wished for, the list shows names and no counts
_TIGHT = "QPushButton, QToolButton { padding-left: 4px; padding-right: 4px; }"
_BESIDE_NAME_PX = 96  # the list without its words: indents, boxes, room between


class TrendsPage(QWidget):
    """A checkable tree of what has ratings, and beside it the views, one at a time.

    `subjects_chosen`: what is ticked. `view_shown`: the key of the view that is in front now. `seen`: the page is in
    front again.
    """

    subjects_chosen = Signal(object)
    view_shown = Signal(str)
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._keys: list[str] = []
        self._fronts: dict[str, QWidget] = {}
        self._tight, self._loose = False, 0
        self._title = QLabel(self.tr("Trends"), self)
        self._title.setProperty("role", "title")
        self._hint = QLabel(self.tr("Opening your diary…"), self)
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        self._tree = SubjectTree(self)
        self._tree.subjects_chosen.connect(self.subjects_chosen)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Filter places"))
        self._search.setAccessibleName(self.tr("Filter places"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._tree.filter)
        self._waiting = QLabel(self.tr("The chart is being made ready…"), self)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._views = QStackedWidget(self)
        self._views.addWidget(self._waiting)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda number: self.show_view(self._keys[number]))
        self._lay_out()
        for keys, way in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(QKeySequence(keys), self)
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(partial(self._turn, way))

    def _lay_out(self) -> None:
        self._side = QWidget(self)
        left = QVBoxLayout(self._side)
        left.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._hint, self._search):
            left.addWidget(widget)
        left.addWidget(self._tree, 1)
        self._tabs = QWidget(self)
        self._tab_row = QHBoxLayout(self._tabs)
        self._tab_row.setContentsMargins(8, 0, 0, 0)
        self._tab_row.setSpacing(4)
        self._tab_row.addStretch(1)
        self._tabs.hide()
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._tabs)
        right.addWidget(self._views, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 16, 8)
        row.setSpacing(16)
        row.addWidget(self._side)
        row.addLayout(right, 1)
        self._fit_list()

    def _fit_list(self) -> None:
        """As wide as a long name in the size of text in force; in a narrow window the words of the views come first."""
        wanted = _BESIDE_NAME_PX + self._tree.fontMetrics().horizontalAdvance(_LONG_NAME + _LONG_COUNT)
        row = self.layout()
        if row is None:
            return
        margins = row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - row.spacing()
        self._tighten(room - wanted < self._loose_px())
        left = room - self._tabs.sizeHint().width()
        wide = max(_NARROWEST_PX, min(wanted, left))
        self._side.setFixedWidth(wide)
        self._tree.setColumnHidden(1, wanted - wide > _NAMES_FIRST_PX)

    def _loose_px(self) -> int:
        """How wide the row of buttons is with room around its words."""
        if not self._tight:
            self._loose = self._tabs.sizeHint().width()
        return self._loose

    def _tighten(self, tight: bool) -> None:
        """Less room around the words of the buttons, or as much as usual."""
        if tight != self._tight:
            self._tight = tight
            self._tabs.setStyleSheet(_TIGHT if tight else "")
            self._tab_row.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit_list()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text needs another width."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_side"):
            self._tighten(False)  # for it to be measured
            self._fit_list()

    def showEvent(self, event: QShowEvent) -> None:
        """The size of text is known for certain only now; the keyboard goes to the chart, not to the list."""
        super().showEvent(event)
        self._fit_list()
        if not event.spontaneous():
            QTimer.singleShot(0, self, self.land)  # after the stack of pages has moved the keyboard
        self.seen.emit()

    def land(self) -> None:
        """Give the keyboard to what is in front, unless somebody has put it elsewhere on the page."""
        focused = self.focusWidget()
        if self._keys and self.isVisible() and focused in (None, self._search):
            self._front().setFocus(Qt.FocusReason.OtherFocusReason)

    def add_view(self, key: str, word: str, widget: QWidget, front: QWidget | None = None) -> None:
        """Add a view behind a button that says `word`; the first one is shown, and one alone needs no button.

        `front`: what in it the keys are for, if it is not all of it.
        """
        self._fronts[key] = front or widget
        if not self._keys:
            self._views.removeWidget(self._waiting)
            self._waiting.hide()
        button = QPushButton(word, self._tabs)
        button.setCheckable(True)
        button.setChecked(not self._keys)
        button.setProperty("role", "quiet")
        self._group.addButton(button, len(self._keys))
        self._tab_row.insertWidget(len(self._keys), button)
        self._keys.append(key)
        self._views.addWidget(widget)
        self._tabs.setVisible(len(self._keys) > 1)

    def add_at_end(self, widget: QWidget) -> None:
        """Put something small at the right end of the row of buttons."""
        self._tab_row.addWidget(widget)
        self._fit_list()

    def order_keys(self) -> None:
        """Tab goes from the list through the buttons of the views into the one in front, as it is read."""
        for button in self._group.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be given its place
        order_tabs(self)
        self._stop_at(self._views.currentIndex())

    def show_view(self, key: str) -> None:
        """Bring the view of that key to the front; raises ValueError if there is none."""
        number = self._keys.index(key)
        self._views.setCurrentIndex(number)
        self._group.button(number).setChecked(True)
        self._stop_at(number)
        self.view_shown.emit(key)

    def _stop_at(self, number: int) -> None:
        """Tab stops at the button of the view in front; from there the arrows go to the others."""
        for other, button in enumerate(self._group.buttons()):
            policy = Qt.FocusPolicy.StrongFocus if other == number else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _turn(self, way: int) -> None:
        """To the view `way` further; round and round. Keys that were for what is drawn are so in the next one, too."""
        if not self._keys:
            return
        focused = self.focusWidget()
        within = focused is not None and self._views.isAncestorOf(focused)
        self.show_view(self._keys[(self._views.currentIndex() + way) % len(self._keys)])
        if within:  # left alone, Qt gives them to the first box of the head, where an arrow changes the place
            self._front().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _front(self) -> QWidget:
        """What in the view in front the keys are for."""
        return self._fronts[self.view]

    @property
    def view(self) -> str:
        """The key of the view in front; empty before there is one."""
        return self._keys[self._views.currentIndex()] if self._keys else ""

    def show_rows(self, rows: Sequence[SubjectRow], chosen: Iterable[Subject]) -> None:
        """What can be ticked, and what is."""
        self._tree.show_rows(rows, chosen)
        empty = self.tr("No pain logged yet. Press on the body map and drag up; the chart starts here.")
        self._hint.setText(self.tr("Tick up to {most}.").format(most=MOST_AT_ONCE) if rows else empty)
        self._search.setVisible(bool(rows))
        self._tree.filter(self._search.text())
