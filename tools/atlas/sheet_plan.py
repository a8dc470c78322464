"""Where fascia lies and where muscles turn into tendon. Body units of the right half; drawn by eye after anatomy texts."""
# ruff: noqa: E501 - an outline is one line of points, to be read against the picture

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tools.atlas.model import Pt


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet painted just above the region `above`: cut to the regions `within`, kept clear of those `beside`.

    `of`: the region that a touch of it means, if not `above`. `midline`: the points are one half of a sheet that meets
    its twin in the midline.
    """

    above: str
    points: list[Pt]
    within: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    family: str = "fascia"
    layers: tuple[str, ...] = ()
    of: str = ""
    midline: bool = False


@dataclass(frozen=True, slots=True)
class Tendon:
    """The part of a muscle past `at` on `axis` (sign 1: growing) is tendon; its border is a tongue of this length."""

    at: float
    tongue: float
    sign: int = 1
    axis: Literal["x", "y"] = "y"


def _band(y: float, outer: float, sag: float) -> Sheet:
    points = [(-6.4, y), (-18, y + sag), (-30, y + sag * 0.2), (outer, y - sag * 0.6)]
    lower = [(x, v + 1.7) for x, v in reversed(points)]
    return Sheet("rectus_abdominis", [*points, *lower], within=("rectus_abdominis",), family="tendon")


SHEETS: dict[str, tuple[Sheet, ...]] = {
    "front": (
        # The sheet of the external oblique: fleshy only outside this line and above the line navel to iliac spine.
        Sheet(
            "external_oblique",
            [(-45, 284), (-52, 300), (-54, 330), (-54, 370), (-54, 394), (-57.5, 409), (-65, 420), (-78, 431), (-74, 440),
             (-60, 458), (-30, 484), (-8, 494), (-4, 480), (-4, 400), (-4, 300)],
            within=("external_oblique",),
        ),
        _band(303, -50, 3.0),
        _band(339, -48, 2.5),
        _band(378, -45, 2.0),
        # Retinacula on both sides of the patella.
        Sheet(
            "femur",
            [(-68, 716), (-62, 724), (-60, 736), (-57, 746), (-54, 757), (-47, 760), (-43, 752), (-38, 744), (-30, 737),
             (-24, 726), (-22, 712), (-34, 700), (-56, 700)],
            layers=("superficial",), of="patella",
        ),
    ),
    "back": (
        # The thoracolumbar fascia: a diamond over the spine, between latissimus and gluteus maximus.
        Sheet(
            "latissimus_dorsi",
            [(0, 318), (9, 330), (18, 345), (28, 363), (38, 382), (51, 401), (45, 408), (38, 414), (37, 422), (31, 431),
             (22, 438), (19, 450), (12, 462), (8, 472), (0, 480), (-1, 400)],
            beside=("gluteus_maximus",), layers=("superficial",), midline=True,
        ),
        # The bare sinew of trapezius around the seventh neck vertebra.
        Sheet("trapezius_lower", [(0, 140), (6, 150), (9, 159), (6, 168), (0, 184), (-1, 160)], layers=("superficial",), midline=True),
    ),
    "side": (
        Sheet(
            "external_oblique",
            [(66, 286), (60, 300), (56, 345), (51.5, 380), (46.5, 400), (40, 415), (30, 431), (24, 478), (22, 488), (40, 492),
             (75, 470), (88, 300)],
            within=("external_oblique",),
        ),
        Sheet(
            "tibia",
            [(12, 706), (20, 706), (24, 722), (22.5, 735), (22, 748), (19, 757), (12, 752), (10, 738), (9.5, 722)],
            layers=("superficial",), of="patella",
        ),
    ),
}  # fmt: skip

TENDONS: dict[str, dict[str, tuple[Tendon, ...]]] = {
    "front": {
        "rectus_femoris": (Tendon(706, 26), Tendon(464, 10, -1)),
        "vastus_lateralis": (Tendon(713, 14),),
        "vastus_intermedius": (Tendon(700, 20),),
        "sartorius": (Tendon(764, 12), Tendon(441, 4, -1)),
        "gracilis": (Tendon(722, 16), Tendon(500, 6, -1)),
        "adductor_longus": (Tendon(503, 8, -1),),
        "adductor_magnus": (Tendon(684, 20),),
        "iliacus": (Tendon(519, 8),),
        "psoas_major": (Tendon(510, 14),),
        "semitendinosus": (Tendon(700, 20),),
        "tibialis_anterior": (Tendon(880, 32),),
        "extensor_digitorum_longus": (Tendon(868, 26),),
        "extensor_hallucis_longus": (Tendon(890, 26),),
        "fibularis_longus": (Tendon(856, 26),),
        "fibularis_brevis": (Tendon(900, 16),),
        "fibularis_tertius": (Tendon(925, 12),),
        "flexor_digitorum_longus": (Tendon(905, 22),),
        "tibialis_posterior": (Tendon(905, 22),),
        "flexor_hallucis_longus": (Tendon(910, 20),),
        "plantaris": (Tendon(790, 10),),
        "biceps_brachii": (Tendon(332, 16),),
        "forearm_flexors": (Tendon(440, 28),),
        "forearm_extensors": (Tendon(440, 28),),
        "brachioradialis": (Tendon(412, 24),),
        "coracobrachialis": (),
    },
    "back": {
        "semitendinosus": (Tendon(694, 34), Tendon(527, 8, -1)),
        "semimembranosus": (Tendon(732, 14), Tendon(566, 40, -1)),
        "biceps_femoris_long": (Tendon(722, 24), Tendon(528, 14, -1)),
        "biceps_femoris_short": (Tendon(738, 14),),
        "gracilis": (Tendon(706, 18),),
        "adductor_magnus": (Tendon(684, 22),),
        "gluteus_medius": (Tendon(486, 10),),
        "gluteus_minimus": (Tendon(484, 18),),
        "piriformis": (Tendon(66, 12, axis="x"),),
        "obturator_internus": (Tendon(41, 8, axis="x"),),
        "soleus": (Tendon(872, 44),),
        "plantaris": (Tendon(770, 10),),
        "fibularis_longus": (Tendon(862, 30),),
        "fibularis_brevis": (Tendon(918, 22),),
        "flexor_hallucis_longus": (Tendon(920, 24),),
        "flexor_digitorum_longus": (Tendon(905, 24),),
        "tibialis_posterior": (Tendon(905, 24),),
        "triceps_brachii": (Tendon(318, 34),),
        "forearm_extensors": (Tendon(438, 34),),
        "forearm_flexors": (Tendon(440, 28),),
        "brachioradialis": (Tendon(412, 24),),
    },
    "side": {
        "rectus_femoris": (Tendon(690, 30), Tendon(462, 8, -1)),
        "vastus_lateralis": (Tendon(706, 18),),
        "vastus_intermedius": (Tendon(700, 18),),
        "biceps_femoris_long": (Tendon(724, 24), Tendon(526, 12, -1)),
        "biceps_femoris_short": (Tendon(738, 14),),
        "gluteus_medius": (Tendon(490.5, 8),),
        "gluteus_minimus": (Tendon(486, 14),),
        "tibialis_anterior": (Tendon(880, 30),),
        "extensor_digitorum_longus": (Tendon(880, 28),),
        "extensor_hallucis_longus": (Tendon(890, 24),),
        "fibularis_longus": (Tendon(860, 34),),
        "fibularis_brevis": (Tendon(915, 20),),
        "fibularis_tertius": (Tendon(925, 12),),
        "soleus": (Tendon(872, 40),),
        "plantaris": (Tendon(770, 10),),
        "flexor_hallucis_longus": (Tendon(920, 20),),
        "tibialis_posterior": (Tendon(905, 24),),
    },
}
