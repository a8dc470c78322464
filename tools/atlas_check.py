"""`python tools/atlas_check.py`: holds the drawn body map against the measured body (see `tools/atlas/check.py`)."""

import runpy
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs as a plain script, from any folder
runpy.run_module("tools.atlas.check", run_name="__main__")
