"""Which words are offered for a pain that was just logged, and in which order. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knotbook.domain.records import Pain, Word, WordUse


@dataclass(frozen=True, slots=True)
class Chip:
    """One word, and what it says."""

    word: str
    use: WordUse


def offered(usual: Sequence[Chip], own: Iterable[Word], pains: Iterable[Pain]) -> list[Chip]:
    """The words to offer, the most used first; equal ones in their usual order.

    `usual`: those that come with Knotbook; `own`: what the person added or hid; `pains`: the latest of the diary.
    """
    own = list(own)
    used = Counter(chip for pain in pains for chip in chips_of(pain))
    added = [Chip(word.word, word.use) for word in own if not word.hidden]
    away = {Chip(word.word, word.use) for word in own if word.hidden}
    every = [chip for chip in dict.fromkeys((*added, *usual, *used)) if chip not in away]
    return sorted(every, key=lambda chip: -used[chip])


def chips_of(pain: Pain) -> list[Chip]:
    """The words that a pain has."""
    said = ((WordUse.QUALITY, pain.qualities), (WordUse.CONTEXT, pain.context))
    return [Chip(word, use) for use, words in said for word in words]


def toggled(pain: Pain, chip: Chip) -> Pain:
    """`pain` with the word of `chip`, or without it if it had it."""
    before = pain.qualities if chip.use is WordUse.QUALITY else pain.context
    after = tuple(w for w in before if w != chip.word) if chip.word in before else (*before, chip.word)
    return replace(pain, qualities=after) if chip.use is WordUse.QUALITY else replace(pain, context=after)
