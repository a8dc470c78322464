from __future__ import annotations

import pytest
from tools.atlas.female import female, moved
from tools.atlas.figure import figure_shapes as figure
from tools.atlas.model import VIEWS
from tools.atlas.zones import zone_shapes as zones

from tests.atlas.shapes import area_of, sharpest_corner, with_mirror


def widths(view: str, y: float) -> float:
    """Her width there as a share of his."""
    return moved((50, y), view)[0] / 50


@pytest.mark.parametrize("view", VIEWS)
def test_she_shares_every_id_side_and_layer(view):
    his = [*figure(view), *zones(view)]
    hers = female(his, view)
    assert [(s.id, s.layers, s.mirror) for s in hers if s.id] == [(s.id, s.layers, s.mirror) for s in his if s.id]


def test_wider_pelvis_narrower_shoulders_and_waist():
    assert widths("front", 480) > 1.02
    assert widths("front", 190) < 0.95
    assert widths("front", 368) < 0.92


@pytest.mark.parametrize("view", VIEWS)
def test_smooth_shapes_stay_smooth(view):
    for shape in female([*figure(view), *zones(view)], view):
        if shape.role in ("figure", "region"):
            assert max(sharpest_corner(curve) for curve in shape.curves) < 7


@pytest.mark.parametrize("view", VIEWS)
def test_her_zones_stay_on_her_figure(view):
    shapes = female([*figure(view), *zones(view)], view)
    body = [with_mirror(s) for s in shapes if s.role == "figure"]
    whole = max(body, key=lambda a: a.area)
    for shape in shapes:
        if shape.role == "region":
            assert area_of(shape).difference(whole).area < 0.5, shape.id


@pytest.mark.parametrize("view", ["front", "back"])
def test_both_sides_are_warped_alike(view):
    for x, y in ((60, 200), (150, 420), (95, 500), (40, 750)):
        right, left = moved((x, y), view), moved((-x, y), view)
        assert (right[0], right[1]) == pytest.approx((-left[0], left[1]))
