"""What the Linux packages tell the desktop is what the program does."""

from __future__ import annotations

import argparse
import configparser
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from tools.packages.linux import _MAGIC
from tools.packages.place import filled

from knotbook.__main__ import _parser
from knotbook.shell import probe
from knotbook.storage.files import APPLICATION_ID
from knotbook.version import VERSION

LINUX = Path(__file__).parents[2] / "packaging/linux"
KIND = "application/x-knotbook"


def entry() -> configparser.SectionProxy:
    parsed = configparser.ConfigParser(interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment]  # keys keep their case, as the standard says
    parsed.read(LINUX / "knotbook.desktop", "utf-8")
    return parsed["Desktop Entry"]


def options(parser: argparse.ArgumentParser) -> set[str]:
    found: set[str] = set()
    for action in parser._actions:
        found.update(action.option_strings)
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                found |= {name} | options(command)
    return found


def test_the_menu_entry_opens_a_file_of_our_kind() -> None:
    assert entry()["Exec"] == "knotbook %f"
    assert entry()["MimeType"] == f"{KIND};"
    assert entry()["Terminal"] == "false"


def test_the_metadata_and_the_menu_entry_name_each_other() -> None:
    metadata = ET.parse(LINUX / "org.knotbook.Knotbook.metainfo.xml").getroot()
    assert metadata.findtext("id") == "org.knotbook.Knotbook"
    assert metadata.findtext("launchable") == "knotbook.desktop"
    assert metadata.findtext("provides/mediatype") == KIND
    assert metadata.findtext("provides/binary") == entry()["Exec"].split()[0]
    assert metadata.findtext("project_license") == "GPL-3.0-or-later"


def test_the_newest_release_of_the_metadata_is_this_version() -> None:
    metadata = ET.parse(LINUX / "org.knotbook.Knotbook.metainfo.xml").getroot()
    releases = metadata.findall("releases/release")
    assert releases[0].get("version") == VERSION


def test_a_diary_is_known_by_its_ending_and_by_its_first_bytes() -> None:
    text = filled(LINUX / "knotbook-mime.xml", MAGIC=_MAGIC.format(id=APPLICATION_ID))
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ET.fromstring(text).find("m:mime-type", space)
    assert kind is not None and kind.get("type") == KIND
    assert [glob.get("pattern") for glob in kind.findall("m:glob", space)] == ["*.knotbook"]
    inner = kind.find("m:magic/m:match/m:match", space)
    assert inner is not None and int(inner.get("value", ""), 16) == APPLICATION_ID and inner.get("offset") == "68"


def test_the_manual_names_every_option_and_no_other() -> None:
    manual = (LINUX / "knotbook.1").read_text("utf-8").replace("\\-", "-")
    told = set(re.findall(r"(?<![\w-])--[a-z-]+", manual))
    asked = options(_parser())
    assert told == {option for option in asked if option.startswith("--")}
    assert all(f"knotbook {command}" in manual for command in asked if not command.startswith("-"))


def test_the_manual_names_every_exit_code_of_the_readme() -> None:
    manual = (LINUX / "knotbook.1").read_text("utf-8")
    told = set(re.findall(r"^\.B (\d+)$", manual, re.MULTILINE))
    readme = (LINUX.parents[1] / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+(?:, \d+)*) \|", readme, re.MULTILINE)
    assert told == {code for row in rows for code in row.split(", ")}


def test_the_package_asks_for_the_libraries_that_it_does_not_bring() -> None:
    control = (LINUX / "control.in").read_text("utf-8")
    depends = re.search(r"^Depends: (.+)$", control, re.MULTILINE)
    assert depends is not None
    named = {part.split()[0] for part in depends[1].split(", ")}
    system = {"libdbus-1-3", "libegl1", "libgl1", "libfontconfig1", "libfreetype6", "libx11-6", "libx11-xcb1"}
    assert system | set(probe.WAYLAND.values()) <= named
    assert "tzdata" in named  # time zones by name
