"""What can go wrong with a diary, said so that a person can act on it."""

from __future__ import annotations

from enum import StrEnum


class TroubleKind(StrEnum):
    """Every way the world outside can stop a diary from opening or saving."""

    MISSING_FOLDER = "missing_folder"
    MISSING_FILE = "missing_file"
    NO_PERMISSION = "no_permission"
    NOT_A_FILE = "not_a_file"
    NOT_A_DIARY = "not_a_diary"
    NEWER = "newer"
    DAMAGED = "damaged"
    LOCKED = "locked"
    DISK_FULL = "disk_full"
    INPUT_OUTPUT = "input_output"
    NOT_OPEN = "not_open"
    BAD_RECORD = "bad_record"


class Trouble(Exception):  # noqa: N818  (the word a person reads; an error is ours, a trouble is the world's)
    """The environment's refusal: `what` happened, `why`, and what the person `can_do`. Nothing was overwritten.

    Programming mistakes are never a Trouble; they are allowed to crash. `detail` carries exception type and code for
    the log and never diary text.
    """

    def __init__(
        self, kind: TroubleKind, *, what: str, why: str, can_do: tuple[str, ...] = (), detail: str = ""
    ) -> None:
        super().__init__(f"{what} {why}")
        self.kind = kind
        self.what = what
        self.why = why
        self.can_do = can_do
        self.detail = detail
