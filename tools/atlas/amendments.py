"""Where the drawing leaves the measured outline, and why: mended errors of the source and redrawn shapes.

Points are body units of the right half in each view. ADDED is united with the outline, CUT is taken away, REDRAWN
(a closed Catmull-Rom curve) replaces it. RAISED moves a shape up by so many units.
"""
# ruff: noqa: E501 - an outline is one line of points, to be read against the picture

from __future__ import annotations

from tools.atlas.model import Pt

Runs = dict[str, list[list[Pt]]]

ADDED: dict[str, Runs] = {
    "front": {
        "external_oblique": [[(-80, 253), (-72, 250), (-50, 256), (-40, 290), (-62, 300)]],
        # The source leaves bare bone between tensor fasciae latae and sartorius; the two lie against each other there.
        "tensor_fasciae_latae": [[(-80, 430), (-75.5, 437), (-72.5, 452), (-73, 463), (-78, 478), (-85, 482)]],
        # Psoas fills the groin up to pectineus.
        "psoas_major": [[(-45, 470), (-36, 476), (-37, 487), (-44, 496), (-47, 499)]],
        "pectineus": [[(-35, 478.5), (-31, 477.5), (-21, 484), (-16, 490), (-18, 495), (-32, 490)]],
        # No splinters of deeper adductors between these.
        "adductor_longus": [[(-41, 533), (-34, 530), (-36, 545), (-46, 556), (-48.5, 553), (-44, 545)]],
        "gracilis": [[(-14, 538), (-9, 545), (-7, 565), (-9, 585), (-14, 590)]],
        # The obliquus part bulges past the inner border of the patella.
        "vastus_medialis": [[(-21.5, 692), (-21.5, 703), (-25, 713), (-31, 720), (-38, 723.5), (-43, 718), (-38, 700)]],
    },
    "back": {
        # Straight along the midline, where both sides meet.
        "trapezius_upper": [[(0, 82), (6, 82), (6, 151), (0, 151)]],
        "trapezius_middle": [[(0, 152), (6, 152), (6, 175), (0, 175)]],
        "trapezius_lower": [[(0, 176), (6, 176), (4, 330), (0, 338)]],
        # A calm origin from the iliac spine along the sacrum to the coccyx.
        "gluteus_maximus": [[(36, 411.5), (31, 419), (26.5, 428), (22, 438), (19.5, 448), (16.5, 457), (12, 464.5), (8.5, 472), (5.5, 480), (2.5, 488), (1, 496), (12, 496), (24, 470), (38, 430)]],
        "biceps_femoris_long": [[(44, 532), (53, 541), (62, 553), (66.5, 566), (67, 576), (55, 576), (46, 550)]],
        "iliotibial_tract": [
            [(65, 560), (64, 566), (66.5, 580), (69, 592), (78, 592), (78, 555)],
            [(71, 628), (82, 628), (80, 690), (70, 694), (71.5, 660)],
        ],
        "semimembranosus": [
            # The source starts it low and inside; it arises above and outside and runs under semitendinosus.
            [(36.5, 506.5), (40, 506), (41, 515), (39, 550), (37, 600), (30, 640), (12, 640), (13, 608), (20, 575), (29, 540), (35, 515)],
            [(27, 698), (30, 712), (29, 735), (26, 753), (21.5, 753), (18, 732), (20, 712)],
        ],
        "gluteus_medius": [[(36, 428), (36.6, 415), (40, 408), (46, 403.2), (54, 401), (64, 401.8), (64, 425)]],
        "obturator_internus": [[(15.5, 490), (24, 481), (30, 478), (30, 492), (18, 496)]],
    },
    "side": {
        "gluteus_maximus": [[(-36.5, 414), (-34.4, 424), (-32.6, 435), (-29.4, 446), (-25.2, 457), (-22, 467), (-21.8, 478), (-28, 482), (-42, 450)]],
        "external_oblique": [
            [(-18, 330), (0, 330), (0, 405), (-22, 399)],
            [(30, 428), (42, 425), (50, 450), (36, 478), (24, 487), (22, 482), (27, 468), (31, 448)],
        ],
        "iliotibial_tract": [[(-29, 486), (-26, 480), (-14, 478.2), (0, 478.2), (7, 479.5), (9.5, 485), (8, 500), (-26, 500)]],
        "biceps_femoris_long": [[(-31, 512), (-32.5, 530), (-34.6, 548), (-36.6, 566), (-28, 566), (-27, 515)]],
        "obturator_internus": [[(-31, 483), (-27, 481), (-24, 485), (-27, 489), (-32, 489)]],
    },
}

