"""Words and photos of a pain, through the whole window: to the file, undo, and back after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from knotbook.bodymap.gesture import STEP_PX
from knotbook.controls.photo_row import PhotoRow
from knotbook.domain.place import Place
from knotbook.domain.records import (
    Kind,
    Pain,
)
from knotbook.shell.session import Session
from tests.fakes import FakeClock
from tests.journeys.acts import bodies, bridges, press
from tests.journeys.conftest import Opened, close, drag, spot


def logged_pain(session: Session) -> None:
    drag(session, spot(session, "piriformis.right"), round(6 * STEP_PX))


def chip(session: Session, word: str) -> QPushButton:
    assert session.chips is not None
    return next(one for one in session.chips.row.flow.chips if one.text().startswith(word))


def pain(session: Session) -> Pain:
    (body,) = bodies(session, Kind.PAIN)
    assert isinstance(body, Pain)
    return body


def test_words_are_offered_after_a_pain_and_each_press_is_one_undo(start: Opened) -> None:
    session = start()
    assert session.chips is not None and not session.chips.row.isVisible()
    logged_pain(session)
    assert session.chips.row.isVisible() and "Anything else?" in session.chips.row.title.text()
    shown = session.chips.row.shown()
    chip(session, "ache").click()
    chip(session, "woke me").click()
    assert (pain(session).qualities, pain(session).context) == (("ache",), ("woke me",))
    assert session.chips.row.shown() == shown, "nothing moves under the hand"
    session.diary.undo()
    assert (pain(session).qualities, pain(session).context) == (("ache",), ())
    assert not chip(session, "woke me").isChecked() and chip(session, "ache").isChecked()
    chip(session, "ache").click()
    assert pain(session).qualities == ()


def test_the_most_used_word_is_first_the_next_time(start: Opened, clock: FakeClock) -> None:
    session = start()
    logged_pain(session)
    chip(session, "woke me").click()
    clock.advance(minutes=60)
    logged_pain(session)
    assert session.chips is not None
    assert session.chips.row.shown()[0] == "woke me"


def test_own_words_and_hidden_ones_survive_a_restart(start: Opened) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None
    row = session.chips.row
    row.edit.click()
    chip(session, "ache").click()
    QTest.keyClicks(row.own, "zapping")
    press(row.own, Qt.Key.Key_Return)
    row.edit.click()
    close(session)
    again = start()
    logged_pain(again)
    assert again.chips is not None
    shown = again.chips.row.shown()
    assert "zapping" in shown and "ache" not in shown
    again.chips.row.edit.click()
    again.chips.row.away.chips[0].click()
    assert "ache  ×" in again.chips.row.shown()


def test_the_row_goes_with_its_pain(start: Opened) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None and session.chips.entry is not None
    session.diary.undo()
    assert not session.chips.row.isVisible()
    session.diary.redo()
    assert session.chips.row.isVisible()
    session.window.body.map.select(Place.parse("gluteus_maximus.left"))
    assert not session.chips.row.isVisible()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "leg.png"
    image = QImage(2000, 1000, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    assert image.save(str(path))
    return path


def photo_files(path: Path) -> list[Path]:
    return sorted(path.with_name(path.name + "-photos").glob("*"))


def test_a_photo_is_attached_taken_back_and_gone_with_the_bin(start: Opened, path: Path, picture: Path) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None and session.chips.entry is not None
    entry_id = session.chips.entry.id
    session.chips.photos.picked.emit(picture)
    (file,) = photo_files(path)
    assert QImage(str(file)).width() == 1600
    assert [b.accessibleName() for b in session.chips.photos.buttons] == ["Photo 1"]
    session.diary.undo()
    assert session.chips.photos.buttons == []
    session.diary.redo()
    session.chips.photos.buttons[0].click()
    assert session.chips.photos.large.isVisible()
    session.diary.remove([entry_id], label="removed")
    session.diary.empty_bin()
    assert photo_files(path) == []
    assert session.diary.reader.photo_files() == {}


def test_an_unreadable_picture_is_said_and_nothing_is_saved(start: Opened, path: Path, tmp_path: Path) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None
    before = session.diary.undo_label
    (tmp_path / "broken.jpg").write_bytes(b"not a picture")
    session.chips.photos.picked.emit(tmp_path / "broken.jpg")
    assert "broken.jpg" in session.chips.photos.error.text() and session.chips.photos.error.isVisible()
    assert photo_files(path) == [] and session.diary.undo_label == before


@pytest.mark.qt_log_ignore("JPEG", extend=True)  # the decoder says itself what is wrong with the data
def test_a_photo_that_was_cut_off_is_kept_and_said(start: Opened, path: Path, picture: Path) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None
    cut = picture.with_name("leg.jpg")
    assert QImage(str(picture)).save(str(cut))
    cut.write_bytes(cut.read_bytes()[:-200])
    session.chips.photos.picked.emit(cut)
    assert len(photo_files(path)) == 1 and len(session.chips.photos.buttons) == 1
    said = session.chips.photos.error
    assert said.isVisible() and said.text().startswith("leg.jpg ends too early.")


def test_a_photo_that_cannot_be_written_is_told_and_leaves_no_record(
    start: Opened, path: Path, picture: Path
) -> None:
    session = start()
    logged_pain(session)
    path.with_name(path.name + "-photos").write_text("in the way")
    assert session.chips is not None
    session.chips.photos.picked.emit(picture)
    assert "could not be saved" in session.window.notice.words()
    assert session.diary.reader.photo_files() == {}


def test_a_photo_whose_file_is_gone_says_so(start: Opened, path: Path, picture: Path, clock: FakeClock) -> None:
    session = start()
    logged_pain(session)
    assert session.chips is not None
    session.chips.photos.picked.emit(picture)
    photo_files(path)[0].unlink()
    chip(session, "ache").click()
    (button,) = session.chips.photos.buttons
    assert "missing" in button.accessibleName()
    button.click()
    assert "missing" in session.chips.photos.large.text()


def test_an_entry_of_any_kind_has_its_photos_in_the_journal(
    start: Opened, path: Path, picture: Path, clock: FakeClock
) -> None:
    session = start()
    (entry,) = session.diary.record(bridges(clock), label="Bridges")
    session.go_to_entry(entry.id)
    assert session.journal is not None
    editor = session.journal.view.edit()
    assert editor is not None
    (row,) = editor.findChildren(PhotoRow)
    row.picked.emit(picture)
    assert len(photo_files(path)) == 1 and len(row.buttons) == 1
    row.buttons[0].click()
    row.remove.click()
    assert row.buttons == [] and len(photo_files(path)) == 1, "in the bin, and can be taken back"
    editor.reject()
    session.diary.undo()
    assert len(session.diary.reader.photos_of(entry.id)) == 1
