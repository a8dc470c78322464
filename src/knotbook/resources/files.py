"""Reads packaged assets by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_PACKAGED = Path(__file__).parents[1] / "assets"
_CHECKOUT = Path(__file__).parents[3] / "assets"  # beside src/, where an editable install runs from
ROOT = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
"""The folder of the assets. A plain path: `importlib.resources` costs the first paint 10 ms and says the same."""


def read_bytes(name: str) -> bytes:
    """The bytes of `assets/<name>`; raises FileNotFoundError if it was not packaged."""
    return asset_path(name).read_bytes()


def asset_path(name: str) -> Path:
    """Where `assets/<name>` lies, for readers that want a path (Qt style sheets). It may not exist."""
    return ROOT / name


def read_text(name: str) -> str:
    """The UTF-8 text of `assets/<name>`; raises FileNotFoundError if it was not packaged."""
    return read_bytes(name).decode("utf-8")


def read_json(name: str) -> Any:
    """The parsed JSON of `assets/<name>`."""
    return json.loads(read_bytes(name))
