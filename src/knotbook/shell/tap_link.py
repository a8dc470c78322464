"""What is pressed before everything else is there: it is recorded at once and waits in the diary for its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.drafts import PainDraft
from knotbook.diary.diary import Diary
from knotbook.resources.catalogue import Catalogue

if TYPE_CHECKING:
    from knotbook.domain.clock import Clock


class TapLink(QObject):
    """`BodyMap.submitted` to `Diary.record` until `hand_over`, when the link that knows of points takes its place."""

    def __init__(self, body: BodyMap, diary: Diary, catalogue: Catalogue, clock: Clock) -> None:
        super().__init__(body)
        self._body, self._diary, self._catalogue, self._clock = body, diary, catalogue, clock
        body.submitted.connect(self._record)

    def hand_over(self) -> None:
        """Somebody else records from now on."""
        self._body.submitted.disconnect(self._record)

    def _record(self, draft: PainDraft) -> None:
        from knotbook.domain.records import Pain  # behind the first paint, as is the wording
        from knotbook.shell.wording import label

        points = () if draft.point is None else (draft.point,)
        pain = Pain(when=self._clock.now(), place=draft.place, intensity=draft.intensity, points=points)
        self._diary.record(pain, label=label(pain, self._catalogue.spoken), origin="map")
