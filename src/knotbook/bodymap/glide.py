"""Zooming and panning that moves: the pictures at hand are stretched until the sharp one is in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

from knotbook.bodymap.camera import Camera
from knotbook.bodymap.stage import Stage

_FLIGHT_MS = 170
_REST_MS = 90  # a wheel that has been still for so long is done turning


class Glide(QObject):
    """Moves the stage's camera. `moved`: paint again. `settled`: the stage has a new camera and a sharp picture."""

    moved = Signal()
    settled = Signal()

    def __init__(self, stage: Stage, picture: Callable[[], QPixmap], parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._picture = stage, picture
        self.still = False
        self._now: Camera | None = None
        self._shots: list[tuple[QPixmap, Camera]] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.settle)

    @cached_property
    def _flight(self) -> QVariantAnimation:
        """Made when it is first needed: the first paint does without."""
        flight = QVariantAnimation(self)
        flight.setDuration(_FLIGHT_MS)
        flight.setStartValue(0.0)
        flight.setEndValue(1.0)
        flight.setEasingCurve(QEasingCurve.Type.OutCubic)
        flight.valueChanged.connect(self._fly_on)
        flight.finished.connect(self.settle)
        return flight

    @property
    def moving(self) -> bool:
        """Whether `paint` is to be used instead of the still picture."""
        return self._now is not None

    @property
    def camera(self) -> Camera:
        """Where the map looks from at this moment, or will when a flight has landed."""
        if self._shots and self._flight.state() is QVariantAnimation.State.Running:
            return self._stage.camera
        return self._now or self._stage.camera

    def fly(self, target: Camera) -> None:
        """Go to `target` in one movement; the sharp picture of it fades in on the way."""
        self.settle()
        if target == self._stage.camera:
            return
        before = (self._picture(), self._stage.camera)
        self._stage.look(target)
        if self.still:
            self.settled.emit()
            self.moved.emit()
            return
        self._shots = [before, (self._picture(), target)]
        self._now = before[1]
        self._flight.start()

    def nudge(self, target: Camera) -> None:
        """Follow the hand: a wheel, a pinch, a drag. The sharp picture is made when the hand rests."""
        if self.still:
            self.fly(target)
            return
        if not self.moving:
            self._shots = [(self._picture(), self._stage.camera)]
        elif self._flight.state() is QVariantAnimation.State.Running:
            self.settle()
            self._shots = [(self._picture(), self._stage.camera)]
        self._now = target
        self._rest.start()
        self.moved.emit()

    def settle(self) -> None:
        """Stop moving: the stage looks from where the hand left it."""
        if self._now is None:
            return
        flying = len(self._shots) == 2
        target = self._stage.camera if flying else self._now
        self._now, self._shots = None, []
        self._flight.stop()
        self._rest.stop()
        if target != self._stage.camera:
            self._stage.look(target)
        self.settled.emit()
        self.moved.emit()

    def paint(self, painter: QPainter, ground: QColor) -> None:
        """The pictures at hand, stretched to where the camera is now."""
        if self._now is None:
            return
        painter.fillRect(QRectF(QPointF(), self._stage.size), ground)
        for number, (picture, seen_from) in enumerate(self._shots):
            painter.setOpacity(1.0 if number == 0 else self._share())
            painter.drawPixmap(_stretched(seen_from, self._now), picture, QRectF(picture.rect()))
        painter.setOpacity(1.0)

    def _share(self) -> float:
        value = self._flight.currentValue()
        return float(value) if value is not None else 0.0

    def _fly_on(self, share: float) -> None:
        if len(self._shots) == 2:
            self._now = self._shots[0][1].between(self._shots[1][1], share)
            self.moved.emit()


def _stretched(seen_from: Camera, now: Camera) -> QRectF:
    """Where the picture taken by one camera lies for another."""
    whole = seen_from.visible()
    return QRectF(now.to_pixel(whole.topLeft()), now.to_pixel(whole.bottomRight()))
