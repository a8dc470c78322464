"""What the made-up person writes, in their own voice."""

from __future__ import annotations

from dataclasses import dataclass

from knotbook.demo.person import ADDUCTOR, GROIN, KNEECAP, MEDIUS, MINIMUS, OUTER_KNEE, PIRIFORMIS
from knotbook.domain.place import Place

LABEL = "Made-up diary"
"""What to call this diary wherever it is shown."""

MADE_UP = "This diary is made up. Nobody wrote it: it is here so that you can look around. Nothing in it is advice."
"""The note of its first entry."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something in a day that some pains feel. `bump`: points on that day; `note`: what the day's note says."""

    note: str
    bump: dict[Place, float]


HAPPENINGS: tuple[Happening, ...] = (
    Happening("Drove three hours to my sister's. Should have stopped more.", {GROIN: 1.8, PIRIFORMIS: 1.6}),
    Happening("Back-to-back meetings, sat until five.", {PIRIFORMIS: 1.3, GROIN: 1.0, KNEECAP: 0.6}),
    Happening("Long hill walk, steep on the way down.", {OUTER_KNEE: 1.8, KNEECAP: 1.4, MEDIUS: 0.8}),
    Happening("Carried boxes up to the fourth floor for a friend's move.", {OUTER_KNEE: 1.5, MEDIUS: 1.2}),
    Happening("Garden all afternoon, mostly kneeling and squatting.", {KNEECAP: 1.6, GROIN: 1.2, ADDUCTOR: 0.8}),
    Happening("Slept on a sofa bed. Never again.", {MINIMUS: 1.5, MEDIUS: 1.2, PIRIFORMIS: 0.8}),
    Happening("Stood behind the stall at the market all day.", {MINIMUS: 1.2, MEDIUS: 1.3}),
    Happening("Slipped on the wet step and caught myself with the left leg.", {ADDUCTOR: 2.2}),
    Happening("Cinema, then train, then more sitting.", {GROIN: 1.4, PIRIFORMIS: 1.4}),
    Happening("Took the bike instead of the car, flat road.", {KNEECAP: 0.5, GROIN: 0.6}),
)

PAIN_NOTES: dict[Place, tuple[str, ...]] = {
    PIRIFORMIS: (
        "that deep one again, right under the back pocket",
        "cramped when I got up from the desk",
        "better standing than sitting",
        "shoots a little when I cough",
        "found it with the ball straight away",
    ),
    MEDIUS: (
        "can't lie on that side",
        "tender all along the rim of the bone",
        "tired rather than sharp",
        "limped a bit",
    ),
    MINIMUS: (
        "deep, like a bruise I can't reach",
        "aches down the side seam of my jeans",
        "wakes up when I stand long",
    ),
    OUTER_KNEE: (
        "every step down",
        "comes and goes, nothing to see there",
        "fine up, bad down",
        "the old friend on the outside",
        "sitting cross-legged set it off",
    ),
    KNEECAP: ("stiff for the first ten steps", "after the cinema seat", "grumbles on stairs"),
    GROIN: ("pinch when I tie my shoe", "getting out of the car", "catches when I turn on it"),
    ADDUCTOR: ("pulls when I get up", "the cord feels like a rope today", "left side complaining for once"),
}

NIGHT_NOTES = (
    "woke at this, could not find a position",
    "cramp, had to get up and walk",
    "turned over and it was there",
    "pillow between the knees helped a little",
)
RELEASE_NOTES = (
    "softened after a minute",
    "two spots, did both",
    "slow breathing, let it sink in",
    "leaned on the wall, floor is too much",
    "it let go all at once",
)
WORSE_NOTES = ("angry afterwards", "felt good while doing it, worse after", "why do I keep doing this", "too much")
HARD_NOTES = ("felt strong, did an extra set", "new band, the heavy one", "went to the end of it", "pushed it today")
REST_NOTES = ("rest week: letting it calm down", "no exercises, only walking", "leaving it alone on purpose")
GOOD_NOTES = (
    "Quiet all day.",
    "Forgot about it until the evening.",
    "Nothing. Really nothing.",
    "Stairs without thinking.",
)
