"""Tap, save, see it: on a real window, with a real mouse and real keys, held against the file on the disk."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.realwindow.desk import Desk
from tests.realwindow.sitting import BUTTOCK, STEP_PX, Sitting

pytestmark = pytest.mark.realwindow


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "my.knotbook"


def test_a_drag_is_saved_undone_redone_and_there_after_a_restart(real_desk: Desk, diary: Path) -> None:
    saved = (str(BUTTOCK), 6)
    with Sitting(real_desk, diary) as sitting:
        sitting.app.press_drag_release(*sitting.buttock(), dy=-6 * STEP_PX)
        sitting.until_pains(saved)
        assert stat.S_IMODE(diary.stat().st_mode) == 0o600
        sitting.app.key("ctrl+z")
        sitting.until_pains()
        sitting.app.key("ctrl+shift+z")
        sitting.until_pains(saved)
        assert sitting.app.close() == 0
    with Sitting(real_desk, diary) as again:
        again.named("list item", "Right gluteus maximus, 6 out of 10, 1 point")
        again.until_pains(saved)
        again.app.key("ctrl+z")
        again.until_pains()
        assert again.app.close() == 0


def test_two_clicks_log_by_the_strip(real_desk: Desk, diary: Path) -> None:
    with Sitting(real_desk, diary) as sitting:
        sitting.app.click(*sitting.buttock())
        sitting.click_on(sitting.named("push button", "4"))
        sitting.until_pains((str(BUTTOCK), 4))


def test_keys_alone_log(real_desk: Desk, diary: Path) -> None:
    with Sitting(real_desk, diary) as sitting:
        sitting.type_an_entry("pir r", "6")
        sitting.until_pains(("piriformis.right", 6))


def test_what_was_saved_survives_a_kill(real_desk: Desk, diary: Path) -> None:
    with Sitting(real_desk, diary) as sitting:
        sitting.app.press_drag_release(*sitting.buttock(), dy=-3 * STEP_PX)
        sitting.until_pains((str(BUTTOCK), 3))
        sitting.app.process.kill()
        sitting.app.process.wait()
    with Sitting(real_desk, diary) as again:
        again.app.press_drag_release(*again.buttock(), dy=-8 * STEP_PX)
        again.until_pains((str(BUTTOCK), 3), (str(BUTTOCK), 8))
