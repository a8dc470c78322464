"""The measured body: outlines, what covers what, and landmarks, from the copy kept with the tests."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tools.atlas.model import Pt

COPY = Path(__file__).parents[2] / "tests" / "atlas" / "measured.json.gz"


@dataclass(frozen=True)
class Measured:
    """The measurements, all of the right half: x < 0 in front, x > 0 in the back."""

    data: dict[str, Any]

    @property
    def keys(self) -> list[str]:
        """Every structure measured."""
        return list(self.data["structures"])

    def structure(self, key: str) -> dict[str, Any]:
        """kind, side, region, peel and views of one structure; raises KeyError if it was not measured."""
        structure: dict[str, Any] = self.data["structures"][key]
        return structure

    def seen_area(self, key: str, view: str, state: str) -> float:
        """Square units not covered in `state`; 0 if nothing is seen."""
        seen = self.data["structures"][key]["views"][view]["seen"]
        return float(seen[state][0]) if state in seen else 0.0

    def label(self, key: str, view: str, state: str) -> Pt:
        """A point well inside what is seen in `state`, else inside the outline."""
        outline = self.data["structures"][key]["views"][view]
        x, y = outline["seen"][state][1] if state in outline["seen"] else outline["label"]
        return (float(x), float(y))

    def order(self, view: str) -> list[str]:
        """Structures far to near."""
        return list(self.data["order_far_to_near"][view])

    def covers(self, view: str) -> list[tuple[str, str, float]]:
        """Sure facts (over, under, share of the under one that is covered)."""
        return [(o, u, s) for o, u, s in self.data["covers"][view]]

    def mark(self, name: str, view: str) -> Pt:
        """A landmark's place in `view`; raises KeyError if there is none of this name."""
        x, y = self.data["landmarks"][view][name]
        return (x, y)


@cache
def measured() -> Measured:
    """The measurements kept with the tests."""
    return Measured(json.loads(gzip.decompress(COPY.read_bytes())))
