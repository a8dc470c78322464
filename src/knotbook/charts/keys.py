"""What the keys of a chart do to the time shown. Pure, but for Qt's names of the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from knotbook.charts.span import Span

PAN = 0.2
"""Share of the span that one press of an arrow moves by."""
ZOOM = 0.8
"""Factor of the span for one notch of the wheel or one press of +."""


def span_for_key(key: int, text: str, span: Span, home: Span, limits: Span) -> Span | None:
    """The time to show after a key press, or None if the key says nothing about time.

    Left and right pan, + and - zoom about the middle, 0 goes to `home`, Home and End to the ends of `limits`.
    """
    middle = (span.start + span.end) / 2
    by_text = {
        "+": span.zoomed(ZOOM, middle),
        "=": span.zoomed(ZOOM, middle),
        "-": span.zoomed(1 / ZOOM, middle),
        "0": home,
    }
    by_key = {
        int(Qt.Key.Key_Left): span.panned(-PAN),
        int(Qt.Key.Key_Right): span.panned(PAN),
        int(Qt.Key.Key_Home): span.panned((limits.start - span.start) / span.length),
        int(Qt.Key.Key_End): span.panned((limits.end - span.end) / span.length),
    }
    return by_text.get(text) or by_key.get(key)
