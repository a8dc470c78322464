"""A mistake of ours is told by type and place, and never quotes the diary."""

from __future__ import annotations

import sys

import pytest

from knotbook.shell.mistakes import tell_of_mistakes, where_from


def go_wrong() -> None:
    raise KeyError("a very private note")


def test_a_mistake_is_told_without_the_words_of_an_entry(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[str] = []
    tell_of_mistakes(told.append)
    try:
        go_wrong()
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    assert len(told) == 1 and told[0].startswith("KeyError, test_mistakes.py line ")
    assert "private" not in caplog.text and "KeyError" in caplog.text
    caplog.clear()


def test_an_error_that_was_never_raised_has_only_a_type() -> None:
    assert where_from(ValueError("x")) == "ValueError"
