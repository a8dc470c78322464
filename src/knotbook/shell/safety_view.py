"""The safety card as a panel over the window: one click, or F1, from everywhere."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from knotbook.controls.icons import icon
from knotbook.controls.veil import Veil
from knotbook.resources.safety import SafetyCard, Section
from knotbook.resources.theme import Theme


class SafetyView(Veil):
    """Shows the card as one text that can be read aloud, selected and copied."""

    def __init__(self, card: SafetyCard, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, width=760)
        self._card = card
        self.panel.setAccessibleName(card.title)
        self._sign = QLabel(self.panel)
        title = QLabel(card.title, self.panel)
        title.setProperty("role", "title")
        self.text = QTextBrowser(self.panel)
        self.text.setAccessibleName(card.title)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setCursorWidth(0)  # it is read, not written
        self.panel.setFocusProxy(self.text)
        self.shut = QPushButton(self.tr("Close"), self.panel)
        self.shut.setToolTip(self.tr("Close (Esc)"))
        self.shut.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._sign)
        head.addWidget(title, 1)
        head.addWidget(self.shut)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(24, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._caption(card.lead))
        column.addWidget(self.text, 1)
        column.addWidget(self._caption(card.footer))
        self.set_theme(theme)

    def _caption(self, words: str) -> QLabel:
        label = QLabel(words, self.panel)
        label.setProperty("role", "caption")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def set_theme(self, theme: Theme) -> None:
        """Write the card in the colours of `theme`."""
        super().set_theme(theme)
        self._sign.setPixmap(icon("help", theme.danger, 32).pixmap(32, 32))
        self.text.setStyleSheet("QTextBrowser { background: transparent; border: none; }")
        self.text.setHtml(html(self._card, theme))


def html(card: SafetyCard, theme: Theme) -> str:
    """The card in the colours of `theme`: each section behind a bar of its tone."""
    return "".join(_section(section, getattr(theme, section.tone), theme) for section in card.sections)


def _section(section: Section, tone: str, theme: Theme) -> str:
    lead = f'<p style="margin-top:0; margin-bottom:4px">{escape(section.lead)}</p>' if section.lead else ""
    points = "".join(f'<li style="margin-bottom:4px">{escape(point)}</li>' for point in section.points)
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin-bottom:16px"><tr>'
        f'<td width="4" bgcolor="{tone}"></td><td style="padding-left:16px; color:{theme.ink}">'
        f'<h3 style="color:{tone}; margin-top:0; margin-bottom:4px">{escape(section.heading)}</h3>{lead}'
        f'<ul style="margin-top:0; margin-bottom:0; margin-left:16px; -qt-list-indent:0">{points}</ul>'
        "</td></tr></table>"
    )
