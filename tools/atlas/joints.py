"""Joints of the hip and knee as regions of the deep layer."""

from __future__ import annotations

from math import cos, radians, sin

from tools.atlas.measured import measured
from tools.atlas.model import Curve, Pt, Shape

_KNEE_HALF_HEIGHT = 4.2


def joint_shapes(view: str) -> list[Shape]:
    """Hip joint in every view, sacroiliac joint in the back, knee joint in front."""
    shapes = [] if view == "back" else [_joint("hip_joint", view, _circle(view, 10.0))]
    if view == "back":
        shapes.append(_joint("sacroiliac_joint", view, Curve.through(_sacroiliac())))
    if view == "front":
        shapes.append(_joint("knee_joint", view, _knee()))
    return shapes


def _joint(key: str, view: str, curve: Curve) -> Shape:
    return Shape("region", (curve,), f"{key}.right", "joint", ("deep",), mirror=view != "side")


def with_joint_behind(view: str, shapes: list[Shape]) -> list[Shape]:
    """`shapes` with the hip joint seen from behind: on the bones, under the rotators that cross it."""
    if view != "back":
        return shapes
    after = max(i for i, s in enumerate(shapes) if s.id in ("femur.right", "hip_bone.right"))
    first_muscle = next(i for i, s in enumerate(shapes) if s.id == "quadratus_femoris.right")
    at = min(after + 1, first_muscle)
    return [*shapes[:at], _joint("hip_joint", view, _circle(view, 13.3)), *shapes[at:]]


def _circle(view: str, r: float) -> Curve:
    """Round the centre of the femoral head, whose measured radius is 13.3; smaller where muscles must stay in reach."""
    x, y = measured().data["joints"]["hip_joint"][view]["centre"]
    return Curve.through([(x + r * cos(radians(a)), y + r * sin(radians(a))) for a in range(0, 360, 30)])


def _sacroiliac() -> list[Pt]:
    """A slender crescent along the joint's line between sacrum and ilium, from top to bottom."""
    top, bottom = measured().mark("SI_joint_top", "back"), measured().mark("SI_joint_bottom", "back")
    outer = [(top[0] + 1.6, top[1]), (33.2, 427), (33.6, 438), (30.6, 447), (bottom[0] + 1.8, bottom[1])]
    inner = [(bottom[0] - 1.4, bottom[1] - 1), (26.4, 446), (28.2, 437), (27.6, 427), (top[0] - 2.2, top[1] + 1)]
    return [*outer, *inner]


def _knee() -> Curve:
    """A lens along the joint line, as wide as the condyles."""
    (x0, y0), (x1, y1) = measured().data["joints"]["knee_joint_line"]["front"]["line"]
    h = _KNEE_HALF_HEIGHT
    along = (0.1, 0.3, 0.5, 0.7, 0.9)
    upper = [(x0 + t * (x1 - x0), y0 + t * (y1 - y0) - h * (0.75 + 0.25 * abs(2 * t - 1))) for t in along]
    lower = [(x0 + t * (x1 - x0), y0 + t * (y1 - y0) + h * 0.8) for t in reversed(along)]
    return Curve.through([(x0, y0), *upper, (x1, y1), *lower])
