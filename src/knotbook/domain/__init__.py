"""Frozen records, places, instants, ids and the clock: what the rest of the house talks about. No Qt, no I/O."""
