"""The made-up person: what hurts them, where exactly, what they press and what they train."""

from __future__ import annotations

from dataclasses import dataclass

from knotbook.domain.place import Place, Point, View
from knotbook.domain.records import Effort


@dataclass(frozen=True, slots=True)
class Complaint:
    """A pain that comes and goes. `first`, `last`: usual strength (NRS) at the start and the end of the diary.

    `spots`: where on the map it is pressed. `flare`: how much of a flare of the right hip it feels. `sore`: how much it
    answers to hard training.
    """

    place: Place
    first: float
    last: float
    spots: tuple[Point, ...]
    qualities: tuple[str, ...]
    context: tuple[str, ...]
    flare: float = 0.0
    sore: float = 0.0


@dataclass(frozen=True, slots=True)
class Remedy:
    """A release and what really follows it here, in points: 30 minutes later, and in the next day's level."""

    place: Place
    pain_for: Place
    spots: tuple[Point, ...]
    tool: str
    soon: float
    next_day: float
    spread: float = 0.5
    liked: float = 0.0


@dataclass(frozen=True, slots=True)
class Training:
    """An exercise of the routine; `hard` ones can set the hip back for a day or two."""

    name: str
    kind: Effort
    muscles: tuple[Place, ...]
    sets: int | None = None
    reps: int | None = None
    seconds: int | None = None


def _at(place: str) -> Place:
    return Place.parse(place)


def _spots(view: View, *spots: tuple[float, float]) -> tuple[Point, ...]:
    return tuple(Point(view, x, y) for x, y in spots)


PIRIFORMIS, MEDIUS, MINIMUS = _at("piriformis.right"), _at("gluteus_medius.right"), _at("gluteus_minimus.right")
ADDUCTOR, OUTER_KNEE, KNEECAP = _at("adductor_longus.left"), _at("knee_outer.right"), _at("kneecap.right")
GROIN, HIP, KNEE = _at("groin.right"), _at("hip_joint.right"), _at("knee_joint.right")
QUADS, LOINS, MAXIMUS = _at("vastus_lateralis.right"), _at("quadratus_lumborum.right"), _at("gluteus_maximus.right")

_IN_PIRIFORMIS = _spots(View.BACK, (52.0, 469.5), (43.0, 464.5))
_IN_MEDIUS = _spots(View.SIDE, (-3.0, 432.0), (-16.0, 430.0))
_IN_MINIMUS = _spots(View.SIDE, (-3.0, 451.0), (3.0, 446.0))
_IN_ADDUCTOR = _spots(View.FRONT, (23.0, 520.0), (30.0, 545.0))

COMPLAINTS: tuple[Complaint, ...] = (
    Complaint(
        PIRIFORMIS,
        4.6,
        2.9,
        _IN_PIRIFORMIS,
        ("deep", "ache", "cramp"),
        ("after sitting", "at rest"),
        flare=1.0,
        sore=1.0,
    ),
    Complaint(
        MEDIUS,
        3.9,
        2.5,
        _IN_MEDIUS,
        ("ache", "sore to touch", "tight"),
        ("lying on it", "walking"),
        flare=0.9,
        sore=1.1,
    ),
    Complaint(
        MINIMUS, 3.8, 2.3, _IN_MINIMUS, ("deep", "heavy", "ache"), ("lying on it", "standing"), flare=0.9, sore=1.0
    ),
    Complaint(
        OUTER_KNEE,
        4.6,
        2.6,
        _spots(View.FRONT, (-69.0, 733.0), (-70.0, 738.0)),
        ("sharp", "ache", "burning"),
        ("on stairs", "walking"),
        flare=0.6,
    ),
    Complaint(
        KNEECAP,
        3.2,
        2.2,
        _spots(View.FRONT, (-48.0, 732.0), (-50.0, 736.0)),
        ("dull", "stiff", "ache"),
        ("on stairs", "after sitting"),
        flare=0.3,
    ),
    Complaint(
        GROIN,
        3.6,
        2.6,
        _spots(View.FRONT, (-53.0, 492.0), (-47.0, 497.0)),
        ("pinching", "catching", "deep"),
        ("after sitting", "driving"),
        flare=0.5,
    ),
    Complaint(ADDUCTOR, 3.0, 2.4, _IN_ADDUCTOR, ("tight", "sharp"), ("getting up", "walking"), flare=0.2),
)

REMEDIES: tuple[Remedy, ...] = (
    Remedy(MINIMUS, OUTER_KNEE, _IN_MINIMUS, "lacrosse ball", soon=-2.2, next_day=-1.6, liked=1.0),
    Remedy(PIRIFORMIS, PIRIFORMIS, _IN_PIRIFORMIS, "lacrosse ball", soon=-1.4, next_day=-0.7),
    Remedy(MEDIUS, MEDIUS, _IN_MEDIUS, "lacrosse ball", soon=-1.1, next_day=-0.4),
    Remedy(QUADS, OUTER_KNEE, _spots(View.SIDE, (6.0, 612.0), (8.0, 640.0)), "foam roller", 0.0, 0.0, liked=0.2),
    Remedy(QUADS, KNEECAP, _spots(View.SIDE, (6.0, 612.0), (8.0, 640.0)), "foam roller", 0.0, 0.0, liked=0.1),
    Remedy(ADDUCTOR, ADDUCTOR, _IN_ADDUCTOR, "hands", soon=1.4, next_day=0.9, liked=0.5),
    Remedy(LOINS, PIRIFORMIS, _spots(View.BACK, (30.0, 372.0)), "massage gun", 0.1, 0.0, spread=1.6, liked=-1.2),
)

STRENGTH: tuple[Training, ...] = (
    Training("Bridges", Effort.STRENGTHEN, (MAXIMUS, MAXIMUS.mirrored), sets=3, reps=12),
    Training("Clams", Effort.STRENGTHEN, (MEDIUS, MEDIUS.mirrored), sets=3, reps=15),
    Training("Side steps with a band", Effort.STRENGTHEN, (MEDIUS, MINIMUS), sets=3, reps=10),
    Training("Single-leg bridges", Effort.STRENGTHEN, (MAXIMUS, MEDIUS), sets=3, reps=8),
)
GENTLE: tuple[Training, ...] = (
    Training(
        "Hip flexor stretch", Effort.STRETCH, (_at("psoas_major.right"), _at("iliacus.right")), sets=2, seconds=45
    ),
    Training("Figure-four stretch", Effort.STRETCH, (PIRIFORMIS,), sets=2, seconds=40),
    Training("Hip circles on all fours", Effort.MOBILITY, (HIP,), sets=2, reps=10),
    Training("Walk", Effort.CARDIO, (), seconds=1800),
)
REST = Training("Rest, nothing but walking", Effort.REST, ())
