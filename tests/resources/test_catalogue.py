"""The catalogue: one row a structure, the same ids as the drawings, names a person can read."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tools.atlas.svg import read_svg
from tools.catalogue.layers import drawn_layers, text

from knotbook.domain.place import Layer, Place, Side
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import load_theme

BODYMAP = Path(__file__).parents[2] / "assets" / "bodymap"
NEVER_DRAWN = {"gluteal_aponeurosis"}  # a sheet that hides in every view


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


def drawn_places() -> set[Place]:
    places = set()
    for path in BODYMAP.glob("*.svg"):
        for shape in read_svg(path).shapes:
            if shape.role == "region":
                place = Place.parse(shape.id)
                places |= {place, place.mirrored} if shape.mirror else {place}
    return places


def test_every_drawn_region_is_in_the_catalogue_and_the_other_way_round(catalogue: Catalogue) -> None:
    drawn = drawn_places()
    assert drawn - set(catalogue.places()) == set()
    assert set(catalogue.structures) - {place.structure for place in drawn} == NEVER_DRAWN


def test_families_are_those_of_the_drawings(catalogue: Catalogue) -> None:
    for path in BODYMAP.glob("*.svg"):
        for shape in read_svg(path).shapes:
            if shape.role == "region":
                assert catalogue.structures[Place.parse(shape.id).structure].family == shape.family, shape.id


def test_layers_are_those_of_the_drawings(catalogue: Catalogue) -> None:
    drawn = drawn_layers(BODYMAP)
    assert {key: s.layers for key, s in catalogue.structures.items()} == {
        k: drawn.get(k, ()) for k in catalogue.structures
    }
    assert all(set(s.layers) <= set(Layer) for s in catalogue.structures.values())


def test_every_measured_structure_is_there(catalogue: Catalogue) -> None:
    measured = json.loads((BODYMAP / "beneath.json").read_text(encoding="utf-8"))
    assert len(measured["structures"]) == 101  # 102 without the linea alba
    assert set(measured["structures"]) | set(measured["joints"]) | {"linea_alba"} <= set(catalogue.structures)
    assert set(measured["midline"]) <= {s.id for s in catalogue.structures.values() if not s.sided}


def test_names_are_unique_short_and_have_no_side(catalogue: Catalogue) -> None:
    rows = catalogue.structures.values()
    for field in ("name", "plain"):
        labels = [getattr(row, field) for row in rows]
        assert len({label.casefold() for label in labels}) == len(labels)
        assert all(3 <= len(label) <= 50 for label in labels)
        assert not [label for label in labels if re.search(r"\b(left|right)\b", label, re.IGNORECASE)]


def test_plain_names_read_well_after_a_side(catalogue: Catalogue) -> None:
    """ "Right inside the hip bone" would mean something else."""
    adrift = r"(above|around|behind|below|beside|between|deep along|deep behind|inside|just|on|over|under)\b(?! of)"
    sided = [row.plain for row in catalogue.structures.values() if row.sided]
    assert not [plain for plain in sided if re.match(adrift, plain, re.IGNORECASE)]


def test_every_row_has_a_known_group_family_and_kind(catalogue: Catalogue) -> None:
    families = set(load_theme("light").families) | {"bone", "tendon", "fascia", "joint"}
    assert {row.family for row in catalogue.structures.values()} <= families
    assert {row.group for row in catalogue.structures.values()} == set(catalogue.groups)
    kinds = {"muscle", "zone", "bone", "joint", "tendon", "ligament", "fascia"}
    assert {row.kind for row in catalogue.structures.values()} == kinds


def test_names_carry_the_side(catalogue: Catalogue) -> None:
    piriformis = Place("piriformis", Side.RIGHT)
    assert catalogue.name(piriformis) == "Right piriformis"
    assert catalogue.plain(piriformis) == "Right deep buttock"
    assert catalogue.spoken(piriformis.mirrored) == "left piriformis"
    assert catalogue.name(Place("sacrum", Side.MIDLINE)) == "Sacrum and tailbone"
    assert catalogue.name(Place("achilles_tendon", Side.LEFT)) == "Left Achilles tendon"
    assert catalogue.plain(Place("knee_outer", Side.LEFT)) == "Left outer side of the knee"


def test_a_place_from_a_later_version_is_spelled_out(catalogue: Catalogue) -> None:
    newer = Place("articularis_genus", Side.LEFT)
    assert newer not in catalogue
    assert catalogue.name(newer) == "Left articularis genus"


def test_membership_knows_the_sides(catalogue: Catalogue) -> None:
    assert Place("piriformis", Side.LEFT) in catalogue
    assert Place("piriformis", Side.MIDLINE) not in catalogue
    assert Place("sacrum", Side.MIDLINE) in catalogue
    assert Place("sacrum", Side.LEFT) not in catalogue
    assert "piriformis.left" not in catalogue


def test_the_file_is_written_as_its_tool_writes_it() -> None:
    written = (BODYMAP / "regions.json").read_text(encoding="utf-8")
    assert text(json.loads(written)) == written


def test_loading_the_names_does_not_pull_in_search_cards_and_stacks() -> None:
    code = (
        "import sys; from knotbook.resources.catalogue import Catalogue; Catalogue.load(); "
        "print([m for m in ('beneath', 'cards', 'finder') if f'knotbook.resources.{m}' in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
