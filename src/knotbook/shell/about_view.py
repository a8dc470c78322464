"""The muscle card beside the map: what to stay off first, then what is known in general, then what this diary says."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from knotbook.controls.icons import pixmap
from knotbook.controls.speak_as import speak_as
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme


class Link(NamedTuple):
    """A place to go to, with its words and what is said beside it."""

    place: Place
    words: str
    beside: str = ""


class Fact(NamedTuple):
    """One line of what the diary says: a name, and the numbers. Without numbers it heads the lines after it."""

    words: str
    numbers: str = ""


class Section(NamedTuple):
    """A piece of the card. `small`: a source or a mark under it."""

    title: str
    text: str = ""
    links: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    small: str = ""


class About(NamedTuple):
    """Everything on the card. `avoid`: what to stay off; `stop`: when to stop pressing."""

    avoid: tuple[str, ...]
    stop: str
    sections: tuple[Section, ...]
    caveat: str


class AboutView(QWidget):
    """What to stay off stands above the rest and never scrolls away. `place_chosen(Place)`: a link was followed."""

    place_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._about: About | None = None
        self._warning, self._sign, self._avoid = self._build_warning()
        self._scroll = QScrollArea(self)
        speak_as(self._scroll, QAccessible.Role.Pane)
        self._scroll.setAccessibleName(self.tr("About this place"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._warning)
        column.addWidget(self._scroll, 1)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        if self._about is not None:
            self.show_about(self._about)

    def about(self) -> About | None:
        """What is shown."""
        return self._about

    def show_about(self, about: About) -> None:
        """Show this card from its top."""
        self._about = about
        self._sign.setPixmap(self._warning_sign())
        said = "".join(f"<p style='margin:0 0 4px 0'>{escape(text)}</p>" for text in about.avoid)
        soft = f"font-size:12px;color:{self._theme.ink_soft}"
        self._avoid.setText(f"{said}<span style='{soft}'>{escape(about.stop)}</span>")
        page = self._page(about)
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)  # the scroll area has just filled it with the window's colour

    def _page(self, about: About) -> QWidget:
        page = QWidget(self._scroll)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        for section in about.sections:
            self._add(column, section)
        column.addWidget(self._label(escape(about.caveat), "caption"))
        column.addStretch(1)
        return page

    def _add(self, column: QVBoxLayout, section: Section) -> None:
        column.addWidget(self._label(escape(section.title), "section"))
        if section.text:
            column.addWidget(self._label(escape(section.text)))
        if section.links:
            column.addWidget(self._links(section.links))
        if section.facts:
            column.addLayout(self._facts(section.facts))
        if section.small:
            column.addWidget(self._label(escape(section.small), "caption"))
        column.addSpacing(8)

    def _links(self, links: Sequence[Link]) -> QLabel:
        lines = [self._anchor(link) for link in links]
        apart = "<br>" if any(link.beside for link in links) else " &nbsp;·&nbsp; "
        label = self._label(apart.join(lines))
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        label.setAccessibleName(", ".join(link.words for link in links))
        label.linkActivated.connect(lambda target: self.place_chosen.emit(Place.parse(target)))
        return label

    def _anchor(self, link: Link) -> str:
        style = f"color:{self._theme.accent};text-decoration:none;font-weight:600"
        words = escape(link.words)
        beside = f" <span style='color:{self._theme.ink_soft}'>{escape(link.beside)}</span>" if link.beside else ""
        return f"<a href='{link.place}' style='{style}'>{words}</a>{beside}"

    def _facts(self, facts: Sequence[Fact]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, fact in enumerate(facts):
            if not fact.numbers:
                head = self._label(escape(fact.words), "caption")
                head.setContentsMargins(0, 8, 0, 0)
                grid.addWidget(head, row, 0, 1, 2)
                continue
            grid.addWidget(self._label(escape(fact.words), "soft"), row, 0)
            numbers = self._label(escape(fact.numbers), "number")
            numbers.setWordWrap(False)
            grid.addWidget(numbers, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return grid

    def _label(self, html: str, role: str = "") -> QLabel:
        label = QLabel(html, self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _build_warning(self) -> tuple[QFrame, QLabel, QLabel]:
        frame = QFrame(self)
        frame.setProperty("role", "avoid")
        sign = QLabel(frame)
        title = self._label(escape(self.tr("Stay off")), "warning")
        text = self._label("")
        grid = QGridLayout(frame)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(sign, 0, 0)
        grid.addWidget(title, 0, 1)
        grid.addWidget(text, 1, 0, 1, 2)
        return frame, sign, text

    def _warning_sign(self) -> QPixmap:
        return pixmap("warning", self._theme.danger, 20, self.devicePixelRatioF())
