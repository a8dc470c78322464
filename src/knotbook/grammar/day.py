"""The day as a whole: "slept 6.5h woke 2 sitting 8 stress 4 mood 6", "nothing hurt today", "note ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date

from knotbook.domain.records import Body, Day
from knotbook.grammar.line import Line, pattern
from knotbook.grammar.numbers import DURATION, NUMBER, number, seconds
from knotbook.grammar.parsed import Problem
from knotbook.grammar.reading import Bodies, Reading
from knotbook.grammar.times import day_of

_HOURS = rf"(?:(?P<long>{DURATION})|(?P<hours>\d{{1,2}}):(?P<minutes>\d{{2}})(?:\s*h)?|(?P<value>{NUMBER})(?:\s*h)?)"
_SLEPT = pattern(rf"(?:slept|sleep)\s+(?:for\s+)?{_HOURS}")
_SAT = re.compile(rf"(?<!after )(?<!from )(?<![\w.])(?:sitting|sat)\s+(?:for\s+)?{_HOURS}(?!\w)", re.IGNORECASE)
_WOKE = pattern(r"(?:woke|woken|awake)\s+(?:up\s+)?(?:(?P<value>\d{1,3})(?:\s*(?:x|×|times?))?|(?P<word>once|twice))")
_STRESS = pattern(r"stress\s+(?P<value>[-−]?\d+(?:[.,]\d+)?)(?:\s*/\s*10)?")
_MOOD = pattern(r"mood\s+(?P<value>[-−]?\d+(?:[.,]\d+)?)(?:\s*/\s*10)?")
_NOTHING = pattern(r"nothing\s+(?:hurts?|hurting)|no\s+pain(?:\s+(?:at\s+all|anywhere))?|pain[- ]free")
_HEAD = pattern(r"check(?:ed)?[- ]?in")
_FACTS = {"slept": _SLEPT, "sat": _SAT, "woke": _WOKE, "stress": _STRESS, "mood": _MOOD}
DAY_H = 24
_ASK_HOURS, _ASK_TIMES = "How many hours? Such as “{word} 6.5h”.", "How often? Such as “{word} 2”."
_ASK_SCALE = "How much, 0 to 10? Such as “{word} 4”."
ASKS = {
    word: asked.format(word=word)
    for words, asked in (
        (("slept", "sleep", "sat"), _ASK_HOURS),
        (("woke", "woken", "awake"), _ASK_TIMES),
        (("stress", "mood"), _ASK_SCALE),
    )
    for word in words
}
"""What is asked when such a word stands alone."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What an entry tells about a day, as matches in the text."""

    found: dict[str, re.Match[str]]
    nothing: bool = False
    head: bool = False

    def __bool__(self) -> bool:
        return bool(self.found) or self.nothing or self.head


def read_facts(line: Line) -> Facts:
    """Take what is told about the day out of `line`; "no pain" only where it is all that is told of pain."""
    found = {name: match for name, wanted in _FACTS.items() if (match := line.pull(wanted)) is not None}
    return Facts(found, head=line.pull(_HEAD) is not None)


def read_nothing(line: Line) -> bool:
    """Take "nothing hurt" out of `line` if nothing else is left in it then."""
    trial = line.copy()
    if trial.pull(_NOTHING) is None or trial.runs():
        return False
    line.text = trial.text
    return True


def read_day(reading: Reading, facts: Facts) -> Bodies:
    """The check-in of the day that is told, today if none is."""
    reading.unknown(word for run in reading.line.runs() for word in run)
    day = day_of(reading.when, reading.now)
    if isinstance(day, Problem):
        reading.problems.append(day)
        return ()
    found = facts.found
    return (
        Day(
            day=day,
            no_pain=facts.nothing,
            sleep_hours=_hours(reading, found.get("slept")),
            nights_woken=_times(found.get("woke")),
            sitting_hours=_hours(reading, found.get("sat")),
            stress=reading.scale("Stress", found["stress"]["value"]) if "stress" in found else None,
            mood=reading.scale("Mood", found["mood"]["value"]) if "mood" in found else None,
            note=reading.note,
        ),
    )


def merged_day(old: Day, new: Day) -> Day:
    """One check-in out of two of the same day: what `new` tells overrules, what it leaves out stays; notes add up."""
    told = {
        field.name: value
        for field in fields(new)
        if field.name not in ("day", "note") and (value := getattr(new, field.name)) not in (None, False)
    }
    known = f"\n{new.note}\n" in f"\n{old.note}\n"  # told twice is told once
    return replace(old, **told, note=old.note if known else "\n".join(filter(None, (old.note, new.note))))


def merged(bodies: Bodies) -> Bodies:
    """`bodies` with one check-in a day, at the place of its first."""
    days: dict[date, Day] = {}
    rest: list[Body | date] = []
    for body in bodies:
        if isinstance(body, Day):
            if body.day not in days:
                rest.append(body.day)
            days[body.day] = merged_day(days[body.day], body) if body.day in days else body
        else:
            rest.append(body)
    return tuple(days[item] if isinstance(item, date) else item for item in rest)


def _hours(reading: Reading, found: re.Match[str] | None) -> float | None:
    if found is None:
        return None
    if found["long"]:
        hours = round(seconds(found["long"]) / 3600, 4)
    elif found["hours"]:
        hours = round(int(found["hours"]) + int(found["minutes"]) / 60, 4)
    else:
        hours = number(found["value"])
    if hours > DAY_H:
        reading.say(f"“{found[0]}”: a day has 24 hours.")
    return hours


def _times(found: re.Match[str] | None) -> int | None:
    if found is None:
        return None
    return int(found["value"]) if found["value"] else {"once": 1, "twice": 2}[found["word"].lower()]
