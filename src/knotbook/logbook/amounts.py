"""How much, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from knotbook.domain.records import Effort, Exercise, Sign, Step

tr = QCoreApplication.translate

DOT = " · "


def seconds_words(seconds: int) -> str:
    """A length of time: "45 s", "1 min 30 s", "20 min", "1 h 15 min"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [tr("logbook", "{n} h").format(n=hours)] if hours else []
    parts += [tr("logbook", "{n} min").format(n=minutes)] if minutes else []
    parts += [tr("logbook", "{n} s").format(n=rest)] if rest or not parts else []
    return " ".join(parts)


def amount_words(done: Exercise | Step) -> str:
    """Sets, repeats, time, load and effort: "3 × 12 · 5 kg · effort 6"; empty if nothing is said."""
    parts = [_times(done)]
    if done.load_kg is not None:
        parts.append(tr("logbook", "{n} kg").format(n=f"{done.load_kg:g}"))
    if isinstance(done, Exercise) and done.effort is not None:
        parts.append(tr("logbook", "effort {n}").format(n=done.effort))
    return DOT.join(part for part in parts if part)


def _times(done: Exercise | Step) -> str:
    long = seconds_words(done.seconds) if done.seconds is not None else ""
    if done.reps is None:
        if done.sets is None or not long:
            return long if done.sets is None else tr("logbook", "{n} sets").format(n=done.sets)
        return f"{done.sets} × {long}"
    reps = f"{done.sets} × {done.reps}" if done.sets is not None else tr("logbook", "{n} times").format(n=done.reps)
    return DOT.join(part for part in (reps, long) if part)


def kind_words(kind: Effort) -> str:
    """What an exercise is for, in a word."""
    return {
        Effort.STRENGTHEN: tr("logbook", "Strengthen"),
        Effort.STRETCH: tr("logbook", "Stretch"),
        Effort.MOBILITY: tr("logbook", "Mobility"),
        Effort.CARDIO: tr("logbook", "Cardio"),
        Effort.REST: tr("logbook", "Rest"),
    }[kind]


def sign_words(sign: Sign) -> str:
    """What a joint did, in a word or two."""
    return {
        Sign.CLICK: tr("logbook", "Click"),
        Sign.POP: tr("logbook", "Pop"),
        Sign.GRIND: tr("logbook", "Grind"),
        Sign.CATCH: tr("logbook", "Catch"),
        Sign.GIVING_WAY: tr("logbook", "Giving way"),
    }[sign]


def ago_words(days: int) -> str:
    """How long ago in calendar days: "today", "yesterday", "5 days ago"."""
    if days <= 0:
        return tr("logbook", "today")
    return tr("logbook", "yesterday") if days == 1 else tr("logbook", "{n} days ago").format(n=days)