CUT: dict[str, Runs] = {
    "front": {
        # No crumbs of them inside sternocleidomastoid and above the collar bone.
        "scalenes": [[(-26, 110), (-4, 110), (-4, 139), (-16, 139)]],
        "serratus_anterior": [[(-60, 150), (-36, 150), (-36, 180), (-60, 180)]],
        "psoas_major": [[(-80, 503), (-57.5, 503), (-56.5, 515), (-58, 535), (-80, 535)]],
        # Ends on the outer border of the (raised) patella.
        "vastus_lateralis": [[(-62, 721), (-55, 719), (-45, 730), (-45, 760), (-70, 760), (-68, 735)]],
        "rectus_femoris": [[(-70, 720), (-30, 720), (-30, 740), (-70, 740)]],
        "vastus_intermedius": [[(-70, 719), (-30, 719), (-30, 740), (-70, 740)]],
        "iliotibial_tract": [[(-75, 748), (-66, 744), (-62, 750), (-57.5, 752), (-53, 744), (-40, 744), (-40, 790), (-75, 790)]],
        "vastus_medialis": [[(-65, 724), (-43, 723), (-38, 727), (-38, 770), (-65, 770)]],
        # The crest stays bare above iliacus.
        "iliacus": [[(-90, 412), (-76, 404), (-68, 400.5), (-58, 399.5), (-48, 401.5), (-40, 405), (-35, 400), (-35, 385), (-90, 385)]],
        # Its lower border is the straight inguinal ligament.
        "external_oblique": [
            [(-12, 250), (8, 250), (8, 500), (-12, 500)],
            [(-84, 432), (-76.5, 434), (-62, 450.5), (-46, 467), (-31, 479), (-20, 484), (-12, 484), (0, 484), (0, 540), (-84, 540)],
        ],
    },
    "back": {
        # Only the flank shows; its sheet in front of the belly does not.
        "external_oblique": [[(-20, 250), (40, 250), (48, 398), (80, 403), (110, 420), (110, 540), (-20, 540)]],
        # See above: nothing of it shows on the inner side in the upper half.
        "semimembranosus": [[(10, 500), (30, 500), (34.5, 512), (29, 540), (20, 575), (13, 606), (9, 632), (0, 632), (0, 560)]],
        "biceps_femoris_long": [[(58, 735), (64.5, 742), (64.6, 756), (66.5, 760.5), (69.5, 757), (72, 748), (80, 748), (80, 775), (55, 775)]],
    },
    "side": {
        "iliotibial_tract": [[(-9, 712), (-5.5, 724), (-1, 737), (4, 747), (9, 751.5), (14, 750), (17, 742), (30, 742), (30, 790), (-30, 790), (-30, 712)]],
        "vastus_lateralis": [[(9, 719), (16, 723), (24, 716), (40, 716), (40, 770), (5, 770)]],
        "quadratus_femoris": [[(-30, 509), (-23, 510.5), (-20.5, 518), (-17, 523), (-17, 530), (-30, 530)]],
        "biceps_femoris_long": [[(-6.2, 735), (-7.5, 748), (-9.5, 756), (-13, 761.5), (-16.5, 757), (-18, 748), (-30, 748), (-30, 780), (10, 780), (10, 735)]],
    },
}

