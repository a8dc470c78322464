"""A panel that opens over the side panel leaves the map where it is, at every size of window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.release.conftest import GLUTE, Opened
from tests.release.test_release import press_r


@pytest.mark.parametrize("width", [1280, 1920])
def test_the_map_keeps_its_size_while_a_panel_is_open(start: Opened, width: int, qapp: QApplication) -> None:
    session = start()
    body = session.window.body
    press_r(session, GLUTE).dismiss()  # made while the window had its first size
    session.window.resize(width, 800)
    qapp.processEvents()
    room, side = body.map.size(), body.panel.width()
    assert side == (480 if width == 1920 else 344)
    panel = press_r(session, GLUTE)
    qapp.processEvents()
    assert (body.map.size(), body.panel.width()) == (room, side) and panel.width() == side
    assert body.panel.minimumWidth() == side, "else the map would take what the words on the panel do not need"
    panel.dismiss()
    session.logbook.open_exercise()
    qapp.processEvents()
    assert (body.map.size(), body.panel.width()) == (room, side)
    session.logbook.panel.dismiss()
    qapp.processEvents()
    assert (body.map.size(), body.panel.width()) == (room, side)
    assert body.panel.minimumWidth() == side
