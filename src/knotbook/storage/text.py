"""Any text can be kept: what UTF-8 or a C program cannot hold is written as escapes behind a mark."""

from __future__ import annotations

_MARK = "\x1b"


def pack_text(text: str) -> str:
    """What is written for `text`: the text itself, or ESC and its escapes if it holds a NUL or a lone surrogate."""
    if "\0" not in text and not text.startswith(_MARK) and _is_utf8(text):
        return text
    return _MARK + text.encode("unicode_escape").decode("ascii")


def unpack_text(stored: str) -> str:
    """The text that `pack_text` was given."""
    if stored.startswith(_MARK):
        return stored[1:].encode("ascii").decode("unicode_escape")
    return stored


def _is_utf8(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
