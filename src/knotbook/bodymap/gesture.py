"""The one gesture: press places the point, a vertical drag sets 0 to 10, letting go saves. No widgets here."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

STEP_PX = 16.0  # vertical pixels a number
_LEAST_STEP = 9.0  # near the top of the screen the steps shrink to this, so that 10 stays in reach
START_PX = 7.0  # a hand trembles less than this
LEAVE_PX = 130.0  # this far sideways means: never mind


class Phase(Enum):
    """Where the gesture stands."""

    IDLE = "idle"
    PRESSED = "pressed"
    DRAGGING = "dragging"
    LEAVING = "leaving"


class Outcome(Enum):
    """What letting go means."""

    NOTHING = "nothing"
    CLICK = "click"
    SUBMIT = "submit"


class Gesture(NamedTuple):
    """One press, down to up. `x`, `y`: where it went down, in pixels. `step`: pixels a number. `value`: 0 to 10."""

    phase: Phase = Phase.IDLE
    x: float = 0.0
    y: float = 0.0
    step: float = STEP_PX
    value: int = 0

    def press(self, x: float, y: float, room: float) -> Gesture:
        """The button went down. `room`: pixels that the pointer can travel upwards from there."""
        return Gesture(Phase.PRESSED, x, y, max(_LEAST_STEP, min(STEP_PX, room / 10.5)))

    def move(self, x: float, y: float) -> Gesture:
        """The pointer moved. Up is more; below the point is 0; far to the side is a change of mind."""
        if self.phase is Phase.IDLE:
            return self
        if self.phase is Phase.PRESSED and abs(y - self.y) < START_PX:
            return self
        phase = Phase.LEAVING if abs(x - self.x) > LEAVE_PX else Phase.DRAGGING
        return self._replace(phase=phase, value=max(0, min(10, round((self.y - y) / self.step))))

    def release(self) -> tuple[Gesture, Outcome]:
        """The button came up."""
        outcomes = {Phase.PRESSED: Outcome.CLICK, Phase.DRAGGING: Outcome.SUBMIT}
        return Gesture(), outcomes.get(self.phase, Outcome.NOTHING)

    def cancel(self) -> Gesture:
        """Escape, a second button, the window lost: nothing is saved."""
        return Gesture()


class Typing(NamedTuple):
    """Digits typed for a region, not yet saved. `value` None: nothing typed."""

    value: int | None = None

    def typed(self, text: str) -> Typing | None:
        """After one key: "1" then "0" is 10, "x" is 10, another digit replaces. None: not a key for numbers."""
        if text.lower() == "x":
            return Typing(10)
        if len(text) != 1 or text not in "0123456789":
            return None
        return Typing(10 if self.value == 1 and text == "0" else int(text))
