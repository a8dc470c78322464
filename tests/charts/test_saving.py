"""What leaves Knotbook, and what happens when the disk refuses."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from knotbook.charts.figure_view import FigureView
from knotbook.charts.plot_picture import plot_picture
from knotbook.charts.save_button import COPY, SaveButton
from knotbook.charts.saving import KINDS, for_clipboard, save, written
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.resources.theme import Theme
from tests.charts.conftest import ChartOf, daily, name_of
from tests.charts.test_figures import FIGURES

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> FigureView:
    made = FigureView("Calendar", theme)
    qtbot.addWidget(made)
    made.resize(800, 560)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("name", FIGURES)
def test_each_view_becomes_a_picture_twice_as_fine_and_a_drawing(view: FigureView, name: str) -> None:
    view.show_figure(FIGURES[name]())
    picture = view.picture()
    image = QImage.fromData(written(picture, "png"))
    assert image.width() == 2 * round(picture.size.width() + 48)
    drawing = ElementTree.fromstring(written(picture, "svg"))
    title = drawing.findtext(f"{SVG}title")
    assert title is not None and title.startswith("Calendar: ") and "ight " in title, "whose numbers these are"
    assert sum(1 for part in drawing.iter() if part.tag in (f"{SVG}path", f"{SVG}rect", f"{SVG}polyline")) > 3
    assert not list(drawing.iter(f"{SVG}image"))


def test_numbers_are_utf_8_without_a_mark_at_the_beginning(view: FigureView) -> None:
    view.show_figure(FIGURES["calendar"]())
    data = written(view.picture(), "csv")
    assert data.startswith(b"Day,Worst pain,Ratings,Releases,Checked in\r\n2026-03-02,0,0,0,yes\r\n")
    with pytest.raises(ValueError, match="pdf"):
        written(view.picture(), "pdf")


def test_the_clipboard_gets_both(view: FigureView) -> None:
    view.show_figure(FIGURES["gaps"]())
    data = for_clipboard(view.picture())
    assert data.text().startswith("Flare began\tDays to the next\tStill open\n")
    assert data.hasImage()


def test_pain_over_time_is_saved_as_it_is_seen(chart_of: ChartOf, theme: Theme) -> None:
    series = daily("piriformis.right", [3, 6, 4, 0, 10])
    chart = chart_of(series)
    picture = plot_picture(chart, [series], chart.span, name_of, ZoneInfo("Europe/Berlin"), theme)
    image = QImage.fromData(written(picture, "png"))
    colour = QColor(chart.colour_of(series.place)).rgb()
    assert any(image.pixel(x, y) == colour for x in range(image.width()) for y in range(0, image.height(), 2))
    drawing = ElementTree.fromstring(written(picture, "svg"))
    assert len(list(drawing.iter())) > 20
    assert not list(drawing.iter(f"{SVG}image"))
    assert written(picture, "csv").splitlines()[-1] == b"2026-03-03 10:30,Right piriformis,10"


def test_a_drawing_of_pain_over_time_is_whole_in_whatever_reads_it(chart_of: ChartOf, theme: Theme) -> None:
    series = daily("piriformis.right", [3, 6, 4, 0, 10] * 20)
    chart = chart_of(series)
    picture = plot_picture(chart, [series], chart.span, name_of, ZoneInfo("Europe/Berlin"), theme)
    drawing = ElementTree.fromstring(written(picture, "svg"))
    moves = [part.get("transform", "") for part in drawing.iter(f"{SVG}g") if len(part)]
    assert all(move.startswith("matrix(1,0,0,1,") for move in moves if move), "nothing is stretched, lines least of all"
    clips = {clip.get("id"): clip[0].get("d", "") for clip in drawing.iter(f"{SVG}clipPath")}
    seen = set()
    for outer in drawing.iter(f"{SVG}g"):
        clip = clips.get(outer.get("clip-path", "")[5:-1])
        for group in outer.findall(f"{SVG}g") if clip else ():
            right, down = (float(one) for one in group.get("transform", "")[7:-1].split(",")[4:])
            corners = [tuple(map(float, one.split(","))) for one in re.findall(r"[\d.-]+,[\d.-]+", clip or "")]
            xs, ys = zip(*corners, strict=True)
            for text in group.findall(f"{SVG}text"):
                x, y = float(text.get("x", "")) + right, float(text.get("y", "")) + down
                assert min(xs) <= x <= max(xs) and min(ys) <= y - 4 <= max(ys), f"{text.text} is cut off"
                seen.add(text.text)
    assert {"0", "10"} <= seen, "the numbers of the scale"


# --- files


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "chart.csv"
    save(path, b"old")
    save(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_said_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "chart.csv"
    save(path, b"old")

    def full(_fd: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble) as caught:
        save(path, b"new")
    assert caught.value.kind is TroubleKind.DISK_FULL
    assert caught.value.why == "The disk is full."
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_closed_or_gone_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Trouble) as caught:
        save(tmp_path / "gone" / "chart.csv", b"new")
    assert caught.value.kind is TroubleKind.MISSING_FOLDER

    def closed(*_arguments: object, **_names: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(Trouble) as refused:
        save(tmp_path / "chart.csv", b"new")
    assert refused.value.why == "You may not write to that folder."


# --- the button


def test_the_button_is_reached_by_keys_and_offers_four_ways(view: FigureView) -> None:
    view.show_figure(FIGURES["gaps"]())
    button = view.findChild(SaveButton)
    assert isinstance(button, SaveButton) and button.isEnabled()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    wanted: list[str] = []
    view.save_wanted.connect(wanted.append)
    for action in button.menu().actions():
        if not action.isSeparator():
            action.trigger()
    assert wanted == [*KINDS, COPY]


def test_nothing_is_saved_of_a_view_without_numbers(view: FigureView) -> None:
    button = view.findChild(SaveButton)
    view.show_figure(view.figure)
    assert isinstance(button, SaveButton) and not button.isEnabled()
