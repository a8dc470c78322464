"""Muscle cards: what a structure does, where it is known to refer pain, how people reach it, what to stay off."""

from __future__ import annotations

from dataclasses import dataclass

from knotbook.resources.files import read_json

FILE = "bodymap/cards.json"


@dataclass(frozen=True, slots=True)
class Card:
    """Plain, hedged words about one structure; general knowledge, never a finding about this body.

    `refers_to`: structure ids where it is known to be felt (none where that is not verified). `source`: where the
    referral was read; empty where it was not verified. `verified`: whether a source was seen.
    """

    does: str
    refers: str
    refers_to: tuple[str, ...]
    source: str
    verified: bool
    reach: str
    avoid: str


def load_cards() -> dict[str, Card]:
    """All cards by structure id; raises TypeError if one lacks a text."""
    rows = read_json(FILE)["cards"]
    return {key: Card(**{**row, "refers_to": tuple(row["refers_to"])}) for key, row in rows.items()}


def card_notes() -> dict[str, str]:
    """The sentences shown with every card: `caveat` (what the hints are) and `stop` (when to stop pressing)."""
    notes: dict[str, str] = read_json(FILE)["notes"]
    return notes
