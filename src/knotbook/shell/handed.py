"""A typed line handed to the window that has the diary open: small files beside the diary, no socket, and no Qt.

`<diary>.line-ID` waits for the window; renaming it to `<diary>.taken-ID` claims it, which only one side can do.
`<diary>.said-ID` tells what became of it, `<diary>.handed` makes the window look. The line's id becomes the id of its
first entry: whoever comes upon a line that was taken before a crash can see whether it is in the diary already.
"""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from knotbook.domain.clock import Instant

PATIENCE_S = 5.0
"""How long a window is waited for."""
_STEP_S = 0.02
_LARGEST = 1 << 18  # bytes of a line that is looked at


@dataclass(frozen=True, slots=True)
class Line:
    """What was typed, and when; its `id` is a UUIDv7."""

    id: str
    text: str
    typed: Instant


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a line: the exit code of the command, and sentences to print."""

    code: int
    words: tuple[str, ...]


def handed_file(diary: Path) -> Path:
    """The file that tells the window of `diary`, by being there, that a line waits."""
    return _beside(diary, "handed", "")


# -- the side of the command


def hand(diary: Path, line: Line) -> None:
    """Lay `line` down for the window and make it look. Raises OSError with nothing left behind."""
    _put(diary, "line-", line.id, asdict(line))
    try:
        handed_file(diary).touch(0o600)
    except OSError:
        _beside(diary, "line-", line.id).unlink(missing_ok=True)
        raise


def answer_to(
    diary: Path, line: Line, *, patience_s: float, wait: Callable[[float], object] = time.sleep
) -> Answer | None:
    """What the window says, waited for up to `patience_s` seconds; None: nothing so far."""
    said = _beside(diary, "said-", line.id)
    for _ in range(max(1, round(patience_s / _STEP_S))):
        with suppress(FileNotFoundError):
            answer = json.loads(said.read_bytes())
            said.unlink()
            return Answer(answer["code"], tuple(answer["words"]))
        wait(_STEP_S)
    return None


def take_back(diary: Path, line: Line) -> bool:
    """Whether the line is ours again; False: the window has claimed it."""
    try:
        _beside(diary, "line-", line.id).unlink()
    except OSError:
        return False
    if not _names(diary, "line-"):
        handed_file(diary).unlink(missing_ok=True)
    return True


def forget(diary: Path, line: Line) -> None:
    """The line is done with, whoever had claimed it."""
    for what in ("line-", "taken-", "said-"):
        with suppress(OSError):
            _beside(diary, what, line.id).unlink()


# -- the side of whoever has the diary open


def claim(diary: Path) -> Iterator[Line]:
    """Every line that waits, or was taken by a window that is gone, in the order in which they were typed."""
    handed_file(diary).unlink(missing_ok=True)  # first: a line that comes from now on tells of itself again
    found: list[Line] = []
    for name in _names(diary, "line-"):
        with suppress(OSError):  # taken back meanwhile
            _beside(diary, "line-", name).rename(_beside(diary, "taken-", name))
    for name in _names(diary, "taken-"):
        line = _read(_beside(diary, "taken-", name))
        found += [line] if line is not None and line.id == name else []
    yield from sorted(found, key=lambda line: line.id)


def answer(diary: Path, line: Line, said: Answer) -> None:
    """Tell the command what became of `line`, which is done with. A disk that refuses costs only the telling."""
    with suppress(OSError):
        _put(diary, "said-", line.id, asdict(said))
    with suppress(OSError):
        _beside(diary, "taken-", line.id).unlink()


def forget_answers(diary: Path) -> None:
    """Remove answers that nobody came for."""
    for name in _names(diary, "said-"):
        with suppress(OSError):
            _beside(diary, "said-", name).unlink()


def _beside(diary: Path, what: str, name: str) -> Path:
    diary = diary.resolve()
    return diary.with_name(f"{diary.name}.{what}{name}")


def _names(diary: Path, what: str) -> list[str]:
    start = _beside(diary, what, "").name
    with suppress(OSError):
        return [path.name[len(start) :] for path in diary.resolve().parent.iterdir() if path.name.startswith(start)]
    return []


def _put(diary: Path, what: str, name: str, content: dict[str, object]) -> None:
    """Whole at once, for its owner alone: who sees it can read it. Until then no name that anybody looks for."""
    part = _beside(diary, "part-", f"{name}.{os.getpid()}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)  # never through a link somebody laid there
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(content, file)
        part.replace(_beside(diary, what, name))
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _read(path: Path) -> Line | None:
    """A line that a command of this person has written; None for anything else, which is left where it is."""
    import uuid  # here: a window without such lines does without

    try:
        seen = path.lstat()
        if not stat.S_ISREG(seen.st_mode) or seen.st_size > _LARGEST or seen.st_uid != getattr(os, "getuid", int)():
            return None
        line = json.loads(path.read_bytes())
        typed = Instant(**line["typed"])
        typed.day()  # a time that there is
        return Line(str(uuid.UUID(line["id"])), str(line["text"]), typed)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
