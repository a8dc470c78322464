"""Where the diary lies when nobody says otherwise."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def default_diary_path() -> Path:
    """`<data folder of the user>/knotbook/diary.knotbook`. Its folder is Knotbook's own, so it is made if missing.

    A folder that cannot be made is told by the opening of the diary, which names what is missing.
    """
    from platformdirs import user_data_path  # not needed when a diary is named

    folder = user_data_path("knotbook", appauthor=False)
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / "diary.knotbook"
