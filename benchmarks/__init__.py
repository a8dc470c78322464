"""Ratios of two things measured in turn in one run. `python -m benchmarks` runs all."""
