"""A line handed over goes to exactly one side, and can be seen to be saved whatever dies in between."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from knotbook import __main__
from knotbook.domain.ids import ids_from, new_id
from knotbook.domain.trouble import Trouble
from knotbook.preferences.settings import Settings
from knotbook.shell import commands, handed
from knotbook.shell.handed import Answer, Line
from knotbook.shell.ring import ring
from knotbook.storage import EntryStore, Holder, open_store
from tests.fakes import FakeClock

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "mine.knotbook"


@pytest.fixture
def window(diary: Path, clock: FakeClock) -> EntryStore:
    return open_store(diary, clock=clock)


@pytest.fixture
def knotbook(
    diary: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """`knotbook log LINE`: exit code, stdout, stderr; a moment's patience only."""
    monkeypatch.setattr("knotbook.shell.handed.PATIENCE_S", 0.04)

    def run(line: str) -> tuple[int, str, str]:
        asked = __main__._parser().parse_args(["log", line, "--diary", str(diary)])
        code = commands.run(asked, clock, Settings.defaults())
        out, err = capsys.readouterr()
        return code, out, err

    return run


def a_line(clock: FakeClock, text: str = "pir r 6") -> Line:
    return Line(new_id(clock.ms), text, clock.now())


def while_waiting(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> None:
    """Do something once, when the command first waits for its answer."""
    todo = [do]
    asked = handed.answer_to

    def answer_to(diary: Path, line: Line, **more: float) -> Answer | None:
        if todo:
            todo.pop()()
        return asked(diary, line, **more)

    monkeypatch.setattr(handed, "answer_to", answer_to)


def left(diary: Path) -> list[str]:
    ours = ("line", "taken", "said", "handed")
    names = (path.name for path in diary.parent.iterdir())
    return [name for name in names if name.removeprefix("mine.knotbook.").startswith(ours)]


def test_a_line_comes_over_as_it_was_typed_and_the_answer_back(diary: Path, clock: FakeClock) -> None:
    first, second = a_line(clock, 'pir r 6 "ü\ud800\n"'), a_line(clock.__class__(clock.ms + 9), "b")
    handed.hand(diary, second)
    handed.hand(diary, first)
    assert handed.handed_file(diary).exists()
    assert list(handed.claim(diary)) == [first, second]
    assert not handed.take_back(diary, first)
    handed.answer(diary, first, Answer(0, ("6 at right piriformis",)))
    assert handed.answer_to(diary, first, patience_s=0) == Answer(0, ("6 at right piriformis",))
    handed.answer(diary, second, Answer(65, ()))
    handed.forget_answers(diary)
    assert left(diary) == []


def test_what_was_taken_back_is_never_claimed(diary: Path, clock: FakeClock) -> None:
    line = a_line(clock)
    handed.hand(diary, line)
    assert handed.take_back(diary, line)
    assert list(handed.claim(diary)) == []


def test_a_line_that_is_being_laid_down_is_not_taken_by_halves(
    diary: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, put = a_line(clock), Path.replace

    def meanwhile(part: Path, target: Path) -> Path:
        assert list(handed.claim(diary)) == []
        return put(part, target)

    monkeypatch.setattr(Path, "replace", meanwhile)
    handed.hand(diary, line)
    assert list(handed.claim(diary)) == [line]
    assert not [path for path in diary.parent.iterdir() if ".part-" in path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="no links without rights")
def test_nothing_is_written_through_a_link(diary: Path, clock: FakeClock, tmp_path: Path) -> None:
    line, mine = a_line(clock), tmp_path / "mine.txt"
    mine.write_text("mine")
    diary.with_name(f"mine.knotbook.part-{line.id}.{os.getpid()}").symlink_to(mine)
    with pytest.raises(OSError):
        handed.hand(diary, line)
    handed.answer(diary, line, Answer(0, ()))
    assert mine.read_text() == "mine"


_WHEN = '{"utc_ms": 1, "zone": "UTC", "offset_min": 0}'
_NO_LINES = (
    "",
    "{}",
    "[1]",
    "[" * 100_000,
    '{"id": "x", "text": "a", "typed": {"utc_ms": 1}}',
    f'{{"id": "x", "text": "pir r 6", "typed": {_WHEN}}}',
    '{"id": "x", "text": "pir r 6", "typed": {"utc_ms": "1", "zone": "UTC", "offset_min": 0}}',
    '{"id": "x", "text": "pir r 6", "typed": {"utc_ms": 1e300, "zone": "UTC", "offset_min": 0}}',
)


@pytest.mark.parametrize("content", [text.encode() for text in _NO_LINES])
def test_a_file_that_is_no_line_is_left_alone(diary: Path, content: bytes) -> None:
    diary.with_name("mine.knotbook.line-x").write_bytes(content)
    assert list(handed.claim(diary)) == []
    assert diary.with_name("mine.knotbook.taken-x").read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="no links without rights")
def test_a_link_is_never_followed(diary: Path, clock: FakeClock, tmp_path: Path) -> None:
    line = a_line(clock)
    handed.hand(diary, line)
    (real,) = tmp_path.glob("*.line-*")
    real.rename(tmp_path / "elsewhere")
    real.symlink_to(tmp_path / "elsewhere")
    assert list(handed.claim(diary)) == []


def test_the_ids_of_a_line_are_always_the_same_ones(clock: FakeClock) -> None:
    first = new_id(clock.ms)
    ids = [one for one, _ in zip(ids_from(first), range(50), strict=False)]
    assert ids[0] == first and len(set(ids)) == 50
    assert ids == [one for one, _ in zip(ids_from(first), range(50), strict=False)]


def test_a_window_that_closes_while_the_line_waits_leaves_it_to_the_command(
    window: EntryStore, knotbook: Run, monkeypatch: pytest.MonkeyPatch, diary: Path, clock: FakeClock
) -> None:
    while_waiting(monkeypatch, lambda: window.close(back_up=False))
    assert knotbook("pir r 6") == (0, "Saved. 6 at right piriformis – now\n", "")
    assert left(diary) == []
    again = open_store(diary, clock=clock)
    assert again.count() == 1
    again.close(back_up=False)


@pytest.mark.parametrize("line", ["pir r 6; pir l 5", "slept 7 note good"])
@pytest.mark.parametrize("saved", [True, False])
def test_a_window_that_dies_with_the_line_taken_neither_loses_nor_doubles_it(
    window: EntryStore,
    knotbook: Run,
    monkeypatch: pytest.MonkeyPatch,
    diary: Path,
    clock: FakeClock,
    line: str,
    saved: bool,
) -> None:
    def die() -> None:
        (taken,) = handed.claim(diary)
        window.close(back_up=False)
        if saved:
            log = commands_log(diary, clock, taken)
            assert log == 0

    while_waiting(monkeypatch, die)
    assert knotbook(line)[0] == 0
    again = open_store(diary, clock=clock)
    bodies = [entry.body for entry in again.page()]
    again.close(back_up=False)
    assert len(bodies) == line.count(";") + 1
    assert [body.note for body in bodies if hasattr(body, "note")] in (["", ""], ["good"])


def commands_log(diary: Path, clock: FakeClock, line: Line) -> int:
    """What a window does with a line, without a window."""
    from knotbook.resources.catalogue import Catalogue
    from knotbook.shell.log_command import _Typed

    typed = _Typed(line, diary, Catalogue.load(), clock, "desk")
    return typed.into(typed.opened())


def test_a_window_that_takes_the_line_and_hangs_is_told_honestly(
    window: EntryStore, knotbook: Run, monkeypatch: pytest.MonkeyPatch, diary: Path
) -> None:
    while_waiting(monkeypatch, lambda: list(handed.claim(diary)))
    monkeypatch.setattr(time, "sleep", lambda _s: None)
    code, out, err = knotbook("pir r 6")
    assert (code, out) == (commands.UNCONFIRMED, "")
    assert "Look there before you type it again." in err
    window.close(back_up=False)


def test_the_answer_of_the_window_is_the_answer_of_the_command(
    window: EntryStore, knotbook: Run, monkeypatch: pytest.MonkeyPatch, diary: Path
) -> None:
    def say_no() -> None:
        for line in handed.claim(diary):
            handed.answer(diary, line, Answer(65, ("Which side?", "Nothing was saved.")))

    while_waiting(monkeypatch, say_no)
    assert knotbook("pir 6") == (65, "", "knotbook: Which side?\nknotbook: Nothing was saved.\n")
    window.close(back_up=False)


def test_a_command_that_is_interrupted_takes_its_line_with_it(
    window: EntryStore, knotbook: Run, monkeypatch: pytest.MonkeyPatch, diary: Path
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    while_waiting(monkeypatch, interrupt)
    with pytest.raises(KeyboardInterrupt):
        knotbook("pir r 6")
    assert left(diary) == []
    window.close(back_up=False)


def test_a_command_that_holds_the_diary_is_waited_for(diary: Path, clock: FakeClock) -> None:
    code = (
        "import sys, time; from pathlib import Path; from tests.fakes import FakeClock\n"
        "from knotbook.storage import Holder, open_store\n"
        f"store = open_store(Path({str(diary)!r}), clock=FakeClock(), holder=Holder.LOG)\n"
        "print('open', flush=True); sys.stdin.readline(); store.close(back_up=False)"
    )
    other = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdin is not None and other.stdout is not None
    assert other.stdout.readline() == "open\n"
    try:
        assert not ring(diary, wait=lambda _s: pytest.fail("a command has no window that could come"))
        other.stdin.write("\n")
        other.stdin.flush()
        store = open_store(diary, clock=clock)
        store.close(back_up=False)
    finally:
        other.communicate(timeout=20)


def test_who_holds_it_for_longer_is_said(diary: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    held = open_store(diary, clock=clock, holder=Holder.LOG)
    owner = json.loads(diary.with_name("mine.knotbook.lock").read_text())
    assert owner["holder"] == "log"
    waits: list[float] = []
    passed = iter(range(100))
    monkeypatch.setattr("knotbook.storage.lock.time.monotonic", lambda: float(next(passed)))
    monkeypatch.setattr("knotbook.storage.lock.time.sleep", waits.append)
    with pytest.raises(Trouble) as caught:
        open_store(diary, clock=clock)
    assert caught.value.why.startswith("A command in a terminal, knotbook log, has it open (process ")
    assert waits, "it was waited for"
    held.close(back_up=False)
