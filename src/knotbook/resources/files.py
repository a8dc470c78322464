"""Reads packaged assets by name."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any


def read_bytes(name: str) -> bytes:
    """The bytes of `assets/<name>`; raises FileNotFoundError if it was not packaged."""
    return files("knotbook.assets").joinpath(name).read_bytes()


def asset_path(name: str) -> Path:
    """Where `assets/<name>` lies, for readers that want a path (Qt style sheets). It may not exist."""
    return Path(str(files("knotbook.assets").joinpath(name)))


def read_text(name: str) -> str:
    """The UTF-8 text of `assets/<name>`; raises FileNotFoundError if it was not packaged."""
    return read_bytes(name).decode("utf-8")


def read_json(name: str) -> Any:
    """The parsed JSON of `assets/<name>`."""
    return json.loads(read_bytes(name))
