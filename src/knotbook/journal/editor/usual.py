"""The usual words for a pain, offered as chips."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate


def qualities() -> tuple[str, ...]:
    """How a pain feels."""
    return (
        tr("journal", "ache"),
        tr("journal", "dull"),
        tr("journal", "deep"),
        tr("journal", "tight"),
        tr("journal", "cramp"),
        tr("journal", "spasm"),
        tr("journal", "sharp"),
        tr("journal", "stabbing"),
        tr("journal", "shooting"),
        tr("journal", "burning"),
        tr("journal", "tingling"),
        tr("journal", "numb"),
        tr("journal", "pinching"),
        tr("journal", "catching"),
        tr("journal", "throbbing"),
        tr("journal", "heavy"),
        tr("journal", "stiff"),
        tr("journal", "sore to touch"),
    )


def contexts() -> tuple[str, ...]:
    """What was going on when it hurt."""
    return (
        tr("journal", "woke me"),
        tr("journal", "on stairs"),
        tr("journal", "after sitting"),
        tr("journal", "at rest"),
        tr("journal", "walking"),
        tr("journal", "driving"),
    )
