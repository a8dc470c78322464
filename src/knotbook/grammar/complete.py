"""How a typed line may go on: places, sides, words of the lists, exercises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from knotbook.grammar.line import BREAK, split
from knotbook.grammar.parsed import Completion
from knotbook.grammar.places import FILLERS, LONGEST, PlaceReader
from knotbook.grammar.release import VERBS
from knotbook.grammar.vocabulary import CONTEXT, QUALITY, SIGN, TOOL, Vocabulary
from knotbook.resources.words import Words

MOST = 8
FEW = 5
"""Places offered where an exercise may be meant as well."""
STARTS = ("release ", "note ", "nothing hurt today", "slept ", "sitting ", "stress ", "mood ")
_KIND = {QUALITY: "quality", CONTEXT: "context", TOOL: "tool", SIGN: "sign"}
_NUMBER = re.compile(r"[-−]?\d[\d.,/]*\Z")
_LAST_PART = re.compile(r"[^;\n]*\Z")


def completions(text: str, places: PlaceReader, words: Words) -> tuple[Completion, ...]:
    """The likeliest ways to go on at the end of `text`, at most eight; none after a blank or inside a note."""
    part = _LAST_PART.search(text)
    segments = split(text)
    if part is None or not text.strip() or text[-1].isspace() or not part[0].strip():
        return ()
    if not segments or segments[-1].note or segments[-1].missing:
        return ()
    typed = part[0].split()
    head = text[: len(text) - len(part[0].lstrip())]
    found = _all(head, typed, places, words)
    unique = {completion.text: completion for completion in found if completion.text.strip() != text.strip()}
    return tuple(unique.values())[:MOST]


def _all(head: str, typed: Sequence[str], places: PlaceReader, words: Words) -> Iterator[Completion]:
    start = _place_start(typed, places, words)
    if start == 0 or len(typed) == 1:
        yield from _starts(head, typed)
    if start is not None:
        yield from islice(_places(head, typed, start, places), FEW if start == 0 else MOST)
    if start == 0:
        yield from _exercises(head, typed, words)
    if not places.is_side(typed[-1]):
        yield from _listed(head, typed, words)


def _place_start(typed: Sequence[str], places: PlaceReader, words: Words) -> int | None:
    """Where in `typed` the place begins that is being typed at its end; None if none is."""
    items = Vocabulary(words, (QUALITY, CONTEXT, TOOL, SIGN)).items(typed)
    start = len(typed)
    for item in reversed(items):
        word = item.typed[0].casefold()
        if item.kind not in ("", BREAK) or _NUMBER.match(word) or word in VERBS or word in FILLERS:
            break
        start -= len(item.typed)
    if not start < len(typed) <= start + LONGEST:
        return None
    before = typed[:start]
    if "for" in (word.casefold() for word in before[-2:]):
        return start
    told = (word for item in Vocabulary(words, tuple(_KIND)).items(before) if not item.kind for word in item.typed)
    return None if any(_is_name(word) for word in told) else start  # an entry has one place


def _is_name(word: str) -> bool:
    folded = word.casefold()
    return not (_NUMBER.match(word) or folded in VERBS or folded in FILLERS)


def _places(head: str, typed: Sequence[str], start: int, places: PlaceReader) -> Iterator[Completion]:
    before = "".join(f"{word} " for word in typed[:start])
    for place in places.find(typed[start:]):
        spoken = places.names.spoken(place)
        yield Completion(f"{head}{before}{spoken} ", spoken, "place", places.names.plain(place))


def _starts(head: str, typed: Sequence[str]) -> Iterator[Completion]:
    begun = " ".join(typed).casefold()
    for start in STARTS:
        if start.startswith(begun):
            yield Completion(head + start, start.strip(), "start")


def _exercises(head: str, typed: Sequence[str], words: Words) -> Iterator[Completion]:
    begun = " ".join(typed).casefold()
    by_name = (known for known in words.exercises if known.name.casefold().startswith(begun))
    by_other = (known for known in words.exercises if any(name.casefold().startswith(begun) for name in known.also))
    for known in (*by_name, *by_other):
        yield Completion(f"{head}{known.name} ", known.name, "exercise")


def _listed(head: str, typed: Sequence[str], words: Words) -> Iterator[Completion]:
    """Words of the lists that begin with the last one or two words typed."""
    release = typed[0].casefold() in VERBS or bool(Vocabulary(words, (TOOL,)).items(typed[:1])[0].kind)
    kinds = (TOOL,) if release else (QUALITY, CONTEXT, SIGN, TOOL) if len(typed) == 1 else (QUALITY, CONTEXT, SIGN)
    for count in (2, 1):
        begun = " ".join(typed[-count:]).casefold()
        before = "".join(f"{word} " for word in typed[:-count])
        if len(typed) >= count:
            for kind in kinds:
                yield from _matching(f"{head}{before}", begun, kind, words)


def _matching(before: str, begun: str, kind: str, words: Words) -> Iterable[Completion]:
    for typed, word in words.also[kind].items():
        if typed.startswith(begun) and not f"{before}{begun}".casefold().endswith(word):
            yield Completion(f"{before}{word} ", word, _KIND[kind])