REDRAWN: dict[str, Runs] = {
    "front": {
        # Only the border of the armpit shows.
        "latissimus_dorsi": [[(-95, 224), (-87, 231), (-82.5, 246), (-79.5, 262), (-79.5, 285), (-81.5, 313), (-86.5, 292), (-91.5, 266), (-95, 245)]],
        "rectus_abdominis": [[(-5.5, 300), (-6, 282), (-12, 268), (-26, 262), (-40, 264), (-47.5, 272), (-50, 292), (-49.5, 318), (-47, 348), (-45, 378), (-43.8, 402), (-41, 425), (-35.5, 446), (-27.5, 466), (-19, 481), (-13, 487.3), (-7, 487.5), (-4, 480), (-3.6, 445), (-5, 405), (-6, 360), (-5.6, 320)]],
        "linea_alba": [[(0, 271), (3.6, 276), (4.6, 300), (4.8, 330), (5.2, 360), (4.4, 397), (3, 430), (2.6, 465), (3.4, 487), (0, 492), (-3.4, 487), (-2.6, 465), (-3, 430), (-4.4, 397), (-5.2, 360), (-4.8, 330), (-4.6, 300), (-3.6, 276)]],
        "pectoralis_major": [[(-9, 192), (-22, 186.5), (-38, 181), (-52, 179.5), (-66, 186.5), (-80, 197), (-94, 210), (-106, 225), (-112, 236), (-105, 231.5), (-97, 228.5), (-90.5, 230.5), (-85.5, 238), (-81.5, 248), (-76, 257.5), (-67, 264.5), (-55, 269.5), (-42, 271.5), (-28, 272), (-16, 273), (-8.5, 269), (-6, 256), (-6.5, 232), (-5.5, 212)]],
        "inguinal_ligament": [[(-76.5, 432.5), (-62, 449), (-45, 465.5), (-30, 477.5), (-20.5, 482.4), (-19.6, 485.4), (-31, 481.5), (-47, 469.5), (-63, 453.5), (-77, 436)]],
        "patellar_tendon": [[(-57.5, 729), (-49.3, 733), (-41.5, 729), (-43, 741), (-45.8, 753), (-47.6, 760.5), (-50.8, 763), (-53.8, 760.5), (-55, 753), (-56.5, 741)]],
        "quadratus_lumborum": [[(-16, 342), (-26, 345), (-38, 352.5), (-49.5, 362), (-51, 372), (-53, 385), (-56, 397.5), (-48, 402), (-39, 408), (-31, 415.5), (-25, 412), (-22, 400), (-20, 385), (-17, 365)]],
    },
    "back": {
        # Fleshy down to the crest; its sheet is the fascia drawn over it.
        "latissimus_dorsi": [[(0.4, 262), (4, 257), (22, 255.5), (42, 252), (58, 248), (72, 239), (84, 227), (92, 218.5), (99, 223), (103, 233), (98, 252), (91, 278), (84, 303), (74, 328), (62.5, 350), (56.8, 368), (55.6, 385), (55.8, 396), (52, 400), (42, 400), (28, 402), (12, 406), (3, 408), (0.4, 404), (0.4, 332)]],
        "multifidus": [[(2, 118), (7.5, 121), (10, 150), (10.5, 190), (10.2, 240), (10.8, 290), (12.6, 330), (14.8, 365), (16.5, 400), (19, 425), (23, 440), (22, 451), (17, 461), (11.5, 468.5), (8, 466), (5.5, 455), (4, 435), (3.2, 400), (3, 350), (2.6, 290), (2.4, 230), (2.2, 170)]],
        # From the broad sheet under the calf to a slender cord and the heel.
        "achilles_tendon": [[(20, 852), (40, 838), (63, 848), (58.5, 872), (50.5, 895), (43.5, 918), (39.8, 940), (39.2, 956), (41, 972), (42, 982), (37, 986.5), (29.5, 984.5), (27.6, 970), (28.2, 950), (27.2, 925), (25, 900), (22, 872)]],
        "coccygeus": [[(28, 477.5), (21, 474), (12, 472.8), (5, 475), (4, 483), (3.6, 495.5), (8, 493), (17, 487.5), (25, 482)]],
        "quadratus_lumborum": [[(16, 342), (26, 345), (38, 352.5), (49.5, 362), (51, 372), (53, 385), (56, 397.5), (48, 402), (39, 408), (31, 415.5), (25, 412), (22, 400), (20, 385), (17, 365)]],
    },
    "side": {
        "latissimus_dorsi": [[(-2, 232), (4, 245), (2.4, 266), (-2, 290), (-7.6, 315), (-14, 342), (-18.8, 368), (-21.5, 392), (-25, 403.5), (-34, 410), (-40, 419), (-45.6, 428), (-46, 410), (-44.4, 385), (-46, 355), (-49.5, 325), (-53, 298), (-56.5, 272), (-54, 255), (-40, 246), (-22, 238)]],
        "multifidus": [[(-27, 142), (-35, 162), (-44, 195), (-48.5, 232), (-48, 270), (-43.5, 305), (-38, 337), (-34.5, 365), (-33, 395), (-36, 415), (-43.5, 436), (-50, 453), (-48, 467), (-43.5, 468.5), (-40.5, 455), (-35, 438), (-27, 415), (-24.5, 395), (-25.5, 365), (-28.5, 337), (-33.5, 305), (-38, 270), (-38.5, 232), (-35, 195), (-27.5, 165), (-22, 146)]],
        # The straight muscle is the foremost strip of the belly wall; the source's sheets cross it.
        "rectus_abdominis": [[(68, 266), (74, 262), (78.5, 272), (79.2, 305), (77, 335), (72.5, 362), (69, 392), (67.3, 418), (64, 443), (56, 464), (46, 479), (37, 487), (30, 489.5), (28.6, 486), (37, 474), (46, 458), (52.5, 440), (56, 418), (57.5, 392), (60.5, 362), (64.5, 335), (66, 305), (65, 280)]],
        # Gluteus medius runs forward under tensor fasciae latae; the source leaves a gap there.
        "gluteus_medius": [[(-40, 428), (-38.5, 418), (-33, 410), (-26, 404), (-18, 401.3), (-10, 402), (0, 406.5), (8, 412.5), (14.5, 420), (17.5, 430), (17, 442), (13, 456), (7.5, 472), (1, 486), (-5, 495), (-10, 496.5), (-16, 493), (-24, 484), (-31, 471), (-36, 456), (-39, 442)]],
        "patellar_tendon": [[(16.5, 730), (22.5, 730), (22.8, 741), (21.5, 753), (19.5, 761), (17, 760.5), (17, 750), (17.2, 740)]],
        "inguinal_ligament": [[(33.5, 432), (33, 447), (30, 463), (25, 478), (21.5, 485.5), (20.2, 483.5), (24, 473), (28.5, 460), (31, 446), (31.2, 433)]],
        "quadratus_lumborum": [[(-34, 340), (-24, 346), (-14, 361), (-13.5, 375), (-14, 388), (-16, 398.5), (-24, 401), (-31, 406.5), (-37, 413), (-35.5, 400), (-32, 385), (-31, 365)]],
    },
}

