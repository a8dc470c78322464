"""Tips stand beside what they explain, and on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from knotbook.controls.tips import GAP, TipRight, show_tip_above

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # of the tips


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.setGeometry(100, 100, 400, 300)
    with qtbot.waitActive(page):  # later, that would take a tip away
        page.show()
        page.activateWindow()
    return page


def tip() -> QWidget:
    (found,) = [one for one in QApplication.topLevelWidgets() if one.objectName() == "qtooltip_label"]
    return found


def hover(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), widget.mapToGlobal(QPoint(5, 5))))


def test_the_tip_of_a_button_of_a_column_covers_no_other(page: QWidget) -> None:
    buttons = [TipRight(page) for _ in range(3)]
    for row, button in enumerate(buttons):
        button.setGeometry(0, 60 * row, 70, 60)
        button.setToolTip("Body (Ctrl+1)")
        button.show()
    hover(buttons[1])
    assert QToolTip.isVisible() and QToolTip.text() == "Body (Ctrl+1)"
    middle = buttons[1].mapToGlobal(buttons[1].rect().center())
    assert tip().geometry().left() > middle.x() + 30 and abs(tip().geometry().center().y() - middle.y()) <= 2
    QToolTip.hideText()


@pytest.mark.parametrize("edge", ["left", "right"])
@pytest.mark.parametrize("x", [0, 200, 399])
def test_a_tip_above_stays_off_what_it_explains_and_on_the_screen(page: QWidget, x: int, edge: str) -> None:
    screen = page.screen().availableGeometry()
    page.setGeometry(screen.left() if edge == "left" else screen.right() + 1 - 400, 100, 400, 300)
    show_tip_above(page, "10:30  6 at right piriformis, sharp, on stairs, woke me", x)
    assert tip().geometry().bottom() < page.geometry().top()
    assert screen.contains(tip().geometry())
    middle = page.mapToGlobal(QPoint(x, 0)).x()
    assert tip().geometry().left() - GAP <= middle <= tip().geometry().right() + GAP, "over the mark"
    QToolTip.hideText()
