"""A mistake of ours is told by type and place, and never quotes the diary."""

from __future__ import annotations

import sys

import pytest

from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.shell.mistakes import tell_of_mistakes, where_from


def go_wrong() -> None:
    raise KeyError("a very private note")


def test_a_mistake_is_told_without_the_words_of_an_entry(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[str] = []
    tell_of_mistakes(told.append, lambda trouble: told.append(str(trouble.kind)))
    try:
        go_wrong()
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    assert len(told) == 1 and told[0].startswith("KeyError, test_mistakes.py line ")
    assert "private" not in caplog.text and "KeyError" in caplog.text
    caplog.clear()


def test_a_trouble_is_told_as_one_and_not_as_our_mistake(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[object] = []
    tell_of_mistakes(lambda place: told.append(place), told.append)
    trouble = Trouble(TroubleKind.INPUT_OUTPUT, what="The diary could not be read.", why="The disk reported an error.")
    sys.excepthook(Trouble, trouble, None)
    assert told == [trouble]
    caplog.clear()


def test_an_error_that_was_never_raised_has_only_a_type() -> None:
    assert where_from(ValueError("x")) == "ValueError"