# The patella lies low in the source: its apex belongs 5 to 6 units above the joint line.
RAISED: dict[str, float] = {"patella": 10.0}

# Painted just above another, where the measured order leaves doubt.
ABOVE: dict[str, tuple[tuple[str, str], ...]] = {
    "front": (
        ("inguinal_ligament", "external_oblique"), ("pectoralis_major", "linea_alba"), ("deltoid_anterior", "pectoralis_major"),
    ),
    "back": (("gastrocnemius_medial", "achilles_tendon"), ("gastrocnemius_lateral", "achilles_tendon")),
    "side": (("inguinal_ligament", "external_oblique"), ("patellar_tendon", "tibia"), ("patella", "patellar_tendon")),
}

# Seen only as splinters, or not seen at all in a living body in this layer.
HIDDEN: dict[str, dict[str, tuple[str, ...]]] = {
    "front": {
        "gluteus_maximus": ("superficial",),
        "gluteus_minimus": ("superficial",),
        "adductor_brevis": ("superficial", "lifted"),
        "semimembranosus": ("superficial",),
        "biceps_femoris_short": ("superficial",),
        "iliocostalis": ("superficial", "lifted"),
        "longissimus": ("superficial", "lifted"),
        "multifidus": ("lifted", "deep"),
        "serratus_posterior_inferior": ("lifted",),
        "semispinalis_capitis": ("superficial", "lifted", "deep"),
        "splenius": ("superficial", "lifted"),
        "popliteus": ("superficial", "lifted"),
    },
    "back": {
        "pectineus": ("lifted",),
        "iliocostalis": ("superficial",),
        "coccygeus": ("superficial",),
        "psoas_major": ("deep",),
        "vastus_lateralis": ("superficial",),
        "external_oblique": (),
        "sternum": ("superficial", "lifted", "deep"),
        "patella": ("superficial", "lifted", "deep"),
    },
    "side": {
        "gluteus_minimus": ("superficial",),
        "quadratus_lumborum": ("superficial",),
        "iliocostalis": ("superficial",),
        "semitendinosus": ("lifted",),
        "semimembranosus": ("lifted",),
        "longissimus": ("lifted",),
        "adductor_magnus": ("lifted",),
        "gastrocnemius_medial": (),
    },
}

# Not let in under their neighbours: their whole border shows in some layer.
ALONE: dict[str, tuple[str, ...]] = {"front": (), "back": ("gluteus_medius",), "side": ("gluteus_medius", "hip_bone")}

