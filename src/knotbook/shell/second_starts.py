"""What reaches a window from outside while its diary is open: it is started again, or a line is handed to it."""

from __future__ import annotations

from knotbook.resources.catalogue import Catalogue
from knotbook.shell.bell import Bell, bring_to_front
from knotbook.shell.handed import forget_answers
from knotbook.shell.session import Session


def hear_second_starts(session: Session) -> Bell:
    """Once its diary is open, the window comes to the front whenever Knotbook is started for that diary again.

    Lines that `knotbook log` hands over are taken in, those too that wait from before.
    """
    bell = Bell(session)
    bell.rung.connect(lambda token: bring_to_front(session.window, token))
    bell.handed.connect(lambda: _take_lines(session))
    session.diary.state_changed.connect(lambda state: _listen(bell, session) if state == "open" else bell.stop())
    session.furnished.connect(lambda: _take_lines(session))
    return bell


def _listen(bell: Bell, session: Session) -> None:
    forget_answers(session.path)  # before any is given: a command may be on its way to the next one
    bell.listen(session.path)


def _take_lines(session: Session) -> None:
    if session.diary.is_open:
        from knotbook.shell.line_link import LineLink  # brings the grammar, which few windows need

        LineLink(session.diary, Catalogue.load()).take_in(session.path)
