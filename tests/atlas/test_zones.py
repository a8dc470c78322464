from __future__ import annotations

from itertools import combinations

import pytest
from shapely import LineString, Point, maximum_inscribed_circle, unary_union
from tools.atlas.figure import area
from tools.atlas.model import VIEWS
from tools.atlas.zones import names, zone_areas
from tools.atlas.zones import zone_shapes as zones

from knotbook.domain.place import Place, Side
from tests.atlas.shapes import area_of, sharpest_corner, with_mirror

NEAR_AT_HAND = {"hip", "buttock", "groin", "thigh", "knee", "low_back"}
FIGURE_PX = 800
TARGET_PX = 18


def diameter_px(piece) -> float:
    return 2 * maximum_inscribed_circle(piece, tolerance=0.05).length * FIGURE_PX / 1000


@pytest.mark.parametrize("view", VIEWS)
def test_zones_tile_the_silhouette(view):
    covered = unary_union([with_mirror(s) for s in zones(view)])
    assert covered.area > 0.9 * area(view).area
    holes = area(view).difference(covered.buffer(2.6))  # what is left are gaps, not holes
    assert max(hole.area for hole in getattr(holes, "geoms", [holes])) < 3


@pytest.mark.parametrize("view", VIEWS)
def test_zones_stay_inside_and_do_not_overlap(view):
    body = area(view)
    areas = {s.id: with_mirror(s) for s in zones(view)}
    for zone in areas.values():
        assert zone.difference(body).area < 0.1
    for (_, a), (_, b) in combinations(areas.items(), 2):
        assert a.intersection(b).area < 0.05


@pytest.mark.parametrize("view", VIEWS)
def test_gaps_are_even(view):
    areas = [area_of(s) for s in zones(view)]
    gaps = [a.distance(b) for a, b in combinations(areas, 2) if a.distance(b) < 2.2]
    assert min(gaps) > 1.2
    assert sorted(gaps)[len(gaps) // 2] == pytest.approx(1.6, abs=0.2)


@pytest.mark.parametrize("view", VIEWS)
def test_no_zone_has_a_corner_or_many_pieces(view):
    for shape in zones(view):
        assert len(shape.curves) == 1, shape.id
        assert sharpest_corner(shape.curves[0]) < 6, shape.id


@pytest.mark.parametrize("view", VIEWS)
def test_hip_and_knee_zones_are_comfortable_to_tap(view):
    small = {
        zone: round(diameter_px(piece), 1)
        for zone, piece in zone_areas(view).items()
        if names()[zone]["group"] in NEAR_AT_HAND and diameter_px(piece) < TARGET_PX
    }
    assert not small


@pytest.mark.parametrize("view", VIEWS)
def test_no_slivers(view):
    for zone, piece in zone_areas(view).items():
        assert diameter_px(piece) > 7, zone
        assert piece.area > 200, zone


@pytest.mark.parametrize("view", VIEWS)
def test_sides_are_the_persons_own(view):
    for shape in zones(view):
        place = Place.parse(shape.id)
        assert (place.side is Side.RIGHT) == names()[place.structure]["sided"]
        assert shape.mirror == (place.side is Side.RIGHT and view != "side")
        x = area_of(shape).centroid.x
        if place.side is Side.MIDLINE:
            assert x == pytest.approx(0, abs=0.3)
        elif view != "side":
            assert x < 0 if view == "front" else x > 0


@pytest.mark.parametrize("view", VIEWS)
def test_label_points_lie_inside(view):
    for shape in zones(view):
        assert area_of(shape).contains(Point(shape.labels[0][1])), shape.id


def test_every_named_zone_is_drawn_somewhere():
    assert set().union(*(zone_areas(view) for view in VIEWS)) == set(names())


def test_what_is_seen_in_two_views_has_one_id():
    for zone in ("hip_outer", "knee_outer", "thigh_outer_upper", "shoulder_outer"):
        assert all(zone in zone_areas(view) for view in VIEWS), zone
    assert "heel" in zone_areas("back").keys() & zone_areas("side").keys()


LANDMARKS = {
    "front": {"kneecap": (-46, 733), "hip_bone_front": (-75.5, 433.7), "navel": (0, 397), "pubic": (0, 492)},
    "back": {"buttock_central": (52, 469), "buttock_lower": (38, 512), "sacrum_si": (22, 432), "hip_outer": (87, 499)},
    "side": {"hip_outer": (-4, 499), "hip_front_outer": (16, 463), "hip_side": (2, 430), "knee_outer": (-4.5, 738)},
}


@pytest.mark.parametrize(("view", "zone"), [(view, zone) for view, zones in LANDMARKS.items() for zone in zones])
def test_zones_lie_over_their_measured_landmarks(view, zone):
    assert zone_areas(view)[zone].contains(Point(LANDMARKS[view][zone]))


def test_lower_buttock_ends_at_the_gluteal_fold():
    lower = zone_areas("back")["buttock_lower"]
    bottom = lower.intersection(LineString([(32, 480), (32, 560)])).bounds[3]
    assert bottom == pytest.approx(529, abs=4)
