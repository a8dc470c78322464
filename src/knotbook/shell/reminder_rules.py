"""The reminder settings as rules for the plan, and what was put off."""

from __future__ import annotations

import json
from collections.abc import Mapping

from knotbook.analysis.follow_ups import Rules
from knotbook.analysis.wall import read_times
from knotbook.preferences.settings import Settings

MOST_KEPT = 60


def rules_of(settings: Settings) -> Rules:
    """What the person set; check-in times that cannot be read are none."""
    try:
        check_ins = read_times(str(settings.get("check_in_times")))
    except ValueError:
        check_ins = ()
    quiet = (int(settings.get("quiet_from")), int(settings.get("quiet_until")))
    return Rules(
        half_hour=settings.get("follow_half_hour") == "on",
        next_morning=settings.get("follow_morning") == "on",
        morning=int(settings.get("morning")),
        quiet=quiet if settings.get("quiet") == "on" else None,
        check_ins=check_ins,
    )


def put_off_of(settings: Settings) -> dict[str, int]:
    """What was snoozed or ignored before a restart: keys of dues to ms UTC."""
    try:
        stored = json.loads(str(settings.get("put_off")) or "{}")
        return {str(key): int(ms) for key, ms in stored.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def keep_put_off(settings: Settings, put_off: Mapping[str, int]) -> None:
    """Store the newest of them. Raises OSError if it could not be stored."""
    newest = dict(list(put_off.items())[-MOST_KEPT:])
    settings.set("put_off", json.dumps(newest, separators=(",", ":")) if newest else "")
