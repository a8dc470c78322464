"""What can be done with the selected entries: each a key in the table, a button above it, a line of its menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QPushButton, QWidget

from knotbook.controls.icons import icon
from knotbook.domain.records import Body, Day, Entry, JointSign, Pain, Rating, Release
from knotbook.resources.theme import Theme


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done with the selected entries."""

    action: QAction
    button: QPushButton
    icon: str

    @classmethod
    def make(
        cls, words: str, picture: str, keys: tuple[str, ...], do: Callable[[], object], table: QWidget, home: QWidget
    ) -> Deed:
        """`do` is done by the keys while `table` has the keyboard, and by a button that `home` lays out."""
        action = QAction(words, home)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: do())
        table.addAction(action)
        button = QPushButton(words, home)
        if keys:
            button.setToolTip(f"{words} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        button.clicked.connect(lambda _checked=False: do())
        return cls(action, button, picture)

    def enable(self, possible: bool) -> None:
        """Whether it can be done now."""
        self.action.setEnabled(possible)
        self.button.setEnabled(possible)

    def offer(self, offered: bool) -> None:
        """Whether it is there at all."""
        self.action.setVisible(offered)
        self.button.setVisible(offered)

    def draw(self, theme: Theme) -> None:
        """Draw its icon in the colours of `theme`."""
        picture = icon(self.icon, theme.ink_soft, 20, theme.ink_faint)
        self.action.setIcon(picture)
        self.button.setIcon(picture)


class Doer(Protocol):
    """Who does what the person asks for."""

    def edit(self) -> object:
        """Open the editor on the selected entry."""
        ...

    def duplicate(self) -> object:
        """Write the selected entries again, now."""
        ...

    def relocate(self) -> object:
        """Ask where the selected entries belong."""
        ...

    def remove(self) -> object:
        """Put the selected entries into the bin."""
        ...

    def restore(self) -> object:
        """Take the selected entries out of the bin."""
        ...

    def empty_the_bin(self) -> object:
        """Ask whether all of the bin shall go for good."""
        ...


class Deeds(QObject):
    """All of them: those of the journal, and those of the bin."""

    def __init__(self, doer: Doer, table: QWidget, home: QWidget) -> None:
        """`home`: lays the buttons out."""
        super().__init__(home)
        self.edit = Deed.make(self.tr("Edit"), "edit", ("F2", "Return", "Enter"), doer.edit, table, home)
        self.copy = Deed.make(self.tr("Duplicate"), "copy", ("Ctrl+D",), doer.duplicate, table, home)
        self.copy.button.setToolTip(self.tr("Write it again, now (Ctrl+D)"))
        self.move = Deed.make(self.tr("Move…"), "move", ("Ctrl+M",), doer.relocate, table, home)
        self.move.button.setToolTip(self.tr("To the place where it belongs (Ctrl+M)"))
        self.remove = Deed.make(self.tr("Remove"), "trash", ("Delete",), doer.remove, table, home)
        self.restore = Deed.make(self.tr("Restore"), "undo", ("Ctrl+R",), doer.restore, table, home)
        self.empty = Deed.make(self.tr("Empty the bin…"), "trash", (), doer.empty_the_bin, table, home)
        self._in_journal = (self.edit, self.copy, self.move, self.remove)
        self._in_bin = (self.restore, self.empty)

    @property
    def buttons(self) -> list[QPushButton]:
        """Their buttons in order."""
        return [deed.button for deed in (*self._in_journal, *self._in_bin)]

    def draw(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        for deed in (*self._in_journal, *self._in_bin):
            deed.draw(theme)

    def show_bin(self, shown: bool) -> None:
        """Offer those of the bin, or those of the journal."""
        for deeds, offered in ((self._in_bin, shown), (self._in_journal, not shown)):
            for deed in deeds:
                deed.offer(offered)

    def enable(self, selected: Sequence[Entry], *, in_bin: bool, any_listed: bool) -> None:
        """Those that can be done with what is selected."""
        self.edit.enable(len(selected) == 1 and not in_bin)
        self.copy.enable(any(can_happen_again(entry.body) for entry in selected) and not in_bin)
        self.move.enable(any(has_place(entry.body) for entry in selected) and not in_bin)
        self.remove.enable(bool(selected) and not in_bin)
        self.restore.enable(bool(selected) and in_bin)
        self.empty.enable(in_bin and any_listed)

    def menu(self, table: QAbstractItemView) -> QMenu:
        """What can be done, as a menu over the table."""
        menu = QMenu(table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([deed.action for deed in (self.edit, self.copy, self.move, self.restore)])
        menu.addSeparator()
        menu.addActions([self.remove.action, self.empty.action])
        menu.addSeparator()
        every = menu.addAction(self.tr("Select all that is loaded"))
        every.setShortcut(QKeySequence(QKeySequence.StandardKey.SelectAll))
        every.triggered.connect(lambda _checked=False: table.selectAll())
        return menu


def can_happen_again(body: Body) -> bool:
    """Whether an entry can be written again as if it happened now."""
    return not isinstance(body, Rating | Day)


def has_place(body: Body) -> bool:
    """Whether an entry can be moved to another place."""
    return isinstance(body, Pain | JointSign | Release | Rating)
