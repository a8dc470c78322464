"""What the frozen app starts. A windowed program on Windows has no streams, so that it is given silent ones."""

import os
import sys

for name in ("stdout", "stderr"):
    if getattr(sys, name) is None:
        setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123  (open until the end)

from knotbook.__main__ import main  # noqa: E402  (after the streams)

sys.exit(main())
