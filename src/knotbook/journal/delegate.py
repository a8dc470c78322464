"""How a row of the journal looks: the day at its first row, the number on its pain colour, the rest quiet."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from knotbook.controls.complaint import complain, forgive
from knotbook.controls.icons import icon
from knotbook.controls.nrs_strip import ink_on
from knotbook.domain.records import Kind
from knotbook.journal.cells import Column
from knotbook.journal.details import DOT
from knotbook.journal.in_place import is_number
from knotbook.journal.model import ROW, JournalModel
from knotbook.journal.rows import Row
from knotbook.journal.words import day_words
from knotbook.resources.theme import Theme

LEADING = 4
"""Space between the two lines of a cell, in pixels."""

BADGE = 28
"""Width and height of the number on its colour, in pixels."""

ICONS = {
    Kind.PAIN: "pain",
    Kind.JOINT_SIGN: "joint",
    Kind.RELEASE: "release",
    Kind.RATING: "rating",
    Kind.EXERCISE: "exercise",
    Kind.DAY: "day",
}
NUMBER = "isNumber"
"""Property of the line in which a number is changed."""
_USED = ("accent", "accent_soft", "focus", "ink", "ink_soft", "line")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Paints the cells of a `JournalModel` in the colours of a theme.

    `refused(str)`: a cell was left with what is no answer and stays as it was; what to say of it.
    """

    refused = Signal(str)

    def __init__(self, model: JournalModel, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model = model
        self._view = parent
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme` from now on."""
        self._theme = theme
        self._colours = {name: QColor(getattr(theme, name)) for name in _USED}
        self._colours["day_line"] = _between(theme.line, theme.ink_faint)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines of text and the grid around them."""
        return QSize(0, row_height(self._view.font()))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line for the number or for the note."""
        line = QLineEdit(parent)
        if index.column() == Column.NUMBER:
            line.setAccessibleName(self.tr("Number, 0 to 10"))
            line.setProperty(NUMBER, True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            line.textEdited.connect(lambda _text: forgive(line))
        else:
            line.setAccessibleName(self.tr("Note"))
            line.setPlaceholderText(self.tr("Note"))
        return line

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter on what is no number of the scale says what one is, and leaves it there to be changed."""
        if isinstance(editor, QLineEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            wrong = editor.property(NUMBER) and not is_number(editor.text())
            if wrong and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                complain(editor, self.tr("A whole number from 0 to 10. Esc leaves it as it was."))
                return True
        return super().eventFilter(editor, event)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Left by a click elsewhere, what is no number of the scale is not taken; and that is said."""
        if isinstance(editor, QLineEdit) and editor.property(NUMBER) and not is_number(editor.text()):
            words = self.tr("Still {kept}: “{typed}” is no whole number from 0 to 10.")
            words = words if editor.text().strip() else self.tr("Still {kept}: nothing was typed.")
            self.refused.emit(words.format(kept=index.data(), typed=editor.text().strip()[:12]))
            return
        super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Over all that the cell shows."""
        editor.setGeometry(option.rect.adjusted(0, 4, 0, -3))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell; the lines between rows and days belong to it."""
        row = index.data(ROW)
        painter.save()
        self._ground(painter, option, index)
        box = option.rect.adjusted(8, 0, -8, 0)
        match Column(index.column()):
            case Column.WHEN:
                self._when(painter, box, row, index.row())
            case Column.WHAT:
                self._what(painter, box, row)
            case Column.WHERE:
                self._lines(painter, box, row.where, row.where_exactly)
            case Column.NUMBER:
                self._number(painter, option.rect, row)
            case Column.DETAILS:
                self._story(painter, box, row)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(box, self._colours["accent_soft"])
        if index.row() and self._model.starts_day(index.row()):
            all_black = self._theme.line == self._theme.ink  # then the thick lines part the days
            thick = 3 if all_black else 1
            painter.fillRect(box.left(), box.top(), box.width(), thick, self._colours["day_line"])
        elif index.row() and index.column() != Column.WHEN:
            painter.fillRect(box.left(), box.top(), box.width(), 1, self._colours["line"])
        if selected and index.column() == Column.WHEN:
            painter.fillRect(box.left(), box.top(), 4, box.height(), self._colours["accent"])
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            self._focus(painter, box, index.column())

    def _focus(self, painter: QPainter, box: QRect, column: int) -> None:
        """A frame around the whole row that the keyboard is on."""
        painter.setPen(QPen(self._colours["focus"], 2))
        painter.drawLine(box.left(), box.top() + 1, box.right() + 1, box.top() + 1)
        painter.drawLine(box.left(), box.bottom(), box.right() + 1, box.bottom())
        if column == Column.WHEN:
            painter.drawLine(box.left() + 1, box.top(), box.left() + 1, box.bottom())
        if column == Column.DETAILS:
            painter.drawLine(box.right(), box.top(), box.right(), box.bottom())

    def _when(self, painter: QPainter, box: QRect, row: Row, number: int) -> None:
        painter.setPen(self._colours["ink_soft"])
        painter.drawText(box, _RIGHT, row.time)
        if number == self._topmost(box.height()) or self._model.starts_day(number):
            painter.setFont(_bold(painter.font()))
            painter.setPen(self._colours["ink"])
            painter.drawText(box, _LEFT, day_words(row.day, self._model.today))

    def _topmost(self, height: int) -> int:
        """The first row of which at least half is seen: it shows its day, whether or not it starts it."""
        return self._view.indexAt(QPoint(1, height // 2)).row()

    def _what(self, painter: QPainter, box: QRect, row: Row) -> None:
        side = 20
        spot = QRect(box.left(), box.center().y() - side // 2 + 1, side, side)
        icon(ICONS[row.entry.kind], self._theme.ink_soft, side).paint(painter, spot)
        painter.setPen(self._colours["ink"])
        words = box.adjusted(side + 8, 0, 0, 0)
        painter.drawText(words, _LEFT, _elided(painter, row.what, words.width()))

    def _number(self, painter: QPainter, box: QRect, row: Row) -> None:
        if row.number is None:
            return
        badge = QRectF(0, 0, BADGE, BADGE)
        badge.moveCenter(QRectF(box).center())
        fill = self._theme.pain[row.number]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(badge, 8, 8)
        painter.setFont(_bold(painter.font()))
        painter.setPen(QColor(ink_on(fill)))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, row.number_words)

    def _story(self, painter: QPainter, box: QRect, row: Row) -> None:
        first, second = row.details or row.note, row.note if row.details else ""
        if not second:
            first, second = _broken(painter.fontMetrics(), first, box.width())
        self._lines(painter, box, first, second, soft=True)

    def _lines(self, painter: QPainter, box: QRect, first: str, second: str, *, soft: bool = False) -> None:
        """One line in the middle, or a line with a smaller one beneath it."""
        painter.setPen(QColor(self._theme.ink_soft if soft else self._theme.ink))
        if not second:
            painter.drawText(box, _LEFT, _elided(painter, first, box.width()))
            return
        small = _smaller(painter.font())
        high, low = painter.fontMetrics().height(), QFontMetrics(small).height()
        top = box.top() + (box.height() - high - low - LEADING) // 2
        painter.drawText(QRect(box.left(), top, box.width(), high), _LEFT, _elided(painter, first, box.width()))
        painter.setFont(small)
        painter.setPen(self._colours["ink_soft"])
        under = QRect(box.left(), top + high + LEADING, box.width(), low)
        painter.drawText(under, _LEFT, _elided(painter, second, box.width()))


def row_height(font: QFont) -> int:
    """The height of a row in pixels: two lines with air around them, on the 8 px grid."""
    lines = QFontMetrics(font).height() + QFontMetrics(_smaller(font)).height()
    return -(-(lines + LEADING + 12) // 8) * 8


def _between(one: str, other: str) -> QColor:
    """The colour half way between two."""
    a, b = QColor(one), QColor(other)
    return QColor((a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(round(font.pixelSize() * 12 / 14))
    else:
        small.setPointSizeF(font.pointSizeF() * 12 / 14)
    return small


def _broken(metrics: QFontMetrics, words: str, width: int) -> tuple[str, str]:
    """Facts that are too wide for one line in two, broken at a dot between them."""
    facts = words.split(DOT)
    fitting = len(facts)
    while fitting > 1 and metrics.horizontalAdvance(DOT.join(facts[:fitting])) > width:
        fitting -= 1
    return DOT.join(facts[:fitting]), DOT.join(facts[fitting:])


def _elided(painter: QPainter, words: str, width: int) -> str:
    metrics = painter.fontMetrics()
    if len(words) * metrics.maxWidth() <= width:  # fits whatever it says
        return words
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
