"""Muscle cards: all there, hedged, and never a diagnosis."""

from __future__ import annotations

import re

from knotbook.resources.cards import card_notes, load_cards
from knotbook.resources.catalogue import Catalogue

CATALOGUE = Catalogue.load()
CARDS = load_cards()
NEAR = {group.id for group in CATALOGUE.groups.values() if group.near}


def test_every_hip_thigh_and_knee_structure_has_a_card() -> None:
    near = {s.id for s in CATALOGUE.structures.values() if s.group in NEAR and s.kind != "zone"}
    assert near - set(CARDS) == set()
    assert set(CARDS) <= set(CATALOGUE.structures)
    assert len(near) >= 40


def test_every_text_is_a_sentence_or_more() -> None:
    for key, card in CARDS.items():
        for words in (card.does, card.refers, card.reach, card.avoid):
            assert len(words) >= 15, key
            assert words[0].isupper() and words.endswith("."), (key, words)


def test_referral_hints_name_places_and_where_they_were_read() -> None:
    for key, card in CARDS.items():
        assert card.verified == bool(card.source) == bool(card.refers_to), key
        assert card.verified or card.refers.startswith("Not verified"), key
        assert all(target in CATALOGUE.structures for target in card.refers_to), key
        assert len(set(card.refers_to)) == len(card.refers_to), key


def test_referral_hints_are_hedged() -> None:
    for key, card in CARDS.items():
        if card.verified:
            assert re.search(r"\b(Said|said|In one study)\b", card.refers), key


def test_the_glute_that_is_said_to_reach_the_outer_knee_is_minimus() -> None:
    glutes = ("gluteus_maximus", "gluteus_medius", "gluteus_minimus", "piriformis")
    assert [key for key in glutes if "knee_outer" in CARDS[key].refers_to] == ["gluteus_minimus"]


def test_no_card_diagnoses_or_promises() -> None:
    claims = r"you have|diagnos|trigger point|treats?\b|cures?\b|relieves?|heals?\b|will help|caused by|impingement"
    for key, card in CARDS.items():
        texts = " ".join((card.does, card.refers, card.reach, card.avoid))
        assert not re.search(claims, texts, re.IGNORECASE), key
    assert not re.search(claims, " ".join(card_notes().values()), re.IGNORECASE)


def test_dangerous_places_are_named() -> None:
    for key in ("popliteus", "plantaris", "gastrocnemius_medial", "gastrocnemius_lateral"):
        assert "clot" in CARDS[key].avoid and "behind the knee" in CARDS[key].avoid, key
    for key in ("adductor_longus", "pectineus", "adductor_brevis"):
        assert "groin pulse" in CARDS[key].avoid, key
    for key in ("piriformis", "quadratus_femoris", "gemellus_superior", "gemellus_inferior", "gluteus_maximus"):
        assert "sciatic nerve" in CARDS[key].avoid, key
    assert {"caveat", "stop"} <= set(card_notes())


def test_a_structure_without_a_card_says_so() -> None:
    assert CATALOGUE.card("biceps_brachii") is None
    assert CATALOGUE.card("piriformis") == CARDS["piriformis"]
