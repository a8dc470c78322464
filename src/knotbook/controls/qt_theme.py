"""Turns a `Theme` into a Qt palette and style sheet, so that every room looks alike."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from knotbook.resources.files import asset_path
from knotbook.resources.theme import Theme

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink_faint",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Accent: "accent",
}

_STYLE = Template("""
* { font-size: ${text}px; }
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[role="page"] { background: $ground; }
QWidget[role="panel"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QWidget[role="strip"] { background: $surface; border-top: 1px solid $line; }
QWidget[role="prompt"] { background: $accent_soft; border-bottom: 1px solid $accent; }
QWidget[role="notice"] { background: $surface; border-bottom: 2px solid $danger; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[role="caption"] { font-size: ${caption}px; color: $ink_soft; }
QLabel[role="complaint"] { font-size: ${caption}px; color: $ink; background: $surface; border: 1px solid $danger;
    border-radius: 8px; padding: 4px 8px; }
QLabel[role="error"] { font-size: ${caption}px; color: $danger; }
QPushButton, QToolButton { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 6px 12px; }
QPushButton:hover, QToolButton:hover { background: $accent_soft; border-color: $accent; }
QPushButton:pressed, QToolButton:pressed { background: $accent_soft; }
QPushButton:checked, QToolButton:checked { background: $accent_soft; border-color: $accent; color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $ink_faint; border-color: $line; background: $ground; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 5px 11px; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $focus; border-color: $focus; color: $on_accent; }
QPushButton[role="primary"]:focus { border-color: $ink; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $accent_soft; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border: 2px solid $focus; }
QWidget#rail { background: $surface; border-right: 1px solid $line; }
QToolButton[role="rail"] { background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 4px 0;
  font-size: ${caption}px; color: $ink_soft; }
QToolButton[role="rail"]:hover { background: $accent_soft; border-color: transparent; }
QToolButton[role="rail"]:checked { background: $accent_soft; color: $accent; font-weight: 600;
  border-color: transparent; }
QToolButton[role="rail"]:focus { border-color: $focus; padding: 4px 0; }
QPushButton[role="danger"] { color: $danger; border-color: $danger; }
QPushButton[role="chip"] { border-radius: 14px; padding: 4px 12px; }
QPushButton[role="chip"]:focus { padding: 3px 11px; }
QPushButton[role="cell"], QPushButton[role="thumb"] { padding: 0; }
QPushButton[role="cell"]:checked { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="cell"]:focus, QPushButton[role="thumb"]:focus { padding: 0; border: 2px solid $focus; }
QProgressBar { background: $accent_soft; border: none; border-radius: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit, QDateEdit {
  background: $raised; border: 1px solid $line; border-radius: 8px; padding: 6px 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateTimeEdit:focus, QDateEdit:focus { border: 2px solid $focus; padding: 5px 7px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; subcontrol-origin: padding;
  subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$down"); width: 16px; height: 16px; }
QComboBox:hover, QSpinBox:hover, QDoubleSpinBox:hover, QLineEdit:hover { border-color: $accent; }
QSpinBox, QDoubleSpinBox, QDateTimeEdit, QDateEdit { padding: 6px 28px 6px 8px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 24px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $accent_soft; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 16px; height: 16px; border: 1px solid $ink_faint;
  border-radius: 4px; background: $raised; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$check"); }
QCheckBox::indicator:focus { width: 14px; height: 14px; border: 2px solid $focus; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $ink_faint; border-radius: 9px;
  background: $raised; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; }
QRadioButton::indicator:focus { border-color: $focus; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; selection-background-color: $accent_soft;
  selection-color: $ink; outline: 0; }
QAbstractItemView { background: $surface; border: 1px solid $line; border-radius: 8px; gridline-color: $line;
  selection-background-color: $accent_soft; selection-color: $ink; alternate-background-color: $ground; outline: 0; }
QAbstractItemView[role="plain"], QAbstractItemView[role="plain"]:focus { background: transparent; border: none; }
QListWidget[role="plain"]::item { padding: 4px; border-radius: 6px; }
QListWidget[role="plain"]::item:hover, QListWidget[role="plain"]::item:selected { background: $accent_soft;
  color: $ink; }
QListWidget[role="plain"]::item:focus { border: 1px solid $focus; }
QTreeWidget[role="plain"]::item { padding: 2px 4px; }
QTreeWidget[role="plain"]::item:first { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QTreeWidget[role="plain"]::item:last { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QTreeWidget[role="plain"]::item:hover, QTreeWidget[role="plain"]::item:selected { background: $accent_soft;
  color: $ink; }
QTreeWidget[role="plain"]::item:selected:active:focus { color: $focus; }
QTreeWidget[role="plain"] QLineEdit { padding: 0 4px; border-radius: 4px; }
QToolButton[role="small"] { background: transparent; border-color: transparent; padding: 3px; }
QToolButton[role="small"]:hover { background: $accent_soft; }
QToolButton[role="small"]:focus { border: 2px solid $focus; padding: 2px; }
QFrame[role="ask"] { background: $accent_soft; border-radius: 8px; }
QFrame[role="avoid"] { background: transparent; border: 1px solid $danger; border-left: 4px solid $danger;
  border-radius: 8px; }
QLabel[role="warning"] { color: $danger; font-weight: 600; }
QLabel[role="section"] { font-weight: 600; }
QLabel[role="soft"] { color: $ink_soft; }
QLabel[role="number"] { font-weight: 600; }
QAbstractItemView:focus { border-color: $focus; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $ink_soft; border: none; border-bottom: 1px solid $line;
  padding: 8px; font-size: ${caption}px; }
QMenu { background: $raised; border: 1px solid $line; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $ink_faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $raised; color: $ink; border: 1px solid $line; padding: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $ink_faint; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none;
  width: 0; height: 0; }
QScrollArea { border: none; background: transparent; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $focus; }
QSplitter::handle { background: transparent; }
""")


def palette(theme: Theme) -> QPalette:
    """The Qt palette of `theme`; disabled text is fainter in every role."""
    made = QPalette()
    for role, colour in _ROLES.items():
        made.setColor(role, QColor(getattr(theme, colour)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ink_faint))
    return made


def stylesheet(theme: Theme, text_px: int = 14) -> str:
    """The application's style sheet. `text_px`: size of ordinary text; captions, headings and titles follow it."""
    scale = text_px / 14
    sizes = {"text": text_px, "caption": round(12 * scale), "heading": round(18 * scale), "title": round(24 * scale)}
    colours = {name: getattr(theme, name) for name in Theme._fields if name not in ("pain", "families")}
    tone = "dark" if theme.dark else "light"
    marks = {name: asset_path(f"icons/mark-{name}-{tone}.svg").as_posix() for name in ("down", "up", "check")}
    return _STYLE.substitute({**colours, **sizes, **marks})
