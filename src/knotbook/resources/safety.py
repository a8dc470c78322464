"""The safety card: when to get help, and where not to press. The same for everyone; nothing chooses from it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from knotbook.resources.files import read_json

FILE = "safety.json"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the card. `tone`: the colour of the theme it is marked with."""

    tone: str
    heading: str
    lead: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SafetyCard:
    """The whole card; `footer` is the sentence that also stands under everything that is exported."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    footer: str

    @classmethod
    def load(cls) -> Self:
        """The card that comes with Knotbook."""
        data = read_json(FILE)
        sections = tuple(Section(s["tone"], s["heading"], s["lead"], tuple(s["points"])) for s in data["sections"])
        return cls(data["title"], data["lead"], sections, data["footer"])
