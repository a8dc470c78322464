"""What README and docs say can be typed is understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knotbook.grammar.parse import parse
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.words import load_words
from tests.fakes import FakeClock

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
LINES = (ROOT / "docs/command-line.md").read_text("utf-8")
CATALOGUE, WORDS, NOW = Catalogue.load(), load_words(), FakeClock().now()


def quick_table() -> list[str]:
    section = README.split("### The quick line")[1].split("### Without a window")[0]
    rows = [row.split("|")[1] for row in section.splitlines() if row.startswith("| `")]
    return [line for row in rows for line in re.findall(r"`([^`]+)`", row)]


def times() -> list[str]:
    (sentence,) = re.findall(r"^Times: (.*?)\. A clock", README, re.DOTALL | re.MULTILINE)
    return re.findall(r"`([^`]+)`", sentence)


def logged() -> list[str]:
    return re.findall(r'knotbook log (?:-n )?"([^"]+)"', README + LINES)


@pytest.mark.parametrize("line", [*quick_table(), *logged(), *(f"pir r 6 {time}" for time in times())])
def test_every_line_of_the_docs_is_understood(line: str) -> None:
    parsed = parse(line, NOW, CATALOGUE, WORDS)
    assert parsed.ready, parsed.errors


def test_there_are_lines_to_hold() -> None:
    assert len(quick_table()) >= 10 and len(times()) >= 6 and len(logged()) >= 3
