"""What goes into the release panel and what comes out: frozen, in plain values."""

from __future__ import annotations

from dataclasses import dataclass

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place, Point

WIDTH = 344
"""Least width of the panels of this room in pixels: eleven numbers and a scroll bar fit in."""
MARGIN = 12
"""Between the edge of a panel and what is on it."""
LENGTHS = (0, 30, 60, 90, 120)
"""Seconds after which the timer rings; 0: it does not."""


@dataclass(frozen=True, slots=True)
class Last:
    """The latest number of a place (NRS), and when it was. `fresh`: so new that it holds as the number before."""

    intensity: int
    when: Instant
    fresh: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """What a release starts with. `tools`: in the order offered. `seconds`: when to ring.

    `compare`: this session offers to wait half an hour first. `asks_again`: it will be asked about 30 minutes later.
    `id`: what the release will be stored under.
    """

    id: str
    place: Place
    point: Point | None
    tools: tuple[str, ...]
    tool: str
    seconds: int
    pain_for: tuple[Place, ...] = ()
    compare: bool = False
    asks_again: bool = True


@dataclass(frozen=True, slots=True)
class Given:
    """One number (NRS 0-10) that was given for a place."""

    place: Place
    intensity: int
    when: Instant


@dataclass(frozen=True, slots=True)
class ReleaseDraft:
    """A release that was done. `seconds` None: it is not known how long."""

    id: str
    when: Instant
    place: Place
    point: Point | None
    tool: str
    seconds: int | None
    pain_for: tuple[Place, ...]
    before: tuple[Given, ...]
    after: tuple[Given, ...]
