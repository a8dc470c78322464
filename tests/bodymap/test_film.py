"""Pictures and animated images on the disk: how many, how big, whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from knotbook.bodymap import film
from knotbook.bodymap.film import CancelledError, Shot, write_animation, write_file, write_series
from knotbook.domain.trouble import Trouble, TroubleKind


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def shots(count: int, *, stop_at: int = -1) -> Iterator[Shot]:
    for number in range(count):
        if number == stop_at:
            raise CancelledError
        rgb = bytes((number * 40 % 256, 90, 200 - number * 30)) * (32 * 24)
        yield Shot(f"{number + 1:04}", 32, 24, rgb)


def test_a_series_is_one_picture_a_day_in_a_folder_of_its_own(tmp_path: Path) -> None:
    folder = write_series(tmp_path, "Knotbook", shots(5))
    assert folder == tmp_path / "Knotbook"
    pictures = sorted(folder.iterdir())
    assert [p.name for p in pictures] == [f"000{n}.png" for n in range(1, 6)]
    with Image.open(pictures[2]) as image:
        assert image.size == (32, 24) and image.getpixel((3, 3)) == (80, 90, 140)
    assert listed(tmp_path) == ["Knotbook"]


def test_a_second_series_never_writes_into_the_first(tmp_path: Path) -> None:
    for _ in range(3):
        write_series(tmp_path, "Knotbook", shots(1))
    assert listed(tmp_path) == ["Knotbook", "Knotbook 2", "Knotbook 3"]


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_an_animated_image_has_a_frame_a_day(tmp_path: Path, kind: str) -> None:
    path = write_animation(tmp_path / f"replay.{kind}", shots(6), 6, 140)
    with Image.open(path) as image:
        assert (image.n_frames, image.size, image.format) == (6, (32, 24), kind.upper())
        image.seek(5)
        image.load()
        assert image.info["duration"] == 140
        red, _, blue = image.convert("RGB").getpixel((5, 5))
    assert abs(red - 200) < 12 and abs(blue - 50) < 12
    assert listed(tmp_path) == [path.name]


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_frames_are_asked_for_one_at_a_time(tmp_path: Path, kind: str) -> None:
    asked = 0

    def counted() -> Iterator[Shot]:
        nonlocal asked
        for shot in shots(3):
            asked += 1
            yield shot

    write_animation(tmp_path / f"a.{kind}", counted(), 3, 100)
    assert asked == 3


@pytest.mark.parametrize("kind", ["png", "gif", "webp"])
def test_stopping_leaves_nothing_behind_and_the_old_file_alone(tmp_path: Path, kind: str) -> None:
    old = tmp_path / f"replay.{kind}"
    old.write_bytes(b"older")
    with pytest.raises(CancelledError):
        if kind == "png":
            write_series(tmp_path, "replay", shots(5, stop_at=3))
        else:
            write_animation(old, shots(5, stop_at=3), 5, 100)
    assert listed(tmp_path) == [old.name] and old.read_bytes() == b"older"


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (errno.ENOSPC, TroubleKind.DISK_FULL, "full"),
        (errno.EACCES, TroubleKind.NO_PERMISSION, "may not write"),
        (errno.EROFS, TroubleKind.NO_PERMISSION, "may not write"),
        (errno.EIO, TroubleKind.INPUT_OUTPUT, "reported an error"),
    ],
)
def test_what_the_disk_refuses_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, kind: TroubleKind, words: str
) -> None:
    saved = Image.Image.save
    written = 0

    def refuse(image: Image.Image, where: Path, **options: object) -> None:
        nonlocal written
        written += 1
        if written == 2:
            raise OSError(code, os.strerror(code))
        saved(image, where, **options)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(Image.Image, "save", refuse)
    with pytest.raises(Trouble) as refused:
        write_series(tmp_path, "Knotbook", shots(3))
    assert refused.value.kind is kind and words in refused.value.why and refused.value.can_do
    assert listed(tmp_path) == []


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as refused:
        write_animation(tmp_path / "gone" / "a.gif", shots(2), 2, 100)
    assert refused.value.kind is TroubleKind.MISSING_FOLDER


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(**_options: object) -> str:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(tempfile, "mkdtemp", denied)
    with pytest.raises(Trouble) as refused:
        write_file(tmp_path / "a.png", b"data")
    assert refused.value.kind is TroubleKind.NO_PERMISSION
    assert film.told(OSError(errno.EPERM, "x")).kind is TroubleKind.NO_PERMISSION


def test_one_file_is_written_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "a.png", b"data")
    write_file(tmp_path / "a.png", b"more")
    assert (tmp_path / "a.png").read_bytes() == b"more" and listed(tmp_path) == ["a.png"]
