"""Which hue and which step of lightness every structure has; neighbours of one family differ by a step."""

from __future__ import annotations

FAMILIES: dict[str, tuple[str, ...]] = {
    "glutes": ("gluteus_maximus", "gluteus_medius", "gluteus_minimus", "tensor_fasciae_latae"),
    "rotators": (
        "piriformis", "gemellus_superior", "obturator_internus", "gemellus_inferior", "quadratus_femoris",
        "obturator_externus",
    ),
    "hamstrings": ("biceps_femoris_long", "biceps_femoris_short", "semitendinosus", "semimembranosus"),
    "quadriceps": ("rectus_femoris", "vastus_lateralis", "vastus_medialis", "vastus_intermedius"),
    "adductors": ("pectineus", "adductor_longus", "adductor_brevis", "adductor_magnus", "gracilis"),
    "hip_flexors": ("iliacus", "psoas_major", "sartorius"),
    "calf": (
        "gastrocnemius_medial", "gastrocnemius_lateral", "soleus", "plantaris", "popliteus", "tibialis_posterior",
        "flexor_digitorum_longus", "flexor_hallucis_longus",
    ),
    "shin": (
        "tibialis_anterior", "extensor_digitorum_longus", "extensor_hallucis_longus", "fibularis_longus",
        "fibularis_brevis", "fibularis_tertius",
    ),
    "back": (
        "latissimus_dorsi", "trapezius_upper", "trapezius_middle", "trapezius_lower", "rhomboid_major",
        "rhomboid_minor", "serratus_posterior_inferior", "iliocostalis", "longissimus", "spinalis", "multifidus",
        "quadratus_lumborum",
    ),
    "trunk": (
        "pectoralis_major", "pectoralis_minor", "rectus_abdominis", "external_oblique", "serratus_anterior",
        "coccygeus",
    ),
    "neck": ("sternocleidomastoid", "scalenes", "splenius", "semispinalis_capitis", "levator_scapulae"),
    "shoulder": (
        "deltoid_anterior", "deltoid_middle", "deltoid_posterior", "supraspinatus", "infraspinatus", "teres_minor",
        "teres_major", "subscapularis",
    ),
    "arm": ("biceps_brachii", "brachialis", "coracobrachialis", "triceps_brachii"),
    "forearm": ("brachioradialis", "forearm_flexors", "forearm_extensors"),
    "tendon": ("achilles_tendon", "patellar_tendon", "inguinal_ligament"),
    "fascia": ("iliotibial_tract", "linea_alba"),
    "bone": (
        "hip_bone", "sacrum", "femur", "patella", "tibia", "fibula", "foot_bones", "lumbar_spine", "thoracic_spine",
        "cervical_spine", "rib_cage", "sternum", "clavicle", "scapula", "humerus", "radius", "ulna", "skull",
    ),
}
FAMILY = {key: family for family, keys in FAMILIES.items() for key in keys}

TONE: dict[str, float] = {
    "gluteus_medius": -1, "gluteus_minimus": 0.3, "tensor_fasciae_latae": 0.6,
    "piriformis": -0.4, "gemellus_superior": 0.7, "obturator_internus": -1, "gemellus_inferior": 0.9,
    "quadratus_femoris": -0.2, "obturator_externus": -1.5, "coccygeus": 0.5,
    "biceps_femoris_long": -0.4, "biceps_femoris_short": -1.2, "semitendinosus": 0.8, "semimembranosus": -0.9,
    "rectus_femoris": 0.6, "vastus_lateralis": -0.6, "vastus_medialis": -0.1, "vastus_intermedius": -1.2,
    "pectineus": 0.6, "adductor_longus": -0.3, "adductor_brevis": 0.2, "adductor_magnus": -1, "gracilis": 0.9,
    "iliacus": 0.3, "psoas_major": -0.6, "sartorius": 0.5,
    "gastrocnemius_medial": -0.4, "gastrocnemius_lateral": 0.4, "soleus": -0.2, "plantaris": 0.8, "popliteus": -0.9,
    "tibialis_posterior": 0.5, "flexor_digitorum_longus": -0.8, "flexor_hallucis_longus": 0.1,
    "tibialis_anterior": 0.3, "extensor_digitorum_longus": -0.6, "extensor_hallucis_longus": 0.8,
    "fibularis_longus": -0.2, "fibularis_brevis": 0.7, "fibularis_tertius": -0.9,
    "latissimus_dorsi": 0.3, "trapezius_upper": -0.2, "trapezius_middle": 0.5, "trapezius_lower": -0.5,
    "rhomboid_major": 0.5, "rhomboid_minor": -0.2, "serratus_posterior_inferior": 0.7, "iliocostalis": -0.6,
    "longissimus": 0.1, "spinalis": 0.8, "multifidus": 0.2, "quadratus_lumborum": -0.7,
    "pectoralis_major": 0.2, "pectoralis_minor": -0.5, "rectus_abdominis": 0.6, "external_oblique": -0.4,
    "serratus_anterior": -0.8,
    "sternocleidomastoid": 0.3, "scalenes": -0.5, "splenius": -0.4, "semispinalis_capitis": 0.5,
    "levator_scapulae": 0.1,
    "deltoid_anterior": 0.5, "deltoid_middle": -0.2, "deltoid_posterior": 0.3, "supraspinatus": 0.3,
    "infraspinatus": -0.3, "teres_minor": 0.7, "teres_major": -0.8,
    "biceps_brachii": 0.4, "brachialis": -0.5, "coracobrachialis": 0.2, "triceps_brachii": -0.1,
    "brachioradialis": -0.6, "forearm_flexors": 0.4, "forearm_extensors": -0.1,
}  # fmt: skip
