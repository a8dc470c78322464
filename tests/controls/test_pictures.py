"""Pictures are made small, turned upright and rid of where they were taken; what cannot be read is said."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from knotbook.controls.jpeg_end import is_cut_off
from knotbook.controls.pictures import PictureError, load_picture


def with_exif(jpeg: bytes, orientation: int) -> bytes:
    """`jpeg` with an EXIF block: its orientation, and a GPS latitude reference in a GPS directory."""
    gps_at = 8 + 2 + 2 * 12 + 4
    first = struct.pack(">HHHI", 2, 0x0112, 3, 1) + struct.pack(">HH", orientation, 0)
    first += struct.pack(">HHII", 0x8825, 4, 1, gps_at) + struct.pack(">I", 0)
    gps = struct.pack(">HHHI4s", 1, 1, 2, 2, b"N\0\0\0") + struct.pack(">I", 0)
    tiff = b"MM\0*" + struct.pack(">I", 8) + first + gps + b"SECRET-GARDEN 52.5200N"
    block = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


@pytest.fixture
def photo(qapp: QApplication, tmp_path: Path) -> Path:
    image = QImage(2400, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    path = tmp_path / "IMG_1.jpg"
    assert image.save(str(path))
    path.write_bytes(with_exif(path.read_bytes(), 6))
    return path


def test_nothing_but_the_picture_is_left(photo: Path) -> None:
    assert b"Exif" in photo.read_bytes() and b"SECRET-GARDEN" in photo.read_bytes()
    picture = load_picture(photo)
    assert (picture.width, picture.height) == (800, 1600), "turned upright, and its longer side 1,600 px"
    for trace in (b"Exif", b"SECRET", b"GPS", b"\xff\xe1"):
        assert trace not in picture.jpeg
    shown = QImage.fromData(picture.jpeg)
    assert shown.size().toTuple() == (800, 1600)
    assert abs(shown.pixelColor(400, 800).blue() - 0x99) < 4


def test_a_small_picture_stays_as_large_as_it_is(qapp: QApplication, tmp_path: Path) -> None:
    image = QImage(30, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    image.setText("Comment", "SECRET-GARDEN")
    assert image.save(str(tmp_path / "a.png"))
    picture = load_picture(tmp_path / "a.png")
    assert (picture.width, picture.height) == (30, 20)
    assert b"SECRET" not in picture.jpeg
    assert QImage.fromData(picture.jpeg).pixelColor(5, 5) == QColor("white"), "what is see-through becomes white"


@pytest.mark.qt_log_ignore("JPEG", extend=True)  # the decoder says itself what is wrong with the data
@pytest.mark.parametrize("content", [b"", b"not a picture", b"\xff\xd8\xff\xe0" + b"\0" * 50])
def test_what_is_no_picture_is_said_by_its_name(qapp: QApplication, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(content)
    with pytest.raises(PictureError, match=r"holiday\.jpg"):
        load_picture(path)


def test_a_missing_file_and_a_folder_are_said(qapp: QApplication, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.jpg", tmp_path):
        with pytest.raises(PictureError):
            load_picture(path)


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.qt_log_ignore("JPEG", extend=True)
def test_a_photo_that_was_cut_off_is_known_wherever_it_was_cut(
    qapp: QApplication, tmp_path: Path, progressive: bool
) -> None:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    for x in range(64):
        for y in range(48):
            image.setPixel(x, y, (x * 7919 + y * 104729) % 0xFFFFFF)
    path = tmp_path / "IMG_1.jpg"
    writer = QImageWriter(str(path))
    writer.setProgressiveScanWrite(progressive)
    assert writer.write(image)
    whole = with_exif(path.read_bytes(), 6)
    assert not is_cut_off(whole) and not is_cut_off(whole + b"what a phone adds \xff\xda behind it")
    assert all(is_cut_off(whole[:length]) for length in range(2, len(whole) - 1))
    assert not is_cut_off(b"") and not is_cut_off(b"\x89PNG")
    path.write_bytes(whole[: len(whole) // 2])
    assert load_picture(path).is_cut_off
