"""How fibres run: four corners of an outline a muscle (origin from, origin to, end from, end to), by view.

"auto" (the default) cuts near both ends of the long axis, right for straps and spindles; None draws none.
"""

from __future__ import annotations

from typing import Literal

from tools.atlas.model import Pt

Corners = tuple[Pt, Pt, Pt, Pt] | Literal["auto"] | None

PLAN: dict[str, dict[str, Corners]] = {
    "front": {
        "iliacus": ((-76, 425), (-42, 420), (-59, 524), (-51, 520)),
        "pectineus": ((-36, 480), (-16, 492), (-52, 552), (-46, 556)),
        "adductor_brevis": ((-20, 490), (-13, 496), (-57, 540), (-50, 595)),
        "linea_alba": None,
        "inguinal_ligament": None,
        "patellar_tendon": "auto",
    },
    "back": {
        "gluteus_maximus": ((35, 414), (1, 500), (84.5, 466), (65, 566)),
        "gluteus_medius": ((36, 440), (86, 440), (82, 495), (87, 491)),
        "gluteus_minimus": ((40, 450), (79.5, 450), (82, 497), (84.5, 497)),
        "piriformis": ((24, 450), (17, 466), (75, 486), (72, 489)),
        "obturator_internus": ((15, 491), (22, 506.5), (52, 487), (34, 493)),
        "quadratus_femoris": ((46, 500), (40, 518), (73.5, 497), (69, 515)),
        "adductor_magnus": ((46, 523), (12, 515), (66, 531), (20, 726)),
        "coccygeus": ((27, 476), (27, 480), (5, 475), (4, 495)),
        "iliotibial_tract": "auto",
    },
    "side": {
        "gluteus_maximus": ((-36, 415), (-46, 518), (-21, 478), (-20, 548)),
        "gluteus_medius": ((-40, 436), (17.5, 436), (-12, 496), (-5, 495)),
        "gluteus_minimus": ((-21, 445), (9, 445), (-13, 499), (-7, 499)),
        "inguinal_ligament": None,
    },
}

COUNT: dict[str, int] = {"gluteus_maximus": 6, "iliotibial_tract": 3, "external_oblique": 5, "latissimus_dorsi": 5}
