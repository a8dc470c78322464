"""A typed line taken apart: entries between semicolons, the note of each, and what is left to understand."""

from __future__ import annotations

import re
from dataclasses import dataclass

BREAK = "¦"
"""Stands where something was taken out, so that words on both sides of it are not read as one name."""

_QUOTE = r'"(?P<straight>(?:[^"]|"")*)(?P<end>"?)|“(?P<curly>[^”]*)(?P<curly_end>”?)'
_PIECE = re.compile(rf'{_QUOTE}|[;\n]|[^;\n"“]+')
_NOTE = re.compile(rf"{_QUOTE}|(?<!\w)notes?(?!\w)[ \t]*:?", re.IGNORECASE)
_SPACE = re.compile(r'[\x00-\x1f\x7f-\x9f\s!?()\[\]"“”]|,(?!\d)|(?<!\d),|:(?!\d)|(?<!\d):|\.(?!\d)|(?<!\d)\.')
_BREAKS = re.compile(r"[–—|…]")


def pattern(text: str) -> re.Pattern[str]:
    """A pattern for whole words, small or capital letters alike."""
    return re.compile(rf"(?<![\w.])(?:{text})(?!\w)", re.IGNORECASE)


class Line:
    """What is left of an entry to understand. Reading takes pieces out until nothing is left."""

    def __init__(self, text: str) -> None:
        self.text = _SPACE.sub(" ", _BREAKS.sub(BREAK, text.replace(BREAK, " ")))

    def pull(self, wanted: re.Pattern[str]) -> re.Match[str] | None:
        """Take out the first match; None if there is none."""
        match = wanted.search(self.text)
        if match is not None:
            self.text = f"{self.text[: match.start()]} {BREAK} {self.text[match.end() :]}"
        return match

    def pull_all(self, wanted: re.Pattern[str]) -> list[re.Match[str]]:
        """Take out every match, from the left."""
        found = list(wanted.finditer(self.text))
        self.text = wanted.sub(f" {BREAK} ", self.text)
        return found

    def copy(self) -> Line:
        """The same line, to try something on."""
        other = Line("")
        other.text = self.text
        return other

    def tokens(self) -> list[str]:
        """The words left, with BREAK where something was taken out between them."""
        return self.text.split()

    def runs(self) -> list[list[str]]:
        """The words left, in stretches between which nothing was taken out."""
        runs: list[list[str]] = [[]]
        for token in self.tokens():
            if token == BREAK:
                runs.append([])
            else:
                runs[-1].append(token)
        return [run for run in runs if run]


@dataclass(frozen=True, slots=True)
class Segment:
    """One entry as typed: the text without its note, and the note. `missing`: what its note still needs."""

    text: str
    note: str = ""
    missing: str = ""


def split(text: str) -> list[Segment]:
    """The entries of a line, between semicolons and line ends outside quotation marks; empty ones are dropped."""
    raw = [""]
    for piece in _PIECE.finditer(text):
        if piece[0] in (";", "\n"):
            raw.append("")
        else:
            raw[-1] += piece[0]
    return [_segment(part) for part in raw if part.strip()]


def quoted(note: str) -> str:
    """A note as it is typed so that any text in it survives: in quotation marks, those inside doubled."""
    doubled = note.replace('"', '""')
    return f'"{doubled}"'


def _segment(text: str) -> Segment:
    found = _NOTE.search(text)
    if found is None:
        return Segment(text)
    before, after = text[: found.start()], text[found.end() :]
    if found[0][0] not in '"“':  # the word "note"; what follows is the note, in quotation marks or without them
        quote = _NOTE.match(after.lstrip())
        if quote is None or quote[0][0] not in '"“':
            return Segment(before, after.strip(), "" if after.strip() else "What is the note? Write it behind “note”.")
        found, after = quote, after.lstrip()[quote.end() :]
    straight = found["straight"]
    note = found["curly"] if straight is None else straight.replace('""', '"')
    closed = found["curly_end"] if straight is None else found["end"]
    return Segment(f"{before} – {after}", note, "" if closed else "The note is not finished: close its quotation mark.")
