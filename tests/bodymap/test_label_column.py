"""Names beside a close-up: none is cut, no two lines cross, none belongs to an arm that only hangs into the picture."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from knotbook.bodymap import leaders
from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.close_ups import CloseUp
from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.label_column import Label, LabelColumn, spread, untangle
from knotbook.bodymap.leaders import labels_in_sight
from knotbook.bodymap.names import without_side
from knotbook.bodymap.quiet_picture import QuietPicture
from knotbook.domain.place import Layer, Place, Side
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme

GLUTEUS = Place("gluteus_maximus", Side.RIGHT)


def test_labels_keep_order_distance_and_edges() -> None:
    placed = spread([10.0, 12.0, 13.0, 200.0, 690.0, 691.0], 20, 30, 700)
    assert all(b - a >= 20 - 1e-9 for a, b in pairwise(placed))
    assert placed[0] >= 40 and placed[-1] <= 690
    assert placed[3] == pytest.approx(200)


def test_labels_as_many_as_fit_fill_the_column() -> None:
    assert spread([300.0] * 5, 20, 0, 100) == pytest.approx([10, 30, 50, 70, 90])
    assert spread([], 20, 0, 100) == []


def test_no_two_lines_of_a_column_cross() -> None:
    spots = [(300, 50), (320, 400), (500, 60), (450, 70), (310, 90), (420, 395)]
    labels = [Label(GLUTEUS, QPointF(*spot), "", "", 30.0 * n) for n, spot in enumerate(spots)]
    untangle(labels, 200.0)
    assert sorted(label.y for label in labels) == [30.0 * n for n in range(6)], "rows change hands, none moves"
    lines = [((200.0, label.y), (label.at.x(), label.at.y())) for label in labels]
    assert not any(_meet(*a, *b) for a, b in combinations(lines, 2))


@pytest.mark.parametrize("width", [384, 480, 640, 800, 1280, 2560])
def test_no_name_is_cut_where_there_are_two_lines_for_it(theme: Theme, catalogue: Catalogue, width: int) -> None:
    column = LabelColumn(QSizeF(width, 640), theme, QFont("DejaVu Sans"), at_left=True)
    for place in catalogue.places():
        label = Label(place, QPointF(), without_side(catalogue.plain(place), place), catalogue.name(place))
        assert " ".join(text for text, bold in column.rows(label, two_lines=True) if bold) == label.plain


@pytest.mark.parametrize("width", [700, 780, 1280])
def test_no_name_is_cut_where_the_window_is_too_low_for_two_lines(
    theme: Theme, catalogue: Catalogue, width: int
) -> None:
    column = LabelColumn(QSizeF(width, 300), theme, QFont("DejaVu Sans"), at_left=True)
    for place in catalogue.places():
        plain = without_side(catalogue.plain(place), place)
        assert column.rows(Label(place, QPointF(), plain, ""), two_lines=False) == [(plain, True)]


def test_a_spot_under_the_names_gets_none_and_the_others_take_its_room(theme: Theme) -> None:
    column = LabelColumn(QSizeF(900, 640), theme, QFont("DejaVu Sans"), at_left=True)
    far, under = Label(GLUTEUS, QPointF(600, 300), "Far", ""), Label(GLUTEUS, QPointF(20, 300), "Under", "")
    image = QImage(900, 640, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    column.paint(painter, [far, under])
    painter.end()
    assert far.y == pytest.approx(300) and under.y == 0.0


@pytest.mark.parametrize(("width", "named"), [(380, False), (900, True)])
def test_pictures_beside_each_other_leave_their_room_to_the_body(
    qtbot: QtBot,
    body: Geometry,
    catalogue: Catalogue,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    named: bool,
) -> None:
    painted: list[object] = []
    monkeypatch.setattr(leaders, "paint_leaders", lambda *parts: painted.append(parts))
    picture = QuietPicture(body, catalogue, theme)
    qtbot.addWidget(picture)
    picture.set_reduced_motion(True)
    picture.resize(width, 600)
    with qtbot.waitExposed(picture):
        picture.show()
    picture.zoom.show(CloseUp.HIP, None)
    picture.grab()
    assert bool(painted) == named


@pytest.mark.parametrize("size", [(900, 700), (780, 500), (1500, 480)])
@pytest.mark.parametrize("view", [MapView.FRONT, MapView.BACK])
@pytest.mark.parametrize("layer", list(Layer))
def test_a_hip_has_no_label_of_the_arm_beside_it(
    real_map: BodyMap, catalogue: Catalogue, view: MapView, layer: Layer, size: tuple[int, int]
) -> None:
    real_map.resize(*size)
    real_map.set_view(view)
    real_map.set_layer(layer)
    real_map.zoom.show(CloseUp.HIP, None)
    named = {label.place.structure for label in labels_in_sight(real_map.stage, catalogue)}
    assert len(named) > 8
    assert not any(word in structure for structure in named for word in ("arm", "hand", "finger", "thumb", "palm"))


Spot = tuple[float, float]


def _meet(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    """Whether the lines a-b and c-d cross."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
