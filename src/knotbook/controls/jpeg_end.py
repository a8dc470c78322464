"""Whether a JPEG is there to its end: Qt draws one that was cut off in grey, and says nothing to the program."""

from __future__ import annotations

import re

# Within the picture's own data FF is followed by 00, by a restart (D0 to D7) or by more FF; anything else ends a scan.
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
_START, _END = b"\xff\xd8", 0xD9


def is_cut_off(data: bytes) -> bool:
    """Whether `data` begins as a JPEG and ends before its picture does (ITU-T T.81, annex B). False for other files."""
    at = len(_START)
    while data.startswith(_START):
        found = _MARKER.search(data, at)
        if found is None:
            return True
        marker = found[1][0]
        if marker == _END:
            return False
        at = found.end() + int.from_bytes(data[found.end() : found.end() + 2], "big")  # over what belongs to the marker
    return False