# How far a border is smoothed, in units; 1.2 where nothing is said.
SMOOTH: dict[str, float] = {
    "gluteus_maximus": 2.6, "gluteus_medius": 2.2, "gluteus_minimus": 2.2, "tensor_fasciae_latae": 2.2,
    "iliotibial_tract": 2.4, "piriformis": 1.3, "adductor_magnus": 2.6, "adductor_brevis": 1.8, "adductor_longus": 2.0,
    "pectineus": 1.8, "gracilis": 1.6, "iliacus": 2.6, "psoas_major": 3.4, "vastus_lateralis": 2.4,
    "vastus_intermedius": 2.4, "vastus_medialis": 2.2, "rectus_femoris": 2.0, "sartorius": 1.6,
    "biceps_femoris_long": 2.2, "biceps_femoris_short": 2.0, "semitendinosus": 1.6, "semimembranosus": 1.8,
    "gastrocnemius_lateral": 2.2, "gastrocnemius_medial": 2.2, "soleus": 2.4, "hip_bone": 1.6, "femur": 1.6,
    "quadratus_femoris": 1.5, "tibia": 1.8, "fibula": 1.6, "pectoralis_major": 2.6, "external_oblique": 2.6,
    "latissimus_dorsi": 2.6, "rectus_abdominis": 3.0, "linea_alba": 3.0, "serratus_posterior_inferior": 2.2,
    "iliocostalis": 3.0, "longissimus": 2.6, "spinalis": 2.0, "multifidus": 3.2, "skull": 2.0, "sacrum": 2.0,
    "lumbar_spine": 1.8, "thoracic_spine": 1.8, "cervical_spine": 2.0, "sternum": 2.0, "scapula": 1.8, "humerus": 2.2,
    "triceps_brachii": 2.4, "biceps_brachii": 2.2, "brachialis": 2.2, "brachioradialis": 2.2, "forearm_flexors": 2.2,
    "forearm_extensors": 2.2, "tibialis_anterior": 2.0, "fibularis_longus": 2.0, "foot_bones": 2.0, "radius": 1.6,
    "ulna": 1.6, "deltoid_anterior": 1.8, "deltoid_middle": 1.8, "deltoid_posterior": 1.8, "achilles_tendon": 2.0,
}  # fmt: skip

# Lifted muscles that stay as a dashed ghost, so that a person knows where they are.
GHOST: dict[str, dict[str, tuple[str, ...]]] = {
    "front": {"rectus_femoris": ("lifted",), "sartorius": ("lifted",)},
    "back": {"gluteus_maximus": ("lifted",), "gluteus_medius": ("deep",)},
    "side": {
        "gluteus_maximus": ("lifted",), "tensor_fasciae_latae": ("lifted",), "iliotibial_tract": ("lifted",),
        "gluteus_medius": ("deep",),
    },
}  # fmt: skip

# Notches narrower than twice this are filled; 1.2 where nothing is said.
CLOSING: dict[str, float] = {
    "psoas_major": 5.0, "multifidus": 14.0, "longissimus": 5.0, "iliocostalis": 5.0, "iliacus": 4.0, "splenius": 3.0,
    "semispinalis_capitis": 3.0, "adductor_magnus": 2.0, "biceps_femoris_long": 2.0, "spinalis": 4.0, "skull": 7.0,
}  # fmt: skip

# Tongues broader than twice this are kept; the rest is taken for noise. 0.6 where nothing is said.
OPENING: dict[str, float] = {
    "coccygeus": 2.5,
    "deltoid_posterior": 5.0, "deltoid_middle": 3.0, "trapezius_middle": 2.0, "gluteus_maximus": 1.6, "skull": 4.0,
    "sternum": 2.0, "cervical_spine": 3.0, "supraspinatus": 2.0, "subscapularis": 2.0, "scapula": 2.0,
}  # fmt: skip

_ORIGIN = "the source lets it arise from the lowest inner tuberosity; it arises above and outside"
_GAP = "the source leaves a gap to tensor fasciae latae"
# Hip and thigh muscles that are not held to their measured outline, and why.
KNOWN_WRONG: dict[str, dict[str, str]] = {
    "front": {"semimembranosus": _ORIGIN},
    "back": {"semimembranosus": _ORIGIN},
    "side": {"semimembranosus": _ORIGIN, "gluteus_medius": _GAP},
}

# Pairs whose measured order is not painted, because the two weave through each other in depth.
ORDER_WRONG: dict[str, set[tuple[str, str]]] = {
    "front": {
        ("external_oblique", "inguinal_ligament"), ("rectus_abdominis", "pectoralis_major"),
        ("femur", "iliotibial_tract"), ("brachialis", "brachioradialis"), ("multifidus", "iliocostalis"),
        ("scapula", "teres_major"), ("iliocostalis", "teres_major"),
    },
    "back": {
        ("sacrum", "coccygeus"), ("sacrum", "piriformis"), ("humerus", "deltoid_middle"), ("rib_cage", "external_oblique"),
        ("ulna", "forearm_flexors"), ("radius", "forearm_flexors"), ("rib_cage", "scalenes"), ("longissimus", "spinalis"),
        ("splenius", "sternocleidomastoid"), ("thoracic_spine", "sternocleidomastoid"),
        ("rib_cage", "sternocleidomastoid"), ("cervical_spine", "sternocleidomastoid"), ("triceps_brachii", "teres_major"),
    },
    "side": {("vastus_medialis", "pectineus"), ("longissimus", "semispinalis_capitis")},
}  # fmt: skip
