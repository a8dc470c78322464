"""The safety card: one click from everywhere, the same whatever was logged."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from knotbook.domain.place import Place
from knotbook.resources.safety import SafetyCard
from knotbook.resources.theme import NAMES, load_theme
from knotbook.shell.safety_view import SafetyView, html
from knotbook.shell.session import Session
from tests.journeys.conftest import Opened

ROOT = Path(__file__).resolve().parents[2]


def card(session: Session) -> SafetyView:
    assert session.window.safety.view is not None
    return session.window.safety.view


def test_it_is_one_click_and_one_key_from_every_page(start: Opened) -> None:
    session = start()
    for page in ("body", "trends", "journal", "settings"):
        session.window.go(page)
        QTest.mouseClick(session.window.rail.help, Qt.MouseButton.LeftButton)
        view = card(session)
        assert view.isVisible() and view.rect().contains(view.panel.geometry())
        QTest.keyClick(view.text, Qt.Key.Key_Escape)
        assert view.isHidden() and session.window.where() == page
        QTest.keyClick(session.window, Qt.Key.Key_F1)
        assert view.isVisible() and QApplication.focusWidget() is view.text
        view.dismiss()


def test_it_opens_over_the_quick_line_too(start: Opened) -> None:
    session = start()
    session.window.quick.open()
    QTest.keyClick(session.window, Qt.Key.Key_F1)
    assert card(session).isVisible()
    card(session).dismiss()


def test_tab_walks_between_text_and_close_and_never_leaves(start: Opened) -> None:
    session = start()
    session.window.safety.open()
    view = card(session)
    met = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert set(met) == {view.shut, view.text}
    view.shut.setFocus()
    QTest.keyClick(view.shut, Qt.Key.Key_Space)
    assert view.isHidden()


def test_its_text_can_be_selected_copied_and_read_aloud(start: Opened) -> None:
    session = start()
    session.window.safety.open()
    view = card(session)
    view.text.selectAll()
    text = view.text.textCursor().selectedText()
    for section in SafetyCard.load().sections:
        for words in (section.heading, *section.points):
            assert words in text
    assert view.text.accessibleName() == "When to get help"
    assert (
        not view.text.isReadOnly() or view.text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    view.dismiss()


def test_nothing_that_is_logged_opens_or_changes_it(start: Opened) -> None:
    session = start()
    for place in ("knee_back.right", "calf_inner.right", "groin.left"):
        session.window.body.map.submit_typed(Place.parse(place), 10)
    assert session.window.safety.view is None
    session.window.safety.open()
    view = card(session)
    before = view.text.toPlainText()
    session.window.body.map.submit_typed(Place.parse("knee_back.left"), 10)
    assert view.text.toPlainText() == before
    view.dismiss()


def test_only_the_link_of_rail_and_key_knows_the_card() -> None:
    users = {
        path.stem
        for path in (ROOT / "src/knotbook").rglob("*.py")
        if re.search(r"safety_link|SafetyLink\(|safety\.open", path.read_text("utf-8"))
    }
    assert users <= {"main_window", "safety_link"}


@pytest.mark.parametrize("name", NAMES)
def test_the_card_in_every_theme(name: str) -> None:
    text = html(SafetyCard.load(), load_theme(name))
    assert load_theme(name).danger in text and text.count("<h3") == 3


def test_the_footer_is_the_sentence_that_is_promised() -> None:
    footer = SafetyCard.load().footer
    assert footer.startswith("Knotbook is a diary. It does not diagnose, treat, or tell you what is causing pain.")
    assert "Patterns are not proof." in footer and footer.endswith("see a clinician.")
