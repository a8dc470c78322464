"""Where the diary lies when nobody says otherwise."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def default_diary_path() -> Path:
    """`<data folder of the user>/knotbook/diary.knotbook`."""
    return user_data_path("knotbook", appauthor=False) / "diary.knotbook"
