"""`knotbook log` and `knotbook list` over a real diary file, with a clock that stands still."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from knotbook import __main__
from knotbook.domain.ids import new_id
from knotbook.domain.records import Day, Entry
from knotbook.preferences.settings import Settings
from knotbook.shell import arguments, commands
from knotbook.storage import open_store
from tests.fakes import FakeClock


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "mine.knotbook"


@pytest.fixture
def knotbook(diary: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run one command on the diary: exit code, stdout, stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        parser = __main__._parser()
        asked = parser.parse_args([*arguments, "--diary", str(diary)])
        code = commands.run(asked, clock, Settings.defaults())
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def started(diary: Path, clock: FakeClock) -> Path:
    open_store(diary, clock=clock).close(back_up=False)
    return diary


Run = Callable[..., tuple[int, str, str]]


def test_what_is_logged_is_said_and_listed(started: Path, knotbook: Run) -> None:
    code, out, err = knotbook("log", "pir r 6 cramp woke me; bridges 3x12 20kg")
    assert (code, err) == (0, "")
    assert out == "Saved. 6 at right piriformis, cramp, woke me – now\nSaved. Bridges, 3 × 12, 20 kg – now\n"
    code, out, err = knotbook("list")
    assert (code, err) == (0, "")
    assert sorted(out.splitlines()) == [
        "2026-03-03 10:30  exercise    Bridges, 3 × 12, 20 kg",
        "2026-03-03 10:30  pain        6 at right piriformis, cramp, woke me",
    ]


def test_a_line_needs_no_quotation_marks(started: Path, knotbook: Run) -> None:
    assert knotbook("log", "pir", "r", "6")[1] == "Saved. 6 at right piriformis – now\n"


def test_several_entries_are_one_action(started: Path, knotbook: Run, clock: FakeClock) -> None:
    knotbook("log", "pir r 6; glmed l 4; walk 30 min")
    store = open_store(started, clock=clock)
    assert store.count() == 3 and store.undo_label() == "3 entries"
    store.undo()
    assert store.count() == 0
    store.close(back_up=False)


def test_a_day_has_one_check_in_however_often_it_is_told(started: Path, knotbook: Run, clock: FakeClock) -> None:
    knotbook("log", "slept 7 note new pillow")
    clock.advance(minutes=600)
    assert knotbook("log", "nothing hurt; mood 8 note good")[0] == 0
    out = knotbook("list", "--json", "--kind", "day")[1]
    (day,) = json.loads(out)
    assert (day["sleep_hours"], day["no_pain"], day["mood"], day["note"]) == (7.0, True, 8, "new pillow\ngood")


def test_an_exercise_done_before_is_known(started: Path, knotbook: Run) -> None:
    assert "new exercise" in knotbook("log", "nordic curls 3x8")[1]
    assert knotbook("log", "nordic curls 30s")[1] == "Saved. Nordic curls, 30 s – now\n"


@pytest.mark.parametrize("line", ["pir 6", "pir r 11", "xyzzy", "pir r 6; blah", " ; "])
def test_what_is_not_understood_saves_nothing_and_exits_65(started: Path, knotbook: Run, line: str) -> None:
    before = started.read_bytes()
    code, out, err = knotbook("log", line)
    assert (code, out) == (65, "")
    assert err.endswith("knotbook: Nothing was saved.\n")
    assert started.read_bytes() == before


def test_a_dry_run_touches_nothing(diary: Path, knotbook: Run) -> None:
    code, out, _ = knotbook("log", "-n", "pir r 6")
    assert (code, out) == (0, "Would save: 6 at right piriformis – now\n")
    assert list(diary.parent.iterdir()) == []


@pytest.mark.parametrize("command", [["log", "pir r 6"], ["list"], ["list", "--json"]])
def test_a_missing_diary_is_said_and_never_created(diary: Path, knotbook: Run, command: list[str]) -> None:
    code, out, err = knotbook(*command)
    assert (code, out) == (66, "")
    assert f"There is no diary at {diary}." in err
    assert list(diary.parent.iterdir()) == []


def test_new_starts_a_diary_that_only_its_owner_can_read(diary: Path, knotbook: Run) -> None:
    assert knotbook("log", "--new", "pir r 6")[0] == 0
    if sys.platform != "win32":
        assert stat.S_IMODE(diary.stat().st_mode) == 0o600


def test_a_line_for_a_window_that_does_not_answer_exits_75_and_says_so(
    started: Path, knotbook: Run, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knotbook.shell.handed.PATIENCE_S", 0.1)
    window = open_store(started, clock=clock)
    code, out, err = knotbook("log", "pir r 6")
    assert (code, out) == (75, "")
    assert "Another Knotbook window has it open" in err
    assert "Nothing was saved: it did not answer. Press Ctrl+K in that window" in err
    assert window.count() == 0 and not list(started.parent.glob("*.line-*")), "it cannot come later"
    window.close(back_up=False)
    assert knotbook("log", "pir r 6")[0] == 0


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\0" + b"\0" * 5000])
def test_another_file_is_refused_and_left_as_it_is(diary: Path, knotbook: Run, content: bytes) -> None:
    diary.write_bytes(content)
    code, out, err = knotbook("log", "pir r 6")
    assert (code, out) == (74, "") and "knotbook: The diary could not be opened." in err
    assert diary.read_bytes() == content


def test_a_folder_is_no_diary(diary: Path, knotbook: Run) -> None:
    diary.mkdir()
    assert knotbook("list")[0] == 66


def test_ten_changes_make_a_backup(started: Path, knotbook: Run) -> None:
    for number in range(10):
        knotbook("log", f"pir r {number}")
    assert len(list(started.with_name("mine.knotbook-backups").glob("*.knotbook"))) == 1


@pytest.fixture
def filled(started: Path, knotbook: Run) -> Path:
    knotbook(
        "log",
        "pir r 6; pir l 2; knee r 5 yesterday 9:00; release glmed l ball 90s at 8:00; slept 7;click hip r 1 march 9:00",
    )
    return started


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        ([], ["day", "joint_sign", "pain", "pain", "pain", "release"]),
        (["--kind", "pain"], ["pain", "pain", "pain"]),
        (["--kind", "day", "--kind", "release"], ["day", "release"]),
        (["--place", "pir"], ["pain", "pain"]),
        (["--place", "pir r"], ["pain"]),
        (["--since", "today"], ["day", "pain", "pain", "release"]),
        (["--since", "2026-03-02"], ["day", "pain", "pain", "pain", "release"]),
        (["--since", "2 days ago"], ["day", "joint_sign", "pain", "pain", "pain", "release"]),
        (["--limit", "2"], ["day", "pain"]),
        (["--limit", "0"], ["day", "joint_sign", "pain", "pain", "pain", "release"]),
    ],
)
def test_the_list_is_filtered(filled: Path, knotbook: Run, arguments: list[str], kinds: list[str]) -> None:
    code, out, _ = knotbook("list", "--json", *arguments)
    assert code == 0
    assert sorted(entry["kind"] for entry in json.loads(out)) == kinds


def test_newest_first_across_pages(started: Path, knotbook: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knotbook.shell.list_command._PAGE", 3)
    knotbook("log", "; ".join(f"pir r {n} {n + 1} h ago" for n in range(8)))
    listed = json.loads(knotbook("list", "--json", "--limit", "7")[1])
    assert [entry["intensity"] for entry in listed] == list(range(7))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--since", "soonish"], "--since wants a day, such as 2026-03-01 or yesterday, not “soonish”."),
        (["--since", "31 feb"], "“31 feb” is not a day of the calendar."),
        (["--since", "2030-01-01"], "1 January 2030 has not come yet."),
        (["--place", "xyzzyq"], "No place is called “xyzzyq”."),
    ],
)
def test_a_filter_that_means_nothing_exits_65(filled: Path, knotbook: Run, arguments: list[str], words: str) -> None:
    code, out, err = knotbook("list", *arguments)
    assert (code, out, err) == (65, "", f"knotbook: {words}\n")


def test_json_holds_the_whole_entry(filled: Path, knotbook: Run) -> None:
    (entry,) = json.loads(knotbook("list", "--json", "--kind", "release")[1])
    assert entry.pop("id") and entry.pop("device")
    assert entry == {
        "kind": "release",
        "when": "2026-03-03T08:00:00.000+01:00",
        "zone": "Europe/Berlin",
        "place": "gluteus_medius.left",
        "name": "left gluteus medius",
        "points": [],
        "tool": "lacrosse ball",
        "seconds": 90,
        "pressure": None,
        "pain_for": [],
        "note": "",
        "created": "2026-03-03T09:30:00.000Z",
        "changed": "2026-03-03T09:30:00.000Z",
    }


def test_notes_cannot_steer_the_terminal(started: Path, knotbook: Run) -> None:
    knotbook("log", 'pir r 6 "a\x1b[2Jb\u202ec\nd\ud800"')
    out = knotbook("list")[1]
    assert 'note "a�[2Jb�c d�"' in out and "\x1b" not in out
    (entry,) = json.loads(knotbook("list", "--json")[1])
    assert entry["note"] == "a\x1b[2Jb\u202ec\nd\ud800"


def process(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)} | more
    return subprocess.run(
        [sys.executable, "-m", "knotbook", *arguments], env=env, capture_output=True, text=True, timeout=60
    )


def test_the_commands_as_processes_without_a_screen(tmp_path: Path) -> None:
    bare = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "LC_ALL": "C.UTF-8"}
    assert process(tmp_path, "log", "--new", "pir r 6", **bare).stdout == "Saved. 6 at right piriformis – now\n"
    listed = process(tmp_path, "list", "--json", **bare)
    (entry,) = json.loads(listed.stdout)
    assert (listed.returncode, entry["place"]) == (0, "piriformis.right")
    device = json.loads((tmp_path / "knotbook" / "settings.json").read_text("utf-8"))["device"]
    assert entry["device"] == device
    assert process(tmp_path, "list", "--kind", "toothache").returncode == 2


def test_neither_command_imports_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from knotbook.__main__ import main; "
        f"a = main(['log', '--new', 'pir r 6', '--diary', {str(tmp_path / 'a.knotbook')!r}]); "
        f"b = main(['list', '--diary', {str(tmp_path / 'a.knotbook')!r}]); "
        "print(a, b, [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'pyqtgraph'))])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.stdout.splitlines()[-1] == "0 0 []", ended.stderr


def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    when = FakeClock().now()
    entries = [
        Entry(id=new_id(when.utc_ms), body=Day(day=when.day(), note="x" * 4000), created_ms=0, changed_ms=0)
        for _ in range(40)
    ]
    (tmp_path / "knotbook").mkdir()
    store = open_store(tmp_path / "knotbook" / "diary.knotbook", clock=FakeClock())
    store.bulk_add(entries)
    store.close(back_up=False)
    env = os.environ | {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    lister = subprocess.Popen(
        [sys.executable, "-m", "knotbook", "list", "--json", "--limit", "0"],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert lister.stdout is not None and lister.stderr is not None
    lister.stdout.read(1)
    lister.stdout.close()
    assert lister.stderr.read() == b""
    lister.stderr.close()
    assert lister.wait(30) == 0


def test_the_demo_goes_with_no_command(tmp_path: Path) -> None:
    ended = process(tmp_path, "--demo", "log", "pir r 6")
    assert ended.returncode == 2 and "--demo opens a window" in ended.stderr


def test_an_exercise_keeps_both_its_kinds_in_json(started: Path, knotbook: Run) -> None:
    knotbook("log", "hip flexor stretch 2x45s")
    (entry,) = json.loads(knotbook("list", "--json")[1])
    assert (entry["kind"], entry["exercise_kind"], entry["name"]) == ("exercise", "stretch", "Hip flexor stretch")


def test_the_exit_codes_of_the_docs_are_the_real_ones() -> None:
    docs = Path(__file__).resolve().parents[2] / "docs/command-line.md"
    rows = {line.split("|")[1].strip() for line in docs.read_text("utf-8").splitlines() if line.startswith("| ")}
    told = {int(row) for row in rows if row.isdecimal()}
    real = {commands.DONE, 1, 2, commands.NOT_UNDERSTOOD, commands.NO_DIARY, commands.DISK}
    real |= {commands.WINDOW_OPEN, commands.UNCONFIRMED}
    assert told == real
    assert all(str(code) in arguments.EXIT_CODES for code in real - {1})
