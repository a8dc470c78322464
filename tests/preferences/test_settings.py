"""Settings survive a restart, and whatever happens to their file."""

import json
import stat
from pathlib import Path

import pytest

from knotbook.preferences.settings import CHOICES, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_what_is_chosen_is_there_after_a_restart(path: Path) -> None:
    Settings.load(path).set("theme", "dark")
    assert Settings.load(path).theme == "dark"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_device_is_named_once(path: Path) -> None:
    device = Settings.load(path).device()
    assert len(device) == 36
    assert Settings.load(path).device() == device


@pytest.mark.parametrize("text", ["", "not json", "[]", '{"theme": ', "\x00"])
def test_a_broken_file_means_defaults_and_says_so(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    settings = Settings.load(path)
    assert settings.theme == "system"
    assert settings.notices


@pytest.mark.parametrize(("key", "bad"), [("theme", "pink"), ("text_px", 400), ("text_px", "14"), ("figure", 7)])
def test_a_bad_value_falls_back_alone_and_says_so(path: Path, key: str, bad: object) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({key: bad, "map_layer": "deep"}), encoding="utf-8")
    settings = Settings.load(path)
    assert settings.get(key) == CHOICES[key].default
    assert settings.get("map_layer") == "deep"
    assert key in settings.notices[0]


def test_a_bad_choice_is_refused_and_nothing_changes(path: Path) -> None:
    settings = Settings.load(path)
    with pytest.raises(ValueError, match="theme"):
        settings.set("theme", "pink")
    assert settings.theme == "system" and not path.exists()


def test_keys_of_a_newer_version_are_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"from_the_future": {"a": 1}}', encoding="utf-8")
    Settings.load(path).set("theme", "light")
    assert json.loads(path.read_text())["from_the_future"] == {"a": 1}


def test_a_choice_that_cannot_be_stored_holds_for_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "settings.json", {})
    with pytest.raises(OSError):
        settings.set("theme", "dark")
    assert settings.theme == "dark"


def test_nothing_is_left_behind_by_a_write_that_fails(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings.load(path).set("theme", "dark")

    def refuse(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError):
        Settings.load(path).set("theme", "light")
    assert Settings.load(path).theme == "dark"
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]
