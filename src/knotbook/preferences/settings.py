"""Settings are data: a key, what it starts as, what it may be. Kept as one small JSON file."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from knotbook.domain.place import Layer


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting: `default`, and either the `allowed` values or, for a number, `lowest` to `highest`."""

    default: str | int
    allowed: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 0

    def accepts(self, value: object) -> bool:
        """Whether `value` may be stored."""
        if isinstance(self.default, int):
            return type(value) is int and self.lowest <= value <= self.highest
        return isinstance(value, str) and (value in self.allowed or not self.allowed)


CHOICES: Mapping[str, Choice] = {
    "theme": Choice("system", ("system", "light", "dark", "contrast")),
    "figure": Choice("male", ("male", "female")),
    "motion": Choice("on", ("on", "off")),
    "text_px": Choice(14, lowest=12, highest=18),
    "map_view": Choice("both", ("both", "front", "back", "side", "side_left")),
    "map_layer": Choice(Layer.SUPERFICIAL.value, tuple(layer.value for layer in Layer)),
    "device": Choice(""),
    "release_seconds": Choice("90", ("0", "30", "60", "90", "120")),
    "release_sound": Choice("on", ("on", "off")),
    "follow_half_hour": Choice("on", ("on", "off")),
    "follow_morning": Choice("on", ("on", "off")),
    "comparison": Choice("on", ("on", "off")),
    "morning": Choice(8 * 60, lowest=5 * 60, highest=12 * 60),
    "quiet": Choice("on", ("on", "off")),
    "quiet_from": Choice(22 * 60, lowest=0, highest=24 * 60 - 1),
    "quiet_until": Choice(7 * 60, lowest=0, highest=24 * 60 - 1),
    "check_in_times": Choice(""),
    "put_off": Choice(""),
    "tray": Choice("off", ("off", "on")),
    "autostart": Choice("off", ("off", "on")),
}


def settings_path() -> Path:
    """Where the settings lie: the platform's configuration folder."""
    import platformdirs  # here: it is not needed before the first paint when a path is given

    return platformdirs.user_config_path("knotbook", appauthor=False) / "settings.json"


class Settings:
    """The settings in force. `notices`: in plain words, what was stored but could not be used.

    `path` None keeps everything in memory. Keys this version does not know are kept as they were.
    """

    def __init__(self, path: Path | None, stored: Mapping[str, Any], notices: tuple[str, ...] = ()) -> None:
        self._path = path
        self._stored = dict(stored)
        bad = [k for k, choice in CHOICES.items() if k in stored and not choice.accepts(stored[k])]
        self.notices = notices
        for key in bad:
            unusable = tr("settings", "The setting “{key}” was not usable and is back to its default.")
            self.notices += (unusable.format(key=key),)
            del self._stored[key]

    @classmethod
    def load(cls, path: Path | None = None) -> Self:
        """Read the settings at `path` (None: the usual place). A missing file means defaults; a broken one too."""
        path = path or settings_path()
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(stored, dict):
                raise ValueError("not an object")
        except FileNotFoundError:
            return cls(path, {})
        except (OSError, ValueError):
            return cls(path, {}, (tr("settings", "The settings could not be read; the defaults are used."),))
        return cls(path, stored)

    @classmethod
    def defaults(cls) -> Self:
        """Every default, never stored anywhere."""
        return cls(None, {})

    def get(self, key: str) -> str | int:
        """The value in force. Raises KeyError for an unknown key."""
        value: str | int = self._stored.get(key, CHOICES[key].default)
        return value

    def set(self, key: str, value: str | int) -> None:
        """Choose `value` and store it. Raises ValueError if it is not allowed, OSError if it could not be stored.

        A value that could not be stored is in force all the same until the app is closed.
        """
        if not CHOICES[key].accepts(value):
            raise ValueError(f"{key} cannot be {value!r}")
        self._stored[key] = value
        if self._path is not None:
            _replace(self._path, json.dumps(self._stored, indent=1, sort_keys=True) + "\n")

    @property
    def theme(self) -> str:
        """ "system", "light", "dark" or "contrast"."""
        return str(self.get("theme"))

    @property
    def figure(self) -> str:
        """ "male" or "female"."""
        return str(self.get("figure"))

    @property
    def text_px(self) -> int:
        """Size of ordinary text in pixels."""
        return int(self.get("text_px"))

    @property
    def reduced_motion(self) -> bool:
        """Whether things should jump instead of glide."""
        return self.get("motion") == "off"

    def device(self) -> str:
        """The id of this computer in entries; made at the first call. One that cannot be stored lasts for the run."""
        if not self.get("device"):
            import uuid  # once in the life of a computer

            with suppress(OSError):
                self.set("device", str(uuid.uuid4()))
        return str(self.get("device"))


def tr(context: str, text: str) -> str:
    """`text` in the language of the window. Qt is imported only when there is something to say: commands need none."""
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate(context, text)


def _replace(path: Path, text: str) -> None:
    """Old or new, never neither: write beside, flush to the disk, then rename over."""
    import tempfile  # here: the first paint does not wait for it

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix=".settings-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
