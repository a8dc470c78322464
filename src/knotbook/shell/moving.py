"""Entries at another place than the one they were written for."""

from __future__ import annotations

from dataclasses import replace

from knotbook.domain.place import Place
from knotbook.domain.records import Body, Exercise, JointSign, Pain, Rating, Release, Routine, Spot


def moved(body: Body, place: Place) -> Body:
    """The same thing at another place; a pain leaves the point it belonged to."""
    if isinstance(body, Pain):
        return replace(body, place=place, spot=None if place != body.place else body.spot)
    return replace(body, place=place) if isinstance(body, JointSign | Release | Rating) else body


def renamed(body: Body, old: Place, new: Place) -> Body:
    """The same thing with `new` wherever it says `old`: where it was, what it was for, what it works; in routines."""

    def other(places: tuple[Place, ...]) -> tuple[Place, ...]:
        return tuple(dict.fromkeys(new if place == old else place for place in places))

    if isinstance(body, Routine):
        return replace(body, steps=tuple(replace(step, places=other(step.places)) for step in body.steps))
    if isinstance(body, Exercise):
        return replace(body, muscles=other(body.muscles))
    if isinstance(body, Release):
        return replace(body, place=new if body.place == old else body.place, pain_for=other(body.pain_for))
    if isinstance(body, Pain | JointSign | Rating | Spot) and body.place == old:
        return replace(body, place=new)
    return body
